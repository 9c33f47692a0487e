/** The checks that do not hold: what the public sees as findings. */
import type { Check } from "./define.ts";

interface Checked {
  checks: readonly Check[];
}

/** Every check that is broken; one that cannot be made for want of data is none. */
export function findingsOf({ checks }: Checked): Check[] {
  return checks.filter((check) => check.holds === false);
}

/** The first disagreement about a figure, if there is one. */
export function findingOf(year: Checked, id: string): Check | undefined {
  return findingsOf(year).find(
    ({ relation, figure }) => relation === "equal" && figure.metric.id === id,
  );
}
