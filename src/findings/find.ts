/** The checks of a year: those made, those about a figure, and those that do not hold — the findings. */
import type { Check } from "./define.ts";

export interface Checked {
  checks: readonly Check[];
}

/** Every check that is broken; one that cannot be made for want of data is none. */
export function findingsOf({ checks }: Checked): Check[] {
  return checks.filter((check) => check.holds === false);
}

/** Every check that could be made, whether it holds or not. */
export function madeOf({ checks }: Checked): Check[] {
  return checks.filter((check) => check.holds !== null);
}

/** Every check of a figure. */
export function checksOf({ checks }: Checked, id: string): Check[] {
  return checks.filter(({ figure }) => figure.metric.id === id);
}

/** Checks of another figure that hold this one's number against theirs. */
export function checksBeside({ checks }: Checked, id: string): Check[] {
  return checks.filter(({ beside }) => beside === id);
}

/** The first disagreement about a figure of which it is not said which number holds. */
export function findingOf(year: Checked, id: string): Check | undefined {
  return findingsOf({ checks: checksOf(year, id) }).find(
    ({ relation, settled }) => relation === "equal" && !settled,
  );
}
