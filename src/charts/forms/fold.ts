/**
 * A bureau may have forty streets or kinds of complaint, with long names. The drawing shows as many as
 * an article takes in (and its frame's bytes hold); the rest is one line, and the table lists them all.
 */
import { amountText } from "../../text/format.ts";
import { sameUnit } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import type { Item } from "../define.ts";
import { lengthOf } from "./length.ts";
import { LINE, SPREAD, TEXT, withBelow, wrap } from "./svg.ts";

/** The bytes, compressed, that the rows of both drawings of an embed may take. */
const ROOM = 2350;
/** What each character of a name takes of them. */
const CHARACTER = 6;
/** Fewer are no rest: each is drawn. */
const FEWEST = 3;

interface Folding<Row> {
  /** What is said of the rest: the number that the rows are sorted by. */
  of: (row: Row) => Item;
  /** The bytes of a row without its name. */
  bytes: number;
  /** The largest, both ends where neither may go unseen, or the first as they are given. */
  keep?: "largest" | "ends" | "given";
}

export interface Folded<Row> {
  rows: readonly Row[];
  left: readonly Row[];
  /** Of how many the rest is and what is known of them; empty where all are drawn. */
  rest: string;
}

/** `all` are sorted, or follow one another: those drawn keep their order. */
export function folded<Row>(all: readonly Row[], folding: Folding<Row>): Folded<Row> {
  const { of, bytes, keep = "largest" } = folding;
  const order = ORDERS[keep](all, of);
  let taken = 0;
  const drawn = new Set<Row>();
  for (const row of order) {
    taken += bytes + CHARACTER * of(row).label.length;
    if (taken > ROOM) break;
    drawn.add(row);
  }
  const left = all.filter((row) => !drawn.has(row));
  if (left.length < FEWEST) return { rows: all, left: [], rest: "" };
  return { rows: all.filter((row) => drawn.has(row)), left, rest: restText(left.map(of)) };
}

const ORDERS = { largest: bySize, ends: fromBothEnds, given: <Row>(all: readonly Row[]) => all };

function bySize<Row>(all: readonly Row[], of: (row: Row) => Item): Row[] {
  return all.toSorted((a, b) => lengthOf(of(b).amount) - lengthOf(of(a).amount));
}

function fromBothEnds<Row>(all: readonly Row[]): Row[] {
  return all.map((_, i) => (i % 2 === 0 ? all[i / 2] : all[all.length - (i + 1) / 2])!);
}

function restText(left: readonly Item[]): string {
  const said = `其余${left.length}项`;
  const [first] = left;
  const isTold = left.every(({ amount, unit, against }) => {
    return isExact(amount) && !against && sameUnit(unit, first!.unit);
  });
  if (!isTold) return `${said}没有画出`;
  const sorted = bySize(left, (item) => item);
  const [low, high] = [sorted.at(-1)!, sorted[0]!].map(({ amount, unit }) =>
    amountText(amount, unit),
  );
  return low === high ? `${said}都是${low}` : `${said}从${low}到${high}`;
}

/** The drawing with what is said of the rest under it. */
export function withRest(svg: string, rest: string, width: number): string {
  return rest === "" ? svg : withBelow(svg, wrap(rest, width / SPREAD, TEXT), LINE);
}
