/** A workbook to fill in, for offices without a system: a sheet a table, made of the datasets' definitions. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Column, Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import { cellName } from "../ingest/problems/problems.ts";
import { EXAMPLE } from "../ingest/text/form-words.ts";

/** Rows with formats and lists. */
const ROWS = 2000;
const WORDS_SHEET = "词表";
/** Columns that no person fills in. */
const NOT_ASKED = ["for_metrics", "section", "count"];

/** The bytes are the same for the same definitions and words. */
export async function templateWorkbook(vocabularies: Vocabularies): Promise<Uint8Array> {
  const lists: string[][] = [];
  const sheets = datasets
    .filter(({ dated }) => dated)
    .map((dataset) => sheetOf(dataset, vocabularies, lists));
  const height = Math.max(...lists.map((list) => list.length));
  const words: WriteSheet = {
    name: WORDS_SHEET,
    hidden: true,
    rows: Array.from({ length: height }, (_, at) => lists.map((list) => list[at] ?? null)),
  };
  const day = new Date(Date.UTC(2026, 0, 1));
  const book = await writeXlsx({
    sheets: [...sheets, words],
    properties: { created: day, modified: day },
  });
  return withColumnStyles(book, day);
}

/**
 * Formats of whole columns, which the library gives only to cells that hold something: without them
 * Excel makes 12 of a number 0012, and 2024-3-5 of a day looks like nothing.
 */
function withColumnStyles(book: Uint8Array, mtime: Date): Uint8Array {
  const files = unzipSync(book);
  for (const [path, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const sheet = strFromU8(bytes);
    const styles = new Map(
      [...sheet.matchAll(/<c r="([A-Z]+)2"[^>]*? s="(\d+)"/g)].map(([, at, style]) => [at, style]),
    );
    const styled = sheet.replace(/<col min="(\d+)"/g, (col, place: string) => {
      const style = styles.get(cellName(Number(place) - 1, 1).replace(/\d+$/, ""));
      return style === undefined ? col : `<col style="${style}" min="${place}"`;
    });
    files[path] = strToU8(styled);
  }
  return zipSync(files, { mtime });
}

/** The columns that a clerk fills in. */
export function askedColumns(dataset: Dataset): [string, Column][] {
  return Object.entries(dataset.columns).filter(([key]) => !NOT_ASKED.includes(key));
}

function sheetOf(dataset: Dataset, vocabularies: Vocabularies, lists: string[][]): WriteSheet {
  const columns = askedColumns(dataset);
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const dataValidations: NonNullable<WriteSheet["dataValidations"]> = [];
  for (const [at, [, column]] of columns.entries()) {
    cells.set(`0,${at}`, {
      value: column.label,
      style: HEAD,
      comment: { author: "说明", text: commentOf(column, vocabularies) },
    });
    const letter = cellName(at, 1).replace(/\d+$/, "");
    const range = `${letter}3:${letter}${ROWS}`;
    const validation = validationOf(column, vocabularies, lists);
    if (validation) dataValidations.push({ ...validation, range, allowBlank: true });
  }
  return {
    name: dataset.label,
    columns: columns.map(([, column]) => ({
      width: Math.max(12, column.label.length * 2 + 4),
      ...(column.type === "date" ? { numFmt: "yyyy-mm-dd" } : {}),
      // As text Excel leaves a number of a case as it is typed.
      ...(["id", "text", "word", "words"].includes(column.type) ? { numFmt: "@" } : {}),
    })),
    rows: [columns.map(([, { label }]) => label), exampleOf(columns, vocabularies)],
    cells,
    dataValidations,
    freezePane: { rows: 1 },
  };
}

const HEAD = { font: { bold: true } } as const;

function exampleOf(
  columns: readonly [string, Column][],
  vocabularies: Vocabularies,
): (string | null)[] {
  return columns.map(([, column], at) => {
    if (at === 0) return EXAMPLE;
    if (column.type === "date") return "2024-03-05";
    const [word] = wordsOf(column, vocabularies).values();
    return word ?? null;
  });
}

function commentOf(column: Column, vocabularies: Vocabularies): string {
  const words = [...new Set(wordsOf(column, vocabularies).values())];
  const several = column.type === "words" ? "；有几种的用顿号隔开" : "";
  const form = {
    date: "日期，写成 2024-03-05",
    period: "一段时间，写成 2024年1月—6月",
    money: "金额，单位元",
    quantity: "数；不是确数的写“30余”“约80”",
    word:
      words.length > 0
        ? `从下拉里选：${words.slice(0, 8).join("、")}${words.length > 8 ? "等" : ""}`
        : "一个词",
    words: `${words.slice(0, 8).join("、")}${words.length > 8 ? "等" : ""}${several}`,
    id: "编号，照原样写；网站不公开",
    text: column.private ? "文字；网站不公开" : "文字，会公开：不要写个人信息",
  }[column.type];
  return [form, column.note].filter(Boolean).join("。");
}

/** A list of any length is a range of the hidden sheet: Excel takes no more than 255 characters otherwise. */
function validationOf(column: Column, vocabularies: Vocabularies, lists: string[][]) {
  if (column.type === "date") {
    return {
      type: "date" as const,
      operator: "between" as const,
      // Serial numbers: Excel reads texts by the computer's region.
      formula1: "18264",
      formula2: "73050",
      errorStyle: "warning" as const,
      errorTitle: "日期",
      errorMessage: "写成 2024-03-05 这样",
      showErrorMessage: true,
    };
  }
  if (column.type !== "word") return null;
  const words = [...new Set(wordsOf(column, vocabularies).values())];
  if (words.length === 0) return null;
  lists.push(words);
  const letter = cellName(lists.length - 1, 1).replace(/\d+$/, "");
  return {
    type: "list" as const,
    formula1: `${WORDS_SHEET}!$${letter}$1:$${letter}$${words.length}`,
    errorStyle: (column.vocabulary ? "warning" : "stop") as "warning" | "stop",
    errorTitle: column.label,
    errorMessage: "请从下拉里选",
    showErrorMessage: true,
  };
}
