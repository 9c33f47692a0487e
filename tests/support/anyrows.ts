/** Rows of a dataset with any words, days and numbers that its columns allow, empty cells among them. */
import fc from "fast-check";
import { addDays } from "../../src/datasets/days.ts";
import type { Column, Dataset } from "../../src/datasets/define.ts";
import type { Row } from "../../src/ingest/rows/row.ts";
import { exact } from "../../src/values/quantity.ts";
import type { RowValues, Value } from "../../src/values/value.ts";

/** Words of a column whose words are the bureau's own. */
const OWN_WORDS = ["甲", "乙", "丙"];

function cell(key: string, column: Column): fc.Arbitrary<Value> {
  // Only the cube writes it.
  if (key === "for_metrics") return fc.constant(null);
  const words = column.words ?? OWN_WORDS;
  const empty = (value: fc.Arbitrary<Value>) =>
    column.filled ? value : fc.option(value, { freq: 6, nil: null });
  switch (column.type) {
    case "word":
      return empty(fc.constantFrom(...words));
    case "words":
      return empty(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }));
    case "date":
      return empty(
        fc
          .oneof(
            { weight: 12, arbitrary: fc.integer({ min: -40, max: 420 }) },
            // Before 1970, where the days of some engines begin; its first month reads as no month.
            { weight: 1, arbitrary: fc.integer({ min: -26_000, max: -19_400 }) },
          )
          .map((n) => addDays("2023-01-01", n)),
      );
    case "quantity":
      // 件数 that is unknown cannot be added up: how many such rows there are is all that is known.
      if (key === "count") return fc.integer({ min: 0, max: 12 }).map(exact);
      return empty(fc.integer({ min: 0, max: 900 }).map(exact));
    case "money":
      return empty(fc.integer({ min: 0, max: 5_000_000 }).map((fen) => exact(fen / 100)));
    case "id":
      return empty(fc.constantFrom("第1号", "第2号", "第3号"));
    case "period":
    case "text":
      return fc.constant(null);
  }
}

/**
 * Up to `most` rows, and twins of them that differ in their numbers only, as a GROUP BY finds them.
 * `once`: columns that no two rows have alike, as the steps of one matter have days of their own.
 */
export function anyRows(
  dataset: Dataset,
  most: number,
  once: readonly string[],
): fc.Arbitrary<Row[]> {
  const columns = Object.entries(dataset.columns);
  const values = (of: typeof columns) =>
    fc.record(
      Object.fromEntries(of.map(([key, column]) => [key, cell(key, column)])),
    ) as fc.Arbitrary<RowValues>;
  const numbers = columns.filter(([, { type }]) => type === "quantity" || type === "money");
  const rows =
    once.length > 0
      ? fc.uniqueArray(values(columns), {
          maxLength: most,
          selector: (row) => JSON.stringify(once.map((key) => row[key])),
        })
      : fc
          .array(fc.tuple(values(columns), fc.array(values(numbers), { maxLength: 3 })), {
            maxLength: most,
          })
          .map((list) =>
            list.flatMap(([row, twins]) => [
              row,
              ...twins.map((numbers) => ({ ...row, ...numbers })),
            ]),
          );
  // A number names one row only.
  const numbered = (row: RowValues, index: number) => ({
    ...row,
    ...Object.fromEntries((dataset.key ?? []).map((key) => [key, `第${index}号`])),
  });
  return rows.map((list) =>
    list.map((row, index) => ({
      file: "",
      row: index + 2,
      values: numbered(row, index),
      columns: {},
    })),
  );
}

/** The rows with days that can be: each order kept, and none after the year. */
export function possible(
  rows: readonly Row[],
  { orders = [], dated }: Dataset,
  year: number,
): Row[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  // Two rows that had days of their own keep them: nothing else lies so early.
  const moved = (day: string) => {
    if (dated?.carriedOver) return day > last ? addDays(day, -461) : day;
    return day > last ? last : day < first ? first : day;
  };
  return rows.map((row) => {
    const values = { ...row.values };
    for (const key of dated?.by ?? []) {
      const day = values[key];
      if (typeof day === "string") values[key] = moved(day);
    }
    for (const [earlier, later] of orders) {
      const [from, to] = [values[earlier], values[later]];
      if (typeof from === "string" && typeof to === "string" && to < from) values[later] = from;
    }
    return { ...row, values };
  });
}
