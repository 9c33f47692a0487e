/**
 * What was put right between two states of a chart, apart from what is new. A correction is another
 * number of the same thing in the same time. Data that go up to a later day, numbers that had not been
 * published, items that are listed for the first time are news; other words and another drawing are
 * neither. What is withheld to protect people tells of no number, so hiding one corrects none.
 */
import type { PublicValue } from "./define.ts";

export interface ValueChange {
  before: PublicValue;
  /** Null where it is listed no more. */
  after: PublicValue | null;
}

export function changesOf(
  before: readonly PublicValue[],
  after: readonly PublicValue[],
): readonly ValueChange[] {
  const now = new Map(after.map((value) => [nameOf(value), value]));
  const changed = before.flatMap((value): ValueChange[] => {
    const next = now.get(nameOf(value));
    return next && isCorrected(value, next) ? [{ before: value, after: next }] : [];
  });
  // An item may go because the list is made otherwise: alone it corrects nothing.
  if (changed.length === 0) return [];
  const was = new Set(before.map(nameOf));
  const fresh = after.filter((value) => !was.has(nameOf(value)));
  const gone = before.filter((value) => {
    const renamed = fresh.some((one) => isSameNumber(one, value));
    return !now.has(nameOf(value)) && value.state === "known" && !renamed;
  });
  return [...changed, ...gone.map((value) => ({ before: value, after: sumOf(fresh, value) }))];
}

/** A table that was closed by another sum (合计, then 逐行合计) lists one all the same. */
function sumOf(fresh: readonly PublicValue[], { total, year, series }: PublicValue) {
  if (!total) return null;
  const isSum = (one: PublicValue) => one.total && one.year === year && one.series === series;
  return fresh.find(isSum) ?? null;
}

/** What makes it the same thing's number in both states. */
export function nameOf({ year, series, label, total }: PublicValue): string {
  return JSON.stringify([year, series, label, total]);
}

function isCorrected(before: PublicValue, after: PublicValue): boolean {
  if (before.from !== after.from || before.until !== after.until) return false;
  if (isSameNumber(before, after)) return false;
  if (before.state === "known") return after.state !== "hidden";
  // From “1 to 4” to one of these is told more exactly, to another number put right.
  const number = Number(after.value);
  return before.state === "suppressed" && after.state === "known" && !(number >= 1 && number <= 4);
}

function isSameNumber(a: PublicValue, b: PublicValue): boolean {
  return a.value === b.value && a.precision === b.precision && a.unit === b.unit;
}
