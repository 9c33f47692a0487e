/** What a title says of a rate, of months, of a part over the years: for counts of every kind. */
import { expect, test } from "vitest";
import { besideOf, onlyBeside } from "../src/charts/beside.ts";
import type { Item, View } from "../src/charts/define.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { rate } from "../src/metrics/engine/rate.ts";
import { changeMark, changeText, partChangeText } from "../src/text/change.ts";
import { labelled } from "../src/text/labels.ts";
import { largestOf, outcomesOf, shareOf } from "../src/text/of-whole.ts";
import { percentText } from "../src/text/percent.ts";
import { MONTHS, periodsOf, weekdays } from "../src/text/periods.ts";
import { isLeftOver, saysNothing } from "../src/text/rests.ts";
import { shareText } from "../src/text/shares.ts";
import { largest } from "../src/text/standing-out.ts";
import { type Amount, known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";

const plain = (text: string | null) => text?.replace(/\u200b/g, "") ?? null;
const of = (amount: Amount | number, unit = "件") => ({
  amount: typeof amount === "number" ? known(amount) : amount,
  unit,
});
const named = (values: Record<string, Amount | number>) =>
  Object.entries(values).map(([label, amount]) => ({ label, ...of(amount) }));
const open = (value: number) => ({ ...known(value), undetermined: 7 });

test.each<[whole: Amount | number, part: Amount | number, title: string | null]>([
  [25315, 24314, "到期的25,315件工单，96%按时办结"],
  [2000, 1999, "到期的2000件工单，99.9%按时办结"],
  [2000, 3, "到期的2000件工单，不到1%按时办结"],
  [29, 28, "到期的29件工单里，28件按时办结"],
  [2, 1, "到期的2件工单里，1件按时办结"],
  [1472, 1472, "到期的1472件工单全部按时办结"],
  [1, 1, "到期的1件工单按时办结"],
  [12, 0, "到期的12件工单没有一件按时办结"],
  [1, 0, "到期的1件工单没有按时办结"],
  [0, 0, "全年没有到期的工单"],
  [open(100), open(90), "已知到期的100件工单，90%按时办结"],
  [open(100), 90, null],
  [open(0), open(0), null],
  [100, 101, null],
  [known(100, "at_least"), 90, null],
  [100, known(90, "about"), null],
  [{ ...known(100), missing: 2 }, 90, null],
  [100, UNKNOWN_AMOUNT, null],
  [100, { state: "suppressed" }, null],
  [{ state: "hidden" }, 90, null],
])("a rate of %j and %j: %s", (whole, part, title) => {
  const words = { of: "工单", which: "到期的", did: "按时办结", time: "全年" };
  expect(plain(shareText({ whole: of(whole), part: of(part), ...words }))).toBe(title);
});

test("a rate of two numbers that contradict each other is none", () => {
  const words = { of: "工单", which: "到期的", did: "按时办结", time: "全年" };
  const whole = { ...of(100), against: known(120) };
  expect(shareText({ whole, part: of(90), ...words })).toBeNull();
});

test.each<[values: Record<string, Amount | number>, title: string | null]>([
  [{ 甲: 38, 乙: 32, 丙: 30 }, "100件案件，38%是甲"],
  [{ 甲: 30, 乙: 25, 丙: 11, 丁: 10, 戊: 24 }, "甲最多，占100件案件的30%"],
  [{ 甲: 30, 乙: 26, 丙: 16, 丁: 15, 戊: 13 }, "100件案件，过半是甲和乙"],
  [{ 甲: 28, 乙: 22, 丙: 17, 丁: 17, 戊: 16 }, "100件案件，一半是甲和乙"],
  [
    { 甲: 20, 乙: 16, 丙: 13, 丁: 11, 戊: 10, 己: 10, 庚: 10, 辛: 10 },
    "100件案件，近一半是甲、乙和丙",
  ],
  [{ 甲: 32, 乙: 31, 丙: 20, 丁: 17 }, null],
  [{ 甲: 20, 乙: 15, 丙: 14, 丁: 14, 戊: 13, 己: 24 }, "己最多，占100件案件的24%"],
  [{ 甲: 30, 乙: 26, 丙: 16, 丁: 15, 戊: 13, 未注明: 20 }, "写明的100件案件，过半是甲和乙"],
  [{ 甲: 9, 乙: 5, 丙: 3 }, "17件案件里，9件是甲"],
  [{ 甲: 6, 乙: 5, 丙: 3, 丁: 3, 戊: 3 }, "20件案件里，11件是甲和乙"],
])("a whole of %j: %s", (values, title) => {
  const items = named(values);
  const sum = items.reduce((all, { amount }) => all + (amount as { value: number }).value, 0);
  const whole = { label: "案件", ...of(sum) };
  expect(plain(shareOf(whole, items, (count) => `${count}案件`))).toBe(title);
});

test("a percentage is 0 or 100 only where it is", () => {
  for (const whole of [30, 199, 200, 201, 999, 25_845])
    for (let part = 0; part <= whole; part++) {
      const text = percentText(part, whole);
      if (part < whole) expect(text).not.toBe("100%");
      if (part > 0) expect(text).not.toBe("0%");
    }
  expect(percentText(0, 50)).toBe("0%");
  // Halves go up, as whole numbers alone would have it: 23 of 40 is 57.5.
  const half = (part: number, whole: number, per: number) =>
    Math.floor((2 * part * per + whole) / (2 * whole));
  for (let whole = 30; whole <= 400; whole++)
    for (let part = 1; part < whole; part++) {
      const percent = half(part, whole, 100);
      if (percent > 0 && percent < 100) expect(percentText(part, whole)).toBe(`${percent}%`);
      expect(rate(known(part), known(whole))).toEqual(known(half(part, whole, 10_000) / 100));
    }
  expect(percentText(50, 50)).toBe("100%");
});

test.each(["未注明", "未评价", "其他", "其它", "其他渠道", "不详", "未知", "未分类"])(
  "%s is never the largest",
  (rest) => {
    expect(isLeftOver(rest) || saysNothing(rest)).toBe(true);
    for (const size of [1, 40, 100, 1000]) {
      const items = named({ 甲: 100, 乙: 40, [rest]: size });
      const whole = { label: "", ...of(140 + size) };
      for (const text of [largest(items), largestOf(whole, "工单", items, "全年")])
        expect(plain(text)).not.toMatch(new RegExp(`(?:^|里，|、|和)${rest}(?:居前|最多|占)`));
    }
  },
);

test.each(["未通过", "未成年人", "未批先建"])("%s is a word like another", (word) =>
  expect(isLeftOver(word) || saysNothing(word)).toBe(false),
);

test("what is not said may make another the largest: then none is", () => {
  expect(largest(named({ 甲: 100, 乙: 80, 未注明: 19 }))).toContain("甲最多");
  expect(largest(named({ 甲: 100, 乙: 80, 未注明: 20 }))).not.toContain("最多");
  expect(largest(named({ 甲: 100, 乙: 80, 未注明: 200 }))).toBe("未注明200件");
  // Nor are two, nor those in front, nor all alike.
  expect(largest(named({ 甲: 9, 乙: 9, 丙: 5, 未注明: 3 }))).toBe("甲和乙最多，各9件");
  expect(largest(named({ 甲: 9, 乙: 9, 丙: 5, 未注明: 4 }))).not.toContain("最多");
  expect(largest(named({ 甲: 34, 乙: 33, 丙: 30, 未注明: 2 }))).toBe("甲和乙居前，各33到34件");
  expect(largest(named({ 甲: 34, 乙: 34, 丙: 31, 丁: 30, 未注明: 28 }))).not.toContain("居前");
  expect(largest(named({ 甲: 100, 乙: 99, 未注明: 1 }))).toContain("相差不大");
  expect(largest(named({ 甲: 100, 乙: 99, 未注明: 30 }))).not.toContain("相差不大");
  expect(largest(named({ 甲: 20, 乙: 10, 未注明: 6, 不详: 6 }))).not.toContain("最多");
});

test.each<[values: Record<string, number>, text: string]>([
  [{ 甲: 5, 乙: 5 }, "甲和乙各5件"],
  [{ 甲: 5, 乙: 5, 丙: 5, 丁: 5 }, "4类都是5件"],
  [{ 甲: 5, 乙: 5, 丙: 2 }, "甲和乙最多，各5件"],
  [{ 甲: 100, 乙: 99, 丙: 98, 丁: 97 }, "4类相差不大，97到100件"],
  [{ 甲: 133, 乙: 127 }, "甲133件，乙127件，相差不大"],
  [{ 甲: 100, 乙: 99, 丙: 98, 丁: 97, 戊: 1 }, "4类居前，各97到100件"],
  [{ 甲: 0, 乙: 0 }, "2类都是0件"],
  [{ 甲: 3, 乙: 0 }, "甲3件，乙0件"],
  [{ "警告、通报批评": 5, 罚款: 5, 拘留: 2 }, "“警告、通报批评”和“罚款”最多，各5件"],
  [{ 甲: 3, 乙: 0, 其他: 1 }, "甲3件，乙0件，其他1件"],
])("%j: %s", (values, text) => expect(plain(largest(named(values)))).toBe(text));

test.each<[whole: Amount, text: string]>([
  [known(3), "3件审结的一审都在一街"],
  [{ ...known(3), undetermined: 1 }, "至少3件审结的一审里，一街3件"],
  [{ ...known(3), missing: 2 }, "至少3件审结的一审里，一街3件"],
])("all are of one only where all are told: %j", (amount, text) => {
  const whole = { label: "", unit: "件", amount };
  expect(plain(largestOf(whole, "审结的一审", named({ 一街: 3 }), "全年", "", "在"))).toBe(text);
});

test.each([
  ["参与人次", "120人次", "人次", "参与120人次"],
  ["参与人次", "至少120人次", "人次", "参与至少120人次"],
  ["参与人次", "未公布", "人次", "参与人次未公布"],
  ["人次", "120人次", "人次", "人次120人次"],
  ["第3人次", "120人次", "人次", "第3人次120人次"],
  ["案件", "12件", "件", "案件12件"],
])("%s, %s", (label, value, unit, text) => {
  expect(plain(labelled(label, value, unit))).toBe(text);
});

test("outcomes are told without the largest", () => {
  const items = named({ 维持: 16, 撤回申请终止: 2, 确认违法: 1, 未注明: 1 });
  const whole = { label: "", ...of(20) };
  expect(plain(outcomesOf(whole, "审结的复议", items, "全年"))).toBe(
    "20件审结的复议：维持16件，撤回申请终止2件，确认违法1件等",
  );
});

test.each<[values: Record<string, Amount | number>, text: string]>([
  [{ "1月": 30, "2月": 10, "3月": 20, "4月": 19 }, "1月最多，30件；2月最少，10件"],
  [{ "1月": 30, "2月": 29, "3月": 20, "4月": 19 }, "每月19到30件"],
  [{ "1月": 7, "5月": 7, "11月": 7, "12月": 7, "2月": 1, "3月": 1, "4月": 1 }, "每月1到7件"],
  [{ "1月": 5, "2月": 5, "3月": 5 }, "每月都是5件"],
  [{ "1月": 0, "2月": 0, "3月": 0 }, "每月都是0件"],
  [{ "1月": 9 }, "1月9件"],
  [{ "1月": 9, "2月": 3 }, "1月9件，2月3件"],
  [{ "1月": UNKNOWN_AMOUNT, "2月": 9, "3月": 3 }, "有数的月份每月3到9件"],
  [{ "1月": UNKNOWN_AMOUNT, "2月": 9 }, "2月9件"],
  [{ "1月": known(9, "at_least"), "2月": 3, "3月": 2 }, "1月9余件，2月3件，3月2件"],
])("%j: %s", (values, text) => expect(plain(periodsOf(named(values), MONTHS))).toBe(text));

test.each<[values: readonly number[], text: string]>([
  [[9, 9, 9, 9, 9, 9, 3], "周日最少，全年周日共3件"],
  [[9, 9, 9, 9, 9, 3, 3], "周六和周日最少，全年各3件"],
  [[90, 89, 88, 50, 42, 41, 40], "周一到周日，全年各40到90件"],
  [[9, 9, 9, 9, 9, 9, 9], "周一到周日，全年都是9件"],
  [[9, 8, 7], "有数的几天，全年各7到9件"],
])("days of a week, %j: the number is of all of them, never of one day: %s", (values, text) => {
  const days = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
  const items = named(Object.fromEntries(values.map((value, i) => [days[i]!, value])));
  expect(plain(periodsOf(items, weekdays("全年")))).toBe(text);
});

test.each([
  [25821, 25845, "工单几乎没有变", "＝几乎没有变"],
  [100, 101, "工单从100件增加到101件（1%）", "▲增加1件（1%）"],
  [40, 30, "工单从40件减少到30件（25%）", "▼减少10件（25%）"],
  [12, 14, "工单从12件增加到14件", "▲增加2件"],
  [5, 5, "工单不变，都是5件", "＝不变"],
  [60, 0, "工单从60件减少到0件（100%）", "▼减少60件（100%）"],
  [0, 60, "工单从0件增加到60件", "▲增加60件"],
  [100, 1000, "工单从100件增加到1000件（900%）", "▲增加900件（900%）"],
  [100, 1100, "工单从100件增加到1100件", "▲增加1000件"],
])("%d, then %d: %s", (before, now, text, mark) => {
  expect(changeText("工单", of(before), of(now))).toBe(text);
  expect(changeMark(of(before), of(now))).toBe(mark);
});

test.each([
  [95.36, 96.05, "▲增加0.69个百分点"],
  [85.04, 85.83, "＝几乎没有变"],
  [100, 100, "＝不变"],
  [100, 99.9999, "＝几乎没有变"],
  [99.99, 99.9, "＝几乎没有变"],
  [0, 0.05, "＝几乎没有变"],
  [0, 0.5, "▲增加0.5个百分点"],
])("a rate of %d, then of %d: %s", (before, now, mark) => {
  expect(changeMark(of(before, "%"), of(now, "%"))).toBe(mark);
});

test.each<[before: [number, number], now: [number, number], text: string]>([
  [[19, 19], [13, 12], "出庭：13起里12起，上年19起里19起"],
  [[19, 19], [12, 12], "出庭：12起里12起，上年19起里19起"],
  [[13, 12], [13, 12], "出庭：两年都是13起里12起"],
  [[1, 0], [1, 0], "出庭：两年都是1起里没有"],
  [[5, 0], [4, 1], "出庭：4起里1起，上年5起里没有"],
  [[100, 50], [200, 100], "出庭的比例几乎没有变"],
  [[100, 50], [200, 120], "出庭的比例从50%升到60%"],
  // Near all or nothing the few are looked at: 5 late of 100 are 4.
  [[25_252, 24_081], [25_315, 24_314], "出庭的比例从95%升到96%"],
  [[25_252, 1171], [25_315, 1001], "出庭的比例从5%降到4%"],
  [[10_000, 9960], [10_000, 9920], "出庭的比例从99.6%降到99.2%"],
  [[10_000, 8504], [10_000, 8583], "出庭的比例几乎没有变"],
  [[1000, 990], [1000, 985], "出庭的比例几乎没有变"],
  [[100, 0], [120, 0], "出庭的比例几乎没有变"],
  [[0, 0], [5, 5], ""],
])("of %j, then of %j: %s", (before, now, text) => {
  const pair = ([whole, part]: [number, number]) => [of(whole, "起"), of(part, "起")] as const;
  expect(partChangeText("出庭", pair(before), pair(now))).toBe(text);
});

test("every number that is drawn beside the rows has its cell in the table", () => {
  const item = (label: string, value: number, of: Partial<Item> = {}): Item => ({
    label,
    amount: known(value),
    unit: "次",
    origin: NO_ORIGIN,
    ...of,
  });
  const beyond = [
    item("1月", 3, { year: 2022 }),
    item("2月", 4, { year: 2022 }),
    item("1月", 5, { year: 2023 }),
    item("12月", 6, { year: 2023 }),
    item("广场宣传", 7, { series: "分项" }),
  ];
  const view = { items: [item("1月", 1), item("2月", 2)], beyond } as unknown as View;
  const columns = besideOf(view);
  expect(columns.map(({ head }) => head)).toEqual(["2022年", "2023年"]);
  expect(onlyBeside(view, columns)).toEqual(["12月"]);
  expect(columns[1]?.cells.get("12月")?.amount).toEqual(known(6));
  expect(besideOf({ ...view, beyond: [] })).toEqual([]);
});
