/** What has changed since the year before: at most three sentences, of changes that matter. */
import { whyNot } from "../site/comparable.ts";
import type { Year } from "../site/year.ts";
import { isSlightShare } from "../text/change.ts";
import { amountText } from "../text/format.ts";
import { percentText } from "../text/percent.ts";
import { known } from "../values/amount.ts";
import { differenceOf } from "../values/decimals.ts";
import { isSamePart } from "../values/period.ts";
import type { KeptShare, Question } from "./define.ts";
import { moved } from "./weigh.ts";

const MOST = 3;
/** Below this a percentage would make much of little. */
const BASE = 30;
/** As much as chance alone often makes it. */
const MATTERS = 1;

/** A tally and the same of the year before, where the two may be compared. */
export interface ShareChange {
  before: KeptShare;
  now: KeptShare;
  size: number;
}

/** All shares that may be held against those of the year before, the greatest change first. */
export function changesOf(year: Year, questions: readonly Question[]): ShareChange[] {
  const last = yearBefore(year);
  if (!last || !isSamePart(last.period, year.period)) return [];
  return questions
    .flatMap(({ answer }) => {
      const before = answer(last).shares;
      return answer(year).shares.flatMap((now) => {
        const same = before.find(({ of }) => of === now.of);
        const fits = same && same.unit === now.unit && same.asked > 0 && now.asked > 0;
        // Of a rate nobody knows how much of a change is chance.
        if (now.isRate || same?.isRate) return [];
        const comparable = now.figures.every((id) => whyNot(last, year, id) === null);
        return fits && comparable ? [{ before: same, now, size: moved(same, now) }] : [];
      });
    })
    .sort((a, b) => b.size - a.size);
}

export interface Compared {
  /** The year that it is held against. */
  year: number;
  sentences: readonly string[];
}

/** Null where there is no year before. */
export function comparedWithBefore(year: Year, questions: readonly Question[]): Compared | null {
  const last = yearBefore(year);
  if (!last) return null;
  if (!isSamePart(last.period, year.period))
    return { year: last.year, sentences: ["两年的数据期间不同，不比较。"] };
  const all = changesOf(year, questions);
  const told = all
    .filter(({ size, before, now }) => size >= MATTERS && isTold(before, now))
    .map(changeSentence);
  const rates = ratesOf(last, year, questions);
  const others = [
    ...rates.flatMap(rateSentence),
    ...questions.flatMap(({ answer }) => answer(year).changes?.(last) ?? []),
  ];
  const sentences = [...told.slice(0, others.length > 0 ? MOST - 1 : MOST), ...others]
    .slice(0, MOST)
    .map((text) => `${text}。`);
  if (sentences.length > 0) return { year: last.year, sentences };
  // What chance alone often makes is no change, but neither is it none.
  const text =
    all.length + rates.length === 0
      ? "没有可以比较的数字。"
      : [...all, ...rates].every(
            ({ before, now }) => before.asked === now.asked && before.missed === now.missed,
          )
        ? "能比较的答案，没有变。"
        : "能比较的答案，没有明显的变化。";
  return { year: last.year, sentences: [text] };
}

interface RateChange {
  before: KeptShare;
  now: KeptShare;
}

/** Rates that are published without their counts, in both years. */
function ratesOf(last: Year, year: Year, questions: readonly Question[]): RateChange[] {
  return questions.flatMap(({ answer }) => {
    const before = answer(last).shares;
    return answer(year).shares.flatMap((now) => {
      const same = before.find(({ of, isRate }) => of === now.of && isRate);
      const fits = same && now.isRate && now.figures.every((id) => whyNot(last, year, id) === null);
      return fits ? [{ before: same, now }] : [];
    });
  });
}

/** “诉求工单按时办结率从99.9%变为92%”. */
function rateSentence({ before, now }: RateChange): string[] {
  const kept = (share: KeptShare) => differenceOf(share.asked, share.missed);
  if (isSlightShare(kept(before) / 100, kept(now) / 100)) return [];
  const text = (share: KeptShare) => amountText(known(kept(share)), share.unit);
  return [`${now.missedLabel}从${text(before)}变为${text(now)}`];
}

function yearBefore(year: Year): Year | undefined {
  return year.earlier.find((one) => one.year === year.year - 1);
}

const percentOf = ({ missed, asked }: KeptShare) => percentText(missed, asked);

/** Of large numbers a change is what a title of the years calls one: 4.6% and 4% would be 5% and 4%. */
function isTold(before: KeptShare, now: KeptShare): boolean {
  return (
    !areLarge(before, now) || !isSlightShare(before.missed / before.asked, now.missed / now.asked)
  );
}

function areLarge(...shares: readonly KeptShare[]): boolean {
  return shares.every(({ asked }) => asked >= BASE);
}

/** “没有按时公开的处罚，从284件里51件（18%）变为267件里34件（13%）”. */
function changeSentence({ before, now }: ShareChange): string {
  const large = areLarge(before, now);
  const part = (tally: KeptShare) => {
    const { asked, missed, unit } = tally;
    const [whole, few] = [asked, missed].map((value) => amountText(known(value), unit));
    // “没有变为” would be no change.
    if (missed === 0) return `${whole}里${few}`;
    if (missed === asked && asked > 1) return `${whole}全部`;
    return large ? `${whole}里${few}（${percentOf(tally)}）` : `${whole}里${few}`;
  };
  return `${now.missedLabel}，从${part(before)}变为${part(now)}`;
}
