/**
 * Quantiles by group, as they may be published. One is the value of a matter of the group, and how
 * many matters have each value is public: of a value that few have, it would tell whose it is; and
 * that it is withheld would tell that it is one of those. So values that few have stand together,
 * 10–12, by what is public alone: who replays the choice learns nothing.
 */
import { type Amount, known } from "../values/amount.ts";
import { THRESHOLD } from "./threshold.ts";

/** Values that are told as one, and how many matters have one of them. */
interface Span {
  low: number;
  high: number;
  matters: number;
}

/** What is told of such a quantile. `spread`: how many matters in all have each value. */
export function toldQuantile(
  amounts: Iterable<Amount>,
  spread: ReadonlyMap<number, number> = new Map(),
): (amount: Amount) => Amount {
  // Each group that tells a value holds one of its matters: five others are left, whoever tells it.
  const groups = [...amounts].filter(({ state }) => state === "known").length;
  const spans = spansOf(spread, groups + THRESHOLD);
  return (amount) => {
    if (amount.state !== "known") return amount;
    const { value } = amount;
    const span = spans.find(({ low, high }) => low <= value && value <= high);
    if (!span) return { state: "hidden" };
    return span.low === span.high ? amount : spanAmount(span);
  };
}

/** Values in their order, neighbours joined until each span has so many matters; one span if there are fewer. */
function spansOf(spread: ReadonlyMap<number, number>, fewest: number): Span[] {
  const spans: Span[] = [];
  const isFull = (span: Span | undefined) => span !== undefined && span.matters >= fewest;
  for (const [value, matters] of withoutEnds(spread)) {
    const last = spans.at(-1);
    if (last && !isFull(last)) joinTo(last, { low: value, high: value, matters });
    else spans.push({ low: value, high: value, matters });
  }
  const [before, last] = spans.slice(-2);
  if (before && last && !isFull(last)) joinTo(before, spans.pop()!);
  return spans;
}

/**
 * Without the outermost values of so few matters that they are no group's quantile: at least five of
 * a group's own do not exceed it, and more than five reach it (fewestIn).
 */
function withoutEnds(spread: ReadonlyMap<number, number>): [value: number, matters: number][] {
  const all = [...spread].sort(([a], [b]) => a - b);
  const total = all.reduce((sum, [, matters]) => sum + matters, 0);
  let seen = 0;
  return all.filter(([, matters]) => {
    const reach = total - seen;
    seen += matters;
    return seen >= THRESHOLD && reach > THRESHOLD;
  });
}

function joinTo(span: Span, { high, matters }: Span): void {
  span.high = high;
  span.matters += matters;
}

/** The value that the quantile does not exceed, and in words from where it is: 10–12. */
function spanAmount({ low, high }: Span): Amount {
  const digits = `${low}–${high}`;
  const words = { before: "", digits, after: "", behind: "" };
  return { ...known(high, "about"), words, bounds: [low, high] };
}
