/** How a text is parted into cells: the way in which its header becomes known. */
import Papa from "papaparse";
import type { Remark } from "../problems/problems.ts";
import type { HeaderNames } from "./column-names.ts";
import { type FoundHeader, findHeader, HEADER_WITHIN } from "./find-header.ts";

export interface Layout {
  delimiter: string;
  /** Every line stands whole in one cell: this parts it. */
  within?: string;
  /** The first rows, and the header among them. */
  rows: string[][];
  header: FoundHeader | null;
  remark?: Remark;
}

const USUAL = [",", "\t", ";"];
/** What people and old systems put between cells besides. */
const UNUSUAL = ["|", "，", "、", "；", "｜", "^", "~"];
/** Of these, the marks that stand in texts as well. */
const IN_TEXTS = ["，", "、", "；"];
/** With fewer known names an unusual way of reading is chance. */
const CERTAIN = 2;

/** `declared` is what a `sep=` line says, which yields only to what makes a header known. */
export function layoutOf(text: string, names: HeaderNames, declared?: string): Layout {
  const plain = [...(declared ? [declared] : []), ...USUAL].map((delimiter) =>
    read(text, { delimiter }, names),
  );
  const usual = mostKnown(plain);
  // What is not there parts nothing.
  const isThere = (mark: string) => text.includes(mark);
  const others = UNUSUAL.filter(isThere).map((delimiter) => read(text, { delimiter }, names));
  const wholeLines = [...USUAL, ...UNUSUAL]
    .filter(isThere)
    .map((within) => read(text, { delimiter: declared ?? ",", within }, names));
  const other = mostKnown([usual, ...others, ...wholeLines]);
  if (known(other) >= CERTAIN && known(other) > known(usual)) {
    return { ...other, remark: said(other) };
  }
  if (known(usual) > 0) return usual;
  const delimiter = declared ?? delimiterOf(text);
  return plain.find((one) => one.delimiter === delimiter) ?? usual;
}

/** The cells of a line that stands whole in the first cell of its row; other rows as they are. */
export function partedWithin(rows: string[][], within: string): string[][] {
  return rows.map((cells) => {
    const [line = "", ...others] = cells;
    if (!line.includes(within) || others.some((cell) => cell !== "")) return cells;
    if (!line.includes('"')) return line.split(within);
    const { data } = Papa.parse<string[]>(line, { delimiter: within, newline: "\n" });
    // A line break in the line: none of what was meant.
    return data.length === 1 && data[0] ? data[0] : cells;
  });
}

type Way = Pick<Layout, "delimiter" | "within">;

function read(text: string, way: Way, names: HeaderNames): Layout {
  const { delimiter, within } = way;
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    preview: HEADER_WITHIN,
  });
  const rows = within === undefined ? data : partedWithin(data, within);
  const header = findHeader(
    rows.map((cells) => ({ cells })),
    names,
  );
  return { ...way, rows, header };
}

/** How many names of its header are known. */
function known({ header }: Layout): number {
  return header?.known ?? 0;
}

/** Where equally many names are known, the way that parts the header into more cells; then the first. */
function mostKnown(ways: readonly Layout[]): Layout {
  const width = ({ header }: Layout) => header?.cells.length ?? 0;
  return ways.reduce((best, way) => {
    const more = known(way) - known(best) || width(way) - width(best);
    return more > 0 ? way : best;
  });
}

function said({ delimiter, within, header }: Layout): Remark {
  return {
    code: "normalised",
    cell: `第${(header?.last ?? 0) + 1}行起`,
    why:
      within === undefined
        ? `各格之间用的是“${delimiter}”，不是半角逗号，已照此分格`
        : `每一行整个套在一对引号里，已去掉外面的引号，按“${within}”分格`,
    fix: "不用改；为稳妥，可以重新导出为“CSV UTF-8（逗号分隔）”",
  };
}

/**
 * A mark that texts hold as well parts every row into as many cells as the header, or it is not
 * certain which marks part cells: the first such row, by its place among those given.
 */
export function uncertainRow(
  { delimiter, within, header }: Layout,
  rows: readonly string[][],
  firstRow: number,
): number {
  if (!header || !IN_TEXTS.includes(within ?? delimiter)) return -1;
  return rows.findIndex(
    ({ length }, at) =>
      firstRow + at > header.last + 1 && length > 1 && length !== header.cells.length,
  );
}

/** The usual mark that parts most of the first lines into the same number of cells. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, "")
    .split("\n", 20)
    .filter((line) => line !== "");
  const scores = USUAL.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0);
    const alike = Math.max(0, ...counts.map((n) => counts.filter((m) => m === n).length));
    return { delimiter, alike, all: counts.reduce((sum, n) => sum + n, 0) };
  });
  scores.sort((a, b) => b.alike - a.alike || b.all - a.all);
  return scores[0]?.delimiter ?? ",";
}
