/**
 * Which answers stand out, and which changes matter. Nothing of it is shown as a mark or a rank: it
 * only chooses what a headline says first, and of what two years are told.
 */
import { SMALL_BASE } from "../values/amount.ts";
import type { KeptShare } from "./define.ts";

const shareOf = ({ asked, missed }: KeptShare) => missed / asked;

/**
 * The tally of which the greatest share was missed, and that of the least; null where there is no
 * second. Shares of fewer than ten say little: they count where there are no others, and as the worst
 * where nothing was missed of all that are larger: praise alone would be kinder than the numbers.
 */
export function extremes(shares: readonly KeptShare[]): {
  worst: KeptShare | null;
  best: KeptShare | null;
} {
  const weighed = shares.filter(({ asked }) => asked > 0);
  const large = weighed.filter(({ asked }) => asked >= SMALL_BASE);
  const pool = large.length > 0 ? large : weighed;
  const isPraise = pool.every(({ missed }) => missed === 0);
  const [worst = null] = (isPraise ? weighed : pool).toSorted(
    (a, b) => shareOf(b) - shareOf(a) || b.missed - a.missed,
  );
  const [best = null] = pool
    .filter((one) => one !== worst)
    // A rate of nobody knows how many is no larger than counts are.
    .toSorted(
      (a, b) =>
        shareOf(a) - shareOf(b) ||
        Number(a.isRate ?? false) - Number(b.isRate ?? false) ||
        b.asked - a.asked,
    );
  return { worst, best };
}

/** How far two shares differ beyond what so few matters would differ by themselves: the z of two proportions. */
export function moved(before: KeptShare, now: KeptShare): number {
  const share = (before.missed + now.missed) / (before.asked + now.asked);
  const spread = Math.sqrt(share * (1 - share) * (1 / before.asked + 1 / now.asked));
  return spread === 0 ? 0 : Math.abs(shareOf(now) - shareOf(before)) / spread;
}
