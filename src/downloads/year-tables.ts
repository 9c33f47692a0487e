/** The tables of a year that can be downloaded, by the name of their file. */
import { datasets } from "../datasets/index.ts";
import type { Site, Year } from "../site/year.ts";
import { crossCsv } from "./crosses.ts";
import { figuresTable } from "./figures.ts";
import type { CsvTable } from "./files.ts";
import { linesOf, releaseTable, rowsTable } from "./rows.ts";

export const FIGURES_NAME = "figures";

/** Figures first, then the datasets that have rows, then the tables of two columns. */
export function tableNames(year: Year): string[] {
  const filled = datasets.filter(({ id }) => linesOf(year, id) > 0).map(({ id }) => id);
  return [FIGURES_NAME, ...filled, ...year.tables.keys()];
}

export function yearTable(site: Site, year: Year, name: string): CsvTable {
  const cross = year.tables.get(name);
  if (cross) return crossCsv(year, cross);
  const dataset = datasets.find(({ id }) => id === name);
  if (!dataset) return figuresTable([year], site.metrics);
  const release = year.release(name);
  return release ? releaseTable(release) : rowsTable(dataset, year.rows.get(name) ?? []);
}

/** What it is called and what is in it. */
export function tableWords(year: Year, name: string): { label: string; description: string } {
  const cross = year.tables.get(name)?.metric;
  if (cross) return { label: cross.label, description: cross.definition };
  const dataset = datasets.find(({ id }) => id === name);
  return (
    dataset ?? { label: "全部数字", description: "每个指标在这一年的数：总数、分组、报告的写法。" }
  );
}
