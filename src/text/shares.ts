/** A part of a whole as a finding: the rate with its base, or the counts where there are few. */
import { isWithheld, type KnownAmount } from "../values/amount.ts";
import { numberText } from "./format.ts";
import { PERCENT_BASE, percentText } from "./percent.ts";
import type { Valued } from "./sentences.ts";

export interface PartOfWhole {
  whole: Valued;
  part: Valued;
  /** What the whole is of: 诉求工单. */
  of: string;
  /** Which of them: 到期的. */
  which: string;
  /** What was done with the part: 按时办结. */
  did: string;
  /** Of what time the whole is: 全年. */
  time: string;
  /** It is what they are, not what was done: 满意, 已解决. */
  isState?: true;
}

/**
 * “到期的25,315件诉求工单，96%按时办结”; of few the counts. Null where the two do not make a rate: not plain,
 * in dispute, or withheld. Of some it may be unknown whether they belong: then it is of the others.
 */
export function shareText({
  whole,
  part,
  of,
  which,
  did,
  time,
  isState,
}: PartOfWhole): string | null {
  if (whole.against || part.against) return null;
  if (isWithheld(whole.amount) || isWithheld(part.amount)) return null;
  if (!isPlain(whole) || !isPlain(part)) return null;
  const [all, some] = [whole.amount, part.amount];
  if (all.undetermined !== some.undetermined || some.value > all.value) return null;
  const open = all.undetermined > 0;
  if (all.value === 0) return open ? null : `${time}没有${which}${of}`;
  const base = `${open && !which.includes("写明") ? "已知" : ""}${which}${numberText(all.value)}${whole.unit}${of}`;
  if (some.value === all.value) return `${base}\u200b${all.value > 1 ? "全部" : ""}${did}`;
  if (some.value === 0)
    return `${base}\u200b没有${all.value > 1 || isState ? `一${whole.unit}` : ""}${did}`;
  return all.value < PERCENT_BASE
    ? `${base}里，\u200b${numberText(some.value)}${part.unit}${did}`
    : `${base}，\u200b${percentText(some.value, all.value)}${did}`;
}

function isPlain(one: Valued): one is Valued & { amount: KnownAmount } {
  const { amount } = one;
  return amount.state === "known" && amount.qualifier === "exact" && amount.missing === 0;
}
