/** The legal reviews of cases held against their decisions: the two tables meet by the case's number. */
import { cases } from "../datasets/cases.ts";
import { isPenaltyOf } from "../datasets/decisions.ts";
import { type OwnKinds, wordsOfKinds } from "../datasets/kinds.ts";
import { legalReviews } from "../datasets/legal_reviews.ts";
import type { Batch } from "../ingest/rows/typed.ts";

/** The kind of conclusion after which no decision may be made. */
const RETURNED = "未通过";

/** What the penalties of a year show whose reviews are known. */
export interface ReviewedDecisions {
  compared: number;
  /** The last review had not passed them. */
  returned: number;
  /** A review is dated after the decision. */
  late: number;
}

interface Review {
  day: string | null;
  round: number | null;
  returned: boolean;
}

/** Gets all rows of both tables, of all years: a case may be reviewed in one and decided in another. */
export class ReviewsAndDecisions {
  readonly #reviews = new Map<string, Review[]>();
  /** By year, by number: the day of the decision. */
  readonly #decided = new Map<number, Map<string, string>>();

  add(batch: Batch, kinds: OwnKinds): void {
    if (batch.table.dataset === cases) this.#addDecisions(batch);
    else if (batch.table.dataset === legalReviews)
      this.#addReviews(batch, wordsOfKinds(legalReviews.columns.conclusion, [RETURNED], kinds));
  }

  of(year: number): ReviewedDecisions {
    const found = { compared: 0, returned: 0, late: 0 };
    for (const [number, decided] of this.#decided.get(year) ?? []) {
      const reviews = this.#reviews.get(number);
      if (!reviews) continue;
      found.compared++;
      if (lastOf(reviews)?.every(({ returned }) => returned)) found.returned++;
      if (reviews.some(({ day }) => day !== null && day > decided)) found.late++;
    }
    return found;
  }

  #addDecisions(batch: Batch): void {
    const { table } = batch;
    const [number, decided, heaviest] = ["case_no", "decided_on", "heaviest"].map((key) =>
      table.placeOf(key),
    ) as [number, number, number];
    const own = this.#decided.get(table.year) ?? new Map<string, string>();
    this.#decided.set(table.year, own);
    for (let at = 0; at < batch.length; at++) {
      const [no, day] = [batch.value(number, at), batch.value(decided, at)];
      if (typeof no !== "string" || typeof day !== "string") continue;
      if (isPenaltyOf(batch.value(heaviest, at))) own.set(no, day);
    }
  }

  #addReviews(batch: Batch, returned: readonly string[]): void {
    const { table } = batch;
    const [number, reviewed, round, conclusion] = [
      ...["case_no", "reviewed_on", "round", "conclusion"],
    ].map((key) => table.placeOf(key)) as [number, number, number, number];
    for (let at = 0; at < batch.length; at++) {
      const [no, day] = [batch.value(number, at), batch.value(reviewed, at)];
      const said = batch.value(conclusion, at);
      if (typeof no !== "string" || typeof said !== "string") continue;
      const list = this.#reviews.get(no) ?? [];
      this.#reviews.set(no, list);
      list.push({
        day: typeof day === "string" ? day : null,
        round: batch.quantity(round, at)?.value ?? null,
        returned: returned.includes(said),
      });
    }
  }
}

/** The last review, or those that may be; null where nothing tells their order. */
function lastOf(reviews: readonly Review[]): Review[] | null {
  const byDay = latest(reviews, ({ day }) => day);
  if (byDay) return latest(byDay, ({ round }) => round) ?? byDay;
  return latest(reviews, ({ round }) => round) ?? (reviews.length === 1 ? [...reviews] : null);
}

/** Those with the greatest value; null where one has none. */
function latest<T extends string | number>(
  reviews: readonly Review[],
  of: (review: Review) => T | null,
): Review[] | null {
  const values = reviews.map(of);
  if (values.includes(null)) return null;
  const most = (values as T[]).reduce((a, b) => (b > a ? b : a));
  return reviews.filter((_, i) => values[i] === most);
}
