/** What became of the cases that went to legal review: each by the conclusions it got, in their order. */
import { figureOf } from "../figures/figures.ts";
import { isRowMetric } from "../metrics/define.ts";
import type { Year } from "../site/year.ts";
import { isExact } from "../values/amount.ts";

export interface Reviewed {
  total: number;
  unit: string;
  /** Passed at once; passed after having been sent back; sent back and not passed so far; none of these. */
  once: number;
  later: number;
  notYet: number;
  open: number;
  /** Of those passed later, after how many returns. */
  rounds: readonly { times: number; value: number }[];
}

/** Null where the ways are not known for certain. */
export function reviewedOf(year: Year): Reviewed | null {
  const { groups, unit } = figureOf(year, "review-ways");
  const passed = wordsOf(year, "legal-reviews-passed");
  const returned = wordsOf(year, "legal-reviews-returned");
  if (!groups || groups.length === 0) return null;
  const found = { total: 0, once: 0, later: 0, notYet: 0, open: 0 };
  const rounds = new Map<number, number>();
  for (const { word, amount } of groups) {
    if (!isExact(amount)) return null;
    const steps = word.split("→");
    const times = steps.filter((step) => returned.includes(step)).length;
    const isPassed = passed.includes(steps.at(-1) ?? "");
    const what = isPassed ? (times > 0 ? "later" : "once") : times > 0 ? "notYet" : "open";
    found[what] += amount.value;
    found.total += amount.value;
    if (what === "later") rounds.set(times, (rounds.get(times) ?? 0) + amount.value);
  }
  return {
    ...found,
    unit,
    rounds: [...rounds]
      .map(([times, value]) => ({ times, value }))
      .sort((a, b) => a.times - b.times),
  };
}

/** The bureau's words for a kind of conclusion: those that the metric asks for. */
function wordsOf(year: Year, id: string): readonly string[] {
  const { metric } = figureOf(year, id);
  return isRowMetric(metric) ? [metric.where.conclusion ?? []].flat() : [];
}
