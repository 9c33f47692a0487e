/** One table, checked as `npm run check` would check it in the data folder, and the figures it makes. */
import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import { indicators } from "../datasets/indicators.ts";
import type { OwnKinds } from "../datasets/kinds.ts";
import { statistics } from "../datasets/statistics.ts";
import { exportNamed } from "../exports/raw.ts";
import { checkStatements } from "../figures/check-statements.ts";
import { figuresOf } from "../figures/figures.ts";
import { ownMetrics, statementOf } from "../figures/statements.ts";
import { statisticsOf } from "../figures/statistics.ts";
import { wordsOnly } from "../ingest/cells/lexicon.ts";
import { memoryFolder } from "../ingest/folder.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import { TypedColumns } from "../ingest/rows/typed.ts";
import { DatasetYear } from "../load/dataset-year.ts";
import { isRowMetric, type Metric, withOwnWords } from "../metrics/define.ts";
import { metrics as declared } from "../metrics/index.ts";
import { amountText } from "../text/format.ts";

/** What the bureau's site knows besides the table. */
export interface SiteAround {
  /** As site.yaml. */
  site: string;
  /** Years whose data end before they do, and when. */
  days: Readonly<Record<number, string>>;
  /** As vocabularies.yaml; empty where there is none. */
  words: string;
  /** The words of the column 栏目. */
  topics: readonly string[];
}

/** A figure as it is shown. */
export interface Shown {
  id: string;
  label: string;
  text: string;
}

export interface CheckedTable {
  problems: Problem[];
  /** The figures of this table; none while there is an error. */
  figures: Shown[];
}

/** Cells that a page can name: more than anybody mends by hand. */
const PLACES = 2000;

export async function checkTable(
  bytes: Uint8Array,
  dataset: Dataset,
  year: number,
  { site, days, words, topics }: SiteAround,
): Promise<CheckedTable> {
  const path = `${year}/${dataset.id}.csv`;
  const until = days[year];
  const ends = until ? `年度:\n  ${year}: { 截至: ${until} }\n` : "";
  const files = { "site.yaml": `${site}${ends}`, ...(words ? { "vocabularies.yaml": words } : {}) };
  // TypeScript does not see that a callback fills it.
  let taken = null as DatasetYear | null;
  let metrics: readonly Metric[] = declared;
  const open = (kinds: OwnKinds, table: TypedColumns) => {
    metrics = declared.map((metric) => withOwnWords(metric, kinds));
    return new DatasetYear(table, metrics, [], true);
  };
  const { problems, vocabularies, years } = await ingest(
    memoryFolder({ ...files, [path]: bytes }),
    () => new Map([["栏目", wordsOnly(topics)]]),
    (_, table, kinds) => {
      const own = open(kinds, table);
      taken = own;
      return (batch) => own.add(batch);
    },
    { placesKept: PLACES, exportNamed },
  );
  const [read] = years;
  const rows = taken?.rows ?? [];
  const statements = !read
    ? []
    : dataset === indicators
      ? rows.map((row) => statementOf(row, read.period))
      : dataset === statistics
        ? statisticsOf(rows, read.period, problems)
        : [];
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const own = ownMetrics(statements, byId, () => "");
  checkStatements(
    statements,
    new Map([...byId, ...own.map((one) => [one.id, one] as const)]),
    problems,
  );
  const list = problems.list.filter(({ file }) => file === path);
  if (!taken || !read || list.some(({ severity }) => severity === "error")) {
    return { problems: list, figures: [] };
  }
  const results = new Map(
    datasets.flatMap((one) => [
      ...(one === dataset && taken ? taken : emptyOf(one, year, metrics)).results,
    ]),
  );
  const figures = figuresOf(read.period, metrics, results, [], vocabularies);
  const shown = [...figures.values()].filter(
    ({ metric, amount }) => amount.state !== "unknown" && isOf(metric, dataset),
  );
  return {
    problems: list,
    figures: shown.map(({ metric, amount, unit }) => ({
      id: metric.id,
      label: metric.label,
      text: amountText(amount, unit),
    })),
  };
}

function emptyOf(dataset: Dataset, year: number, metrics: readonly Metric[]): DatasetYear {
  return new DatasetYear(new TypedColumns(dataset, year), metrics, [], true);
}

/** Whether a figure comes of the rows of a table alone. */
export function isOf(metric: Metric, dataset: Dataset): boolean {
  if (isRowMetric(metric)) return metric.dataset === dataset;
  if (metric.kind !== "ratio") return false;
  return [metric.numerator, metric.denominator].every((id) =>
    declared.some((one) => one.id === id && isOf(one, dataset)),
  );
}
