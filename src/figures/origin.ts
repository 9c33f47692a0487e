/**
 * What a number was really taken of: rows of a table, the report, the statutory tables. The one place
 * that knows it; every sentence about where numbers come from is made of this.
 */
import type { Dataset } from "../datasets/define.ts";
import { statistics } from "../datasets/statistics.ts";
import { isRowMetric, type Metric } from "../metrics/define.ts";
import { listText } from "../text/format.ts";
import type { Amount } from "../values/amount.ts";
import type { Provenance } from "../values/provenance.ts";
import type { Statement } from "./statements.ts";

export interface Origin {
  /** The tables whose rows were counted. */
  readonly rows: readonly Dataset[];
  /** Sections of the report that write it: as a number of its own, or as the rows that were counted. */
  readonly sections: readonly string[];
  /** It stands in the statutory tables. */
  readonly statistics: boolean;
}

export const NO_ORIGIN: Origin = Object.freeze({ rows: [], sections: [], statistics: false });

export function isNoOrigin({ rows, sections, statistics }: Origin): boolean {
  return rows.length === 0 && sections.length === 0 && !statistics;
}

/** Rows were counted; those that name a section are what the report itself writes. */
export function originOfRows(
  metric: Metric,
  amount: Amount,
  { total, sections }: Provenance,
): Origin {
  // Of a counted 0 there is no row, yet it was counted.
  if (!isRowMetric(metric) || (total === 0 && amount.state === "unknown")) return NO_ORIGIN;
  return { rows: [metric.dataset], sections, statistics: false };
}

export function originOfStatement({ section, listed }: Statement): Origin {
  return listed
    ? { ...NO_ORIGIN, statistics: true }
    : { ...NO_ORIGIN, sections: section === "" ? [] : [section] };
}

/** Of a number made of several, or of several numbers. */
export function originOfAll(all: Iterable<Origin>): Origin {
  const origins = [...all];
  return {
    rows: [...new Set(origins.flatMap(({ rows }) => rows))],
    sections: [...new Set(origins.flatMap(({ sections }) => sections))],
    statistics: origins.some((one) => one.statistics),
  };
}

/** “年度报告和逐行数据”: the kinds of several numbers, in a sentence. */
export function sourcesText({ rows, sections, statistics }: Origin): string {
  return listText([
    ...(sections.length > 0 ? ["年度报告"] : []),
    ...(statistics ? [STATISTICS] : []),
    ...(rows.length > 0 ? [ROWS] : []),
  ]);
}

/** How each kind is called in tables and downloads. */
export const ROWS = "逐行数据";
export const REPORT = "报告写明";
export const STATISTICS = statistics.label;

/** “逐行数据（cases.csv）、报告写明”: the kinds of a number, in a cell. */
export function kindsText({ rows, sections, statistics }: Origin): string {
  return [
    ...rows.map(({ id }) => `${ROWS}（${id}.csv）`),
    ...(sections.length > 0 ? [REPORT] : []),
    ...(statistics ? [STATISTICS] : []),
  ].join("、");
}
