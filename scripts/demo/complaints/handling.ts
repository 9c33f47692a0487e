/** A ticket on its way: signed for, first contact, due, closed. */
import { addWorkdays, isWorkday } from "../calendar.ts";
import { between, chooser, logNormal, type Random } from "../random.ts";

/** How a ticket ends: most are settled; some go back, some are void or not ours. */
const endOf = chooser([
  ["已办结", 94.6],
  ["退回", 3.4],
  ["不予受理", 1.2],
  ["作废", 0.8],
]);

export interface Handling {
  signed: number | null;
  contact: number | null;
  due: number | null;
  closed: number | null;
  state: string;
  late: boolean;
}

/** `last`: the day on which the year's file is written; what comes after is not in it. */
export function handlingOf(
  random: Random,
  day: number,
  days: number,
  slowness: number,
  last: number,
): Handling {
  const none = { signed: null, contact: null, due: null, closed: null, late: false };
  const end = endOf(random);
  if (end === "作废" || end === "不予受理") return { ...none, state: end };
  const signed = random() < 0.8 && isWorkday(day) ? day : addWorkdays(day, 1);
  if (signed > last) return { ...none, state: "待签收" };
  if (end === "退回") return { ...none, signed, state: end };

  // Three in a hundred are hard cases: they make the long tail.
  const hard = random() < 0.03;
  const share = logNormal(random, hard ? 1.5 : 0.4, hard ? 0.75 : 0.5) * slowness;
  const taken = Math.round(share * days);
  const closed = Math.max(signed, addWorkdays(day, taken));
  const extended = hard && random() < 0.3;
  const due = addWorkdays(day, extended ? days * 2 : days);
  const contact = Math.min(
    closed,
    addWorkdays(signed, random() < 0.72 ? 0 : between(random, 1, 2)),
  );
  const life = { signed, contact: contact > last ? null : contact, due, late: closed > due };
  if (closed <= last) return { ...life, closed, state: "已办结" };
  return { ...life, closed: null, state: extended ? "延期" : "办理中" };
}
