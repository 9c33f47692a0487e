/** Years in other units stand on no common scale, nor does another year's number stand under this year's name. */
import { expect, test } from "vitest";
import { trend } from "../src/charts/forms/trend.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";

const items = (written: readonly (readonly [number | null, string])[]) =>
  written.map(([value, unit], i) => ({
    label: String(2021 + i),
    amount: value === null ? UNKNOWN_AMOUNT : known(value),
    unit,
    origin: NO_ORIGIN,
  }));
const drawn = (...written: (readonly [number | null, string])[]) =>
  trend([{ label: "资金", items: items(written) }])?.draw(328);

test.each<[string, Parameters<typeof drawn>, number | null]>([
  [
    "one unit",
    [
      [184.5, "万元"],
      [96.32, "万元"],
    ],
    2,
  ],
  [
    "another in the last year",
    [
      [184.5, "万元"],
      [96.32, "万元"],
      [2_100_000, "元"],
    ],
    null,
  ],
  [
    "another in the first year",
    [
      [184.5, "万元"],
      [963_200, "元"],
      [2_100_000, "元"],
    ],
    2,
  ],
  [
    "another between",
    [
      [184.5, "万元"],
      [963_200, "元"],
      [210, "万元"],
    ],
    2,
  ],
  [
    "the same by another name",
    [
      [14, "次"],
      [16, "场次"],
      [17, "场"],
    ],
    3,
  ],
  [
    "unknown in another",
    [
      [14, "户"],
      [16, "户"],
      [null, "座"],
    ],
    2,
  ],
  [
    "two that differ",
    [
      [326, "户"],
      [280, "座"],
    ],
    null,
  ],
])("%s", (_, written, points) => {
  const svg = drawn(...written);
  expect(svg ? svg.match(/<circle/g)?.length : null).toBe(points);
  if (svg && points! < written.filter(([value]) => value !== null).length)
    expect(svg.replace(/<[^>]*>/g, "")).toContain("单位不同");
});
