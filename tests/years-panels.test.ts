/** Panels of years: of one unit one scale, and the years at the same places in each. */
import { expect, test } from "vitest";
import { trend } from "../src/charts/forms/trend.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { known } from "../src/values/amount.ts";

const series = (label: string, unit: string, values: readonly number[]) => ({
  label,
  items: values.map((value, i) => ({
    label: String(2022 + i),
    amount: known(value),
    unit,
    origin: NO_ORIGIN,
  })),
});
/** Each panel's base, and its line from the first year to the last: both ends, from left and top. */
function panelsOf(all: Parameters<typeof trend>[0]) {
  const svg = trend(all)!.draw(680);
  const bases = [...svg.matchAll(/d="M([\d.]+) ([\d.]+)H([\d.]+)"/g)].map(([, x]) => Number(x));
  const paths = [...svg.matchAll(/d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/g)].map(
    ([, ...four]) => four.map(Number) as [number, number, number, number],
  );
  expect(bases).toHaveLength(all.length);
  expect(paths).toHaveLength(all.length);
  return { bases, paths };
}

test("a tenth of another of the same unit is drawn a tenth as high", () => {
  const { paths } = panelsOf([series("甲", "件", [50, 100]), series("乙", "件", [5, 10])]);
  const rise = ([, from, , to]: [number, number, number, number]) => from - to;
  expect(rise(paths[0]!) / rise(paths[1]!)).toBeCloseTo(10, 0);
});

test("another unit has a scale of its own", () => {
  const { paths } = panelsOf([series("甲", "件", [50, 100]), series("乙", "天", [5, 10])]);
  expect(paths[0]![1] - paths[0]![3]).toBeCloseTo(paths[1]![1] - paths[1]![3], 0);
});

test("years stand at the same places whatever the last number is", () => {
  const { bases, paths } = panelsOf([
    series("甲", "件", [50, 100_000]),
    series("乙", "天", [5, 9]),
  ]);
  const places = paths.map(([from, , to], i) => [from - bases[i]!, to - bases[i]!]);
  expect(places[0]![0]).toBeCloseTo(places[1]![0]!, 0);
  expect(places[0]![1]).toBeCloseTo(places[1]![1]!, 0);
});
