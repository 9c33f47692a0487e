/** The height of a frame as CSS of the width of its container: nothing is cut, little is blank, without script. */
import { FRAME } from "./embed-height.ts";

/** How much higher than its content a frame may be, so that few pieces are enough. */
const LOOSE = 1.015;

/**
 * A line of straight pieces, never below the heights and little above: each piece goes on as long as
 * one slope can keep it between. Written as a sum, a term a piece, which only grows within its widths.
 */
export function heightCss(at: (width: number) => number): string {
  const heights = new Map<number, number>();
  const of = (width: number) => {
    if (!heights.has(width)) heights.set(width, at(width));
    return heights.get(width)!;
  };
  const ceiling = (width: number) => of(width) * LOOSE;
  const knots = [{ x: FRAME.narrowest as number, y: ceiling(FRAME.narrowest) }];
  while (knots.at(-1)!.x < FRAME.widest) {
    const { x, y } = knots.at(-1)!;
    let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let end = x;
    for (let w = x + 1; w <= FRAME.widest; w++) {
      const low = Math.max(least, (of(w) - y) / (w - x));
      const high = Math.min(most, (ceiling(w) - y) / (w - x));
      if (low > high) break;
      [least, most, end] = [low, high, w];
    }
    // From as low as it may be the next piece can go on in more ways than from the upper edge.
    const slope = rounded((least + most) / 2);
    knots.push({ x: end, y: y + slope * (end - x) });
  }
  const first = knots[0]!;
  const slopes = knots.slice(1).map(({ x, y }, i) => {
    const from = knots[i]!;
    return { from: from.x, to: x, slope: rounded((y - from.y) / (x - from.x)) };
  });
  const rest = first.y - slopes.reduce((sum, { from, slope }) => sum + slope * from, 0);
  const terms = slopes
    .filter(({ slope }) => slope !== 0)
    .map(({ from, to, slope }) => `+${slope}*clamp(${from}px,100cqw,${to}px)`.replace("+-", "-"))
    .map((term) => ` ${term[0]} ${term.slice(1)}`);
  return `calc(${Math.ceil(rest) + 1}px${terms.join("")})`;
}

function rounded(slope: number): number {
  return Math.round(slope * 1000) / 1000;
}
