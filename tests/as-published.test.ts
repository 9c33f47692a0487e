/** What the report writes is shown as it writes it: digits, words, units; and what it says is not denied. */
import { describe, expect, it } from "vitest";
import { charts } from "../src/charts/index.ts";
import { figureOf } from "../src/figures/figures.ts";
import { findingsOf, madeOf } from "../src/findings/find.ts";
import { noneBroken } from "../src/findings/words.ts";
import { parseQuantity } from "../src/ingest/cells/numbers.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Year } from "../src/site/year.ts";
import { csvCell } from "../src/text/csv.ts";
import { amountText, numberText, writtenText } from "../src/text/format.ts";
import { sameUnit } from "../src/text/units.ts";
import { fromQuantity, range, sum } from "../src/values/amount.ts";

const HEAD = "指标编号,指标名称,数值,单位,栏目,上级指标,关系,分子,分母,报告章节,说明";

async function read(indicators: readonly string[], files: Record<string, string> = {}) {
  return loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某市某局\n网站名称: 数据\n",
      "2023/indicators.csv": `${[HEAD, ...indicators].join("\n")}\n`,
      ...files,
    }),
  );
}

async function yearOf(indicators: readonly string[], files?: Record<string, string>) {
  const { site, problems } = await read(indicators, files);
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  return site!.latest;
}

const viewOf = (year: Year, id: string) => {
  const view = charts.find((chart) => chart.id === id)!.view(year);
  return { ...view, title: view.title.replace(/\u200b/g, "") };
};

describe("a number as it is written", () => {
  it.each([
    ["2420.7968", "平方米", "2420.7968平方米", "2420.7968平方米"],
    ["0.004", "%", "0.004%", "0.004%"],
    ["98.765", "%", "98.765%", "98.765%"],
    ["100.00", "%", "100.00%", "100.00%"],
    ["12345.50", "元", "12,345.50元", "12,345.50元"],
    ["0.0000004", "吨", "0.0000004吨", "0.0000004吨"],
    ["3.5万", "元", "35,000元", "3.5万元"],
    ["7万余", "人次", "7万余人次", "7万余人次"],
    ["30余万", "元", "30余万元", "30余万元"],
    ["不少于50", "次", "不少于50次", "不少于50次"],
    ["50次以上", "次", "50次以上", "50次以上"],
    ["10左右", "次", "10次左右", "10次左右"],
    ["100多", "件", "100多件", "100多件"],
    ["近300", "件", "近300件", "近300件"],
    ["近千", "人次", "近千人次", "近千人次"],
    ["百余", "件", "百余件", "百余件"],
    ["上千", "人", "上千人", "上千人"],
    ["数十", "次", "数十次", "数十次"],
    ["几百", "次", "几百次", "几百次"],
    ["不到300", "件", "不到300件", "不到300件"],
    ["5以下", "件", "5件以下", "5件以下"],
    ["3–5", "天", "3–5天", "3–5天"],
    ["3至5", "天", "3–5天", "3–5天"],
    ["3~5天", "天", "3–5天", "3–5天"],
    ["3-5万", "元", "3–5万元", "3–5万元"],
    ["10%-12%", "%", "10–12%", "10–12%"],
    ["73余", "条", "73余条", "73余条"],
    ["约2", "家", "约2家", "约2家"],
    ["-3.2", "%", "-3.2%", "-3.2%"],
    ["－3.2%", "%", "-3.2%", "-3.2%"],
  ])("%s %s", (raw, unit, shown, written) => {
    const parsed = parseQuantity(raw, { said: true });
    const amount = parsed.ok ? fromQuantity(parsed.value) : fromQuantity(null);
    expect([amountText(amount, unit), writtenText(amount, unit)]).toEqual([shown, written]);
  });

  it.each([
    ["近300", [250, 300]],
    ["近千", [500, 1000]],
    ["不到300", [0, 300]],
    ["3至5", [3, 5]],
    ["数十", [20, 99]],
    ["上千", [1000, Number.POSITIVE_INFINITY]],
    ["约300", [250, 350]],
    ["7万余", [70_000, Number.POSITIVE_INFINITY]],
  ])("%s lies between %j", (raw, bounds) => {
    const parsed = parseQuantity(raw, { said: true });
    expect(parsed.ok && range(fromQuantity(parsed.value))).toEqual(bounds);
    // Nothing vague is taken for exact.
    expect(parsed.ok && parsed.value.qualifier).not.toBe("exact");
  });

  it.each(["5至3", "千", "二十九", "2023-01-05", "3-5-7", "至5"])("%s is none", (raw) => {
    expect(parseQuantity(raw, { said: true }).ok).toBe(false);
  });

  it("adds up without what binary adds, and as far as its parts reach", () => {
    const amount = (raw: string) => {
      const parsed = parseQuantity(raw, { said: true });
      return fromQuantity(parsed.ok ? parsed.value : null);
    };
    expect(sum(["0.1", "0.2"].map(amount))).toMatchObject({ value: 0.3 });
    expect(sum(["2420.7968", "0.0032"].map(amount))).toMatchObject({ value: 2420.8 });
    expect(range(sum(["约300", "20"].map(amount)))).toEqual([270, 370]);
    expect(range(sum(["近300", "20"].map(amount)))).toEqual([270, 320]);
    expect(numberText(0.1 + 0.2)).toBe("0.3");
  });

  it.each([
    [["73余", "3"], "至少76件"],
    [["12以上", "3"], "至少15件"],
    [["12以上"], "12件以上"],
    [["73余"], "73余件"],
    [["不少于12", "3"], "至少15件"],
    [["100多", "200余"], "至少300件"],
    [["3至5", "2"], "至少5件"],
    [["数十", "2"], "至少22件"],
    [["约2", "3"], "约5件"],
    [["近300", "20"], "至多320件"],
    [["约2", "30余"], "至少约32件"],
    [["不到300", "20"], "至多320件"],
    [["5以下", "5以下"], "至多10件"],
    [["不到300", "约20"], "约320件"],
    [["不到300", "20余"], "至少约320件"],
    [["12", "3"], "15件"],
  ])("adds up to no more than its parts say: %j", (parts, says) => {
    const amounts = parts.map((raw) => {
      const parsed = parseQuantity(raw, { said: true });
      return fromQuantity(parsed.ok ? parsed.value : null);
    });
    expect(amountText(sum(amounts), "件")).toBe(says);
  });

  it.each([
    [["12以上", "3"], "至少15件"],
    [["73余", "3"], "至少76件"],
    [["73余"], "73余件"],
    [["73余", ""], "至少73件"],
    [["约2", "3"], "约5件"],
    [["约2", ""], "至少约2件"],
    [["约2", "<5"], "至少约3件"],
    [["约2", "30余"], "至少约32件"],
  ])("and so do rows: %j", async (counts, says) => {
    const rows = counts.map((count) => `燃气,${count}`);
    const files = { "2023/cases.csv": `执法领域,件数\n${rows.join("\n")}\n` };
    const year = await yearOf([], files);
    expect(amountText(figureOf(year, "cases").amount, "件")).toBe(says);
    expect(amountText(figureOf(year, "cases-by-field").groups![0]!.amount, "件")).toBe(says);
  });

  it("less than zero is a number in a CSV, and only for what changes", async () => {
    expect(csvCell("-3.2")).toBe("-3.2");
    expect(csvCell("-3.2+1")).toBe(`"'-3.2+1"`);
    const year = await yearOf(["cases-change,立案数同比,-3.2,%,案件,,,,,一,"]);
    expect(figureOf(year, "cases-change").amount).toMatchObject({ value: -3.2 });
    for (const row of ["cases,办理案件,-3,件,案件,,,,,一,", "dogs,登记犬只,-3,只,监督,,,,,一,"]) {
      const { problems } = await read([row]);
      expect(problems.map(({ code }) => code)).toContain("number-negative");
    }
  });
});

describe("units", () => {
  it.each([
    ["件", "宗", true],
    ["起", "件", true],
    ["㎡", "平方米", true],
    ["m²", "平方米", true],
    ["人", "名", true],
    ["％", "%", true],
    ["件", "件次", false],
    ["件", "次", false],
    ["人", "人次", false],
    ["家", "个", true],
    ["户", "家", true],
    ["处", "个", true],
    ["项", "处", true],
    ["册", "份", true],
    ["篇", "条", true],
    ["条", "件", false],
    ["户", "户次", false],
    ["平方米", "公里", false],
    ["%", "个百分点", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(sameUnit(one, other)).toBe(same);
  });

  it("are the bureau's own wherever the number stands", async () => {
    const year = await yearOf(
      ["cases,办理案件,40,起,案件,,,,,一,", "litigation,被诉,7,宗,诉讼复议,,,,,一,"],
      { "2023/cases.csv": "执法领域,件数\n燃气,23\n水务,17\n" },
    );
    expect(figureOf(year, "cases").unit).toBe("起");
    expect(figureOf(year, "cases-by-field").unit).toBe("起");
    expect(figureOf(year, "litigation-by-instance").unit).toBe("宗");
    expect(figureOf(year, "legal-reviews").unit).toBe("件次");
    const view = viewOf(year, "cases-by-field");
    expect(view.title).toBe("40起案件，58%是燃气");
    expect(view.subtitle).toContain("单位：起。");
  });

  it("of objects and papers stand as the bureau counts them, and their sum is checked", async () => {
    const year = await yearOf([
      "inspected,抽取对象,5,家,监督,,,,,一,",
      "shops,其中个体户,3,户,监督,inspected,合计,,,一,",
      "firms,其中企业,2,家,监督,inspected,合计,,,一,",
      "publicity-leaflets,发放手册,1200,册,普法,,,,,一,",
    ]);
    expect(viewOf(year, "random-inspections").title).toContain("抽取对象5家");
    expect(viewOf(year, "random-inspections").subtitle).toContain("一个方块为一家");
    expect(viewOf(year, "publicity-reach").title).toContain("1200册");
    expect(year.checks.map(({ id, holds }) => [id, holds])).toEqual([["inspected-parts", true]]);
  });

  it("of decisions are not those of cases, unless the report counts decisions so", async () => {
    const cases = { "2023/cases.csv": "执法领域,决定日期,处罚种类\n燃气,2023-05-08,罚款\n" };
    const DECISIONS = ["penalties-by-kind", "disclosures-due", "disclosures-on-time"];
    const units = async (...said: string[]) => {
      const year = await yearOf(["cases,查处案件,1,起,案件,,,,,一,", ...said], cases);
      return ["cases", "cases-by-field", ...DECISIONS].map((id) => figureOf(year, id).unit);
    };
    expect(await units()).toEqual(["起", "起", "件", "件", "件"]);
    expect(await units("penalties-by-kind,处罚决定,1,宗,案件,,,,,一,")).toEqual([
      "起",
      "起",
      "宗",
      "宗",
      "宗",
    ]);
  });

  it("that are one are added up and checked", async () => {
    const year = await yearOf([
      "demolished,拆除违法建筑,100.5,平方米,监督,,,,,一,",
      "demolished-roof,其中屋顶,60.25,㎡,监督,demolished,合计,,,一,",
      "demolished-yard,其中庭院,40.2,m²,监督,demolished,合计,,,一,",
    ]);
    expect(findingsOf(year).map(({ id, difference }) => [id, difference])).toEqual([
      ["demolished-parts", 0.05],
    ]);
  });

  it("of another kind are not", async () => {
    const { problems } = await read(["legal-reviews,法制审核,40,件,案件,,,,,一,"]);
    expect(problems.map(({ code }) => code)).toContain("indicator-unit");
  });
});

describe("what the report says", () => {
  it.each([
    [
      "litigation-outcomes",
      [
        "litigation-concluded,审结,20,件,诉讼复议,,,,,一,",
        "litigation-lost,判决被告败诉,1,件,诉讼复议,,,,,一,",
      ],
      [20, 1],
    ],
    ["litigation-outcomes", ["litigation-loss-rate,败诉率,5,%,诉讼复议,,,,,一,"], [5]],
    [
      "litigation-outcomes",
      [
        "litigation-concluded,审结,20,件,诉讼复议,,,,,一,",
        "lost,判决被告败诉,1,件,诉讼复议,litigation-concluded,其中,,,一,",
      ],
      [1],
    ],
    [
      "litigation-by-instance",
      [
        "litigation,被诉,17,件,诉讼复议,,,,,一,",
        "first,一审案件,10,件,诉讼复议,litigation,合计,,,一,",
        "second,二审案件,7,件,诉讼复议,litigation,合计,,,一,",
      ],
      [10, 7],
    ],
    ["satisfaction", ["satisfaction-rate,满意率,98.2,%,投诉,,,,,一,"], [98.2]],
    ["complaints-on-time", ["on-time-rate,按时办结率,99,%,投诉,,,,,一,"], [99]],
    ["complaint-resolution", ["complaint-resolution-rate,办结率,99,%,投诉,,,,,一,"], [99]],
    ["head-appearances", ["head-appearance-rate,出庭率,100,%,诉讼复议,,,,,一,"], [100]],
    ["fines", ["fines-and-confiscations,罚没金额,3020,元,案件,,,,,一,"], [3020]],
    ["disputes", ["reconsiderations,复议,4,件,诉讼复议,,,,,一,"], [4]],
    [
      "fines",
      ["fines,罚款,2000,元,案件,,,,,一,", "penalties-collected,入账,1500.55,元,案件,,,,,一,"],
      [2000, 1500.55],
    ],
    ["penalties-by-kind", ["penalties-by-kind,处罚,30,件,案件,,,,,一,"], [30]],
    ["staff-learning", ["staff-learning,学习培训,27,次,普法,,,,,一,"], [27]],
  ])("%s answers with %j", async (id, indicators, values) => {
    const view = viewOf(await yearOf(indicators), id);
    const known = view.items.flatMap(({ amount }) =>
      amount.state === "known" ? [amount.value] : [],
    );
    expect(known).toEqual(values);
    expect(view.form).not.toBeNull();
    for (const value of values) expect(view.title).toContain(String(value));
    expect([view.title, ...view.notes].join()).not.toMatch(/未公布÷|÷未公布/);
  });
});

describe("a number that rows tell only about", () => {
  const fines = (...cells: string[]) => ({
    "2023/cases.csv": `执法领域,决定日期,处罚种类,罚款金额\n${cells.map((cell) => `燃气,2023-05-08,罚款,${cell}\n`).join("")}`,
  });
  it.each([
    ["25000", ["约20000", "3000"], 25_000, "exact"],
    ["约2.3万", ["约20000", "3000"], 23_000, "about"],
    ["约2.3万", ["20000", "2980.5"], 22_980.5, "exact"],
    ["2.5万", [], 25_000, "exact"],
    ["", ["约20000", "3000"], 23_000, "about"],
  ])("%s beside rows of %j is %d everywhere", async (said, cells, value, qualifier) => {
    const year = await yearOf([`fines,罚款,${said},元,案件,,,,,一,`], fines(...cells));
    expect(findingsOf(year)).toEqual([]);
    expect(figureOf(year, "fines").amount).toMatchObject({ value, qualifier });
    expect(viewOf(year, "fines").items[0]?.amount).toMatchObject({ value, qualifier });
  });
});

describe("disputes", () => {
  const SUITS = "争议编号,类别,审级,诉讼地位,受理日期,状态\n";
  const suits = (...rows: string[]) => ({
    "2023/litigation.csv": SUITS + rows.map((row) => `${row}\n`).join(""),
  });
  const suit = (no: string, instance: string, day = "2023-03-01") =>
    `${no},行政诉讼,${instance},被告,${day},在办`;

  it.each([
    [
      "two passages",
      [
        "reconsiderations,复议,6,件,诉讼复议,,,,,一,",
        "reconsiderations,复议,9,件,诉讼复议,,,,,二,",
      ],
      "报告两处数字不同",
    ],
    ["report and rows", ["reconsiderations,复议,6,件,诉讼复议,,,,,一,"], "逐行相加与报告总数不同"],
  ])("that differ between %s are said to differ there", async (_, said, words) => {
    const rows = said.length > 1 ? [] : ["F1,行政复议,,被申请人,2023-03-01,在办"];
    const year = await yearOf(
      ["litigation,被诉,7,件,诉讼复议,,,,,一,", ...said],
      rows.length > 0
        ? suits(...rows, ...Array.from({ length: 7 }, (_, i) => suit(`S${i}`, "一审")))
        : {},
    );
    expect(viewOf(year, "disputes").notes).toEqual([`行政复议：${words}，所以各类不加总。`]);
  });

  it("went ways of which nobody knows where an instance is not said", async () => {
    const title = async (...rows: string[]) =>
      viewOf(await yearOf([], suits(...rows)), "dispute-ways").title;
    const two = [suit("A", "一审"), suit("B", "一审")];
    expect(await title(...two)).toBe("2起争议全部当年只经过一个程序");
    expect(await title(...two, suit("C", ""))).toBe("写明的2起争议全部当年只经过一个程序");
    // One of two rows without its instance: the way is not the other alone.
    expect(await title(...two, suit("A", "", "2023-09-01"))).toBe(
      "写明的1起争议当年只经过一个程序",
    );
    expect(await title(...two, suit("", "二审"))).toBe("至少2起争议里，一审2起");
  });
});

describe("a check", () => {
  const CASES = "cases,办理案件,40,件,案件,,,,,一(四),";

  it("of a number with itself is none, and no check is no agreement", async () => {
    const year = await yearOf([CASES], {
      "2023/cases.csv": "执法领域,件数,报告章节\n燃气,40,一（四）\n",
    });
    expect(madeOf(year)).toEqual([]);
    expect(noneBroken(year)).toBe("没有可以核对的数字。");
  });

  it.each([
    ["two writings of one passage that differ", [CASES], "燃气,41,一(四)", 1, 1],
    ["parts that add up", [CASES], "燃气,23,一(四)\n水务,17,一(四)", 1, 0],
    ["a row that no passage states", [CASES], "燃气,40,", 1, 0],
    ["one passage written down twice", [CASES, CASES], "燃气,40,一(四)", 0, 0],
    ["a rate of itself", ["rate,率,100,%,案件,,,rate,cases,一,", CASES], "燃气,40,一(四)", 0, 0],
  ])("%s", async (_, indicators, rows, made, broken) => {
    const year = await yearOf(indicators, {
      "2023/cases.csv": `执法领域,件数,报告章节\n${rows}\n`,
    });
    expect([madeOf(year).length, findingsOf(year).length]).toEqual([made, broken]);
    expect(noneBroken(year)).toBe(made > 0 ? "核对过的数字没有不一致。" : "没有可以核对的数字。");
  });

  it("of rows that are counted for part and whole alike is none", async () => {
    const year = await yearOf(["licences,许可,1,件,监督,,,,,一,"], {
      "2023/complaints.csv": "渠道,状态,件数\n数字城管,已办结,20\n数字城管,办理中,3\n",
    });
    expect(madeOf(year)).toEqual([]);
  });

  it("of a rate is as exact as it is printed", async () => {
    const rate = (value: string) => [
      "part,部分,79,件,案件,,,,,一,",
      "whole,全部,80,件,案件,,,,,一,",
      `rate,比率,${value},%,案件,,,part,whole,一,`,
    ];
    expect(findingsOf(await yearOf(rate("98.75")))).toEqual([]);
    expect(findingsOf(await yearOf(rate("98.8")))).toEqual([]);
    expect(findingsOf(await yearOf(rate("99")))).toEqual([]);
    expect(findingsOf(await yearOf(rate("99.00"))).length).toBe(1);
    expect(findingsOf(await yearOf(rate("98.765"))).length).toBe(1);
  });
});
