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

/** The first and the last day of the table. */
const [TABLE_FROM, TABLE_UNTIL] = [
  `${HOLIDAY_YEARS.from}-01-01`,
  `${HOLIDAY_YEARS.to}-12-31`,
] as const;

/**
 * Days of the table whose deadline lies past its end: it is not known, but later than every day of
 * the table. Null where `than` is none of them: then nothing can be said.
 */
export function daysDueLater(count: number, than: string): { from: string; until: string } | null {
  if (than > TABLE_UNTIL) return null;
  let from: string = TABLE_UNTIL;
  while (workdaysAfter(addDays(from, -1), count) === null) from = addDays(from, -1);
  return { from, until: TABLE_UNTIL };
}

/** Whether the deadline of a day is later than another day; null where the table does not tell. */
export function isDueLater(day: string, count: number, than: string): boolean | null {
  const deadline = workdaysAfter(day, count);
  if (deadline !== null) return deadline > than;
  return day >= TABLE_FROM && day <= TABLE_UNTIL && than <= TABLE_UNTIL ? true : null;
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
