/** The ways of disputes are drawn where they go on; where one goes back, a list says more. */
import { expect, test } from "vitest";
import type { Item } from "../src/charts/define.ts";
import { routes } from "../src/charts/forms/routes.ts";
import { type Amount, known } from "../src/values/amount.ts";

const item = (label: string, amount: Amount): Item => ({
  label,
  amount,
  unit: "起",
  origin: { rows: [], sections: [], statistics: false },
});
const ways = (list: readonly (readonly [string, number])[]) =>
  list.map(([label, value]) => item(label, known(value)));

test.each<[string, readonly Item[], boolean]>([
  [
    "one after another",
    ways([
      ["一审", 16],
      ["复议→一审", 5],
      ["复议→一审→二审", 1],
    ]),
    true,
  ],
  [
    "one of a single station alone",
    ways([
      ["一审", 16],
      ["复议", 4],
    ]),
    false,
  ],
  [
    "one that goes back",
    ways([
      ["一审→二审", 3],
      ["二审→一审", 1],
    ]),
    false,
  ],
  ["the same station twice", ways([["一审→一审", 3]]), false],
  ["a number that is not told", [item("一审→二审", { state: "hidden" })], false],
  ["none", [], false],
])("%s", (_, items, drawn) => {
  const form = routes(items, "→");
  expect(form !== null).toBe(drawn);
  for (const width of [328, 680] as const) {
    const svg = form?.draw(width) ?? "";
    for (const [, x] of svg.matchAll(/<text x="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThan(width);
    }
    if (form)
      for (const { amount } of items)
        expect(svg).toContain(`${(amount as { value: number }).value}起`);
  }
});
