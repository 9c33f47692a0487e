/** Rows that say to be of others: totals, averages, 其中. */
import {
  isSpread,
  isSpreadTotal,
  type Summary,
  summaryIn,
  summaryOf,
} from "../text/summary-words.ts";
import { halfWidth, isBlank, isFormula, isNothing, meant } from "../text/tidy.ts";
import { isNumber, type Matched } from "./columns.ts";
import type { CellTest, Header } from "./header.ts";
import type { RowKind } from "./row-kind.ts";

/** A row of this kind says so in a cell; a list of numbers, in its first. */
export function summary(kind: Summary): Pick<RowKind, "is"> & { onlyWith: CellTest } {
  const says: CellTest = (cell, index, header) => summaryAt(cell, index, header) === kind;
  const onlyWith: CellTest =
    kind === "total" ? (cell, index, header) => says(cell, index, header) || isSpread(cell) : says;
  return {
    is: (cells, header) => {
      if (kind === "total" && isSpreadTotal(cells)) return true;
      const first = cells.findIndex((cell) => !isNothing(cell));
      const looked = "count" in header.dataset.columns ? [...cells.keys()] : [first];
      return looked.some(
        (index) =>
          says(cells[index] ?? "", index, header) && trusts(cells, index, header, index === first),
      );
    },
    onlyWith,
  };
}

/** What a cell says its row to be; a word that a vocabulary lists is a category all the same. */
function summaryAt(cell: string, index: number, header: Header): Summary | null {
  const matched = header.at[index];
  const text = meant(cell);
  // =SUM(A1:A9) is a formula that was not computed.
  return matched?.lists(cell) || isFormula(text) ? null : summaryOf(text);
}

/**
 * A cell is believed where no text says 年终工作汇总, or if nothing else names the row. A list of
 * numbers may have one that is called total, and a column that is not used may say anything.
 */
function trusts(
  cells: readonly string[],
  index: number,
  { at, dataset, columns }: Header,
  first: boolean,
): boolean {
  if (isMatter(cells, columns, index)) return false;
  const cell = meant(cells[index]!);
  const column = at[index]?.column;
  if ("count" in dataset.columns && (column || first)) {
    if (column?.type === "word") return true;
    const alone = summaryIn(cell);
    // 共3000 as the amount of a matter is only a way to write it.
    if (
      alone &&
      !(column && isNumber(column)) &&
      (column?.type !== "text" || alone !== "part" || /[:：]/.test(cell))
    )
      return true;
  }
  return !columns.some(
    (matched) => matched.index !== index && matched.column.required && names(cells, matched),
  );
}

/** Whether other cells say a matter's day and its number or name: then it is one, whatever its category is called. */
function isMatter(cells: readonly string[], columns: readonly Matched[], index: number): boolean {
  const says = (type: "id" | "date") =>
    columns.some(({ column, index: at, read }) => {
      const cell = cells[at] ?? "";
      return (
        at !== index && column.type === type && !isBlank(cell) && /\d/.test(cell) && read(cell).ok
      );
    });
  const isNamed = columns.some(({ key, index: at }) => {
    const cell = meant(cells[at] ?? "");
    return key === "name" && at !== index && !isBlank(cell) && summaryOf(cell) === null;
  });
  return (says("id") || isNamed) && says("date");
}

/** Whether a cell says of what its row is; a number under 类别 or 事项 says only how many, beside 诉讼小计. */
function names(cells: readonly string[], { index, column, lists }: Matched): boolean {
  const cell = cells[index] ?? "";
  if (isBlank(cell)) return false;
  return (
    !/^(?:word|text)$/.test(column.type) ||
    lists(cell) ||
    !/^[\d,.]+[件起宗次条个场项]?次?$/.test(halfWidth(cell))
  );
}
