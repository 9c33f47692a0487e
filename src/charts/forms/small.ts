/** A drawing as a small picture: its marks alone, cut to where they are, for lists of charts. */

const NUMBER = /-?\d+(?:\.\d+)?/g;

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
  const frame = [left! - 1, top! - 1, right! - left! + 2, bottom! - top! + 2].join(" ");
  return marks
    .replace(/ text-anchor="[^"]*"/g, "")
    .replace(/ stroke-width="([\d.]+)"/g, (_, wide) => ` stroke-width="${thick(Number(wide))}"`)
    .replace(
      /viewBox="[^"]*"/,
      `viewBox="${frame}" preserveAspectRatio="xMinYMin" width="80" aria-hidden="true"`,
    );
}

/** A line that is thin at full size would not be seen at a quarter of it. */
const THIN = 4;
const THICKER = 6;

function thick(wide: number): number {
  return wide > 1 && wide < THIN ? THICKER : wide;
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
      ? ["x1", "y1", "x2", "y2"].map(of)
      : (/ d="([^"]*)"/.exec(attributes)?.[1]?.match(NUMBER) ?? []).map(Number);
  const [x, y] = [0, 1].map((odd) => ends.filter((_, at) => at % 2 === odd));
  if (!x?.length || !y?.length) return null;
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
