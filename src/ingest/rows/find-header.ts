/** Where the header stands among the first rows: in one row, or in rows under merged group names. */
import { meant } from "../text/tidy.ts";
import { type HeaderNames, namedBy, scaleOf } from "./column-names.ts";
import type { RawRow } from "./piece.ts";

/** The header stands within so many rows; titles may stand above it. */
export const HEADER_WITHIN = 10;
/** So many rows may one header take: groups, their parts, the columns. */
const DEEPEST = 3;

export interface FoundHeader {
  /** The names, each the lowest that is written in its column. */
  cells: string[];
  /** The place of its first and last row among those given. */
  first: number;
  last: number;
  /** How many of the names are known. */
  known: number;
  /** A group's name that says more than where a column belongs: what stands below it is not certain. */
  narrowed?: string;
}

/** The rows in which most cells are known names; of equals the shortest, and the first. */
export function findHeader(
  head: readonly Pick<RawRow, "cells">[],
  names: HeaderNames,
): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    for (let first = 0; first + depth <= head.length; first++) {
      const found = headerIn(head, first, depth, names);
      if (found.known > (best?.known ?? 0)) best = found;
    }
  }
  return best;
}

function headerIn(
  head: readonly Pick<RawRow, "cells">[],
  first: number,
  depth: number,
  names: HeaderNames,
): FoundHeader {
  const rows = head.slice(first, first + depth).map(({ cells }) => cells.map(meant));
  const width = Math.max(...rows.map((cells) => cells.length));
  const cells: string[] = [];
  let narrowed: string | undefined;
  // A merged cell's name stands in its first column alone.
  const groups: string[] = rows.map(() => "");
  for (let column = 0; column < width; column++) {
    let name = "";
    for (const [level, row] of rows.entries()) {
      const cell = row[column] ?? "";
      if (cell === "") continue;
      name = cell;
      groups[level] = cell;
      groups.fill("", level + 1);
    }
    cells.push(name);
    const isLeaf = groups.slice(0, -1).some((group) => group !== "" && group !== name);
    if (isLeaf && namedBy(name, names)) narrowed ??= groups.find((group) => narrows(group, name));
  }
  const known = cells.filter((cell) => namedBy(cell, names)).length;
  return { cells, first, last: first + depth - 1, known, ...(narrowed ? { narrowed } : {}) };
}

/** Whether a group's name makes another number of its columns: of another year, in another unit. */
function narrows(group: string, name: string): boolean {
  if (group === name) return false;
  return NARROWING.test(group) || (scaleOf(group) > 0 && scaleOf(name) === 0);
}
const NARROWING =
  /其中|上年|去年|上期|同期|往年|历年|累计|同比|环比|增|减|占比|比例|计划|目标|预算|\d{4}年/;
