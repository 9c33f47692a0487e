/** The time that a number is of, in whichever way a clerk writes it. */
import { expect, test } from "vitest";
import { parsePeriod } from "../src/ingest/cells/periods.ts";
import { fullText, periodText, wholeText, yearText } from "../src/text/period.ts";
import { isSamePart, yearUntil } from "../src/values/period.ts";

const read = (raw: string, year = 2023) => {
  const parsed = parsePeriod(raw, year);
  return parsed.ok ? parsed.value : parsed.why;
};

test.each([
  "截至2023年11月",
  "截止2023年11月底",
  "截至11月份",
  "截至十一月",
  "截至 2023 年 11 月 30 日",
  "截至2023-11-30",
  "截至11月30日",
  "截至2023/11/30",
  "2023年11月30日",
  "2023-11-30",
  "2023年1月—11月",
  "2023年1-11月",
  "1-11月",
  "1月至11月",
  "1～11月份",
  "2023年1月至2023年11月",
  "2023年1月1日至11月30日",
  "2023年1月1日至2023年11月30日",
  "１－１１月",
])("%s is the year up to November", (raw) => {
  expect(read(raw)).toBe("2023-01-01/2023-11-30");
});

test.each([
  ["全年", "2023-01-01/2023-12-31"],
  ["2023年", "2023-01-01/2023-12-31"],
  ["2023年度", "2023-01-01/2023-12-31"],
  ["截至年底", "2023-01-01/2023-12-31"],
  ["上半年", "2023-01-01/2023-06-30"],
  ["2023年前三季度", "2023-01-01/2023-09-30"],
  ["第四季度", "2023-10-01/2023-12-31"],
  ["3-5月", "2023-03-01/2023-05-31"],
  ["11月—11月", "2023-11-01/2023-11-30"],
  ["截至2023年2月", "2023-01-01/2023-02-28"],
])("%s is %s", (raw, period) => {
  expect(read(raw)).toBe(period);
});

test.each([
  ["2023年11月", "分不清"],
  ["11月", "分不清"],
  // What Excel makes of 1-11.
  ["1月11日", "认不出"],
  ["截至2022年11月", "不在2023年里"],
  ["2022年12月—2023年11月", "不在2023年里"],
  ["11-1月", "开始在结束以后"],
  ["截至2023年13月", "不在2023年里"],
  ["截至2023年11月31日", "认不出"],
  ["13-14月", "认不出"],
  ["最近", "认不出"],
  ["1/2/2023", "认不出"],
])("%s is refused: %s", (raw, why) => {
  expect(read(raw)).toContain(why);
});

test("全年 is said of a whole year only", () => {
  const [whole, eleven] = [yearUntil(2023), yearUntil(2023, "2023-11-30")];
  const said = [periodText, wholeText, yearText, fullText];
  expect(said.map((say) => say(whole))).toEqual(["2023年", "全年", "2023年度", "2023年全年"]);
  const until = "截至2023年11月30日";
  expect(said.map((say) => say(eleven))).toEqual([until, until, "2023年度（截至11月30日）", until]);
});

test("only the same part of two years is compared", () => {
  const part = (year: number, day: string) => yearUntil(year, `${year}-${day}`);
  expect(isSamePart(part(2023, "11-30"), part(2024, "11-30"))).toBe(true);
  expect(isSamePart(part(2023, "02-28"), part(2024, "02-29"))).toBe(true);
  expect(isSamePart(part(2023, "02-28"), part(2024, "02-28"))).toBe(false);
  expect(isSamePart(part(2023, "11-30"), yearUntil(2024))).toBe(false);
  expect(isSamePart(yearUntil(2023), yearUntil(2024))).toBe(true);
});
