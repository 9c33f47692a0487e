/** The title of a rate: what was done, of how many. */
import { figureOf } from "../../figures/figures.ts";
import { findingOf } from "../../findings/find.ts";
import type { Year } from "../../site/year.ts";
import { wholeText } from "../../text/period.ts";
import { saysNothing } from "../../text/rests.ts";
import { type PartOfWhole, shareText } from "../../text/shares.ts";
import { isExact, known } from "../../values/amount.ts";
import { isSamePeriod } from "../../values/period.ts";
import type { Item } from "../define.ts";
import { itemOf } from "../items.ts";

type Words = Pick<PartOfWhole, "of" | "which" | "did" | "isState">;

/** Null where the report states another rate than its counts give, or counts of two times. */
export function rateTitle(
  year: Year,
  { whole, part, rate, ...words }: Words & { whole: string; part: string; rate: string },
): string | null {
  const { amount, computed } = figureOf(year, rate);
  if (amount.state === "known" && (amount !== computed || findingOf(year, rate))) return null;
  const [all, some] = [figureOf(year, whole), figureOf(year, part)];
  if (!isSamePeriod(all.period, some.period)) return null;
  return shareText({
    ...words,
    whole: itemOf(year, whole),
    part: itemOf(year, part),
    time: wholeText(all.period),
  });
}

/** Of the groups of a breakdown those that are meant, of all that say something; null where one is not plain. */
export function groupsTitle(
  groups: readonly Item[],
  part: (label: string) => boolean,
  words: Words & { time: string },
): string | null {
  const items = groups.filter(({ label }) => !saysNothing(label));
  const [first] = items;
  if (!first || !items.every(({ amount }) => isExact(amount))) return null;
  const sum = (some: readonly Item[]) =>
    known(some.reduce((all, { amount }) => all + (amount.state === "known" ? amount.value : 0), 0));
  const { unit } = first;
  return shareText({
    ...words,
    ...(items.length < groups.length ? { which: `写明的${words.which}` } : {}),
    whole: { amount: sum(items), unit },
    part: { amount: sum(items.filter(({ label }) => part(label))), unit },
  });
}
