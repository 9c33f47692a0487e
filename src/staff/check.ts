/** One table, checked as `npm run check` would check it in the data folder, and the figures it makes. */
import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import { indicators } from "../datasets/indicators.ts";
import type { OwnKinds } from "../datasets/kinds.ts";
import { notes } from "../datasets/notes.ts";
import { plan } from "../datasets/plan.ts";
import { statistics } from "../datasets/statistics.ts";
import { exportNamed } from "../exports/raw.ts";
import { checkStatements } from "../figures/check-statements.ts";
import { figuresOf } from "../figures/figures.ts";
import { ownMetrics, statementOf } from "../figures/statements.ts";
import { statisticsOf } from "../figures/statistics.ts";
import { sayUnknownNotes } from "../findings/notes.ts";
import { wordsOnly } from "../ingest/cells/lexicon.ts";
import { EXCEPTION_COLUMNS, EXCEPTIONS_FILE, type Exception } from "../ingest/exceptions.ts";
import { datasetNamed } from "../ingest/files.ts";
import { memoryFolder } from "../ingest/folder.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import { Refused } from "../ingest/rows/refused.ts";
import { TypedColumns } from "../ingest/rows/typed.ts";
import { DatasetYear } from "../load/dataset-year.ts";
import { sayPlans } from "../load/plans.ts";
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
  /** What may stand in single cells though it looks personal, without its reasons. */
  exceptions?: readonly Exception[];
  /** What notes and plans may name: of the other tables nothing else is known here. */
  years?: Readonly<Record<number, NamedInYear>>;
}

/** What is published of a year. */
export interface NamedInYear {
  /** Ids of its own figures, beside those of the program. */
  figures: readonly string[];
  findings: readonly string[];
  checks: readonly string[];
  /** What it has set itself for the next year. */
  planned: readonly string[];
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
  { site, days, words, topics, exceptions = [], years: named = {} }: SiteAround,
): Promise<CheckedTable> {
  const path = `${year}/${dataset.id}.csv`;
  const until = days[year];
  const ends = until ? `年度:\n  ${year}: { 截至: ${until} }\n` : "";
  const files = { "site.yaml": `${site}${ends}`, ...(words ? { "vocabularies.yaml": words } : {}) };
  const lines = exceptions
    .filter(({ file }) => file.startsWith(`${year}/`) && datasetNamed(file) === dataset)
    .map(({ cell, content }) => [path, cell, content, "写在数据里", "本单位", `${year}-01-01`]);
  const list = [EXCEPTION_COLUMNS, ...lines].map((cells) => cells.join(",")).join("\n");
  // TypeScript does not see that a callback fills it.
  let taken = null as DatasetYear | null;
  let metrics: readonly Metric[] = declared;
  const open = (kinds: OwnKinds, table: TypedColumns) => {
    metrics = declared.map((metric) => withOwnWords(metric, kinds));
    return new DatasetYear(table, metrics, [], true);
  };
  const { problems, vocabularies, years } = await ingest(
    memoryFolder({ ...files, [EXCEPTIONS_FILE]: list, [path]: bytes }),
    () => new Map([["栏目", wordsOnly(topics)]]),
    (_, table, kinds) => {
      const own = open(kinds, table);
      taken = own;
      return (batch) => own.add(batch);
    },
    { placesKept: PLACES, exportNamed },
  );
  const [read] = years;
  const refused = read?.refused ?? new Refused();
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
    refused,
  );
  const here = named[year];
  const figures = [...byId.keys(), ...(here?.figures ?? [])];
  if (dataset === plan) {
    sayPlans(
      rows,
      { figures, plannedIn: (said) => named[Number(said)]?.planned, refused },
      problems,
    );
  }
  // Findings are made of all tables of a year: of one that is not published nobody knows them here.
  if (dataset === notes && here) sayUnknownNotes(rows, { ...here, figures }, problems);
  const found = problems.list.filter(({ file }) => file === path);
  if (!taken || !read || found.some(({ severity }) => severity === "error")) {
    return { problems: found, figures: [] };
  }
  const results = new Map(
    datasets.flatMap((one) => [
      ...(one === dataset && taken ? taken : emptyOf(one, year, metrics)).results,
    ]),
  );
  const counted = figuresOf(read.period, metrics, results, [], vocabularies);
  const shown = [...counted.values()].filter(
    ({ metric, amount }) => amount.state !== "unknown" && isOf(metric, dataset),
  );
  return {
    problems: found,
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
