/** The files of a year before anybody has filled them in: tables with their heads, the report's headings. */

import type { Dataset } from "../../src/datasets/define.ts";
import { datasets } from "../../src/datasets/index.ts";
import type { Imports } from "../../src/exports/answers.ts";
import { filesByDataset } from "../../src/ingest/files.ts";
import type { Folder } from "../../src/ingest/folder.ts";
import { Problems } from "../../src/ingest/problems/problems.ts";
import { headerNames } from "../../src/ingest/rows/column-names.ts";
import { findHeader, HEADER_WITHIN } from "../../src/ingest/rows/find-header.ts";
import { cellsOf } from "../../src/ingest/rows/piece.ts";
import { readTable, type TableSource } from "../../src/ingest/rows/table.ts";
import { PARTS } from "../../src/report/parts.ts";
import { csvLine } from "../../src/text/csv.ts";

/** What a clerk sees of an empty table; Excel needs the mark to read it. */
export function headedTable(heads: readonly string[], rows: readonly string[][] = []): string {
  return `\ufeff${[heads, ...rows].map(csvLine).join("")}`;
}

/** All columns that a clerk fills in. */
export function headsOf({ columns }: Dataset): string[] {
  return Object.entries(columns).flatMap(([key, { label }]) =>
    key === "for_metrics" ? [] : [label],
  );
}

/** Each dataset that a year has filled in by hand, with its heads as they are written there. */
export async function headsOfYear(
  folder: Folder,
  year: number,
  imports: Imports,
): Promise<Map<Dataset, { heads: string[]; rows: string[][] }>> {
  const files = (await folder.files()) ?? [];
  const own = files.filter(({ path, closed }) => !closed && path.startsWith(`${year}/`));
  const found = filesByDataset(own, year, new Problems());
  const heads = new Map<Dataset, { heads: string[]; rows: string[][] }>();
  for (const [dataset, parts] of found) {
    const byHand = parts.find(({ path }) => !imports.written(path));
    const table = byHand && (await tableOf(byHand, dataset));
    if (table) heads.set(dataset, table);
  }
  return heads;
}

/** The head and the rows below it; null where none is found. */
async function tableOf(source: TableSource, dataset: Dataset) {
  const rows: string[][] = [];
  await readTable(source, headerNames(dataset), (piece) => {
    const few = dataset.id === "plan" ? piece.length : Math.min(piece.length, HEADER_WITHIN);
    for (let at = 0; at < few; at++) rows.push(cellsOf(piece, at));
  });
  const head = rows.slice(0, HEADER_WITHIN).map((cells) => ({ cells }));
  const found = findHeader(head, headerNames(dataset));
  const heads = found?.cells.filter((cell) => cell !== "") ?? [];
  return found && heads.length > 0 ? { heads, rows: rows.slice(found.last + 1) } : null;
}

/** All tables, for a bureau that has none yet. */
export function allTables(): { name: string; text: string }[] {
  return datasets.map((dataset) => ({
    name: `${dataset.id}.csv`,
    text: headedTable(headsOf(dataset)),
  }));
}

/** Whether a table holds its heads and nothing else. */
export function isHeadedOnly(table: string): boolean {
  return table.split(/\r?\n/).filter((line) => line.replace(/[,\s\ufeff]/g, "") !== "").length <= 1;
}

/** Whether nobody has written a word of a report: headings and references to numbers. */
export function isEmptyReport(report: string): boolean {
  const body = report.replace(/^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/, "");
  return body.split(/\r?\n/).every((line) => /^(?:#.*|- [^{]*：\{\{[^}]*\}\}|\s*)$/.test(line));
}

const COUNTS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/**
 * A report with the parts that the law demands and nothing in them but references to numbers: what
 * nobody has written yet is not published as if it were.
 */
export function emptyReport(
  bureau: string,
  year: number,
  topics: readonly { label: string; metrics: readonly { id: string; label: string }[] }[] = [],
): string {
  const title = `${bureau}${year}年度法治政府建设报告`;
  const fields = ["文号", "索引号", "发布机构", "成文日期", "发布日期", "原文网址"];
  const head = [
    "---",
    `标题: ${JSON.stringify(title)}`,
    ...fields.map((name) => `${name}:`),
    "---",
  ];
  const numbers = topics.flatMap(({ label, metrics }, at) => [
    `## （${COUNTS[at] ?? at + 1}）${label}`,
    metrics.map((metric) => `- ${metric.label}：{{${metric.id}}}`).join("\n"),
  ]);
  const parts = PARTS.flatMap(({ id, name }, at) => [
    `# ${COUNTS[at]}、${name}`,
    ...(id === "measures" ? numbers : []),
  ]);
  return `${head.join("\n")}\n\n${parts.join("\n\n")}\n`;
}
