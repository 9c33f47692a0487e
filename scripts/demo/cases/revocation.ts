/** Decisions that did not stand. */
import { workdayFrom } from "../calendar.ts";
import { between, oneOf, type Random } from "../random.ts";

export interface Revocation {
  on: number;
  why: string;
  state: string;
}

const REVOKED_BY = ["行政复议决定撤销", "人民法院判决撤销", "自行核查发现认定事实不清"];

/** `from`: the day on which the decision was public, or made. */
export function revocationOf(random: Random, from: number): Revocation | null {
  const undone = random();
  if (undone >= 0.022) return null;
  return {
    on: workdayFrom(from + between(random, 40, 120)),
    why: oneOf(random, REVOKED_BY),
    state: undone < 0.014 ? "已撤销" : undone < 0.019 ? "已变更" : "确认违法",
  };
}
