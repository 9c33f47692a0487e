/** The tables of two columns of a dataset and year, as they may be published. */
import { fewestIn, REST, type TableMetric } from "../../metrics/define.ts";
import { type Computed, UNSTATED } from "../../metrics/engine/counter.ts";
import { CrossTable, cellsOf } from "../../metrics/engine/cross-table.ts";
import type { Amount } from "../../values/amount.ts";
import { toldQuantile } from "../quantiles.ts";
import { THRESHOLD } from "../threshold.ts";
import { Grid } from "./grid.ts";
import { suppress } from "./suppression.ts";
import { type AnonymisedRecords, tradersOf, tradersWithin } from "./traders.ts";

const HIDDEN: Amount = { state: "hidden" };

/**
 * `rows` is what the release was made of; null where there is none, because the numbers come as
 * ready-made cells: then each table is protected by itself. Tables of nothing are left out.
 * `goesOn`: the year is not over, so the same will be published again with some matters more, and
 * two such tables less one another are a table of these few. Until then no cell is told.
 */
export function publishedTables(
  metrics: readonly TableMetric[],
  computed: ReadonlyMap<string, Computed>,
  rows: AnonymisedRecords | null,
  goesOn = false,
): Map<string, CrossTable> {
  const grids = metrics
    .filter(({ quantile }) => !quantile)
    .map((metric) => new Grid(metric, computed.get(metric.id)?.groups ?? []))
    .filter(tellsSomething);
  if (goesOn) {
    for (const { published } of grids) published.fill(0);
    return new Map(grids.map((grid) => [grid.metric.id, tableOf(grid)]));
  }
  // Tables without conditions in common are of other matters; one suppression goes over those alike.
  if (rows) suppress(grids, tradersOf(rows, grids));
  else for (const grid of grids) suppress([grid], tradersWithin(grid));
  const counts = new Map(grids.map((grid) => [grid.metric.id, tableOf(grid)]));
  const quantiles = metrics.flatMap((metric) => {
    const base = grids.find(({ metric: one }) => !one.merged && one.by.join() === metric.by.join());
    if (!metric.quantile || !base) return [];
    const table = ofLargeCells(metric, computed.get(metric.id), counts.get(base.metric.id)!);
    return [[metric.id, table] as const];
  });
  return new Map([...counts, ...quantiles]);
}

function tellsSomething({ rows, columns }: Grid): boolean {
  const says = (words: readonly string[]) =>
    words.some((word) => word !== UNSTATED && word !== REST);
  return says(rows) && says(columns);
}

function tableOf(grid: Grid): CrossTable {
  const cells = new Map(
    grid.rows.map((word, row) => [
      word,
      new Map(
        grid.columns.map((other, column): [string, Amount] => {
          const cell = grid.cell(row, column);
          return [other, grid.published[cell] === 1 ? known(grid.counts[cell]!) : HIDDEN];
        }),
      ),
    ]),
  );
  return new CrossTable(grid.metric, grid.rows, grid.columns, cells);
}

function known(value: number): Amount {
  return { state: "known", value, qualifier: "exact", missing: 0, undetermined: 0 };
}

/** Quantiles of the cells that are public to be large (see published-figures.ts). */
function ofLargeCells(
  metric: TableMetric,
  own: Computed | undefined,
  base: CrossTable,
): CrossTable {
  const fewest = fewestIn(metric.quantile!) + 2 * THRESHOLD;
  const values = cellsOf(own?.groups ?? []);
  const large = base.rows.map((row) =>
    base.columns.map((column): Amount => {
      const size = base.amountOf(row, column);
      const isLarge = size.state === "known" && size.value >= fewest;
      const value = values.get(row)?.get(column);
      return isLarge && value ? value : { state: "small", under: fewest };
    }),
  );
  const told = toldQuantile(large.flat(), own?.spread);
  const cells = new Map(
    base.rows.map((row, at) => [
      row,
      new Map(base.columns.map((column, place) => [column, told(large[at]![place]!)])),
    ]),
  );
  return new CrossTable(metric, base.rows, base.columns, cells);
}
