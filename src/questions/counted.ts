/** How many matters were asked about and how many were as they should be, where both are known for certain. */
import type { Item } from "../charts/define.ts";
import { figureOf } from "../figures/figures.ts";
import { undeterminedText } from "../figures/undetermined.ts";
import { findingOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import type { Year } from "../site/year.ts";
import { isExact } from "../values/amount.ts";
import { differenceOf, shareIn } from "../values/decimals.ts";
import type { KeptShare } from "./define.ts";

export interface AskedAndKept {
  asked: number;
  kept: number;
  missed: number;
  unit: string;
  /** So many more could not be told, and in words; they are in neither number. */
  undetermined: number;
  others: string;
}

/** Null where a number is unknown, vague, withheld or in dispute, or a part exceeds its whole. */
export function countedOf(year: Year, asked: string, kept: string): AskedAndKept | null {
  const [whole, part] = [asked, kept].map((id) => plainOf(year, id));
  const { unit } = figureOf(year, asked);
  if (!whole || !part || part.value > whole.value) return null;
  // Missing only in the part, they would make it too small.
  if (whole.undetermined !== part.undetermined) return null;
  return {
    asked: whole.value,
    kept: part.value,
    missed: whole.value - part.value,
    unit,
    undetermined: whole.undetermined,
    others: undeterminedText(figureOf(year, asked)),
  };
}

/** Of what there is none nothing was asked. */
export const NONE_ASKED = { asked: 0, kept: 0, missed: 0, undetermined: 0, others: "" };

/** Whether a number of the year is known to be none. */
export function noneOf(year: Year, id: string): boolean {
  const plain = plainOf(year, id);
  return plain?.value === 0 && plain.undetermined === 0;
}

/** A number of which no part is missing; two that disagree are none, unless the bureau has said which holds. */
export function plainOf(year: Year, id: string): { value: number; undetermined: number } | null {
  const { amount } = figureOf(year, id);
  const finding = findingOf(year, id);
  if (finding && !isAnswered(year, finding)) return null;
  if (amount.state !== "known" || amount.qualifier !== "exact" || amount.missing > 0) return null;
  return { value: amount.value, undetermined: amount.undetermined };
}

/** The share of a rate that is published without its counts: it may be the worst answer, or the best. */
export function rateShare(id: string, stated: Item, clause: string): KeptShare[] {
  const { amount, unit, label } = stated;
  if (!isExact(amount) || unit !== "%" || amount.value > 100) return [];
  return [
    {
      of: id,
      figures: [id],
      asked: 100,
      missed: differenceOf(100, amount.value),
      unit,
      clause,
      missedLabel: label,
      isRate: true,
    },
  ];
}

/** What is said of those that could not be told. */
export function leftOut({ others }: AskedAndKept): string[] {
  return others === "" ? [] : [`${others}写得不全，不能判断`];
}

/** The same where they are many beside what is told: a short answer must say it too. */
export function manyLeftOut(counted: AskedAndKept): string[] {
  return counted.undetermined * 10 >= counted.asked ? leftOut(counted) : [];
}

const PER = [100, 1000];

/**
 * “每100件约有4件”: where there are hundreds, a share is understood sooner than two long numbers.
 * Null where there are fewer, or it would say all or none.
 */
export function perHundred({ asked, missed, unit }: AskedAndKept): string | null {
  for (const per of PER) {
    const share = shareIn(per, missed, asked);
    const whole = Math.round(share);
    if (asked < per || whole === 0) continue;
    if (whole === per) return null;
    return `每${per}${unit}${Number.isInteger(share) ? "" : "约"}有${whole}${unit}`;
  }
  return null;
}
