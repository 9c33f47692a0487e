/** How complaints spread over a year: seasons, weekends, holidays. */
import { firstDay, isHoliday, isWorkday, lastDay, partsOf, weekday } from "../calendar.ts";
import { logNormal, seeded } from "../random.ts";
import { CATEGORIES, inMonth } from "./category.ts";

const WEEKDAYS = [0.62, 1.2, 1.12, 1.07, 1.05, 1.03, 0.7];

/** How many come on each day of the year; together exactly the total. */
export function countsByDay(year: number, total: number): number[] {
  const random = seeded(`${year} complaints by day`);
  const weights: number[] = [];
  for (let day = firstDay(year); day <= lastDay(year); day++) {
    const { month } = partsOf(day);
    const season = CATEGORIES.reduce((sum, one) => sum + inMonth(one, month - 1, year), 0);
    const weekend = weekday(day) === 0 || weekday(day) === 6;
    const kind = isHoliday(day) ? 0.48 : weekend && isWorkday(day) ? 1 : WEEKDAYS[weekday(day)]!;
    weights.push(season * kind * logNormal(random, 1, 0.1));
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let given = 0;
  return weights.map((weight) => {
    sum += weight;
    const upTo = Math.round((sum / all) * total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}
