/** What a site says of one dataset in a year, and what is true of it: for the intruder of the tests. */
import { HANDLING_BANDS, HANDLING_DAYS, TICKET_CHANNELS } from "../../src/datasets/complaints.ts";
import type { Dataset } from "../../src/datasets/define.ts";
import { amountJson, figureJson } from "../../src/downloads/figures.ts";
import { releaseJson } from "../../src/downloads/rows.ts";
import type { Figure } from "../../src/figures/figures.ts";
import type { Row } from "../../src/ingest/rows/row.ts";
import { columnOf, isRowMetric, type RowMetric } from "../../src/metrics/define.ts";
import type { CrossTable } from "../../src/metrics/engine/cross-table.ts";
import { metrics } from "../../src/metrics/index.ts";
import { columnSentences } from "../../src/metrics/sorts.ts";
import type { Year } from "../../src/site/year.ts";
import { SMALL_BASE } from "../../src/values/amount.ts";
import type { Quantity } from "../../src/values/quantity.ts";
import { cellOf, type Declared, EMPTY, type Line, type PublicYear, type Said } from "./intruder.ts";

interface FigureJson {
  id: string;
  amount: Said;
  groups: (Said & { label: string })[];
}

/** From the texts that are downloaded. */
export function publicOf(
  figures: readonly unknown[],
  rows: readonly unknown[],
  tables: PublicYear["tables"] = [],
  whole: readonly string[] = [],
): PublicYear {
  return {
    tables,
    figures: new Map(
      (figures as FigureJson[]).map(({ id, amount, groups }) => [
        id,
        { amount, groups: new Map(groups.map((group) => [group.label, group])) },
      ]),
    ),
    lines: linesOf(rows, whole),
  };
}

/**
 * Rows as they are downloaded; one whose 件数 is not told tells nothing. Of a row that is public by
 * itself, what is not written (`whole`: of these columns) is an empty cell, and not withheld.
 */
export function linesOf(rows: readonly unknown[], whole: readonly string[] = []): Line[] {
  return (rows as Record<string, unknown>[]).flatMap(
    ({ count, alike, source, section, ...words }): Line[] => {
      const isFew = typeof count === "object" && count !== null && "suppressed" in count;
      if (typeof count !== "number" && !isFew) return [];
      const empty = alike === true ? [] : whole.map((key) => [key, words[key] ?? EMPTY] as const);
      return [
        {
          words: { ...words, ...Object.fromEntries(empty) } as Record<string, string | null>,
          count: isFew ? [1, 4] : [count as number, count as number],
        },
      ];
    },
  );
}

/** The same of a site that is not written to disk. */
export function publicYearOf(year: Year, dataset: Dataset): PublicYear {
  const release = year.release(dataset.id);
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  // The explorer prints these.
  const byColumn = [...year.columnTotals(dataset.id)].map(([id, { amount, groups }]) => ({
    id,
    amount: amountJson(amount),
    groups: (groups ?? []).map((group) => ({ label: group.word, ...amountJson(group.amount) })),
  }));
  return publicOf(
    [...[...year.figures.values()].map((figure) => saidOf(year, figure)), ...byColumn].map(json),
    release ? [...releaseJson(release)].map(json) : [],
    [...year.tables.values()]
      .filter(({ metric }) => metric.dataset.id === dataset.id)
      .flatMap(saidBy),
    dataset.id === "cases" ? dataset.explore : [],
  );
}

/** A figure as it is downloaded; of how many too few there are is in its table and on its pages. */
function saidOf(year: Year, figure: Figure): unknown {
  const { groups, ...said } = figureJson(year, figure) as { groups: Said[] };
  const under = (at: number) => {
    const { amount } = figure.groups![at]!;
    return amount.state === "small" ? { under: amount.under ?? SMALL_BASE } : {};
  };
  return { ...said, groups: groups.map((group, at) => ({ ...group, ...under(at) })) };
}

/** What a table of two columns says. */
function saidBy(table: CrossTable): PublicYear["tables"] {
  const { by, merged } = table.metric;
  const wordsOf = (word: string) => (word === "未注明" ? [EMPTY] : [word]);
  const all = columnOf(table.metric.dataset, by[1]).words ?? [];
  const named = Object.values(merged ?? {}).flat();
  const others = [EMPTY, ...all.filter((word) => !named.includes(word))];
  const mergedOf = (word: string) => merged?.[word] ?? others;
  const cells = table.rows.flatMap((row) =>
    table.columns.map((column) => ({
      words: [wordsOf(row), merged ? mergedOf(column) : wordsOf(column)] as const,
      said: amountJson(table.amountOf(row, column)) as unknown as Said,
    })),
  );
  return [{ by, cells, metric: table.metric }];
}

export function metricsOf(dataset: Dataset): RowMetric[] {
  const own = metrics.filter(isRowMetric).filter((metric) => metric.dataset === dataset);
  return [...own, ...columnSentences(dataset, metrics)];
}

/** Every word of some columns that is public or declared. */
function wordsOf(
  year: PublicYear,
  dataset: Dataset,
  keys: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    keys.map((key) => {
      const words = new Set([EMPTY, ...(columnOf(dataset, key).words ?? [])]);
      for (const { words: own } of year.lines ?? []) if (own[key] != null) words.add(own[key]);
      for (const { by, id } of metricsOf(dataset)) {
        if (by !== key) continue;
        for (const word of year.figures.get(id)?.groups.keys() ?? []) words.add(word);
      }
      words.delete("未注明");
      return [key, [...words]];
    }),
  );
}

const NOT_HANDLED = ["退回", "不予受理", "作废"];
const CLOSED = ["按时办结", "逾期办结"];
const OPEN = "逾期未办结";
/** Closed or not: its deadline comes after the day of the data. */
const NOT_DUE = "未到期";

/** Whether a word says that the matter is resolved; null where it does not tell. */
function resolved(column: string, word: string): boolean | null {
  if (column === "state") return word === "已办结";
  if (column === "close_band" || column === "close_day") return word !== EMPTY;
  if (column === "timeliness") {
    return CLOSED.includes(word) ? true : word === EMPTY || word === NOT_DUE ? null : false;
  }
  if (column === "satisfaction") return word === EMPTY ? null : true;
  return null;
}

/** What is declared of complaints, with what their columns mean. */
export function declaredComplaints(year: PublicYear, dataset: Dataset): Declared {
  const keys = [...(dataset.explore ?? []), "accepted_weekday"];
  const bands = [0, 3, 7, 15, 30, Number.POSITIVE_INFINITY];
  const columns = wordsOf(year, dataset, keys);
  // Of the days only those that some ticket took.
  const days = HANDLING_DAYS.filter((day) => year.figures.get("handling-by-day")?.groups.has(day));
  return {
    // What went back is counted by itself: it is in no row and in no other number.
    metrics: metricsOf(dataset).filter(({ id }) => !id.endsWith("-left-out")),
    columns: new Map([
      ...columns,
      ...(days.length > 0 ? [["close_day", [EMPTY, ...days]] as const] : []),
    ]),
    universe: { column: "channel", words: TICKET_CHANNELS },
    excludes(column, word, other, otherWord) {
      const [one, two] = [resolved(column, word), resolved(other, otherWord)];
      if (one !== null && two !== null && one !== two) return true;
      if (column === "timeliness" && other === "state") {
        return isOdd(word, otherWord);
      }
      return column === "state" && other === "timeliness" && isOdd(otherWord, word);
    },
    inWordsOf(column, other, words) {
      if (column !== "state" || words.join() !== "已办结") return null;
      return { close_band: HANDLING_BANDS, close_day: HANDLING_DAYS }[other] ?? null;
    },
    spans: [
      {
        column: "close_band",
        of: "days_to_close",
        place: (day) => bands.findIndex((most) => day <= most),
      },
      {
        column: "close_day",
        of: "days_to_close",
        place: (day) => days.indexOf(HANDLING_DAYS[Math.min(day, HANDLING_DAYS.length - 1)]!),
      },
    ],
  };
}

function isOdd(timeliness: string, state: string): boolean {
  return (
    (timeliness === "不计") !== NOT_HANDLED.includes(state) ||
    (timeliness === OPEN && state === "已办结") ||
    ([OPEN, NOT_DUE].includes(timeliness) && NOT_HANDLED.includes(state))
  );
}

/** Rows as they are, as lines that hide nothing. */
export function trueLines(rows: readonly Row[], dataset: Dataset): Line[] {
  return rows.map(({ values }) => {
    const words = (dataset.explore ?? []).map((key) => {
      const value = values[key] ?? null;
      return [key, Array.isArray(value) ? value.join("、") : (value as string | null)] as const;
    });
    const count = "count" in values ? (values.count as Quantity | null)?.value : 1;
    return { words: Object.fromEntries(words), count: [count ?? 1, count ?? 1] };
  });
}

/** The numbers by two columns that some lines come to. */
export function truthOf(
  rows: readonly (Row | Line)[],
  [a, b]: readonly [string, string],
): Map<string, number> {
  const truth = new Map<string, number>();
  for (const row of rows) {
    const isRow = "values" in row;
    const word = (key: string) => {
      const value = (isRow ? row.values : row.words)[key] ?? null;
      return Array.isArray(value) ? value.join("、") : ((value as string | null) ?? EMPTY);
    };
    const own = isRow
      ? "count" in row.values
        ? ((row.values.count as Quantity | null)?.value ?? 1)
        : 1
      : row.count[0];
    const cell = cellOf(word(a), word(b));
    truth.set(cell, (truth.get(cell) ?? 0) + own);
  }
  return truth;
}

export function pairsOf(columns: Iterable<string>): [string, string][] {
  const all = [...columns];
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [string, string] => [one, other]));
}

/** What is public of the rows that are released in classes only: numbers less the rows shown one by one. */
export function restOf(year: PublicYear, dataset: Dataset, rows: readonly unknown[]): PublicYear {
  const shown = (rows as Record<string, unknown>[]).filter(({ alike }) => alike !== true);
  const less = (said: Said, passes: (row: Record<string, unknown>) => boolean): Said => {
    if (said.state !== "known") return said;
    const count = shown.filter(passes).reduce((sum, row) => sum + (row.count as number), 0);
    return { state: "known", value: said.value! - count };
  };
  const figures = metricsOf(dataset).flatMap((metric) => {
    const figure = year.figures.get(metric.id);
    if (!figure || metric.kind !== "count") return [];
    const passes = (row: Record<string, unknown>) =>
      Object.entries(metric.where).every(([key, words]) => words.includes(row[key] as string));
    const groups = [...figure.groups].map(
      ([word, said]) =>
        [word, less(said, (row) => passes(row) && (row[metric.by!] ?? "未注明") === word)] as const,
    );
    return [[metric.id, { amount: less(figure.amount, passes), groups: new Map(groups) }] as const];
  });
  const lines = (rows as Record<string, unknown>[]).filter(({ alike }) => alike === true);
  return { figures: new Map(figures), lines: linesOf(lines), tables: [] };
}

export function declaredCases(year: PublicYear, dataset: Dataset): Declared {
  const keys = (dataset.explore ?? []).filter((key) => key !== "party_type");
  const metrics = metricsOf(dataset);
  // Of a column that no number is by, there may be words that are nowhere public.
  const columns = [...wordsOf(year, dataset, keys)].map(
    ([key, words]) =>
      [key, metrics.some(({ by }) => by === key) ? words : [...words, "另一个"]] as const,
  );
  return {
    metrics,
    columns: new Map(columns),
    excludes: () => false,
    inWordsOf: () => null,
  };
}
