/** A table of two columns as a download: one line a pair of words. */
import { columnOf } from "../metrics/define.ts";
import type { CrossTable } from "../metrics/engine/cross-table.ts";
import type { Year } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { fullText } from "../text/period.ts";
import { inPlaceWord } from "../text/place.ts";
import { amountJson } from "./figures.ts";
import type { CsvTable } from "./files.ts";

function labelsOf(year: Year, { metric }: CrossTable): [string, string] {
  const [one, other] = metric.by.map((key) =>
    inPlaceWord(columnOf(metric.dataset, key).label, year.place),
  );
  return [one!, other!];
}

/** What is withheld has a line as well: a pair without one would pass for none. */
export function crossCsv(year: Year, table: CrossTable): CsvTable {
  const { metric, rows, columns } = table;
  return {
    fields: ["年度", ...labelsOf(year, table), "数值", "精确程度", "单位", "统计期间"],
    data: rows.flatMap((row) =>
      columns.map((column) => [
        String(year.year),
        row,
        column,
        ...amountCells(table.amountOf(row, column)),
        metric.unit,
        fullText(year.period),
      ]),
    ),
  };
}

export function crossJson(year: Year, table: CrossTable): Record<string, unknown> {
  const { id, label, unit, definition, basis, by } = table.metric;
  return { id, label, unit, definition, basis, by, columns: labelsOf(year, table) };
}

export function* crossRows(table: CrossTable): Iterable<unknown> {
  for (const row of table.rows) {
    for (const column of table.columns) {
      yield { words: [row, column], ...amountJson(table.amountOf(row, column)) };
    }
  }
}
