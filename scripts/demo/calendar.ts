/** Days as whole numbers (since 1970-01-01, UTC), and which of them are working days. */

export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

export function partsOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

export function firstDay(year: number): number {
  return dayOf(year, 1, 1);
}

export function lastDay(year: number): number {
  return dayOf(year, 12, 31);
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

/** 国务院办公厅 announces them every year: days off, and weekend days that are worked instead. */
const ANNOUNCED: Record<number, { off: string; worked: string }> = {
  2021: {
    off: "1.1-1.3 2.11-2.17 4.3-4.5 5.1-5.5 6.12-6.14 9.19-9.21 10.1-10.7",
    worked: "2.7 2.20 4.25 5.8 9.18 9.26 10.9",
  },
  2022: {
    off: "1.1-1.3 1.31-2.6 4.3-4.5 4.30-5.4 6.3-6.5 9.10-9.12 10.1-10.7 12.31-12.31",
    worked: "1.29 1.30 4.2 4.24 5.7 10.8 10.9",
  },
  2023: {
    off: "1.1-1.2 1.21-1.27 4.5-4.5 4.29-5.3 6.22-6.24 9.29-10.6",
    worked: "1.28 1.29 4.23 5.6 6.25 10.7 10.8",
  },
  2024: {
    off: "1.1-1.1 2.10-2.17 4.4-4.6 5.1-5.5 6.10-6.10 9.15-9.17 10.1-10.7",
    worked: "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12",
  },
};
/** For other years only the holidays that have a fixed date. */
const FIXED = { off: "1.1-1.1 5.1-5.1 10.1-10.3", worked: "" };

const FROM = 2005;
const TO = 2035;
const holidays = new Set<number>();
const worked = new Set<number>();
for (let year = FROM; year <= TO; year++) {
  const at = (text: string) => {
    const [month = 1, date = 1] = text.split(".").map(Number);
    return dayOf(year, month, date);
  };
  const announced = ANNOUNCED[year] ?? FIXED;
  for (const span of announced.off.split(" ")) {
    const [from = "", to = ""] = span.split("-");
    for (let day = at(from); day <= at(to); day++) holidays.add(day);
  }
  for (const text of announced.worked.split(" ").filter(Boolean)) worked.add(at(text));
}

export function isHoliday(day: number): boolean {
  return holidays.has(day);
}

export function isWorkday(day: number): boolean {
  if (holidays.has(day)) return false;
  return worked.has(day) || (weekday(day) !== 0 && weekday(day) !== 6);
}

const START = firstDay(FROM);
const workdays: number[] = [];
/** How many working days there are up to and with a day. */
const before: number[] = [];
for (let day = START; day <= lastDay(TO); day++) {
  if (isWorkday(day)) workdays.push(day);
  before.push(workdays.length);
}

/** The n-th working day after a day; the day itself for 0. */
export function addWorkdays(day: number, n: number): number {
  return n <= 0 ? day : workdays[before[day - START]! - 1 + n]!;
}

/** The day itself when it is worked, else the next that is. */
export function workdayFrom(day: number): number {
  return isWorkday(day) ? day : addWorkdays(day, 1);
}

/** How exports write days. */
export type DateForm = (day: number) => string;

function form(write: (year: number, month: number, date: number) => string): DateForm {
  const written = new Map<number, string>();
  return (day) => {
    let text = written.get(day);
    if (text === undefined) {
      const { year, month, date } = partsOf(day);
      text = write(year, month, date);
      written.set(day, text);
    }
    return text;
  };
}

const two = (n: number) => String(n).padStart(2, "0");

export const DATES = {
  iso: form((y, m, d) => `${y}-${two(m)}-${two(d)}`),
  slashes: form((y, m, d) => `${y}/${m}/${d}`),
  dots: form((y, m, d) => `${y}.${m}.${d}`),
  chinese: form((y, m, d) => `${y}年${m}月${d}日`),
  digits: form((y, m, d) => `${y}${two(m)}${two(d)}`),
  midnight: form((y, m, d) => `${y}-${two(m)}-${two(d)} 00:00:00`),
  /** Excel counts from 1899-12-30. */
  serial: (day: number) => String(day + 25_569),
} as const satisfies Record<string, DateForm>;
