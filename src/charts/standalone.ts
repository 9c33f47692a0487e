/** A chart as an SVG file that stands alone: finding, drawing and source in one picture. */
import type { Site } from "../site/year.ts";
import { DEMO, demoNamed } from "../text/demo.ts";
import { cleanXml, escaped } from "../text/escape.ts";
import { WIDTHS, yearPageOf } from "./define.ts";
import { inColours, LIGHT, standaloneColours } from "./forms/palette.ts";
import { wrap } from "./forms/svg.ts";
import type { Rendered } from "./render.ts";

const PAD = 20;
/** By name, the systems' own first: a file that is opened elsewhere brings none. */
const FONTS =
  "'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei',sans-serif";
const MUTED = `fill="${LIGHT.muted}"`;

/**
 * The wide drawing with its words, in the colours of the light scheme. Everything is an attribute of
 * SVG 1.1: programs for drawings and documents know neither variables nor most of CSS.
 */
export function standaloneSvg(site: Site, rendered: Rendered): string {
  const { chart, title, view, wide, alt, source, state, calm } = rendered;
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
  const { config } = site;
  if (config.demo) add(DEMO, 16, 'font-weight="bold"');
  if (state) add(state, 16, `font-weight="bold" fill="${calm ? LIGHT.muted : LIGHT.alert}"`);
  add(title, 22, 'font-weight="bold"');
  add(view.subtitle, 16, MUTED);
  y += 16;
  const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(wide ?? "")?.[1] ?? 0);
  const drawing = wide ? set(inColours(wide, standaloneColours(config.colour)), y) : "";
  if (wide) y += height;
  else add(rendered.instead, 16, MUTED);
  y += 4;
  for (const note of view.notes) add(note, 16, MUTED);
  add(`来源：${source}`, 16, MUTED);
  if (config.url) add(`${config.url}${yearPageOf(chart, rendered.year)}`, 16, MUTED);
  const [w, h] = [width + 2 * PAD, Math.ceil(y + PAD)];
  const name = demoNamed(title, config.demo);
  const said = `<title>${escaped(name)}</title><desc>${escaped(alt)}</desc>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" font-family="${FONTS}" font-size="16" fill="${LIGHT.ink}">${said}<rect width="${w}" height="${h}" fill="${LIGHT.paper}"/>${lines.join("")}${drawing}</svg>\n`;
  return cleanXml(svg);
}

/** A drawing at its place in the picture, as a group: not every program knows a drawing within a drawing. */
function set(drawing: string, y: number): string {
  return drawing
    .replace(/^<svg/, `<g transform="translate(${PAD} ${Math.round(y)})"`)
    .replace(/ viewBox="[^"]*"/, "")
    .replace(/<\/svg>$/, "</g>");
}
