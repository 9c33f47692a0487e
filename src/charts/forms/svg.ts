/** Plot at build time: a document without a browser, and SVG without what the page does not need. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { escaped } from "../../text/escape.ts";
import { MEASURE } from "../../text/measure-words.ts";
import type { Width } from "../define.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Text size of all drawings, in units of the viewBox. */
export const TEXT = 16;
/** From one line of a name to the next. */
export const LINE = 22;
const HALF_STROKE = 2;

/** A drawing in pixels: Plot's marks on identity scales unless the options say otherwise. */
export function plot(width: Width, height: number, options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    document: document as unknown as Document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    ...options,
  }) as unknown as Element;
  return clean(svg, width, height);
}

/** Keeps geometry and colour; names, fonts and sizes come from the page's style sheet. */
function clean(svg: Element, width: Width, height: number): string {
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const node of [...svg.querySelectorAll("*")]) {
    for (const name of ["class", "aria-label"]) node.removeAttribute(name);
    // The page's own defaults: ink for text, see .draw in the style sheet.
    if (node.getAttribute("fill") === "currentColor") node.removeAttribute("fill");
    if (node.getAttribute("transform") === "translate(0,0)") node.removeAttribute("transform");
    if (node.localName === "text") place(node);
    if (node.localName === "g") joinLines(node);
  }
  const inner = svg.innerHTML
    // Of places and lengths a tenth is enough; what is written stays as it is.
    .replace(/<[^>]*>/g, (tag) =>
      tag.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
    )
    .replace(/<g><\/g>/g, "")
    // A line straight along or down says its end in one number.
    .replace(/M([-\d.]+),([-\d.]+)L([-\d.]+),\2(?=[M"])/g, "M$1 $2H$3")
    .replace(/M([-\d.]+),([-\d.]+)L\1,([-\d.]+)(?=[M"])/g, "M$1 $2V$3")
    .replace(/ ?\/?>(?:<\/(?:rect|path|line|circle|use)>)/g, "/>")
    .replaceAll(" />", "/>");
  // Plot leaves out text-anchor where it is the one that its root gives.
  return `<svg text-anchor="middle" viewBox="0 0 ${width} ${height + HALF_STROKE}">${inner}</svg>`;
}

/** Plot moves a text to its place and then down by a part of its size: that is one place. */
function place(text: Element): void {
  const moved = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(text.getAttribute("transform") ?? "");
  const down = /^([\d.]+)em$/.exec(text.getAttribute("y") ?? "");
  if (!moved || !down || text.hasAttribute("x")) return;
  // What the root says is Plot's own size: ours is the style sheet's.
  const size = Number(text.closest("g[font-size]")?.getAttribute("font-size") ?? TEXT);
  text.removeAttribute("transform");
  text.setAttribute("x", moved[1]!);
  text.setAttribute("y", String(Number(moved[2]) + Number(down[1]) * size));
}

/** Lines of one look are one path. */
function joinLines(group: Element): void {
  const lines = [...group.children];
  const [first, ...others] = lines;
  const isBare = ({ localName, attributes }: Element) =>
    localName === "path" && attributes.length === 1 && attributes[0]!.name === "d";
  if (!first || others.length === 0 || group.getAttribute("fill") !== "none") return;
  if (!lines.every(isBare)) return;
  first.setAttribute("d", lines.map((line) => line.getAttribute("d")).join(""));
  for (const other of others) other.remove();
}

/** Words at their places; those that are not bold may look otherwise. */
export function words(
  texts: readonly { x: number; y: number; text: string; bold: boolean }[],
  plain: Plot.TextOptions = {},
): Plot.Markish[] {
  return [true, false].map((bold) =>
    Plot.text(
      texts.filter((text) => text.bold === bold),
      {
        x: "x",
        y: "y",
        text: "text",
        textAnchor: "start",
        ...(bold ? { fontWeight: "bold" } : plain),
      },
    ),
  );
}

/** Many thin columns as one line that goes up and down: of a tenth of the bytes of as many shapes. */
export function columnLine(
  columns: readonly { x: number; base: number; high: number }[],
  { width, stroke }: { width: number; stroke: string },
): string {
  if (columns.length === 0) return "";
  let at = { x: Number.NaN, base: Number.NaN, high: 0 };
  const d = columns.map((column) => {
    const move =
      column.base === at.base
        ? `m${tenth(column.x - at.x)} ${at.high}`
        : `M${column.x} ${column.base}`;
    at = column;
    return `${move}v-${column.high}`;
  });
  return `<path fill="none" stroke="${stroke}" stroke-width="${width}" d="${d.join("")}"/>`;
}

/** Finer is not seen. */
export const tenth = (px: number) => Math.round(10 * px) / 10;

/** A drawing with more behind its marks. */
export function withBehind(svg: string, behind: string): string {
  return svg.replace(/<svg[^>]*>/, (open) => `${open}${behind}`);
}

/** A drawing with lines of words under it, from its left edge. */
export function withBelow(svg: string, lines: readonly string[], line: number): string {
  const height = Number(/viewBox="0 0 \S+ ([\d.]+)"/.exec(svg)?.[1]);
  const texts = lines.map(
    (text, i) => `<text x="0" y="${height + 16 + i * line}">${escaped(text)}</text>`,
  );
  const below = `<g fill="var(--muted)" text-anchor="start">${texts.join("")}</g></svg>`;
  return svg
    .replace(/(viewBox="0 0 \S+ )[\d.]+/, `$1${height + 4 + lines.length * line}`)
    .replace(/<\/svg>$/, () => below);
}

/** Width of a text at 16 px: 汉字 and full-width marks 16, digits and most Latin about 9.3, commas and points 5. */
export function textWidth(text: string, size = TEXT, bold = false): number {
  // text-autospace: browsers that know it part digits from 汉字 by an eighth of an em.
  const gaps = text.match(/\p{Script=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{Script=Han})/gu);
  return glyphsWidth(text, size, bold) + ((gaps?.length ?? 0) / 8) * size;
}

/** The same of glyphs that stand close. */
export function glyphsWidth(text: string, size: number, bold: boolean): number {
  let units = 0;
  for (const char of text) {
    if (/[,.]/.test(char)) units += 0.32;
    else if (/[A-Z@%mw]/.test(char)) units += /[MWmw@%]/.test(char) ? 0.94 : 0.72;
    else if (/[\u0020-\u007e\u00b7]/.test(char)) units += bold ? 0.6 : 0.57;
    else units += /\p{Emoji_Presentation}/u.test(char) ? 1.4 : 1;
  }
  return units * size;
}

/** Browsers round the widths of glyphs, some of them upwards. */
export const SPREAD = 1.03;

/** Room for a column of labels. */
export function labelRoom(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label))) * SPREAD);
}

/** A word set from top to bottom, a character or a number a line, where its own place is too narrow. */
export function stacked(word: string): string[] {
  return word.match(/[\u0021-\u007e]+|./gu) ?? [];
}

/** What opens stands with what it opens; part and section of a report, 三（二）, are one name. */
const ORDINAL = "[一二三四五六七八九十]+";
const TOKEN = new RegExp(
  `${ORDINAL}（${ORDINAL}）|[（《“]*(?:[\\u0021-\\u007e]+${MEASURE}|.)`,
  "gu",
);
const UNBROKEN = new RegExp(
  `[（《“]*(?:(?:至少约?|写明的|约)?[\\u0021-\\u007e≠※＝]+${MEASURE}|.)[，。；：、）》”？！]*`,
  "gu",
);

/** The pieces of running text that a browser keeps in one line: 汉字 alone, numbers with their units. */
export function unbroken(text: string): string[] {
  return text.match(UNBROKEN) ?? [];
}

/** Breaks a text into lines of at most `width`; never before closing punctuation or a measure word, behind an opening mark, within a number or a Latin word only if a line is too short for it. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  const tokens = (text.match(TOKEN) ?? []).flatMap((token) =>
    textWidth(token, size, bold) > width ? [...token] : [token],
  );
  for (const token of tokens) {
    const closing = /^[，。；：、）》”]/.test(token);
    if (line !== "" && !closing && textWidth(line + token, size, bold) > width) {
      lines.push(line);
      line = token.trimStart();
    } else line += token;
  }
  if (line) lines.push(line);
  return lines;
}
