/** Everything the pages show, made from one data folder: the end of the ingest, the start of the pages. */

import { STREET } from "../datasets/columns.ts";
import { complaints } from "../datasets/complaints.ts";
import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import type { OwnKinds } from "../datasets/kinds.ts";
import { readEditions } from "../editions/read.ts";
import { exportNamed } from "../exports/raw.ts";
import { inCaseWord } from "../figures/case-words.ts";
import { checkPowers } from "../figures/check-powers.ts";
import { checkStatements } from "../figures/check-statements.ts";
import { figuresOf, type YearFigures } from "../figures/figures.ts";
import { inOwnLabels } from "../figures/own-labels.ts";
import { ownMetrics, type Statement, statementOf } from "../figures/statements.ts";
import { statisticsOf } from "../figures/statistics.ts";
import { inTicketWord, ticketWord } from "../figures/ticket-words.ts";
import { checkFigures } from "../findings/index.ts";
import { notesOf } from "../findings/notes.ts";
import { ReviewsAndDecisions } from "../findings/reviewed-decisions.ts";
import { settle } from "../findings/settled.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Folder } from "../ingest/folder.ts";
import { type Ingested, type Ingesting, ingest } from "../ingest/ingest.ts";
import type { Problem, Problems } from "../ingest/problems/problems.ts";
import type { OpenRows } from "../ingest/read-dataset.ts";
import type { Row } from "../ingest/rows/row.ts";
import { TypedColumns } from "../ingest/rows/typed.ts";
import { type Metric, type TableMetric, withOwnWords } from "../metrics/define.ts";
import type { Computed } from "../metrics/engine/counter.ts";
import type { CrossTable } from "../metrics/engine/cross-table.ts";
import { inOwnOrder } from "../metrics/engine/group-order.ts";
import { metrics as declared, tables as declaredTables } from "../metrics/index.ts";
import type { Release } from "../protect/index.ts";
import { parseReport } from "../report/parse.ts";
import { checkWholeYear } from "../report/whole-year.ts";
import { yearlyDuties } from "../report/yearly-duties.ts";
import type { Site, Year } from "../site/year.ts";
import { inPlaceWord, placeOf } from "../text/place.ts";
import { inOwnWord } from "../text/self.ts";
import { sayTopics } from "../topics/of-site.ts";
import { listedMetrics } from "../topics/shown.ts";
import { topicOfStatement, topicWords } from "../topics/words.ts";
import { DatasetYear, sayUnknownMetrics } from "./dataset-year.ts";
import { plansOf, sayPlans } from "./plans.ts";

export interface Loading extends Ingesting {
  /** Only the problems are wanted: the rows are counted, and what of them may leave is not worked out. */
  checkOnly?: boolean;
  /** The day of the edition that is being made. */
  editionDay?: string | null;
}

/** The site of a data folder, or null when its problems hold an error. Never throws for bad data. */
export async function loadSite(
  folder: Folder,
  { checkOnly = false, editionDay = null, ...ingesting }: Loading = {},
): Promise<{ site: Site | null; problems: Problem[] }> {
  const taken = new Map<string, DatasetYear>();
  const reviews = new ReviewsAndDecisions();
  const openRows: OpenRows = (year, table, kinds) => {
    const own = new DatasetYear(table, inWordsOf(kinds), tablesInWordsOf(kinds), checkOnly);
    taken.set(`${year}/${table.dataset.id}`, own);
    return (batch) => {
      own.add(batch);
      reviews.add(batch, kinds);
    };
  };
  const ingested = await ingest(folder, topicWords, openRows, { exportNamed, ...ingesting });
  const metricsOfCode = inWordsOf(ingested.kinds);
  sayUnknownMetrics([...taken.values()], ingested.problems);
  if (ingested.config) {
    sayTopics({ config: ingested.config }, ingested.problems);
    if (ingested.config.questions.length > 0) {
      // What draws is loaded only where it is asked: a check starts in half the time.
      const { sayQuestions } = await import("../questions/of-site.ts");
      sayQuestions({ config: ingested.config }, ingested.problems);
    }
  }
  // Of data with errors nothing leaves.
  const leaving = ingested.problems.hasErrors ? [] : [...taken];
  // At once: what is kept of a million rows must be gone before the pages need memory.
  const releases = new Map(leaving.map(([key, { release }]) => [key, release]));
  const totals = new Map(leaving.map(([key, { columnTotals }]) => [key, columnTotals]));
  const tables = new Map(leaving.map(([key, { crossTables }]) => [key, crossTables]));
  const rowsOf = (year: number, id: string) => taken.get(`${year}/${id}`)?.rows ?? [];
  const totalsOf = (year: number, id: string) => totals.get(`${year}/${id}`) ?? new Map();
  const computedOf = (year: number, dataset: Dataset) =>
    (
      taken.get(`${year}/${dataset.id}`) ??
      new DatasetYear(new TypedColumns(dataset, year), metricsOfCode, [], true)
    ).results;

  const statements = new Map(
    ingested.years.map(({ year, period }) => [
      year,
      [
        ...rowsOf(year, "indicators").map((row) => statementOf(row, period)),
        ...statisticsOf(rowsOf(year, "statistics"), period, ingested.problems),
      ],
    ]),
  );
  const tickets = ticketWord(
    ingested.years
      .filter(({ year }) => taken.has(`${year}/${complaints.id}`))
      .map(({ year }) => computedOf(year, complaints).get("other-requests")?.amount),
    [...statements.values()].flat().map(({ label }) => label),
  );
  const self = ingested.config?.self ?? "";
  const place =
    ingested.config?.place ||
    placeOf([...(ingested.vocabularies.get(STREET.vocabulary)?.values() ?? [])]);
  const called = new Map(
    [...releases].map(([key, release]) => [key, release && inPlaceWords(release, place)]),
  );
  const releaseOf = (year: number, id: string) => called.get(`${year}/${id}`) ?? null;
  const newestFirst = [...statements.values()].reverse();
  const inWords = inTicketWord(metricsOfCode, tickets).map((metric) =>
    inOwnWords(metric, self, place),
  );
  const metrics = allMetrics(inWords, newestFirst.flat(), ingested.config);
  const years: Year[] = [];
  for (const source of ingested.years) {
    const said = statements.get(source.year) ?? [];
    // An indicator's label, unit and 说明 are its year's own.
    const own = allMetrics(inWords, [...said, ...newestFirst.flat()], ingested.config);
    const computed = new Map(datasets.flatMap((dataset) => [...computedOf(source.year, dataset)]));
    const only = computed.get("cases")?.only;
    const ofYear = new Map([...metrics.keys()].map((id) => [id, inCaseWord(own.get(id)!, only)]));
    checkStatements(said, ofYear, ingested.problems, source.refused);
    const figures = figuresOf(
      source.period,
      [...inOwnLabels(ofYear, said).values()],
      computed,
      said,
      ingested.vocabularies,
    );
    checkPowers(ingested.config?.bureau ?? "", figures, said, ingested.problems);
    const words = { self, place, tickets };
    const papers = ingested.config?.papers.get(source.year);
    const tablesOf = (year: number) =>
      new Map(
        datasets
          .flatMap(({ id }) => [...(tables.get(`${year}/${id}`) ?? [])])
          .map(([id, one]) => {
            const [metric] = inTicketWord([one.metric], tickets);
            const called = one.called(inOwnWords(metric!, self, place));
            return [id, inOwnOrder(called, ingested.vocabularies)] as const;
          }),
      );
    const refusedIn = (year: number) =>
      ingested.years.some((one) => one.year === year && one.refused.any);
    const lists = { rowsOf, releaseOf, totalsOf, tablesOf, refusedIn };
    years.push(
      yearOf(source, words, figures, reviews, lists, papers, ingested.problems, [...years]),
    );
  }
  const editions = await readEditions(folder, ingested.problems);
  const problems = ingested.problems.list;
  const latest = years.at(-1);
  const usable = ingested.config !== null && latest !== undefined && !ingested.problems.hasErrors;
  if (!usable || !ingested.config || !latest) return { site: null, problems };
  if (checkOnly) return { site: null, problems };
  const { addresses, words, exceptions } = ingested;
  const config = { ...ingested.config, place };
  const newest = new Map([...latest.figures].map(([id, { metric }]) => [id, metric]));
  const site = {
    config,
    metrics: newest,
    addresses,
    words,
    exceptions,
    years,
    latest,
    editions,
    editionDay,
  };
  return { site: { ...site, metrics: listedMetrics(site) }, problems };
}

/** The metrics of the program, in the words that a bureau has added. */
function inWordsOf(kinds: OwnKinds): Metric[] {
  return declared.map((metric) => withOwnWords(metric, kinds));
}

function tablesInWordsOf(kinds: OwnKinds): TableMetric[] {
  return declaredTables.map((metric) => withOwnWords(metric, kinds));
}

function allMetrics(
  declared: readonly Metric[],
  statements: readonly Statement[],
  config: SiteConfig | null,
): ReadonlyMap<string, Metric> {
  const byId = new Map(declared.map((metric) => [metric.id, metric]));
  const site = config ? { config } : undefined;
  const own = ownMetrics(statements, byId, (statement) => topicOfStatement(statement, site).id);
  return new Map([...byId, ...own.map((metric) => [metric.id, metric] as const)]);
}

function inOwnWords<M extends Pick<Metric, "label" | "definition">>(
  metric: M,
  self: string,
  place: string,
): M {
  const [label, definition] = [metric.label, metric.definition].map((text) =>
    inPlaceWord(inOwnWord(text, self), place),
  ) as [string, string];
  return { ...metric, label, definition };
}

/** A release whose heads are the body's own. */
function inPlaceWords(release: Release, place: string): Release {
  const columns = release.columns.map((one) => ({
    ...one,
    column: { ...one.column, label: inPlaceWord(one.column.label, place) },
  }));
  return { ...release, columns };
}

/** What there is of the rows of a dataset's year. */
interface Lists {
  rowsOf: (year: number, id: string) => readonly Row[];
  releaseOf: (year: number, id: string) => Release | null;
  totalsOf: (year: number, id: string) => ReadonlyMap<string, Computed>;
  tablesOf: (year: number) => ReadonlyMap<string, CrossTable>;
  /** Whether some row of a year has an error. */
  refusedIn: (year: number) => boolean;
}

function yearOf(
  source: Ingested["years"][number],
  words: Pick<Year, "self" | "place" | "tickets">,
  counted: YearFigures,
  reviews: ReviewsAndDecisions,
  { rowsOf, releaseOf, totalsOf, tablesOf, refusedIn }: Lists,
  papers: ReadonlyMap<string, string> | undefined,
  problems: Problems,
  earlier: readonly Year[],
): Year {
  const { year, period, refused } = source;
  const plannedIn = (said: string) => {
    const one = earlier.find(({ year }) => year === Number(said));
    return one && !refusedIn(one.year) ? one.plan.map(({ item }) => item) : undefined;
  };
  const made = checkFigures(counted, reviews.of(year));
  const notes = notesOf(rowsOf(year, "notes"), made, counted, refused, problems);
  const { checks, figures } = settle(made, counted, notes);
  sayPlans(rowsOf(year, "plan"), { figures: [...figures.keys()], plannedIn, refused }, problems);
  if (source.report) checkWholeYear(source.report, period, problems);
  const report = source.report
    ? parseReport(source.report, year, { figures, refused }, problems)
    : null;
  return {
    year,
    ...words,
    period,
    earlier,
    figures,
    checks,
    ...notes,
    report,
    duties: yearlyDuties(year, report?.published ?? "", papers),
    ...plansOf(rowsOf(year, "plan"), figures),
    rows: new Map(
      datasets.flatMap(({ id, explore }) => (explore ? [] : [[id, rowsOf(year, id)] as const])),
    ),
    release: (id) => releaseOf(year, id),
    columnTotals: (id) => totalsOf(year, id),
    tables: tablesOf(year),
  };
}
