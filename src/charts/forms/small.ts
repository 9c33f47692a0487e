/** A drawing as a small picture: its marks alone, cut to where they are, for lists of charts. */
import { pathPoints } from "./path.ts";

/** Px that it is wide and high at most, where it is smallest. */
const SIDE = 80;
/** An outline or a rule stays thin; what is wider at full size is seen. */
const HAIR = 1;
/** Px of a line and of the radius of a dot in the picture. */
const LINE = 2;
const RADIUS = 2.5;

/** Words would be too small to read: they stand beside it. */
export function small(svg: string): string {
  const marks = svg.replace(/<text\b[^>]*>.*?<\/text>/gs, "").replace(/<g[^>]*><\/g>/g, "");
  const boxes = [...marks.matchAll(/<(rect|line|circle|path)\b([^>]*)>/g)].flatMap(
    ([, name = "", attributes = ""]) => {
      const box = boxOf(name, attributes);
      return box ? [box] : [];
    },
  );
  if (boxes.length === 0) return "";
  const [left, top] = [0, 1].map((at) => Math.floor(Math.min(...boxes.map((box) => box[at]!))));
  const [right, bottom] = [2, 3].map((at) => Math.ceil(Math.max(...boxes.map((box) => box[at]!))));
  const [width, height] = [right! - left!, bottom! - top!];
  const scale = Math.max(width, height) / SIDE;
  const edge = Math.ceil(RADIUS * scale);
  const frame = [left! - edge, top! - edge, width + 2 * edge, height + 2 * edge].join(" ");
  const round = (px: number) => Math.round(px * scale * 10) / 10;
  return marks
    .replace(/ text-anchor="[^"]*"/g, "")
    .replace(/(<g\b[^>]* stroke-width=)"([\d.]+)"/g, (own, before, wide) =>
      Number(wide) > HAIR ? `${before}"${Math.max(Number(wide), round(LINE))}"` : own,
    )
    .replace(/ r="([\d.]+)"/g, (_, r) => ` r="${Math.max(Number(r), round(RADIUS))}"`)
    .replace(
      /viewBox="[^"]*"/,
      `viewBox="${frame}" preserveAspectRatio="xMinYMin" width="${SIDE}" aria-hidden="true"`,
    );
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Null where it has no place of its own. */
function boxOf(name: string, attributes: string): Box | null {
  const of = (key: string) =>
    Number(new RegExp(` ${key}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
  if (name === "rect") return [of("x"), of("y"), of("x") + of("width"), of("y") + of("height")];
  if (name === "circle")
    return [of("cx") - of("r"), of("cy") - of("r"), of("cx") + of("r"), of("cy") + of("r")];
  const ends =
    name === "line"
      ? ([
          [of("x1"), of("y1")],
          [of("x2"), of("y2")],
        ] as const)
      : pathPoints(/ d="([^"]*)"/.exec(attributes)?.[1] ?? "");
  if (ends.length === 0) return null;
  // A stroke of its own is a column.
  const half = of("stroke-width") / 2;
  const [x, y] = [ends.map(([one]) => one), ends.map(([, one]) => one)];
  return [Math.min(...x) - half, Math.min(...y), Math.max(...x) + half, Math.max(...y)];
}
