/** A change between two years as a small slope: beside the two numbers, which say what it means. */

const [WIDE, HIGH, DOT] = [44, 24, 3];

/** `most` is drawn from edge to edge; all of a list share it, so that the steeper one moved farther. */
export function slope(moved: number, most: number): string {
  const step = most > 0 ? (moved / most) * (HIGH / 2 - DOT) : 0;
  const [y1, y2] = [HIGH / 2 + step, HIGH / 2 - step].map((y) => Math.round(y * 10) / 10);
  const [x1, x2] = [DOT, WIDE - DOT];
  return `<svg class="slope" viewBox="0 0 ${WIDE} ${HIGH}" width="${WIDE}" height="${HIGH}" aria-hidden="true"><path d="M${x1} ${y1}L${x2} ${y2}"/><circle cx="${x1}" cy="${y1}" r="${DOT}"/><circle cx="${x2}" cy="${y2}" r="${DOT}"/></svg>`;
}
