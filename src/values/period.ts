/** The time that numbers are of: a year's first days, or all of it. Both days are ISO and belong to it. */
export interface Period {
  from: string;
  until: string;
}

export function firstDay(year: number): string {
  return `${year}-01-01`;
}

export function lastDay(year: number): string {
  return `${year}-12-31`;
}

/** A year up to a day; the whole of it where none is given. */
export function yearUntil(year: number, until = lastDay(year)): Period {
  return { from: firstDay(year), until };
}

export function isWholeYear({ from, until }: Period): boolean {
  return from.endsWith("-01-01") && until === `${from.slice(0, 4)}-12-31`;
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.until === b.until;
}

/** Whether two periods are the same part of their years, so that their numbers may be compared. */
export function isSamePart(a: Period, b: Period): boolean {
  return a.from.slice(4) === b.from.slice(4) && partDay(a.until) === partDay(b.until);
}

/** A day without its year. February ends on the 28th or the 29th. */
function partDay(day: string): string {
  const [year, month, date] = day.split("-");
  const ends = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() === Number(date);
  return `${month}-${ends ? "end" : date}`;
}
