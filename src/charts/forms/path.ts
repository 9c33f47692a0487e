/** The points that a path of SVG goes through, in the commands that drawings are made of. */

/** How many numbers a command takes; those of a curve end with the point that it goes to. */
const TAKES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  Z: 0,
};
const COMMAND = /([a-df-z])([^a-df-z]*)/gi;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;

type Point = readonly [x: number, y: number];

/** With the handles of curves, which lie within them: the box of all holds the path. */
export function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  let start = at;
  for (const [, command = "", rest = ""] of d.matchAll(COMMAND)) {
    const kind = command.toUpperCase();
    const takes = TAKES[kind];
    if (takes === undefined) throw new Error(`a path with ${command} cannot be framed`);
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    if (kind === "Z") at = start;
    for (let i = 0; i < numbers.length; i += takes) {
      const from: Point = command === kind ? [0, 0] : at;
      const own = numbers.slice(i, i + takes);
      const passed: Point[] =
        kind === "H"
          ? [[from[0] + own[0]!, at[1]]]
          : kind === "V"
            ? [[at[0], from[1] + own[0]!]]
            : pairs(own).map(([x, y]) => [from[0] + x, from[1] + y]);
      points.push(...passed);
      at = passed.at(-1) ?? at;
      // What follows the first pair are lines.
      if (kind === "M" && i === 0) start = at;
    }
  }
  return points;
}

function pairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [
    numbers[2 * i]!,
    numbers[2 * i + 1]!,
  ]);
}
