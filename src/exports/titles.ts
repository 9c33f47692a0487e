/** What stands above a table's head, and what it says of all rows. */
import { scaleOf } from "../ingest/rows/column-names.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { tidy } from "../ingest/text/tidy.ts";

export function titles(rows: readonly RawRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.map(tidy));
}

/** The year that the name of a sheet and the titles above its head speak of, if it is one. */
export function yearSaid(texts: readonly string[]): number | undefined {
  const years = new Set(texts.flatMap((text) => text.match(/(?:19|20)\d\d(?=年)/g) ?? []));
  const [year] = years;
  return year !== undefined && years.size === 1 ? Number(year) : undefined;
}

/** 单位：件、万元 gives 4, the power of ten of amounts; undefined where no title says it. */
export function unitSaid(texts: readonly string[]): number | undefined {
  const units = unitsIn(texts).filter((unit) => unit.endsWith("元"));
  const [unit] = new Set(units);
  return unit === undefined || new Set(units).size > 1 ? undefined : scaleOf(`（${unit}）`);
}

/** 填报单位：某局 is no unit. */
export function unitsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => /单位[:：]\s*([^)）]+)/.exec(text)?.[1]?.split(/[、,，/和\s]+/) ?? [])
    .filter((unit) => unit.length <= LONGEST_UNIT);
}
const LONGEST_UNIT = 3;
