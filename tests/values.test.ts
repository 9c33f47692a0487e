/** What one cell says: each form of a number, a day and a word, or the code of what is wrong. */
import { describe, expect, it } from "vitest";
import { COUNT } from "../src/datasets/columns.ts";
import { parseDate } from "../src/ingest/cells/dates.ts";
import { parseMonth } from "../src/ingest/cells/months.ts";
import { parseQuantity } from "../src/ingest/cells/numbers.ts";
import type { Parsed } from "../src/ingest/cells/parsed.ts";
import { nearest } from "../src/ingest/text/nearest.ts";
import { personalData } from "../src/ingest/text/privacy.ts";
import { halfWidth, isBlank, isFormula, tidy, unwrapped } from "../src/ingest/text/tidy.ts";
import { pairParts } from "../src/text/format.ts";
import { type Amount, known } from "../src/values/amount.ts";
import { ratePercent } from "../src/values/decimals.ts";
import type { Quantity } from "../src/values/quantity.ts";

/** A parsed value in short: 40, ≥73, ≈2, <5, nothing, or the code. */
function short(parsed: Parsed<Quantity | string | null>): string {
  if (!parsed.ok) return parsed.code;
  if (parsed.value === null) return "";
  if (typeof parsed.value === "string") return parsed.value;
  const { value, qualifier, suppressed } = parsed.value;
  if (suppressed) return "<5";
  return { exact: "", at_least: "≥", about: "≈" }[qualifier] + value;
}

describe("a number", () => {
  it.each([
    ["0", "0"],
    ["40", "40"],
    ["007", "7"],
    ["-0", "0"],
    ["+5", "5"],
    ["1472", "1472"],
    ["1,472", "1472"],
    ["1,234,567.89", "1234567.89"],
    ["1，472", "1472"],
    ["１４７２", "1472"],
    ["1 472", "1472"],
    ["1\u00a0472\u00a0000", "1472000"],
    [" \u200b40\u3000", "40"],
    ["40.00", "40"],
    ["12.5", "12.5"],
    ["40件", "40"],
    ["￥5,000.50", "5000.5"],
    ["97.4%", "97.4"],
    ["９７．４％", "97.4"],
    ["3.5万", "35000"],
    ["1.1万", "11000"],
    ["1.47亿", "147000000"],
    ["73余", "≥73"],
    ["≥12", "≥12"],
    [">=12", "≥12"],
    [">12", "≥12"],
    ["12\ufe0f", "12"],
    ["1\u200b2", "12"],
    ["73余条", "≥73"],
    ["73条余", "≥73"],
    ["100多", "≥100"],
    ["10几", "≥10"],
    ["2万余", "≥20000"],
    ["30余万", "≥300000"],
    ["5以上", "≥5"],
    ["5件及以上", "≥5"],
    ["超过300", "≥300"],
    ["不少于3", "≥3"],
    ["约2", "≈2"],
    ["约 2 家", "≈2"],
    ["近100", "≈100"],
    ["10来", "≈10"],
    ["10左右", "≈10"],
    ["<5", "<5"],
    ["＜５", "<5"],
    ["< 5件", "<5"],
    ["1.47E+03", "number-ambiguous"],
    ["14.7e3", "number-ambiguous"],
    ["1,47", "number-ambiguous"],
    ["1472,", "number-ambiguous"],
    ["12,34,567", "number-ambiguous"],
    ["1 472,000", "number-ambiguous"],
    ["3 5", "number-ambiguous"],
    ["约30余", "number-ambiguous"],
    ["3万亿", "number-ambiguous"],
    ["-5", "number-negative"],
    ["−5", "number-negative"],
    ["(5)", "number-negative"],
    ["二十九", "number"],
    ["数百", "number"],
    ["2千", "number"],
    ["3百余", "number"],
    ["5至10", "number"],
    ["5-10", "number"],
    ["1/2", "number"],
    ["3²", "number"],
    ["5①", "number"],
    ["½", "number"],
    ["$5", "number"],
    [".5", "number"],
    ["5.", "number"],
    ["1.2.3", "number"],
    ["少于10", "number"],
    ["<10", "number"],
    ["9".repeat(20), "number"],
    ["1".repeat(5000), "number"],
    ["2023-01-05", "number"],
    ["#N/A", "excel-error"],
    ["#DIV/0!", "excel-error"],
    ["#NAME?", "excel-error"],
    ["#####", "excel-error"],
  ])("%s is %s", (raw, expected) => {
    expect(short(parseQuantity(raw))).toBe(expected);
  });

  it.each([
    ["3.5", 4, "35000"],
    ["0.07", 4, "700"],
    ["1,200", 4, "12000000"],
    ["约2", 4, "≈20000"],
    ["3万", 4, "number-ambiguous"],
    ["3元", 4, "number-ambiguous"],
    ["1.005", 4, "10050"],
  ])("%s under a header with 10^%i is %s", (raw, scale, expected) => {
    expect(short(parseQuantity(raw, { scale, units: ["元"] }))).toBe(expected);
  });

  it.each([
    ["12", "12"],
    ["12宗", "12"],
    ["12人", "number"],
    ["12%", "number"],
    ["¥12", "number"],
    ["1.5", "number-fraction"],
    ["1.5万", "15000"],
    ["2.000", "number-ambiguous"],
    ["1.000.000", "number-ambiguous"],
  ])("%s in 件数 is %s", (raw, expected) => {
    expect(short(parseQuantity(raw, { units: COUNT.units, decimals: 0 }))).toBe(expected);
  });

  it.each([
    ["1472.50", 0, "1472.5"],
    ["0.1", 0, "0.1"],
    ["1.472", 0, "number-ambiguous"],
    ["2.000", 0, "number-ambiguous"],
    ["2.000元", 0, "number-ambiguous"],
    ["2.000万元", 0, "20000"],
    ["1.000.000", 0, "number-ambiguous"],
    ["1,234.500", 0, "1234.5"],
    ["0.500", 0, "0.5"],
    ["2000.000", 0, "2000"],
    ["2.000", 4, "20000"],
    ["333.3333", 0, "number-ambiguous"],
    ["1.234567", 4, "12345.67"],
    ["1.2345678", 4, "number-ambiguous"],
  ])("%s as money under a header with 10^%i is %s", (raw, scale, expected) => {
    expect(short(parseQuantity(raw, { scale, units: ["元"], decimals: 2 }))).toBe(expected);
  });

  it("reports how an unusual but certain writing was read", () => {
    expect(parseQuantity("1,472")).toMatchObject({ normalised: "1472" });
    expect(parseQuantity("1472")).not.toHaveProperty("normalised");
    expect(parseQuantity("73余")).not.toHaveProperty("normalised");
  });
});

describe("a day", () => {
  it.each([
    ["2023-01-05", "2023-01-05"],
    ["2023-1-5", "2023-01-05"],
    ["2023/1/5", "2023-01-05"],
    ["2023.01.05", "2023-01-05"],
    ["2023年1月5日", "2023-01-05"],
    ["二零二三年一月五日", "2023-01-05"],
    ["2023年1月5日下午3时", "2023-01-05"],
    ["2023年1月5日 15点整", "2023-01-05"],
    ["2023。1。5", "2023-01-05"],
    ["2023.1.5.", "2023-01-05"],
    ["2023 年 1 月 5 日", "2023-01-05"],
    ["２０２３年１月５日", "2023-01-05"],
    ["20230105", "2023-01-05"],
    ["2023-01-05 09:30", "2023-01-05"],
    ["2023-01-05T09:30:00.000Z", "2023-01-05"],
    ["2023/1/5  0:00:00", "2023-01-05"],
    ["2023年1月5日（星期四）", "2023-01-05"],
    ["44931", "2023-01-05"],
    ["44931.999", "2023-01-05"],
    ["2023-03-31T16:00:00Z", "2023-04-01"],
    ["2023-03-31T15:59:59.999Z", "2023-03-31"],
    ["2023-03-31 16:00:00 UTC", "2023-04-01"],
    ["2023/3/31 16:00Z", "2023-04-01"],
    ["2023-03-31T16:00:00.000+00:00", "2023-04-01"],
    ["2023-03-31T16:00:00+0000", "2023-04-01"],
    ["2023-04-01T00:30:00+0800", "2023-04-01"],
    ["2023-04-01T00:30:00+08:00", "2023-04-01"],
    ["2023-04-01T00:30:00+08", "2023-04-01"],
    ["2023-04-01T00:30:00+09:00", "2023-03-31"],
    ["2023-03-31T19:00:00-05:00", "2023-04-01"],
    ["2022-12-31T16:00:00Z", "2023-01-01"],
    ["2023年3月31日 16:00:00", "2023-03-31"],
    ["2023年3月31日16:00", "2023-03-31"],
    ["2023-03-31 24:00", "date-ambiguous"],
    ["2023-03-31T24:00:00Z", "date-ambiguous"],
    ["2023-03-31 25:00", "date-impossible"],
    ["2023-03-31 12:60", "date-impossible"],
    ["2023-03-31T12:00:00+99:00", "date-impossible"],
    ["1970-01-01", ""],
    ["1970/1/1 08:00:00", ""],
    ["1969-12-31T16:00:00.000Z", ""],
    ["1900-01-00", ""],
    ["1900/1/0", ""],
    ["1900年1月0日", ""],
    ["1900-01-01", ""],
    ["1899-12-30", ""],
    ["1899-12-30T00:00:00Z", ""],
    ["0000-00-00", ""],
    ["0000-00-00 00:00:00", ""],
    ["00000000", ""],
    ["0001-01-01T00:00:00", ""],
    ["1/1/0001", "date-ambiguous"],
    ["9999-12-31", ""],
    ["9999-12-31T16:00:00Z", ""],
    ["99991231", ""],
    ["2958465", ""],
    ["25569", ""],
    ["0", ""],
    ["0.00", ""],
    ["2023年1月5日上午", "2023-01-05"],
    ["2023-01-05 AM", "2023-01-05"],
    ["2023—1—5", "2023-01-05"],
    ["2023‐01‐05", "2023-01-05"],
    ["2023　1　5", "2023-01-05"],
    ["2023 11 5", "2023-11-05"],
    ["2023、1、5", "2023-01-05"],
    ["2023，1，5", "2023-01-05"],
    ["二O二三年元月五日", "2023-01-05"],
    ["二0二三年一月廿三日", "2023-01-23"],
    ["贰零贰叁年拾贰月零陆日", "2023-12-06"],
    ["2023年元月5日", "2023-01-05"],
    ["2023/1/5 9:30:15 AM", "2023-01-05"],
    ["2023/1/5 PM 3:20", "2023-01-05"],
    ["202301051530", "2023-01-05"],
    ["202301052530", "date-impossible"],
    ["农历癸卯年正月初五", "date"],
    ["民国112年1月5日", "date"],
    ["20231", "date"],
    ["20231.5", "date"],
    ["36525", "date"],
    ["36526", "2000-01-01"],
    ["69999", "2091-08-24"],
    ["203-03-04", "date"],
    ["20223-01-05", "date"],
    ["2023/13/01", "date-impossible"],
    ["2024-02-29", "2024-02-29"],
    ["\u200e2023-01-05\u200b", "2023-01-05"],
    ["1/2/2023", "date-ambiguous"],
    ["13/1/2023", "date-ambiguous"],
    ["23-01-05", "date-ambiguous"],
    ["5.1.23", "date-ambiguous"],
    ["2023-02-30", "date-impossible"],
    ["2023-02-29", "date-impossible"],
    ["2023-13-01", "date-impossible"],
    ["2023-00-10", "date-impossible"],
    ["20230431", "date-impossible"],
    ["2023年1月", "date"],
    ["2023-01", "date"],
    ["202301", "date"],
    ["2023", "date"],
    ["1月5日", "date"],
    ["2023-1/5", "date"],
    ["5-Jan-23", "date"],
    ["第一季度", "date"],
    ["光明街12号", "date"],
    ["青执罚〔2023〕1号", "date"],
    ["2203-01-05", "date"],
    ["0023-01-05", "date"],
    ["1", "date"],
    ["99999", "date"],
    ["#####", "excel-error"],
    ["#VALUE!", "excel-error"],
  ])("%s is %s", (raw, expected) => {
    expect(short(parseDate(raw))).toBe(expected);
  });

  it.each([
    ["办理中", "没有这个日期的，空着"],
    ["至今", "没有这个日期的，空着"],
    ["1月5日", "没有写年份"],
    ["23年1月5日", "年份只写了两位"],
    ["23-1-5", "年份只写了两位"],
    ["2023-01", "缺少日"],
    ["202316", "认不出这是哪一天"],
    ["1/25/2023", "年份要写在最前面"],
    ["1/2/2023", "分不清哪个是月"],
  ])("says of %s what is wrong with it", (raw, says) => {
    const parsed = parseDate(raw);
    expect(parsed.ok ? "" : `${parsed.why}；${parsed.fix}`).toContain(says);
  });

  it.each([
    ["43500", 2023, "date-ambiguous"],
    ["43500.5", 2023, "date-ambiguous"],
    ["43500", 2019, "2019-02-04"],
    ["43500", 2020, "2019-02-04"],
    ["43500", 2026, "2019-02-04"],
    ["44931", 2023, "2023-01-05"],
    ["2019-02-04", 2023, "2019-02-04"],
  ])("%s in a folder of %i is %s", (raw, year, expected) => {
    expect(short(parseDate(raw, year))).toBe(expected);
  });

  it.each([
    ["44986", "2023-03", ""],
    ["202303", "2023-03", ""],
    ["20233", "date", ""],
    ["449861", "date", ""],
    ["1970-01", "", "date-none"],
    ["1900-01", "", "date-none"],
    ["2022-05", "2022-05", "year-carried-over"],
    ["2024-05", "2024-05", "year-outside"],
  ])("as a month, %s is %s", (raw, expected, says) => {
    const parsed = parseMonth(raw, 2023);
    expect(short(parsed)).toBe(expected);
    expect(parsed.ok ? (parsed.says?.code ?? "") : "").toBe(says);
  });
});

describe("text", () => {
  it.each([
    "",
    " ",
    "\u3000",
    "\u200b",
    "— —",
    "——",
    "—",
    "-",
    "－",
    "/",
    "／",
    "无",
    " 无 ",
    "暂无",
    "N/A",
    "n/a",
    "……",
    "未公布",
    "\n",
    ...[
      "(空白)",
      "（空）",
      "【无】",
      "(null)",
      "(blank)",
      "\\N",
      "&nbsp;",
      "<br>",
      "<br />",
      "空白",
    ],
  ])("%j is blank", (raw) => expect(isBlank(raw)).toBe(true));
  it.each([
    "空白店",
    "\\n甲",
    "(无证)",
    "<b>",
    "&",
    "blanket",
    "0",
    "否",
    "无证经营",
    "-1",
    "没有",
    "a",
    "/a",
  ])("%j is not blank", (raw) => expect(isBlank(raw)).toBe(false));
  it.each(["=SUM(A1)", " =1+1", "＝1", "@SUM(1)", "+cmd|' /C calc'!A0", "-(1)", "-A1"])(
    "%s is a formula",
    (raw) => expect(isFormula(raw)).toBe(true),
  );
  it.each(["-5", "+5", "—5", "a=b", "甲@乙", "- 无", "－"])("%s is no formula", (raw) =>
    expect(isFormula(raw)).toBe(false),
  );
  it("takes what systems wrap around a text", () => {
    expect(unwrapped('="0012"')).toBe("0012");
    expect(unwrapped("'0012")).toBe("0012");
    expect(unwrapped("0012")).toBeUndefined();
    expect(unwrapped('="a"&"b"')).toBeUndefined();
  });
  it("is tidied: no invisible characters, one space for any", () => {
    expect(tidy(" \ufeff执\u200b法\u00a0\u3000领\r\n域 ")).toBe("执法 领 域");
    expect(halfWidth("（ＡＢＣ）１２３，％")).toBe("(ABC)123,%");
  });
  it("has a nearest word only if it is near", () => {
    expect(nearest("执法领城", ["件数", "执法领域"])).toBe("执法领域");
    expect(nearest("完全不同", ["件数", "执法领域"])).toBeNull();
    expect(nearest("长".repeat(5_000_000), ["件数"])).toBeNull();
    expect(nearest("", ["件数"])).toBeNull();
  });
});

describe("personal data", () => {
  it.each([
    ["11010519491231002X", "居民身份证号"],
    ["身份证：11010519491231002x。", "居民身份证号"],
    ["110105194912310021", "居民身份证号"],
    ["13800138000", "手机号码"],
    ["１３８００１３８０００", "手机号码"],
    ["+86 138-0013-8000", "手机号码"],
    ["138\u200b0013\u00a08000", "手机号码"],
    ["0855-8221234", "电话号码"],
    ["(0855)8221234", "电话号码"],
    ["贵H12345", "车牌号"],
    ["贵A·D12345", "车牌号"],
    ["6222000000000000004", "银行卡号"],
    ["someone@example.com", "电子邮箱"],
    ["微信：abc12345", "微信号"],
    ["翡翠花园3栋501", "楼栋房号"],
    ["3号楼2单元401室", "楼栋房号"],
    ["107.981234,26.581234", "经纬度"],
  ])("%s is found", (text, kind) => expect(personalData(text)?.kind).toBe(kind));

  it.each([
    "11010519491231002",
    "522601202301010001",
    "2023-01-05 09:30:00",
    "青执罚决字〔2023〕第0012号",
    "12345热线",
    "拆除违法建筑3栋",
    "翡翠花园3栋",
    "2023001234567890123",
    "1472",
    "https://www.example.gov.cn/a/20230105.html",
    "一（三）1（2）",
  ])("%s is not", (text) => expect(personalData(text)).toBeNull());
});

describe("words that say no number, though one stands in them", () => {
  it.each(["约一些", "一批", "一部分", "若干", "大量", "不少"])(
    "%s: no number is proposed",
    (text) => {
      expect(parseQuantity(text)).toMatchObject({
        ok: false,
        why: expect.stringContaining("大概"),
      });
      expect(parseQuantity(text)).not.toHaveProperty("instead");
    },
  );

  it.each([
    ["不少于一百", "不少于100"],
    ["一千余", "1000余"],
    ["近百", "近100"],
  ])("%s is %s", (text, instead) => expect(parseQuantity(text)).toMatchObject({ instead }));
});

it.each([
  [1, 3, 33.33],
  [0, 20_000_000, 0],
  [20_000_000, 20_000_000, 100],
  [19_999_985, 20_000_000, 99.9999],
  [15, 20_000_000, 0.0001],
  [99_996, 100_000, 99.996],
  [4, 100_000, 0.004],
  [99_995, 100_000, 99.995],
  [299, 300, 99.67],
])("%d of %d is %d in a hundred: never all or none of what is neither", (part, whole, percent) => {
  expect(ratePercent(part, whole)).toBe(percent);
});

it.each<[Amount, Amount, string]>([
  [known(73, "at_least"), known(37), "73余≠37件"],
  [known(37), known(73, "at_least"), "37≠73余件"],
  [known(12), { state: "suppressed" }, "12≠<5件"],
])("of two numbers each keeps its own 余", (first, second, text) => {
  const [one, other, unit] = pairParts(first, second, "件");
  expect(`${one}≠${other}${unit}`).toBe(text);
});
