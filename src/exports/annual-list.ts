/** The yearly statistics written from top to bottom, an item a row → the rows of statistics.csv. */
import { unitOf } from "../ingest/rows/column-names.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { isFootnote } from "../ingest/text/footnotes.ts";
import { isBlank, meant } from "../ingest/text/tidy.ts";
import { type AnnualForm, actIn, bare, ENOUGH, FORMS, yearIn } from "./annual-form.ts";
import { unitsIn } from "./titles.ts";

/** Where the items stand, and what stands beside them. */
interface ListPlaces {
  /** What the table is about where no column says it. */
  kind: string;
  item: number;
  value: number;
  /** -1 where no column says it. */
  unit: number;
  /** The first row with an item. */
  first: number;
}

export function isAnnualList(rows: readonly RawRow[]): boolean {
  return placesIn(rows) !== null;
}

/** Null where no column has the items of such a form, or where several columns of numbers may be the year's. */
export function annualList(rows: readonly RawRow[]): AnnualForm | null {
  const places = placesIn(rows);
  if (!places) return null;
  const { kind, item, value, unit, first } = places;
  const above = rows.slice(0, first).flatMap(({ cells }) => cells.map(meant));
  const usual = unitsIn(above).find((said) => !said.includes("元")) ?? "件";
  const money = unitsIn(above).find((said) => said.includes("元")) ?? "元";
  const ofHead = unitSaid(headOf(rows, first, value));
  let group = "";
  const found = rows.slice(first).flatMap(({ cells }) => {
    const own = cells
      .slice(0, item)
      .map(meant)
      .filter((cell) => actIn([cell], "") !== "");
    group = own.at(-1) ?? group;
    const name = meant(cells[item] ?? "");
    const number = meant(cells[value] ?? "");
    if (name === "" || isFootnote(name) || /[:：]/.test(name)) return [];
    if (!isBlank(number) && !isNumber(number)) return [];
    const written = unit < 0 ? "" : meant(cells[unit] ?? "");
    const said = [written, unitSaid(name), ofHead].find(Boolean);
    const isMoney = /金额|价款/.test(name);
    const act = actIn([name, group], kind);
    return [
      {
        kind: act,
        item: bare(name) === act ? "数量" : name.replace(/[(（][^()（）]*[)）]$/, ""),
        unit: isMoney && !said?.includes("元") ? money : (said ?? usual),
        ...(isBlank(number) ? {} : { value: number }),
      },
    ];
  });
  const acts = new Set(found.map((row) => row.kind));
  return {
    kind: acts.size > 1 ? "各类行政执法行为" : kind,
    year: yearIn(above),
    rows: found,
    unknown: [],
  };
}

function placesIn(rows: readonly RawRow[]): ListPlaces | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = [...Array(width).keys()];
  const cellsOf = (column: number) => rows.map(({ cells }) => meant(cells[column] ?? ""));
  for (const item of columns) {
    const names = cellsOf(item).map(bare);
    for (const [kind, words] of Object.entries(FORMS)) {
      const known = words.filter((word) => names.some((name) => word.test(name)));
      if (known.length < ENOUGH) continue;
      const own = [...names.keys()].filter((at) => words.some((word) => word.test(names[at]!)));
      const first = own[0]!;
      // A list of matters says the same of several.
      const items = own.map((at) => names[at]!).filter((name) => !/^合计/.test(name));
      if (new Set(items).size < items.length) continue;
      const isOf = (column: number, form: (text: string) => boolean) => {
        const said = own.map((at) => cellsOf(column)[at]!).filter((cell) => !isBlank(cell));
        return said.length * 2 >= own.length && said.every(form);
      };
      const numbers = columns.filter(
        (column) =>
          column > item && isOf(column, isNumber) && !OTHER_YEAR.test(headOf(rows, first, column)),
      );
      const [value] = numbers;
      if (value === undefined || numbers.length > 1) continue;
      const unit = columns.findIndex((column) => column !== item && isOf(column, isUnit));
      return { kind, item, value, unit, first };
    }
  }
  return null;
}

/** What stands lowest above the numbers of a column. */
function headOf(rows: readonly RawRow[], first: number, column: number): string {
  const above = rows.slice(0, first).map(({ cells }) => meant(cells[column] ?? ""));
  return above.findLast((cell) => cell !== "" && !isNumber(cell)) ?? "";
}

/** 罚没金额（万元） is in 万元. */
function unitSaid(name: string): string | undefined {
  return /万元/.test(name) ? "万元" : unitOf(name);
}

const OTHER_YEAR = /上年|去年|同期|上期|同比|环比|增减|占比|比例|累计/;

function isNumber(text: string): boolean {
  return /^[\d０-９][\d０-９,，.]*$/.test(text);
}

function isUnit(text: string): boolean {
  return /^(?:件|宗|次|人|人次|户|元|万元|家|份|项|起|个)$/.test(text);
}
