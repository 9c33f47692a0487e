/** Where the names of a strip's parts stand: under them where there is room, else on lines of their own that a stroke leads to. */
import { SPREAD, TEXT, textWidth } from "./svg.ts";

const BETWEEN = 16;

/** A part as it is drawn, with what is written of it. */
export interface StripPart {
  text: string;
  bold: boolean;
  x1: number;
  x2: number;
}

export interface StripName {
  text: string;
  bold: boolean;
  from: number;
  to: number;
  line: number;
  /** Where a stroke leads down to it; null where it stands right under its part. */
  led: number | null;
}

/** What is tried, the plainest first. */
const WAYS: readonly Way[] = [
  { order: ([first, ...rest]) => [first, rest.at(-1), ...rest.slice(0, -1)], ends: true },
  { order: (all) => all, ends: false },
  { order: (all) => all.toReversed(), ends: false },
];

interface Way {
  order: (all: readonly number[]) => readonly (number | undefined)[];
  /** The first at the left end and the last at the right one, under the strip. */
  ends: boolean;
}

/** Null where names are so long or so many that a stroke would pass one. */
export function labelsOf(parts: readonly StripPart[], width: number): StripName[] | null {
  if (parts.some((part) => longOf(part) > width)) return null;
  for (const way of WAYS) {
    const labels = placed(parts, width, way);
    if (labels) return labels;
  }
  return null;
}

function longOf({ text, bold }: StripPart): number {
  return textWidth(text, TEXT, bold) * SPREAD;
}

/** More is not tried: the next way is plainer than one found so late. */
const TRIES = 4000;

function placed(parts: readonly StripPart[], width: number, way: Way): StripName[] | null {
  const order = [...new Set(way.order([...parts.keys()]).filter((i) => i !== undefined))];
  let tries = 0;
  const rest = (labels: readonly StripName[]): StripName[] | null => {
    const i = order[labels.length];
    if (i === undefined) return [...labels];
    for (const one of candidates(parts, i, width, way.ends)) {
      if (tries++ > TRIES) return null;
      if (!isFree(one, labels) || !isClear(one, labels)) continue;
      const found = rest([...labels, one]);
      if (found) return found;
    }
    return null;
  };
  return rest([]);
}

/** A part's own place first, then line by line on either side of the stroke to it. */
function candidates(
  parts: readonly StripPart[],
  i: number,
  width: number,
  ends: boolean,
): StripName[] {
  const { text, bold, x1, x2 } = parts[i]!;
  const long = longOf(parts[i]!);
  const middle = Math.round((x1 + x2) / 2);
  const at = (from: number, line: number, led: number | null): StripName => ({
    ...{ text, bold, from, to: from + long, line, led },
  });
  const isLast = i === parts.length - 1 && i > 0;
  if (ends && (i === 0 || isLast)) {
    const from = isLast ? Math.max(0, width - long) : 0;
    return isLast ? [at(from, 0, null), at(from, 1, null)] : [at(from, 0, null)];
  }
  // Under the next part it would be taken for that one's.
  const fits = x1 + long <= width && x2 - x1 >= long / 2;
  const own = i === 0 || fits ? [at(x1, 0, null)] : [];
  const next = parts[i + 1];
  const before = next ? (next.x1 + next.x2) / 2 - BETWEEN / 2 - long : width - long;
  const sides = [middle - long, Math.min(before, middle), middle, width - long, 0].filter(
    (from) => from >= 0 && from + long <= width && from <= middle && from + long >= middle,
  );
  const places = sides.length > 0 ? sides : [0];
  const lines = [...Array(parts.length + 1).keys()].map((line) => line + 1);
  return [...own, ...lines.flatMap((line) => places.map((from) => at(from, line, middle)))];
}

function isFree({ line, from, to }: StripName, others: readonly StripName[]): boolean {
  return others.every(
    (other) => other.line !== line || to + BETWEEN <= other.from || from >= other.to + BETWEEN,
  );
}

/** No stroke passes a name: neither its own those above it, nor another's this one. */
function isClear(label: StripName, others: readonly StripName[]): boolean {
  return others.every((other) => !isPassed(label, other) && !isPassed(other, label));
}

function isPassed({ led, line }: StripName, name: StripName): boolean {
  return led !== null && line > name.line && led > name.from - 2 && led < name.to + 2;
}
