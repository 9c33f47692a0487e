/** A rule over the figures of a year, and what it found. Nothing found here stops a build. */

import type { Figure, YearFigures } from "../figures/figures.ts";
import type { Origin } from "../figures/origin.ts";
import type { Amount } from "../values/amount.ts";
import type { Period } from "../values/period.ts";
import type { ReviewedDecisions } from "./reviewed-decisions.ts";

/** One side of a comparison: a number, how it came about, where it stands. */
export interface Side {
  amount: Amount;
  /** “报告总数”, “分项相加”, “逐行数据”. */
  label: string;
  /** The addends or the division, e.g. 6+21+8 or 10÷10; empty when it is written as such. */
  working: string;
  sections: readonly string[];
  /** What this side alone was taken of. */
  origin: Origin;
  /** The time that it is of. */
  period: Period;
}

export type Relation = "equal" | "at-most";

/** The bureau's word on a finding, from notes.csv. */
export interface Note {
  text: string;
  state: string;
  date: string;
  /** The number that holds, where it has said so. */
  holds: Amount | null;
  /** Empty where it is not written. */
  askedOn: string;
  askedOf: string;
}

/** It was asked, and has not said anything yet. */
export const ASKED = "已询问";
/** The number was put right. */
export const CORRECTED = "已更正";

export interface Check {
  /** `<figure>-<rule>`; names the finding in addresses and in notes.csv. */
  id: string;
  rule: Rule;
  figure: Figure;
  /** The id of another figure whose own number is one of the sides: it says so as well. */
  beside?: string;
  left: Side;
  right: Side;
  /** equal: both sides say the same thing; at-most: left cannot exceed right. */
  relation: Relation;
  unit: string;
  /** null: cannot be compared, because a side is unknown or of another time. */
  holds: boolean | null;
  /** Absolute difference of two known exact numbers, else null. */
  difference: number | null;
  /** What the bureau has said, where that tells which number holds: then nothing is in dispute. */
  settled?: Note;
}

export interface Rule {
  id: string;
  /** What the rule demands, in words. */
  label: string;
  /** A finding's headline without blame, e.g. “分项相加与总数不同”. */
  broken: string;
  /** Why it matters, in one sentence. */
  matters: string;
  /** What may be behind it, where two records of one thing differ; none is said to be the one. */
  mayBe?: string;
  /** How the law was kept, and not how numbers agree. */
  about?: "procedure";
  check: (figures: YearFigures, reviewed: ReviewedDecisions) => Omit<Check, "id" | "rule">[];
}
