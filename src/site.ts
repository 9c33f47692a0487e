/** Everything the pages show, made from one data folder: the end of the ingest, the start of the pages. */
import type { Dataset } from "./datasets/index.ts";
import { datasets } from "./datasets/index.ts";
import { type Check, checksOf } from "./findings/index.ts";
import type { SiteConfig } from "./ingest/config.ts";
import type { Folder } from "./ingest/folder.ts";
import { type Ingested, ingest, type OpenRows } from "./ingest/ingest.ts";
import type { Problem, Problems } from "./ingest/problems.ts";
import { cellOf, type Row } from "./ingest/rows.ts";
import { nearest } from "./ingest/text.ts";
import { TypedColumns } from "./ingest/typed.ts";
import type { Metric } from "./metrics/define.ts";
import {
  checkStatements,
  figuresOf,
  ownMetrics,
  type Statement,
  statementOf,
  type YearFigures,
} from "./metrics/figures.ts";
import { metrics as declared } from "./metrics/index.ts";
import type { Release } from "./protect/release.ts";
import { parseReport, type Report } from "./report/parse.ts";
import { sayUnknownMetrics, Taken } from "./taken.ts";

/** The bureau's explanation of a finding, from notes.csv. */
export interface Note {
  text: string;
  state: string;
  date: string;
}

export interface PlanItem {
  arrangement: string;
  item: string;
  due: string | null;
  progress: string | null;
  progressNote: string | null;
  section: string | null;
}

export interface Year {
  year: number;
  /** The years before it, ascending: a chart of a year never looks further. */
  earlier: readonly Year[];
  figures: YearFigures;
  /** Every comparison made; those with `holds === false` are the findings. */
  checks: readonly Check[];
  notes: ReadonlyMap<string, Note>;
  /** Figures whose definition changed in this year, by notes.csv (状态: 口径变化): id → what changed. */
  redefined: ReadonlyMap<string, string>;
  report: Report | null;
  plan: readonly PlanItem[];
  /** Typed rows of the short lists (indicators, plan, notes); only public columns leave the build. */
  rows: ReadonlyMap<string, readonly Row[]>;
  /** What may leave of the rows of the other datasets; null where there are none. */
  release: (dataset: string) => Release | null;
}

export interface Site {
  config: SiteConfig;
  metrics: ReadonlyMap<string, Metric>;
  /** Ascending. */
  years: readonly Year[];
  latest: Year;
}

export interface Loading {
  /** Gets a short word before each file. */
  onProgress?: (doing: string) => void;
  /** Only the problems are wanted: the rows are counted, and what of them may leave is not worked out. */
  checkOnly?: boolean;
}

/** The site of a data folder, or null when its problems hold an error. Never throws for bad data. */
export async function loadSite(
  folder: Folder,
  { onProgress, checkOnly = false }: Loading = {},
): Promise<{ site: Site | null; problems: Problem[] }> {
  const taken = new Map<string, Taken>();
  const openRows: OpenRows = (year, table) => {
    const own = new Taken(table, checkOnly);
    taken.set(`${year}/${table.dataset.id}`, own);
    return (batch) => own.add(batch);
  };
  const ingested = await ingest(folder, openRows, onProgress);
  sayUnknownMetrics([...taken.values()], ingested.problems);
  // At once: what is kept of a million rows must be gone before the pages need memory.
  const releases = new Map([...taken].map(([key, { release }]) => [key, release]));
  const rowsOf = (year: number, id: string) => taken.get(`${year}/${id}`)?.rows ?? [];
  const releaseOf = (year: number, id: string) => releases.get(`${year}/${id}`) ?? null;
  const computedOf = (year: number, dataset: Dataset) =>
    (taken.get(`${year}/${dataset.id}`) ?? new Taken(new TypedColumns(dataset, year), checkOnly))
      .results;

  const statements = new Map(
    ingested.years.map(({ year }) => [year, rowsOf(year, "indicators").map(statementOf)]),
  );
  const metrics = allMetrics([...statements.values()].flat());
  const years: Year[] = [];
  for (const source of ingested.years) {
    const said = statements.get(source.year) ?? [];
    checkStatements(said, metrics, ingested.problems);
    const computed = new Map(datasets.flatMap((dataset) => [...computedOf(source.year, dataset)]));
    const figures = figuresOf(
      source.year,
      [...metrics.values()],
      computed,
      said,
      ingested.vocabularies,
    );
    years.push(yearOf(source, figures, rowsOf, releaseOf, ingested.problems, [...years]));
  }
  const problems = ingested.problems.list;
  const latest = years.at(-1);
  const usable = ingested.config !== null && latest !== undefined && !ingested.problems.hasErrors;
  return {
    site:
      usable && ingested.config && latest
        ? { config: ingested.config, metrics, years, latest }
        : null,
    problems,
  };
}

function allMetrics(statements: readonly Statement[]): ReadonlyMap<string, Metric> {
  const byId = new Map(declared.map((metric) => [metric.id, metric]));
  return new Map([...byId, ...ownMetrics(statements, byId).map((own) => [own.id, own] as const)]);
}

function yearOf(
  source: Ingested["years"][number],
  figures: YearFigures,
  rowsOf: (year: number, id: string) => readonly Row[],
  releaseOf: (year: number, id: string) => Release | null,
  problems: Problems,
  earlier: readonly Year[],
): Year {
  const { year } = source;
  const checks = checksOf(figures);
  return {
    year,
    earlier,
    figures,
    checks,
    ...notesOf(rowsOf(year, "notes"), checks, figures, problems),
    report: source.report ? parseReport(source.report, figures, problems) : null,
    plan: rowsOf(year, "plan").map(planItem),
    rows: new Map(
      datasets.flatMap(({ id, explore }) => (explore ? [] : [[id, rowsOf(year, id)] as const])),
    ),
    release: (id) => releaseOf(year, id),
  };
}

function textOf(row: Row, key: string): string | null {
  const value = row.values[key];
  return typeof value === "string" ? value : null;
}

function planItem(row: Row): PlanItem {
  return {
    arrangement: textOf(row, "arrangement") ?? "",
    item: textOf(row, "item") ?? "",
    due: textOf(row, "due"),
    progress: textOf(row, "progress"),
    progressNote: textOf(row, "progress_note"),
    section: textOf(row, "section"),
  };
}

/** The state of a note that is not about a finding but about a changed definition. */
const REDEFINED = "口径变化";

function notesOf(
  rows: readonly Row[],
  checks: readonly Check[],
  figures: YearFigures,
  problems: Problems,
): Pick<Year, "notes" | "redefined"> {
  const notes = new Map<string, Note>();
  const redefined = new Map<string, string>();
  const ids = checks.filter((check) => check.holds === false).map((check) => check.id);
  for (const row of rows) {
    const id = textOf(row, "finding") ?? "";
    if (textOf(row, "state") === REDEFINED && figures.has(id)) {
      redefined.set(id, textOf(row, "text") ?? "");
      continue;
    }
    if (!ids.includes(id)) {
      const near = nearest(id, ids);
      problems.add({
        code: "note-unknown",
        file: row.file,
        cell: cellOf(row, "finding"),
        value: id,
        why: "没有这个编号的核对发现，这条说明不会显示",
        mend: near ? `是不是“${near}”？` : "编号见“核对”页；数字已经改对的，可以删掉这一行",
      });
      continue;
    }
    notes.set(id, {
      text: textOf(row, "text") ?? "",
      state: textOf(row, "state") ?? "",
      date: textOf(row, "date") ?? "",
    });
  }
  return { notes, redefined };
}
