/** What moves in public between two states of the data, before → after. */
import { type MovePart, PARTS, type PublicWords } from "./public-words.ts";
import { FEW, rewritten, shiftOf } from "./shift.ts";

/** What becomes of it, and what people call that. */
export const MOVES = {
  withheld: "不再公布（隐去）",
  released: "原来隐去的公布了",
  gone: "不再有",
  new: "新有",
  changed: "改变",
} as const;

export type MoveKind = keyof typeof MOVES;

export interface Move {
  part: MovePart;
  kind: MoveKind;
  year: number;
  id: string;
  name: string;
  /** Null where there was, or is, none. */
  before: string | null;
  after: string | null;
  /** A number of people's matters that so few come to, or leave, that subtracting tells of them. */
  few?: true;
}

/** In the order of the parts and years; what is withheld or shown anew first. */
export function movesOf(
  before: ReadonlyMap<string, PublicWords>,
  after: ReadonlyMap<string, PublicWords>,
): Move[] {
  const moves: Move[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const others = rewrittenIn(was, is);
    if (others === 0 && was?.text === is?.text && was?.saying === is?.saying) continue;
    const kind = others > 0 ? "changed" : kindOf(was, is);
    if (!kind) continue;
    const { part, year, id, name } = (is ?? was)!;
    const now = is && others > 0 ? `${is.text}，${rewrittenText(others)}` : is?.text;
    const said = { before: was?.text ?? null, after: now ?? null };
    moves.push({
      part,
      kind,
      year,
      id,
      name,
      ...said,
      ...((others > 0 || isFewBetween(was, is)) && { few: true }),
    });
  }
  const parts = Object.keys(PARTS);
  const kinds = Object.keys(MOVES);
  return moves.sort(
    (a, b) =>
      parts.indexOf(a.part) - parts.indexOf(b.part) ||
      b.year - a.year ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

function isFewBetween(was?: PublicWords, is?: PublicWords): boolean {
  if (was?.people === undefined || is?.people === undefined) return false;
  const step = Math.abs(is.people - was.people);
  return step > 0 && step < (is.few ?? FEW);
}

/** Of as many matters as before, those of which two columns say something else. */
function rewrittenIn(was?: PublicWords, is?: PublicWords): number {
  if (!was?.byColumn || !is?.byColumn || was.people !== is.people) return 0;
  const { byColumn } = was;
  return rewritten(
    [...is.byColumn].map(([column, words]) => shiftOf(byColumn.get(column) ?? words, words)),
  );
}

/** Behind the number that has not changed. */
export function rewrittenText(count: number): string {
  return `其中${count}件改了内容`;
}

/** Null where neither says anything: that a number is unknown and that there is none are one. */
function kindOf(was: PublicWords | undefined, is: PublicWords | undefined): MoveKind | null {
  const [old, now] = [was?.saying ?? "unknown", is?.saying ?? "unknown"];
  if (now === "withheld" && old !== "withheld") return "withheld";
  if (old === "withheld" && now === "shown") return "released";
  if (old === now) return old === "unknown" ? null : "changed";
  return now === "unknown" ? "gone" : "new";
}
