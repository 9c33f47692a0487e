/** What a dataset is: one CSV a year, its columns, and what may leave the build. */

export type ColumnType = "text" | "word" | "words" | "date" | "quantity" | "money" | "id";

export interface Column {
  /** The header as staff export it. */
  label: string;
  /** Other headers that mean the same. */
  aliases?: readonly string[];
  type: ColumnType;
  /** The words allowed; `vocabulary` adds the bureau's own from vocabularies.yaml. */
  words?: readonly string[];
  vocabulary?: string;
  /** Other writings of a word, where every office knows they mean the same. */
  synonyms?: Readonly<Record<string, string>>;
  /** The column must be there. */
  required?: true;
  /** Its cells must not be blank. */
  filled?: true;
  /** May hold fractions; other quantities are counts. */
  fraction?: true;
  /** Measure words that may stand behind its numbers; a number with another is in the wrong column. */
  units?: readonly string[];
  /** The column that says the unit of its numbers. */
  unitIn?: string;
  /** Stays inside the build: numbers of cases and tickets, names, texts. */
  private?: true;
  /** What it means, for the dictionary. */
  note?: string;
}

/** A column computed from others of the same row, with its SQL for the dictionary and the cube. */
export interface Derived {
  label: string;
  from: readonly string[];
  value: (values: RowValues) => string | null;
  sql: string;
}

/** Typed values of one row by column key; null is 未公布. Words in a `words` column are a list. */
export type RowValues = Record<string, Value>;
export type Value = string | readonly string[] | import("../ingest/values.ts").Quantity | null;

export interface Dataset<K extends string = string> {
  id: string;
  label: string;
  /** Unit of one counted row. */
  unit: string;
  description: string;
  columns: Readonly<Record<K, Column>>;
  derived?: Record<string, Derived>;
  /** Columns that together name a row; checked where all are filled. */
  key?: readonly NoInfer<K>[];
  /** Whether an absent file is worth a word: lists such as 核对说明 may simply not exist. */
  optional?: true;
}

/** A dataset with its column keys kept in its type, so that a misspelt key does not compile. */
export function defineDataset<K extends string>(dataset: Dataset<K>): Dataset<K> {
  return dataset;
}

/**
 * 件数: how many matters the row stands for. Without the column a row is one; an empty cell in it
 * is unknown. So one file may hold an export row by row, a monthly total or a GROUP BY.
 */
export const COUNT = {
  label: "件数",
  aliases: ["数量", "合计件数", "count"],
  type: "quantity",
  units: ["件", "件次", "宗", "起", "次", "条", "个", "场", "场次", "期"],
  note: "本行代表多少件；没有这一列时每行算一件，有这一列而不填为未公布。可写“30余”",
} as const satisfies Column;

/** Where the year's report states the row's number, e.g. 一（三）1（2）. */
export const SECTION = {
  label: "报告章节",
  aliases: ["章节", "报告位置", "section"],
  type: "text",
  note: "年度报告中写有这个数字的章节",
} as const satisfies Column;

export const STREET = {
  label: "街道",
  aliases: ["所属街道", "乡镇街道", "镇街"],
  type: "word",
  vocabulary: "街道",
} as const satisfies Column;

/** A derived month (2023-01) of a date column. */
export function monthOf(column: string, label: string): Derived {
  return {
    label,
    from: [column],
    value: (values) => (typeof values[column] === "string" ? values[column].slice(0, 7) : null),
    sql: `substr(CAST(${column} AS VARCHAR), 1, 7)`,
  };
}

/** A yes-or-no column; 是 and 否 are the words, the rest is how exports write them. */
export const YES_NO = {
  type: "word",
  words: ["是", "否"],
  synonyms: {
    有: "是",
    "√": "是",
    y: "是",
    yes: "是",
    true: "是",
    n: "否",
    no: "否",
    "×": "否",
    false: "否",
  },
} as const satisfies Omit<Column, "label">;
