/** Where a number must not be told, what is said of it says so: 隐去, never 未公布. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headAppearances } from "../src/charts/litigation/head-appearances.ts";
import { figureOf } from "../src/figures/figures.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { compare } from "../src/findings/compare.ts";
import { rules } from "../src/findings/index.ts";
import { checkText } from "../src/findings/words.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Year } from "../src/site/year.ts";
import { largest } from "../src/text/standing-out.ts";
import { type Amount, known, sum, UNKNOWN_AMOUNT } from "../src/values/amount.ts";
import { yearUntil } from "../src/values/period.ts";

const HIDDEN: Amount = { state: "hidden" };
const FEW: Amount = { state: "suppressed" };

async function yearOf(site: string): Promise<Year> {
  const { site: loaded } = await loadSite(
    diskFolder(join(import.meta.dirname, "sites", site, "data")),
  );
  return loaded!.latest;
}

describe("a sum", () => {
  it.each([
    [[known(16), FEW], HIDDEN],
    [[known(16), HIDDEN], HIDDEN],
    [[HIDDEN, UNKNOWN_AMOUNT], UNKNOWN_AMOUNT],
    [[UNKNOWN_AMOUNT, FEW], UNKNOWN_AMOUNT],
    [[known(16), known(4)], known(20)],
  ])("of %j is %j", (amounts, expected) => {
    expect(sum(amounts)).toEqual(expected);
  });
});

describe("a check", () => {
  const LEAST = (value: number) => known(value, "at_least");
  const ABOUT = (value: number) => known(value, "about");
  const PART = (value: number): Amount => ({ ...known(value), missing: 1 });
  const VAGUE = "，有的不是确数，不能核对";
  const side = (label: string, amount: Amount) => ({
    label,
    amount,
    working: "",
    sections: [],
    origin: NO_ORIGIN,
    period: yearUntil(2023),
  });

  it.each([
    ["equal", known(9), HIDDEN, "报告总数9件，逐行数据相加隐去，有的数隐去，不能核对"],
    ["equal", HIDDEN, known(9), "报告总数隐去，逐行数据相加9件，有的数隐去，不能核对"],
    ["equal", known(9), UNKNOWN_AMOUNT, "报告总数9件，逐行数据相加未公布，数据不全，不能核对"],
    ["at-most", HIDDEN, known(9), "报告总数隐去，逐行数据相加9件，有的数隐去，不能核对"],
    ["at-most", known(3), known(9), "报告总数3件，不大于逐行数据相加9件"],
    ["at-most", known(12), known(9), "报告总数12件，大于逐行数据相加9件"],
    ["at-most", known(3), LEAST(9), "报告总数3件，不大于逐行数据相加9余件"],
    ["at-most", LEAST(12), known(9), "报告总数12余件，大于逐行数据相加9件"],
    ["at-most", LEAST(3), LEAST(9), `报告总数3余件，逐行数据相加9余件${VAGUE}`],
    ["at-most", LEAST(9), LEAST(3), `报告总数9余件，逐行数据相加3余件${VAGUE}`],
    ["at-most", known(9), LEAST(3), `报告总数9件，逐行数据相加3余件${VAGUE}`],
    ["at-most", ABOUT(10), known(10), `报告总数约10件，逐行数据相加10件${VAGUE}`],
    ["at-most", PART(3), known(9), "报告总数至少3件，逐行数据相加9件，数据不全，不能核对"],
    ["equal", LEAST(50), LEAST(100), "报告总数50余件，逐行数据相加100余件，不矛盾"],
    ["equal", LEAST(50), LEAST(50), "报告总数50余件，逐行数据相加50余件，一致"],
    ["equal", LEAST(30), known(32), "报告总数30余件，逐行数据相加32件，一致"],
    ["equal", ABOUT(100), known(180), "报告总数约100件，逐行数据相加180件，不一致"],
  ] as const)("%s: %j and %j", async (relation, left, right, text) => {
    const year = await yearOf("withheld-not-the-total");
    const made = compare(
      figureOf(year, "complaints"),
      side("报告总数", left),
      side("逐行数据相加", right),
      relation,
    );
    expect(checkText({ ...made, id: "", rule: rules[0]! })).toBe(text);
  });

  it("of parts of which one is not told says so, and nothing that is public is hidden", async () => {
    const year = await yearOf("withheld-not-the-total");
    const texts = year.checks.map(checkText);
    expect(texts).toContain("有关事项20件，分项相加16+<5＝隐去，有的数隐去，不能核对");
    expect(texts.join()).not.toContain("未公布");
    expect([...year.figures.values()].some(({ amount }) => amount.state === "hidden")).toBe(false);
  });
});

describe("a sentence", () => {
  const items = (...amounts: Amount[]) =>
    amounts.map((amount, i) => ({ label: ["甲", "乙"][i]!, unit: "件", amount }));

  it.each([
    [[HIDDEN, HIDDEN], "2类都隐去"],
    [[UNKNOWN_AMOUNT, UNKNOWN_AMOUNT], "2类都未公布件数"],
    [[FEW, FEW], "2类都<5件"],
    [[HIDDEN, UNKNOWN_AMOUNT], "甲隐去，乙未公布"],
  ])("of %j", (amounts, text) => {
    expect(largest(items(...amounts))).toBe(text);
  });

  it("and a chart of what is not told", async () => {
    const year = await yearOf("withheld-not-the-total");
    const hide = (id: string) => [id, { ...figureOf(year, id), amount: HIDDEN }] as const;
    const hidden = ["hearings", "head-appearances", "head-appearance-rate"].map(hide);
    const { view } = headAppearances;
    const { title, items, notes } = view({
      ...year,
      figures: new Map([...year.figures, ...hidden]),
    });
    expect(title).toBe("一审开庭隐去，\u200b负责人出庭隐去");
    expect(items.map(({ amount }) => amount.state)).toEqual(["hidden", "hidden", "hidden"]);
    expect(notes[0]).toBe("出庭率隐去。");
  });
});
