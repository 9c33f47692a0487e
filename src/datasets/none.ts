/**
 * Which blank cells of a measure are none of it, and nothing missing: a 警告 has no fine. What the
 * row is said to hold decides; where that is blank too, how it ended may.
 */
import type { Value } from "../values/value.ts";
import type { Dataset, NoneIn } from "./define.ts";
import { sqlCase, sqlIsKept, sqlText, sqlTexts } from "./sql.ts";

/** Whether a blank cell of the measure is none of it, in a row that says this in the two columns. */
export function isNone({ unless, ended }: NoneIn, held: Value, end: Value): boolean {
  if (Array.isArray(held)) return !held.some((word) => unless[1].includes(word));
  return typeof end === "string" && ended[1].includes(end);
}

/** The columns that a sum of a measure reads. */
export function summedColumns({ columns }: Dataset, key: string): string[] {
  const none = columns[key]?.none;
  return none ? [key, none.unless[0], none.ended[0]] : [key];
}

/** A measure as it is added up, in SQL: zero where a blank is none of it, and some row writes it. */
export function summedSql({ id, columns }: Dataset, key: string): string {
  const none = columns[key]?.none;
  if (!none) return key;
  const [held, words] = none.unless;
  const some = words.map((word) => `${held} LIKE ${sqlText(`%${word}%`)}`).join(" OR ");
  return sqlCase([
    [`${key} IS NOT NULL`, key],
    [some, "NULL"],
    [
      `(${held} IS NOT NULL OR ${none.ended[0]} IN ${sqlTexts(none.ended[1])}) AND ${sqlIsKept(id, key)}`,
      "0",
    ],
  ]);
}
