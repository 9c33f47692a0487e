/** What the pages are made of: a site, and its years. */
import type { Edition } from "../editions/define.ts";
import type { YearFigures } from "../figures/figures.ts";
import type { TicketWord } from "../figures/ticket-words.ts";
import type { Check } from "../findings/index.ts";
import type { Notes } from "../findings/notes.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Addresses } from "../ingest/config/vocabularies.ts";
import type { Exception } from "../ingest/exceptions.ts";
import type { Row } from "../ingest/rows/row.ts";
import type { Metric } from "../metrics/define.ts";
import type { Computed } from "../metrics/engine/counter.ts";
import type { CrossTable } from "../metrics/engine/cross-table.ts";
import type { Release } from "../protect/index.ts";
import type { Report } from "../report/parse.ts";
import type { YearlyDuty } from "../report/yearly-duties.ts";
import type { Period } from "../values/period.ts";

/** One item of plan.csv: what the bureau says it will do. */
export interface PlanItem {
  arrangement: string;
  item: string;
  due: string | null;
  progress: string | null;
  progressNote: string | null;
  section: string | null;
}

/** What an earlier report said it would do, and what became of it. */
export interface Commitment extends PlanItem {
  /** The year of that report. */
  saidIn: string;
  /** The year's figures that tell of it. */
  metrics: readonly Metric[];
}

export interface Year extends Notes {
  year: number;
  /** What the body calls itself in a sentence: 本局. */
  self: string;
  /** What it calls the places that its matters are counted by: 街道, 社区. */
  place: string;
  /** The time that its data are of: all of the year, or up to a day. */
  period: Period;
  /** The years before it, ascending: a chart of a year never looks further. */
  earlier: readonly Year[];
  figures: YearFigures;
  /** What numbered tickets are called, on all pages of the site. */
  tickets: TicketWord;
  /** Every comparison; the broken ones are the findings (findingsOf). */
  checks: readonly Check[];
  report: Report | null;
  /** The papers owed for it, and when they were made public. */
  duties: readonly YearlyDuty[];
  plan: readonly PlanItem[];
  /** What earlier reports said would be done by now. */
  commitments: readonly Commitment[];
  /** Typed rows of the short lists (indicators, plan, notes); only public columns leave the build. */
  rows: ReadonlyMap<string, readonly Row[]>;
  /** What may leave of the rows of the other datasets; null where there are none. */
  release: (dataset: string) => Release | null;
  /** All its rows counted: each sort by each column that visitors filter by (src/metrics/sorts.ts). */
  columnTotals: (dataset: string) => ReadonlyMap<string, Computed>;
  /** Tables of two columns by id (src/metrics/complaint-tables.ts): those of which something is told. */
  tables: ReadonlyMap<string, CrossTable>;
}

export interface Site {
  config: SiteConfig;
  /** Those that have a page; figures know all. */
  metrics: ReadonlyMap<string, Metric>;
  /** What the bureau calls words in the addresses of their pages (vocabularies.yaml). */
  addresses: Addresses;
  /** vocabularies.yaml as it is written. */
  words: string;
  /** What may stand in single cells though it looks personal. */
  exceptions: readonly Exception[];
  /** Ascending. */
  years: readonly Year[];
  latest: Year;
  /** What was published before, in its order; it never changes. */
  editions: readonly Edition[];
  /** The day of the edition that is being made, ISO; null while none is. */
  editionDay: string | null;
}
