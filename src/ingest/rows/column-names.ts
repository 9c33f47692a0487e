/** What one cell of a header says: which column it names, and by what its numbers are scaled. */
import type { Column, Dataset } from "../../datasets/define.ts";
import { oneOf, STATED } from "../../text/measure-words.ts";
import { remembered } from "../../text/remembered.ts";
import { FILL_IN } from "../text/form-words.ts";
import { wordKey } from "../text/tidy.ts";

const SCALES: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
const UNIT = oneOf([...STATED, "人民币"]);
/** A unit behind a header: （万元）, [万], /元, ：件, 单位：万元; 万元 and 元 without a mark too. */
const HEADER_UNIT = new RegExp(
  [
    `[([{【〔/:,_|-](?:单位:?)?(百|千|万|亿)?(${UNIT})?[)\\]}】〕]?$`,
    `单位:?(百|千|万|亿)?(${UNIT})$`,
    "([百千万亿])?(元)$",
    "(万|亿)()$",
  ].join("|"),
);

/** The unit behind a header, and its power of ten: （万元） says 万 and 元. Tried of the same cells by several delimiters and depths. */
export const unitBehind = remembered((header: string) => {
  const [, ...parts] = HEADER_UNIT.exec(bare(header)) ?? [];
  const said = (of: number) => parts.find((part, i) => part && i % 2 === of);
  return { scale: said(0), unit: said(1) };
});

/** No header is longer; what is may be a text of many brackets, of which each would be tried. */
const LONGEST = 200;

/** A header without marks, a number before it, and what a form says behind its name: ★3.罚款金额(元,保留两位小数). */
function bare(text: string): string {
  if (text.length > LONGEST) return wordKey(text);
  return wordKey(text)
    .replace(/[*'"“”★☆●◆■▲△▼▽▾▴⇅※]/g, "")
    .replace(/^\(?\d{1,2}[.、)](?!\d)/, "")
    .replace(/([([{【〔][^,;。]+)[,;。][^)\]}】〕]*([)\]}】〕])$/, "$1$2")
    .replace(FILL_IN, "");
}

/** A header without its unit and marks. */
export const headerKey = remembered((text) => bare(text).replace(HEADER_UNIT, ""));

/** The power of ten that a header announces: 4 for （万元）. */
export function scaleOf(header: string): number {
  return SCALES[unitBehind(header).scale ?? ""] ?? 0;
}

/** The unit that a header announces, without its power of ten. */
export function unitOf(header: string): string | undefined {
  return unitBehind(header).unit;
}

/** Every writing of a dataset's headers → its column. A plain map: it goes to a thread as it is. */
export type HeaderNames = ReadonlyMap<string, string>;

const indexes = new WeakMap<Dataset, HeaderNames>();
export function headerNames(dataset: Dataset): HeaderNames {
  const known = indexes.get(dataset);
  if (known) return known;
  const index = new Map<string, string>();
  // A derived column may come ready-made, in the place of those it is computed from.
  const all = { ...dataset.columns, ...dataset.derived };
  for (const [key, column] of Object.entries<Column>(all)) {
    for (const name of [key, column.label, ...(column.aliases ?? [])]) {
      if (!index.has(wordKey(name))) index.set(wordKey(name), key);
    }
  }
  indexes.set(dataset, index);
  return index;
}

/** 受理日期 Accept Date, 渠道(Channel); 街道 ID is another column. */
const BILINGUAL =
  /^\s*(\p{Script=Han}{2,})(?:[\s/|_-]+|\s*[(（])(?!.*\b(?:id|codes?|no|num|key)\b)[a-z][a-z\s_.-]{2,}[)）]?\s*$/iu;

/** The column that a header names, if any. */
export function namedBy(header: string, names: HeaderNames): string | undefined {
  return header.length > 60
    ? undefined
    : (names.get(wordKey(header)) ??
        names.get(headerKey(header)) ??
        names.get(headerKey(BILINGUAL.exec(header)?.[1] ?? "")));
}

/** The key of the dataset's column that a header names, if any. */
export function columnKey(dataset: Dataset, header: string): string | undefined {
  return namedBy(header, headerNames(dataset));
}
