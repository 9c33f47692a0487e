/** What is told of one street, or one kind, in a year: numbers, and none that is not published. */
import { figureOf } from "../figures/figures.ts";
import { LATE, MERGED_RATINGS, SATISFIED_ALL, UNSATISFIED } from "../metrics/complaint-tables.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import { LAST } from "../metrics/engine/group-order.ts";
import { type MonthTold, monthsIn, type Rating, ratingIn } from "../site/ticket-tables.ts";
import type { Year } from "../site/year.ts";
import { type Amount, isExact, known, sum as sumOf, UNKNOWN_AMOUNT } from "../values/amount.ts";
import type { Aspect } from "./aspects.ts";

export interface Portion {
  word: string;
  amount: Amount;
  days: Amount;
}

/** Parts of a whole: those that are told, the most first; of the rest how many there are together. */
export interface Parts {
  told: readonly Portion[];
  untold: readonly string[];
  /** Null where the whole is not exactly known. */
  left: number | null;
}

export interface SubjectTold {
  word: string;
  count: Amount;
  median: Amount;
  most: Amount;
  /** Null where deadlines are not told of so many that late ones could be counted. */
  late: Amount | null;
  /** Null where nobody's rating is told. */
  rating: Rating | null;
  parts: Parts | null;
  /** By month of the period, in their order; null where months are not told. */
  months: readonly MonthTold[] | null;
}

export function toldOf(year: Year, aspect: Aspect, word: string): SubjectTold {
  const count = amountIn(year, aspect.count, word);
  return {
    word,
    count,
    median: amountIn(year, aspect.median, word),
    most: amountIn(year, aspect.most, word),
    late: lateIn(year, aspect, word),
    rating: ratingIn(year, aspect.rating, word, count),
    parts: partsIn(year, aspect, word, count),
    months: monthsIn(year, aspect.months, word),
  };
}

/** The same of all tickets. */
export function overall(year: Year) {
  const byRating = year.columnTotals("complaints").get("complaints by satisfaction")?.groups ?? [];
  const sum = (words: readonly string[]) =>
    sumOf(byRating.filter(({ word }) => words.includes(word)).map(({ amount }) => amount));
  const [unsatisfied, satisfied] = [MERGED_RATINGS[UNSATISFIED], MERGED_RATINGS[SATISFIED_ALL]];
  return {
    count: figureOf(year, "complaints").computed,
    median: figureOf(year, "handling-days").computed,
    most: figureOf(year, "handling-days-p90").computed,
    unsatisfied: sum(unsatisfied),
    rated: sum([...unsatisfied, ...satisfied]),
  };
}

function amountIn(year: Year, id: string, word: string): Amount {
  return groupOf(year, id, word) ?? UNKNOWN_AMOUNT;
}

function groupOf(year: Year, id: string, word: string): Amount | undefined {
  return figureOf(year, id).groups?.find((group) => group.word === word)?.amount;
}

/** How many are of no word: none where the rows name each, unknown where nothing is told by it. */
export function unsaidIn(year: Year, id: string): Amount {
  return figureOf(year, id).groups ? (groupOf(year, id, UNSTATED) ?? known(0)) : UNKNOWN_AMOUNT;
}

/** A street of whose tickets many have no deadline written would look punctual. */
const MOST_UNDATED = 0.02;

function lateIn(year: Year, aspect: Aspect, word: string): Amount | null {
  const table = year.tables.get(aspect.lateness);
  const byWord = year.columnTotals("complaints").get("complaints by timeliness");
  const undated = byWord?.groups?.find((group) => group.word === UNSTATED)?.amount ?? known(0);
  const { count } = overall(year);
  if (!table || !isExact(count) || !isExact(undated)) return null;
  if (undated.value > count.value * MOST_UNDATED) return null;
  return table.columns.includes(LATE) ? table.amountOf(word, LATE) : known(0);
}

function partsIn(year: Year, aspect: Aspect, word: string, count: Amount): Parts | null {
  const table = year.tables.get(aspect.cross);
  if (!table) return null;
  const words = aspect.crossAt === 0 ? table.columns : table.rows;
  const of = (id: string, other: string) => {
    const pair = aspect.crossAt === 0 ? ([word, other] as const) : ([other, word] as const);
    return year.tables.get(id)?.amountOf(...pair) ?? UNKNOWN_AMOUNT;
  };
  const all = words.map((other) => ({
    word: other,
    amount: of(aspect.cross, other),
    days: of(aspect.days, other),
  }));
  const last = (one: Portion) => LAST.indexOf(one.word);
  const told = all
    .filter(({ amount }) => isExact(amount))
    .sort((a, b) => last(a) - last(b) || valueIn(b.amount) - valueIn(a.amount));
  const sum = told.reduce((total, { amount }) => total + valueIn(amount), 0);
  return {
    told,
    untold: all.filter(({ amount }) => !isExact(amount)).map((one) => one.word),
    left: isExact(count) ? count.value - sum : null,
  };
}

/** 0 where it is not known. */
export function valueIn(amount: Amount): number {
  return amount.state === "known" ? amount.value : 0;
}
