/** Small drawings of a row, as SVG: what they show stands beside them in figures. */
import { type Amount, isExact } from "../values/amount.ts";
import { valueIn } from "./told.ts";

/** A bar as long as its number, on the scale of the longest. */
export function bar(amount: Amount, longest: number): string {
  if (!isExact(amount) || longest <= 0) return "";
  const length = Math.round((1000 * amount.value) / longest) / 10;
  return `<svg class="len" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h${length}v1H0z"/></svg>`;
}

/** Width and height of a range. */
const [WIDE, HIGH, DOT] = [120, 16, 6];

/** The median as a dot, and a line to where nine tenths are done, from 0 to `longest` days. */
export function range(median: Amount, most: Amount, longest: number): string {
  if (median.state !== "known") return "";
  const x = (amount: Amount) =>
    Math.round((10 * valueIn(amount) * (WIDE - 2 * DOT)) / Math.max(longest, 1)) / 10 + DOT;
  const y = HIGH / 2;
  const line =
    most.state === "known" ? `<path class="most" d="M${x(median)} ${y}H${x(most)}"/>` : "";
  return `<svg class="range" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true"><path class="base" d="M${DOT} ${y}H${WIDE - DOT}"/>${line}<circle cx="${x(median)}" cy="${y}" r="${DOT}"/></svg>`;
}

/** On a phone, and wide: a month's width, its column's, the type's size. */
const PHONE = { step: 27, column: 19, type: 14, tall: 110, unit: "" };
const WIDER = { step: 56, column: 40, type: 16, tall: 150, unit: "月" };

/** A column a month, drawn twice, the wide one where a style sheet shows it; one that is not told is a dashed stump. */
export function monthColumns(months: Months): string {
  const of = (size: typeof PHONE, is: string) => columns(months, size).replace('months"', is);
  return of(PHONE, 'months nw"') + of(WIDER, 'months wd" display="none"');
}

type Months = readonly { month: number; amount: Amount }[];

function columns(months: Months, { step, column, type, tall, unit }: typeof PHONE): string {
  const longest = Math.max(1, ...months.map(({ amount }) => valueIn(amount)));
  const base = type + 8 + tall;
  const values = months
    .filter(({ amount }) => isExact(amount))
    .map(({ amount }) => valueIn(amount));
  const ends = [Math.max(...values), Math.min(...values)];
  // Where they would touch, only the largest and the smallest are written; the table has all.
  const all = Math.max(...values.map((value) => String(value).length)) * type * 0.58 + 6 < step;
  const each = months.map(({ month, amount }, i) => {
    const x = i * step + (step - column) / 2;
    const middle = i * step + step / 2;
    const named = `<text x="${middle}" y="${base + type + 6}">${month}${unit}</text>`;
    if (!isExact(amount))
      return `<path class="untold" d="M${x} ${base}v-14h${column}v14"/>${named}`;
    const top = base - Math.round((tall * amount.value) / longest);
    const value =
      all || ends.includes(amount.value)
        ? `<text x="${middle}" y="${top - 6}">${amount.value}</text>`
        : "";
    return `<path d="M${x} ${top}h${column}V${base}h-${column}z"/>${value}${named}`;
  });
  const wide = months.length * step;
  return `<svg class="months" viewBox="0 0 ${wide} ${base + type + 12}" width="${wide}" font-size="${type}" aria-hidden="true">${each.join("")}<path class="axis" d="M0 ${base}H${wide}"/></svg>`;
}
