/** What may be mended, by its kind, and what people call it. */
export const FIX_KINDS = {
  encoding: "文字编码",
  lines: "换行",
  delimiter: "各格之间的符号",
  header: "列名",
  date: "日期",
  number: "数字",
  text: "全角、空格",
  blank: "表示“没有”的字",
} as const;

export type FixKind = keyof typeof FIX_KINDS;

/** One cell, or a file as a whole where it names none. */
export interface Mending {
  kind: FixKind;
  /** Spreadsheet coordinate, or the line of a text. */
  cell?: string;
  /** The column's name. */
  column?: string;
  before: string;
  after: string;
}
