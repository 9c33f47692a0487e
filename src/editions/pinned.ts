/** The page of a published state: the embed as it was, and one line more once its numbers were put right. */
import { escaped } from "../text/escape.ts";
import type { PublishedState } from "./define.ts";

/** Stands where its style sheet was. */
const SHEET = "{{sheet}}";

/** An embed's page in two: what is its own, and the sheet that it shares. It lies one folder deeper from now on. */
export function parted(html: string): { embed: string; sheet: string } {
  let sheet = "";
  const embed = html
    .replace(
      /(<style[^>]*>)([\s\S]*?)(<\/style>)/,
      (_, open: string, css: string, close: string) => {
        sheet = css;
        return `${open}${SHEET}${close}`;
      },
    )
    .replace(/(\s(?:href|src)=")((?:\.\.\/)+)/g, "$1../$2");
  return { embed, sheet };
}

/** `line` is set before all else: at the foot a frame of fixed height would cut it off. */
export function pinnedHtml({ embed, sheet }: PublishedState, line: PinnedLine | null): string {
  const html = embed.replace(SHEET, () => sheet);
  if (!line) return html;
  const link = `<a href="${escaped(line.href)}" target="_blank" rel="noopener">${escaped(line.link)}</a>`;
  return html.replace(
    /<main[^>]*>/,
    (main) => `${main}<p class="src">${escaped(line.text)}${link}</p>`,
  );
}

export interface PinnedLine {
  text: string;
  link: string;
  href: string;
}
