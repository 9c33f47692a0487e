/** The intruder let loose on a whole year of a dataset: every number by two columns. */
import { cases } from "../../src/datasets/cases.ts";
import { complaints, NOT_HANDLED, TICKET_CHANNELS } from "../../src/datasets/complaints.ts";
import { releaseJson } from "../../src/downloads/rows.ts";
import type { Row } from "../../src/ingest/rows/row.ts";
import type { Year } from "../../src/site/year.ts";
import {
  type Between,
  certain,
  certainBetween,
  type Declared,
  type Found,
  type Pair,
  type PublicYear,
  type Truth,
} from "./intruder.ts";
import {
  declaredCases,
  declaredComplaints,
  linesOf,
  pairsOf,
  publicYearOf,
  restOf,
  truthOf,
} from "./public.ts";

export interface Attack {
  /** How many numbers of 1 to 4 there are. */
  small: number;
  /** Those that the rows, with all else, make certain. */
  certain: Found[];
  /** How many are certain of totals by one column alone: without any row, and without any table. */
  byTotals: number;
}

export function sumOf(attacks: readonly Attack[]): Attack {
  return {
    small: attacks.reduce((sum, { small }) => sum + small, 0),
    certain: attacks.flatMap((attack) => attack.certain),
    byTotals: attacks.reduce((sum, { byTotals }) => sum + byTotals, 0),
  };
}

/** `sets`: which columns he combines at once; every two of them, unless it is said. */
export function attackComplaints(
  known: PublicYear,
  rows: readonly Row[],
  sets?: readonly (readonly string[])[],
): Attack {
  const truth = (pair: Pair) => truthOf(rows.filter(isTicket), pair);
  return attack(known, declaredComplaints(known, complaints), truth, sets);
}

/**
 * Of two states of one year that are both public: every number of 1 to 4, by some two columns, of the
 * tickets that came between, which are `came`.
 */
export function attackBetween(
  between: Between,
  came: readonly Row[],
  sets?: readonly (readonly string[])[],
): Attack {
  const declare = (year: PublicYear) => declaredComplaints(year, complaints);
  return attackEditions(between, declare, came.filter(isTicket), sets);
}

/**
 * The same of cases; `came` are natural persons'. Rows that are public one by one are told whole in
 * both states, whichever of them each is in.
 */
export function attackCasesBetween(
  between: Between,
  came: readonly Row[],
  sets?: readonly (readonly string[])[],
): Attack {
  const declare = (year: PublicYear) => declaredCases(year, cases);
  return attackEditions(between, declare, came, sets);
}

function attackEditions(
  { before, after, ...changes }: Between,
  declare: (year: PublicYear) => Declared,
  came: readonly Row[],
  sets?: readonly (readonly string[])[],
): Attack {
  const [old, own] = [before, after].map(declare);
  const columns = new Map(
    [...own!.columns].map(([key, words]) => [
      key,
      [...new Set([...words, ...(old!.columns.get(key) ?? [])])],
    ]),
  );
  const declared = { ...own!, columns };
  return attackWith(
    declared,
    (pair) => truthOf(came, pair),
    (columns, truths, isOfNumbersOnly) => {
      const [first, second] = [before, after].map((year) =>
        isOfNumbersOnly ? numbersOf(year, declared) : year,
      );
      return certainBetween(
        { before: first!, after: second!, ...changes },
        declared,
        columns,
        truths,
      );
    },
    sets,
  );
}

/** Of cases: those that are released in classes only. */
export function attackCases(year: Year, rows: readonly Row[]): Attack {
  const released = JSON.parse(JSON.stringify([...releaseJson(year.release(cases.id)!)]));
  const own = restOf(publicYearOf(year, cases), cases, released);
  const individual = linesOf(released.filter(({ alike }: { alike?: true }) => !alike));
  const truth = (pair: Pair) => {
    const all = truthOf(rows, pair);
    for (const [cell, count] of truthOf(individual, pair)) all.set(cell, all.get(cell)! - count);
    return all;
  };
  return attack(own, declaredCases(own, cases), truth);
}

/** What went back is in one number, by its state, and in no row. */
function isTicket({ values }: Row): boolean {
  return (
    TICKET_CHANNELS.some((one) => one === values.channel) &&
    !NOT_HANDLED.some((one) => one === values.state)
  );
}

/** What is public without any row and any table. */
function numbersOf(year: PublicYear, declared: Declared): PublicYear {
  // A quantile by a column tells two things as well.
  const crosses = declared.metrics.filter(
    ({ kind, by }) => kind === "quantile" && by !== undefined,
  );
  const figures = new Map(year.figures);
  for (const { id } of crosses) figures.delete(id);
  return { ...year, lines: null, tables: [], figures };
}

function attack(
  year: PublicYear,
  declared: Declared,
  truthBy: (pair: Pair) => Truth,
  sets?: readonly (readonly string[])[],
): Attack {
  const numbersOnly = numbersOf(year, declared);
  return attackWith(
    declared,
    truthBy,
    (columns, truths, isOfNumbersOnly) =>
      certain(isOfNumbersOnly ? numbersOnly : year, declared, columns, truths),
    sets,
  );
}

/** `certainOf` solves, with all that is public or with the numbers by one column alone. */
function attackWith(
  declared: Declared,
  truthBy: (pair: Pair) => Truth,
  certainOf: (
    columns: readonly string[],
    truths: ReadonlyMap<Pair, Truth>,
    isOfNumbersOnly: boolean,
  ) => Found[],
  sets: readonly (readonly string[])[] = pairsOf(declared.columns.keys()),
): Attack {
  return sumOf(
    sets.map((columns) => {
      const truths = new Map(pairsOf(columns).map((pair) => [pair, truthBy(pair)] as const));
      const found = certainOf(columns, truths, false);
      const byPair = Map.groupBy(found, ({ columns: pair }) => pair);
      const own = new Map(
        [...byPair].map(([pair, cells]) => [
          pair,
          new Map(cells.map(({ cell, low }) => [cell, low])),
        ]),
      );
      const names = new Set(certainOf(columns, own, true).map(nameOf));
      const follow = found.filter((one) => names.has(nameOf(one)));
      return {
        small: [...truths.values()]
          .flatMap((truth) => [...truth.values()])
          .filter((count) => count >= 1 && count <= 4).length,
        certain: found.filter((one) => !follow.includes(one)),
        byTotals: follow.length,
      };
    }),
  );
}

function nameOf({ columns, cell }: Found): string {
  return [...columns, cell].join("\t");
}
