/** Where the header stands among the first rows: in one row, or in rows under merged group names. */
import { meant } from "../text/tidy.ts";
import { type HeaderNames, namedBy, scaleOf, unitOf } from "./column-names.ts";
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
  /** By column: （万元） that a group's name says, and the column's own does not. */
  units: string[];
}

/** The first rows' cells as they are meant. */
type Meant = readonly (readonly string[])[];

/** The rows in which most cells are known names; of equals the shortest, and the first. */
export function findHeader(
  rows: readonly Pick<RawRow, "cells">[],
  names: HeaderNames,
): FoundHeader | null {
  const head = rows.map(({ cells }) => cells.map(meant));
  let best: FoundHeader | null = null;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    for (let first = 0; first + depth <= head.length; first++) {
      const found = headerIn(head, first, depth, names);
      if (found.known > (best?.known ?? 0)) best = found;
    }
  }
  return best && withWholeNames(withLeaves(withGroups(best, head), head, names), head, names);
}

/** The header with names that say too little below their group: 性质 below 当事人 is 当事人性质. */
function withWholeNames(header: FoundHeader, head: Meant, names: HeaderNames): FoundHeader {
  const above = head.slice(header.first, header.last);
  if (above.length === 0) return header;
  const groups = above.map(() => "");
  const cells = header.cells.map((name, column) => {
    carryOn(groups, above, column);
    const group = groups.findLast((one) => one !== "" && one !== name);
    return group && name && !groups.includes(name) ? leafName(group, name, names) : name;
  });
  return { ...header, cells };
}

/** The header with what groups above it say: names that are merged over both rows stand in both. */
function withGroups(header: FoundHeader, head: Meant): FoundHeader {
  const above = head[header.first - 1] ?? [];
  const own = above.filter((cell, at) => cell !== "" && cell === header.cells[at]).length;
  if (own * 2 <= above.filter((cell) => cell !== "").length) return header;
  const units = [...header.units];
  let group = "";
  for (const [column, name] of header.cells.entries()) {
    group = above[column] || group;
    units[column] ||= unitOver(group, name);
  }
  return { ...header, units, first: header.first - 1 };
}

/** A leaf of a header is no longer. */
const LEAF = 12;
/** 三百 is a number. */
const LEAF_NAME = /^(?![零〇一二三四五六七八九十百千万两余元]+$)\p{Script=Han}\D*$/u;

/**
 * The header with a row below it that only names the parts of its groups: under 罚没款（元） stand 应缴金额
 * and 实缴金额, of which neither may be a known name. Elsewhere such a row is blank, or says what is above.
 */
function withLeaves(header: FoundHeader, head: Meant, names: HeaderNames): FoundHeader {
  const below = head[header.last + 1] ?? [];
  const lowest = head[header.last] ?? [];
  if (header.first !== header.last) return header;
  const leaves = new Map<number, string>();
  const units = [...header.units];
  let group = "";
  let from = -1;
  for (const [column, leaf] of below.entries()) {
    const above = lowest[column] ?? "";
    if (above !== "") [group, from] = [above, column];
    if (leaf === "" || leaf === above) continue;
    // A group has a column beside its own that has no name.
    const isGroup = group !== "" && (column > from || (lowest[column + 1] ?? "-") === "");
    if (!isGroup || leaf.length > LEAF || !LEAF_NAME.test(leaf)) return header;
    leaves.set(column, leafName(group, leaf, names));
    units[column] = unitOver(group, leaf);
  }
  const isUnder = [...leaves.keys()].some((column) => (lowest[column] ?? "") === "");
  if (leaves.size < 2 || !isUnder) return header;
  const width = Math.max(lowest.length, below.length);
  const cells = Array.from({ length: width }, (_, at) => leaves.get(at) ?? header.cells[at] ?? "");
  const known = cells.filter((cell) => namedBy(cell, names)).length;
  return { ...header, cells, units, last: header.last + 1, known };
}

/** 罚没款 over 实缴 is 罚没款实缴, where the leaf says too little by itself; so does 日期 of 处罚决定. */
function leafName(group: string, leaf: string, names: HeaderNames): string {
  const whole = group.replace(/[(（][^()（）]*[)）]$/, "") + leaf;
  const saysLittle = OF_ANYTHING.test(leaf) || !namedBy(leaf, names);
  return saysLittle && namedBy(whole, names) ? whole : leaf;
}
const OF_ANYTHING = /^(?:(?:作出)?(?:日期|时间)|名称|类[型别]|编号|状态|结果|[形方]式|金额)$/;

/**
 * The names over a column by their rows, after those of the column before: a merged cell's name stands in
 * its first column alone. Gives the lowest that the column says itself.
 */
function carryOn(groups: string[], rows: Meant, column: number): string {
  let name = "";
  for (const [level, row] of rows.entries()) {
    const cell = row[column] ?? "";
    if (cell === "") continue;
    name = cell;
    groups[level] = cell;
    groups.fill("", level + 1);
  }
  return name;
}

function headerIn(head: Meant, first: number, depth: number, names: HeaderNames): FoundHeader {
  const rows = head.slice(first, first + depth);
  const width = Math.max(...rows.map((cells) => cells.length));
  const cells: string[] = [];
  const units: string[] = [];
  let narrowed: string | undefined;
  const groups: string[] = rows.map(() => "");
  for (let column = 0; column < width; column++) {
    const name = carryOn(groups, rows, column);
    cells.push(name);
    units.push(groups.map((group) => unitOver(group, name)).findLast(Boolean) ?? "");
    const isLeaf = groups.slice(0, -1).some((group) => group !== "" && group !== name);
    if (isLeaf && namedBy(name, names)) narrowed ??= groups.find((group) => narrows(group, name));
  }
  const known = cells.filter((cell) => namedBy(cell, names)).length;
  const last = first + depth - 1;
  return { cells, first, last, known, units, ...(narrowed ? { narrowed } : {}) };
}

/** （万元） of 罚没款（万元） over 实缴金额; "" where it says none, or the column's own name does. */
function unitOver(group: string, name: string): string {
  if (group === name || name === "" || NO_AMOUNT.test(name) || unitOf(name) !== undefined)
    return "";
  return unitOf(group) === "元" ? (/[(（][^()（）]*[)）]$/.exec(group)?.[0] ?? "") : "";
}
const NO_AMOUNT =
  /[日时]期|时间|[件人次]数|数量|[文编单]?号$|名称|类[型别]|种类|依据|情况|状态|方式|结果|单位$|机关$|备注/;

/** Whether a group's name makes another number of its columns: of another year, in another unit. */
function narrows(group: string, name: string): boolean {
  if (group === name) return false;
  return NARROWING.test(group) || (scaleOf(group) > 0 && scaleOf(name) === 0);
}
const NARROWING =
  /其中|上年|去年|上期|同期|往年|历年|累计|同比|环比|增|减|占比|比例|计划|目标|预算|\d{4}年/;
