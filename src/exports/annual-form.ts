/** The yearly statistics forms (国办发〔2018〕118号), wide as they are printed → the rows of statistics.csv. */
import { ADMINISTRATIVE_ACTS } from "../datasets/statistics.ts";
import { unitOf } from "../ingest/rows/column-names.ts";
import { HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { summaryOf } from "../ingest/text/summary-words.ts";
import { isBlank, meant, wordKey } from "../ingest/text/tidy.ts";
import { remembered } from "../text/remembered.ts";
import type { CleanRow } from "./profile.ts";
import { unitsIn } from "./titles.ts";

export interface AnnualForm {
  kind: string;
  /** Of the title, where it says one. */
  year: number | undefined;
  rows: CleanRow[];
  /** Bodies of which the form has a row, where none is known to be the bureau's. */
  unknown: readonly string[];
}

/** Words of its heads, by what the form is about: so many of them make it known. */
export const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  行政处罚: [/^警告/, /^罚款$/, /^没收/, /^暂扣/, /吊销/, /停产停业/, /^行政拘留$/, /^合计/],
  行政许可: [/^申请数/, /^受理数/, /^许可数/, /^不予许可数/, /^撤销许可数/],
  行政强制: [/^查封/, /^扣押/, /^冻结/, /^加处罚款/, /^拍卖/, /^划拨/, /代履行/],
  其他行政行为: [
    /行政检查/,
    /行政征收/,
    /行政征用/,
    /行政确认/,
    /行政给付/,
    /行政裁决/,
    /行政奖励/,
  ],
};
export const ENOUGH = 4;
/** Rows that a head takes: groups, their parts. */
const DEEPEST = 3;
/** What stands left of the numbers. */
const NAMES = /^(?:序号|编号|.*(?:主体|单位|机关|部门|机构|地区)(?:名称)?)$/;

/** A column of the head: the name that is written lowest, and the groups above it. */
interface Head {
  leaf: string;
  groups: string[];
}

/** Whether the first rows of a table are the head of such a form. */
export function isAnnualForm(start: readonly RawRow[]): boolean {
  return headOf(start) !== null;
}

/**
 * The forms that stand below one another in a sheet; none where its first rows are the head of none.
 * `bureau` is whose row is wanted of several.
 */
export function annualForms(rows: readonly RawRow[], bureau = ""): AnnualForm[] {
  const [first, ...others] = formsApart(rows);
  const form = first && annualForm(first, bureau, []);
  if (!form) return [];
  const top = first.flatMap(({ cells }) => cells.map(meant));
  return [form, ...others.flatMap((part) => annualForm(part, bureau, top) ?? [])];
}

/** The rows of each form, with the titles above its head: one that is said again begins nothing. */
function formsApart(rows: readonly RawRow[]): (readonly RawRow[])[] {
  const parts: (readonly RawRow[])[] = [];
  const saidAt = (at: number, deep: number) =>
    headOf(rows.slice(at, at + deep))
      ?.heads.map(({ leaf }) => bare(leaf))
      .join();
  let from = 0;
  let hasNumbers = false;
  let head: string | undefined;
  for (const [at, { cells }] of rows.entries()) {
    if (isMostlyNumbers(cells)) {
      if (!hasNumbers) head ??= saidAt(from, at - from + 1);
      hasNumbers = true;
      continue;
    }
    const next: string | undefined = hasNumbers ? saidAt(at, 1 + DEEPEST) : undefined;
    if (next === undefined || next === head) continue;
    parts.push(rows.slice(from, at));
    [from, hasNumbers, head] = [at, false, next];
  }
  return [...parts, rows.slice(from)];
}

/** `top` is what stands above the first form of the sheet, and holds where a form's own titles say nothing. */
function annualForm(
  rows: readonly RawRow[],
  bureau: string,
  top: readonly string[],
): AnnualForm | null {
  const found = headOf(rows.slice(0, HEADER_WITHIN));
  if (!found) return null;
  const { kind, heads, first, last } = found;
  const above = [...rows.slice(0, first).flatMap((row) => row.cells.map(meant)), ...top];
  const values = rows.slice(last + 1).filter(({ cells }) => isNumbers(cells, heads));
  const counted = values.length > 1 ? values.filter(({ cells }) => !isOrdinals(cells)) : values;
  if (counted.length === 0) return null;
  const bodies = counted.filter(({ cells }) => !cells.some((cell) => summaryOf(meant(cell))));
  const own = bodies.filter(({ cells }) => isOf(bodyIn(cells, heads), bureau));
  // One body's numbers are its own; the sum of several is not the bureau's.
  const [row] = own.length === 1 ? own : bodies.length > 1 ? [] : [...bodies, ...counted];
  return {
    kind,
    year: yearIn(above),
    rows: row ? itemsOf(heads, row.cells, kind, above) : [],
    unknown: row ? [] : bodies.map(({ cells }) => bodyIn(cells, heads)),
  };
}

/** The rows of the head in which the most names of one form stand; of equals the fewest rows. */
function headOf(rows: readonly RawRow[]) {
  let best: { kind: string; heads: Head[]; first: number; last: number; worth: number } | null =
    null;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    for (let first = 0; first + depth < rows.length; first++) {
      const written = rows.slice(first, first + depth);
      if (written.some(({ cells }) => isMostlyNumbers(cells))) continue;
      const heads = headsIn(written);
      const names = heads.map(({ leaf, groups }) => [leaf, ...groups].map(bare));
      const covered = heads.filter(({ leaf }) => leaf !== "").length;
      for (const [kind, words] of Object.entries(FORMS)) {
        const said = names.map((some) =>
          words.findIndex((word) => some.some((name) => word.test(name))),
        );
        const worth = new Set(said.filter((word) => word >= 0)).size;
        if (worth < ENOUGH || worth * 100 + covered <= (best?.worth ?? 0)) continue;
        best = { kind, heads, first, last: first + depth - 1, worth: worth * 100 + covered };
      }
    }
  }
  if (!best || !areGroups(rows[best.first - 1]?.cells ?? [], best.heads)) return best;
  const first = best.first - 1;
  return { ...best, first, heads: headsIn(rows.slice(first, best.last + 1)) };
}

/** Whether a row above a head names its groups: a name that is merged over both rows stands in both. */
function areGroups(above: readonly string[], heads: readonly Head[]): boolean {
  const said = above.map(meant);
  return said.some((name, at) => name !== "" && name === heads[at]?.leaf) && new Set(said).size > 2;
}

function headsIn(rows: readonly RawRow[]): Head[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  // A merged cell's name stands in its first column alone.
  const carried = rows.map(() => "");
  return Array.from({ length: width }, (_, column) => {
    const own = rows.map(({ cells }) => meant(cells[column] ?? ""));
    for (const [level, name] of own.entries()) {
      if (name === "") continue;
      carried[level] = name;
      carried.fill("", level + 1);
    }
    const leaf = own.findLast((name) => name !== "") ?? "";
    return { leaf, groups: carried.filter((name) => name !== "" && name !== leaf) };
  });
}

function isNumbers(cells: readonly string[], heads: readonly Head[]): boolean {
  const said = heads.flatMap(({ leaf }, at) =>
    leaf === "" || NAMES.test(bare(leaf)) || isBlank(cells[at] ?? "") ? [] : [meant(cells[at]!)],
  );
  return said.length > 0 && said.every((text) => /^[\d０-９,，.]+\D{0,3}$/.test(text));
}

/** A row of values is no part of a head. */
function isMostlyNumbers(cells: readonly string[]): boolean {
  const said = cells.map(meant).filter((text) => text !== "");
  return said.filter((text) => /^[\d,，.]+$/.test(text)).length * 2 > said.length;
}

/** 1, 2, 3 under the heads are their numbers. */
function isOrdinals(cells: readonly string[]): boolean {
  const said = cells.map(meant).filter((text) => text !== "" && !/^[甲乙丙]$/.test(text));
  return said.length > 2 && said.every((text, at) => text === String(at + 1));
}

function bodyIn(cells: readonly string[], heads: readonly Head[]): string {
  const at = heads.findIndex(({ leaf }) => NAMES.test(bare(leaf)) && !/号$/.test(bare(leaf)));
  return meant(cells[at] ?? "");
}

/** 综合行政执法局 is 示例县综合行政执法局. */
function isOf(body: string, bureau: string): boolean {
  const [a, b] = [wordKey(body), wordKey(bureau)];
  return a.length >= SHORTEST && b.length >= SHORTEST && (a.endsWith(b) || b.endsWith(a));
}
const SHORTEST = 4;

function itemsOf(
  heads: readonly Head[],
  cells: readonly string[],
  kind: string,
  above: readonly string[],
): CleanRow[] {
  const units = unitsIn(above);
  const usual = units.find((unit) => !unit.includes("元")) ?? "件";
  const money = units.find((unit) => unit.includes("元")) ?? "元";
  return heads.flatMap(({ leaf, groups }, column): CleanRow[] => {
    if (leaf === "" || NAMES.test(bare(leaf))) return [];
    const written = [leaf, ...groups.toReversed()];
    const said = written.map((head) => (/万元/.test(head) ? "万元" : unitOf(head))).find(Boolean);
    const isMoney = /金额|价款/.test(leaf);
    const value = meant(cells[column] ?? "");
    const act = actIn(written, kind);
    return [
      {
        kind: act,
        item: bare(leaf) === act ? "数量" : leaf.replace(/[(（][^()（）]*[)）]$/, ""),
        unit: isMoney && !said?.includes("元") ? money : (said ?? usual),
        ...(isBlank(value) ? {} : { value }),
      },
    ];
  });
}

/** 行政强制措施 of a group, 行政检查 of the column itself, else what the form is about. */
export function actIn(names: readonly string[], kind: string): string {
  const told = names.flatMap((name) => ACTS.find((act) => bare(name).startsWith(act)) ?? []);
  return told[0] ?? kind;
}
const ACTS = Object.keys(ADMINISTRATIVE_ACTS).toSorted((a, b) => b.length - a.length);

export function yearIn(above: readonly string[]): number | undefined {
  const title = above.find(
    (cell) => /(?:19|20)\d\d年/.test(cell) && !/填报日期|填表日期/.test(cell),
  );
  const said = /(?:19|20)\d\d(?=年)/.exec(title ?? "")?.[0];
  return said ? Number(said) : undefined;
}

/** A head without what stands in brackets behind it. */
export const bare = remembered((head) => wordKey(head).replace(/[(（].*$/, ""));
