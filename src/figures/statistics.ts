/** The rows of statistics.csv as statements: an item of a statutory table is a figure as any other. */
import { ADMINISTRATIVE_ACTS, statistics } from "../datasets/statistics.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { cellOf, type Row, textIn } from "../ingest/rows/row.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { summaryIn } from "../ingest/text/summary-words.ts";
import { cut } from "../text/cut.ts";
import { fromQuantity } from "../values/amount.ts";
import type { Period } from "../values/period.ts";
import type { Quantity } from "../values/quantity.ts";
import type { Statement } from "./statements.ts";

/** An item of a table, and what it is part of. */
interface TableItem {
  row: Row;
  kind: string;
  item: string;
  unit: string;
  isTotal: boolean;
  /** The item's name that the row says, or that its place in the table tells. */
  parent: string | null;
  relation: Statement["relation"];
}

/** The statements of a year, those of one table together. */
export function statisticsOf(
  rows: readonly Row[],
  period: Period,
  problems: Problems,
): Statement[] {
  const items = rows.map(itemOf);
  const tables = Map.groupBy(items, ({ kind }) => kind);
  for (const table of tables.values()) {
    placeParts(table, problems);
    sayUnknownParents(table, problems);
  }
  return [...tables.values()].flat().map((one) => statementOf(one, period));
}

function itemOf(row: Row): TableItem {
  const item = textIn(row, "item") ?? "";
  return {
    row,
    kind: textIn(row, "kind") ?? "",
    item,
    unit: textIn(row, "unit") ?? "",
    isTotal: summaryIn(item) === "total" || TOTAL_OF.test(item),
    parent: textIn(row, "parent"),
    relation: textIn(row, "relation") === "其中" ? "part" : "total",
  };
}

/** 警告小计, 罚没金额合计（元）: of some of the rows above. */
const TOTAL_OF = /(?:小计|合计|总计)(?:[(（].*[)）])?$/;

/**
 * Where the file has no 上级项目, a total closes what stands above it, as printed tables do: a 小计 since
 * the last total, 合计 all that is still open. What another unit counts, and 其中, is no part.
 */
function placeParts(table: readonly TableItem[], problems: Problems): void {
  if (table.some(({ row }) => row.columns.parent !== undefined)) return;
  let open: TableItem[] = [];
  let above: TableItem | undefined;
  for (const one of table) {
    if (summaryIn(one.item) === "part" || one.relation === "part") {
      one.relation = "part";
      one.parent = above?.unit === one.unit ? above.item : null;
      continue;
    }
    above = one;
    if (!one.isTotal) {
      open.push(one);
      continue;
    }
    const ofAll = summaryIn(one.item) === "total" && !/小计/.test(one.item);
    const since = !ofAll ? open.slice(open.findLastIndex(({ isTotal }) => isTotal) + 1) : open;
    const parts = since.filter(({ unit }) => unit === one.unit);
    if (ofAll && parts.length === 0) sayNoParts(one, problems);
    for (const part of parts) part.parent = one.item;
    open = [...open.filter((other) => !since.includes(other)), one];
  }
}

function sayNoParts({ row, kind, item }: TableItem, problems: Problems): void {
  problems.add({
    code: "statistics-parts",
    file: row.file,
    cell: cellOf(row, "item"),
    column: statistics.columns.item.label,
    value: item,
    why: `“${kind}”的“${item}”上面没有单位相同的项目，看不出它是哪些项目之和，没有核对`,
    fix: "把它移到各部分下面；或者加一列“上级项目”，各部分的这一格写它的名称",
  });
}

function sayUnknownParents(table: readonly TableItem[], problems: Problems): void {
  const names = table.map(({ item }) => item);
  for (const one of table) {
    const { row, kind, item, parent } = one;
    if (parent === null || (parent !== item && names.includes(parent))) continue;
    const near = nearest(
      parent,
      names.filter((name) => name !== item),
    );
    problems.add({
      code: "indicator-unknown",
      file: row.file,
      cell: cellOf(row, "parent"),
      column: statistics.columns.parent.label,
      value: parent,
      why: `“${kind}”里没有叫“${cut(parent, 40)}”的别的项目`,
      fix: near ? `是不是“${near}”？` : "照“项目”一列的写法写，或留空",
    });
    one.parent = null;
  }
}

function statementOf(
  { row, kind, item, unit, parent, relation, isTotal }: TableItem,
  period: Period,
): Statement {
  return {
    id: idOf(kind, item),
    label: isTotal ? `${kind}${item}` : `${kind}（${item}）`,
    amount: fromQuantity((row.values.value ?? null) as Quantity | null),
    unit,
    section: statistics.label,
    note: textIn(row, "note") ?? "",
    period,
    topic: textIn(row, "topic") ?? ADMINISTRATIVE_ACTS[kind]?.topic ?? null,
    parent: parent === null ? null : idOf(kind, parent),
    relation,
    numerator: null,
    denominator: null,
    listed: { kind, item },
    file: row.file,
    row: row.row,
    columns: row.columns,
  };
}

/** What an item's address is made of: a total says so, of other names an address holds only the sum. */
function idOf(kind: string, item: string): string {
  const slug = ADMINISTRATIVE_ACTS[kind]?.slug ?? digest(kind);
  return `statistics-${slug}-${/^(?:合计|总计)/.test(item) ? "total" : digest(item)}`;
}

/** FNV-1a: the same name has the same address in every year and on every machine. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
