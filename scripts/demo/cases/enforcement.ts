/** How a decision is carried out, and how far it is by a day. */
import { between, chooser, type Random } from "../random.ts";
import { type Penalty, rounded } from "./penalty.ts";

export interface Enforcement {
  enforcement: string;
  /** The day by which it is carried out. */
  paid: number;
}

const endOf = chooser([
  ["自觉履行", 80],
  ["分期延期", 5],
  ["申请法院强制执行", 8],
  ["行政强制执行", 4],
  ["终结", 1.5],
]);

/** `atOnce`: what is settled with the decision itself. */
export function enforcementOf(
  random: Random,
  { punished, atOnce, ended }: { punished: boolean; atOnce: boolean; ended: number },
): Enforcement {
  const enforcement = !punished ? "" : atOnce ? "自觉履行" : endOf(random);
  const wait = enforcement === "自觉履行" ? between(random, 0, 14) : between(random, 45, 210);
  return { enforcement, paid: atOnce ? ended : ended + wait };
}

interface Ended extends Penalty, Enforcement {
  outcome: string;
  ended: number;
}

/** How far a decision was carried out by a day. */
export function executionOf(
  one: Ended,
  last: number,
): { enforcement: string; closed: number; how: string; received: number | null } {
  const { outcome, enforcement, ended, paid } = one;
  const due = (one.fine ?? 0) + (one.confiscated ?? 0);
  const owed = due > 0 ? due : null;
  if (outcome !== "处罚") return { enforcement: "", closed: ended, how: outcome, received: null };
  if (paid > last) {
    const waited = last - ended;
    const urged = waited <= 60 || enforcement === "终结";
    const now = waited <= 15 ? "未到期" : urged ? "催告中" : enforcement;
    const part = enforcement === "分期延期" && owed !== null ? rounded(owed / 3) : null;
    return { enforcement: now, closed: paid, how: "", received: part };
  }
  if (enforcement === "终结") return { enforcement, closed: paid, how: "终结执行", received: null };
  const forced = enforcement.endsWith("强制执行");
  return {
    enforcement,
    closed: paid,
    how: forced ? "强制执行完毕" : "履行完毕",
    received: owed,
  };
}
