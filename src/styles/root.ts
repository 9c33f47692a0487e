/** What the root of a page declares: the palette's colours on screen, by night and on paper, and the fonts. */
import { DARK, declared, LIGHT, PAPER } from "../charts/forms/palette.ts";

const SANS =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
const SONG =
  '"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", var(--sans)';

const FONTS = `--sans:${SANS};--song:${SONG}`;

/** Before every other rule. */
export const ROOT = `:root{color-scheme:light dark;${declared(LIGHT)};${FONTS}}@media screen and (prefers-color-scheme:dark){:root{${declared(DARK)}}}`;

/** An embed has no links of which it says that they were visited. */
const [EMBED_LIGHT, EMBED_DARK] = [LIGHT, DARK].map(({ visited: _, ...colours }) => colours) as [
  Omit<typeof LIGHT, "visited">,
  Omit<typeof DARK, "visited">,
];
/** Systems whose own font is one of the others find it as sans-serif. */
const EMBED_SANS = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';

/**
 * The same in somebody else's article: light whatever the reader's system is, unless the address of the
 * frame asks for another scheme (src/charts/client/embed.ts).
 */
export const EMBED_ROOT = `:root{color-scheme:light;${declared(EMBED_LIGHT)};--sans:${EMBED_SANS}}`;

const NIGHT = `{color-scheme:dark;${declared(EMBED_DARK)}}`;

/** Behind the bureau's own colour, which is of the light scheme. */
export const EMBED_NIGHT = `@media screen{:root.dark${NIGHT}}@media screen and (prefers-color-scheme:dark){:root.auto${NIGHT}}@media (forced-colors:active) and (prefers-color-scheme:dark){:root${NIGHT}}`;

/** All sizes are in rem: on paper body 11.3 pt, notes 10 pt. */
const PAPER_ROOT = `@page{size:A4;margin:18mm 16mm 18mm 20mm;@bottom-right{content:counter(page)"/"counter(pages);font:9pt sans-serif}}:root{${declared(PAPER)};font-size:10pt}`;

/** The rules of a sheet as those for paper. */
export function onPaper(sheet: string): string {
  return `@media print{${PAPER_ROOT}${sheet}}`;
}
