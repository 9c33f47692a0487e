/**
 * Working days, with the State Council's yearly holiday arrangements (国务院办公厅节假日安排通知).
 * Years whose arrangement is not in the table are not guessed.
 */
import table from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, weekdayOf } from "./days.ts";

/** Years whose arrangement the table holds; checked against the notices by the tests. */
export const HOLIDAY_YEARS = { from: 2018, to: 2026 } as const;

const known = (day: string) => {
  const year = Number(day.slice(0, 4));
  return year >= HOLIDAY_YEARS.from && year <= HOLIDAY_YEARS.to;
};

/** Whether a day is worked; null in a year that the table does not know. */
export function isWorkday(day: string): boolean | null {
  if (!known(day)) return null;
  // The table itself, not the library's functions: those read days in the machine's time zone.
  if (day in table.workdays) return true;
  return !(day in table.holidays) && weekdayOf(day) < 5;
}

const deadlines = new Map<string, string | null>();
/** The last day within `count` working days after a day; null past the table's end. */
export function workdaysAfter(day: string, count: number): string | null {
  const key = `${day}+${count}`;
  const done = deadlines.get(key);
  if (done !== undefined) return done;
  let at: string | null = day;
  for (let left = count; left > 0 && at !== null; ) {
    at = addDays(at, 1);
    const work = isWorkday(at);
    if (work === null) at = null;
    else if (work) left--;
  }
  deadlines.set(key, at);
  return at;
}
