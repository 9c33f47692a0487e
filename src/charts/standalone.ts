/** A chart as an SVG file that stands alone: finding, drawing and source in one picture. */
import type { Site } from "../site/year.ts";
import { DEMO } from "../text/demo.ts";
import { cleanXml, escaped } from "../text/escape.ts";
import { WIDTHS } from "./define.ts";
import { declared, LIGHT } from "./forms/palette.ts";
import { wrap } from "./forms/svg.ts";
import type { Rendered } from "./render.ts";

const PAD = 20;
const FONTS = '"PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif';
const COLOURS = declared(LIGHT, [
  "mark",
  "ink",
  "muted",
  "line",
  "rest",
  "rule",
  "paper",
  "seq-1",
  "seq-2",
  "seq-3",
  "seq-4",
  "seq-5",
  "alert",
]);
const STYLE = `:root{${COLOURS}}svg{fill:${LIGHT.ink};font:16px ${FONTS}}`;
const MUTED = `fill="${LIGHT.muted}"`;

/** The wide drawing with its words. Colours are those of the light scheme. */
export function standaloneSvg(site: Site, rendered: Rendered): string {
  const { title, view, wide, alt, source } = rendered;
  const width = WIDTHS.wide;
  const lines: string[] = [];
  let y = PAD;
  const add = (text: string, size: number, attributes: string) => {
    for (const line of wrap(text, width, size, size > 16)) {
      y += size * 1.4;
      lines.push(
        `<text x="${PAD}" y="${Math.round(y)}" font-size="${size}" ${attributes}>${escaped(line)}</text>`,
      );
    }
  };
  if (site.config.demo) add(DEMO, 16, 'font-weight="bold"');
  add(title, 22, 'font-weight="bold"');
  add(view.subtitle, 16, MUTED);
  y += 16;
  const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(wide ?? "")?.[1] ?? 0);
  const drawing = wide
    ? wide.replace(
        "<svg",
        `<svg x="${PAD}" y="${Math.round(y)}" width="${width}" height="${height}"`,
      )
    : "";
  if (wide) y += height;
  else add(rendered.instead, 16, MUTED);
  y += 4;
  for (const note of view.notes) add(note, 16, MUTED);
  add(`来源：${source}`, 16, MUTED);
  const [w, h] = [width + 2 * PAD, Math.ceil(y + PAD)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img"><title>${escaped(alt)}</title><style>${STYLE}</style><rect width="100%" height="100%" fill="${LIGHT.paper}"/>${lines.join("")}${drawing}</svg>\n`;
  return cleanXml(svg);
}
