/** A part of a whole is drawn as a part of it, for counts of every kind. */
import { expect, test } from "vitest";
import type { Item } from "../src/charts/define.ts";
import { strips } from "../src/charts/forms/strip.ts";
import { partOf } from "../src/charts/views/part.ts";
import { wholeStrip } from "../src/charts/views/whole.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { type Amount, known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";

const item = (label: string, amount: Amount | number, unit = "件"): Item => ({
  label,
  amount: typeof amount === "number" ? known(amount) : amount,
  unit,
  origin: NO_ORIGIN,
});
const open = (value: number) => ({ ...known(value), undetermined: 7 });

test.each<[whole: Amount | number, part: Amount | number, rest: number | null, kind?: string]>([
  [267, 233, 34, "长条图"],
  [21, 1, 20, "长条图"],
  [20, 1, 19, "计件图"],
  [2, 1, 1, "计件图"],
  [10, 0, 10, "计件图"],
  [open(100), open(90), 10, "长条图"],
  [10, 10, null],
  [0, 0, null],
  [9, 10, null],
  [open(100), 90, null],
  [known(100, "at_least"), 90, null],
  [100, UNKNOWN_AMOUNT, null],
  [100, { state: "suppressed" }, null],
  [{ ...known(100), missing: 1 }, 90, null],
])("%j and %j leave %s", (whole, part, rest, kind) => {
  const view = partOf(item("到期的", whole), item("按时", part), "没有按时");
  expect(view?.form?.kind).toBe(kind);
  expect(view?.items.at(-1)?.amount ?? null).toEqual(
    rest === null ? null : expect.objectContaining({ value: rest }),
  );
  // Every number that is drawn is in the table.
  if (view && rest !== null)
    for (const width of [328, 680] as const)
      expect(view.form!.draw(width)).toContain(`没有按时${rest}件`);
});

test("what is in dispute or of another unit is no part", () => {
  const whole = { ...item("到期的", 100), against: known(120) };
  expect(partOf(whole, item("按时", 90), "没有按时")).toBeNull();
  expect(partOf(item("到期的", 100), item("按时", 90, "次"), "没有按时")).toBeNull();
});

test("strips of one unit are of one scale, each under what it is of", () => {
  const parts = (...values: number[]) =>
    values.map((value, i) => ({ ...item(`第${"一二三"[i]}种`, value), look: "done" as const }));
  const svg = strips([
    { label: "该审的", parts: parts(100) },
    { label: "送审的", parts: parts(150, 50) },
  ])!.draw(680);
  const wide = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, long]) => Number(long));
  expect(wide).toEqual([340, 510, 170]);
  expect(svg).toContain(">该审的<");
});

test("a bureau's own word has no side", () => {
  const looks = { 满意: "done", 不满意: "left" } as const;
  expect(wholeStrip([item("满意", 5), item("不满意", 3)], looks)?.kind).toBe("长条图");
  expect(wholeStrip([item("满意", 5), item("说不清", 3)], looks)).toBeNull();
  expect(wholeStrip([item("满意", 5), item("不满意", known(3, "about"))], looks)).toBeNull();
  expect(wholeStrip([item("满意", 5)], looks)).toBeNull();
});
