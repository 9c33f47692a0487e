/** What a drawing shows beside its items (other years, nine tenths): a column each of its table. */
import type { Item, View } from "./define.ts";

export interface BesideColumn {
  head: string;
  /** By the label of the row. */
  cells: ReadonlyMap<string, Item>;
}

/** Of numbers that belong to the rows; others, that only downloads have, are none of the drawing. */
export function besideOf({ items, beyond = [] }: View): BesideColumn[] {
  const rows = new Set(items.map(({ label }) => label));
  const groups = Map.groupBy(beyond, ({ series, year }) => series ?? (year ? `${year}年` : ""));
  return [...groups]
    .filter(([head, group]) => head !== "" && group.some(({ label }) => rows.has(label)))
    .map(([head, group]) => ({ head, cells: new Map(group.map((item) => [item.label, item])) }));
}

/** The rows of which only these columns have a number: months that this year's data do not reach. */
export function onlyBeside({ items }: View, columns: readonly BesideColumn[]): string[] {
  const rows = new Set(items.map(({ label }) => label));
  return [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))].filter(
    (label) => !rows.has(label),
  );
}
