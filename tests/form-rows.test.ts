/** The yearly statutory tables held against the rows: what they join, round, leave out, and what cannot be told. */
import { describe, expect, it } from "vitest";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { checksBeside, findingsOf } from "../src/findings/find.ts";
import { kindsOf } from "../src/findings/statutory-items.ts";
import { checkText } from "../src/findings/words.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";

const SITE = "数据性质: 演示\n单位名称: 测试县某局\n网站名称: 测试\n网站说明: 测试。\n";
const FIELDS = "执法领域:\n  燃气:\n街道:\n  城关镇:\n许可事项:\n  经营许可:\n";
const CASES =
  "执法领域,程序,决定日期,处罚种类,罚款金额,没收金额,件数\n" +
  "燃气,普通程序,2024-03-01,警告,,,12\n" +
  "燃气,普通程序,2024-03-02,通报批评,,,3\n" +
  "燃气,普通程序,2024-04-01,罚款,400000,,200\n" +
  "燃气,普通程序,2024-05-01,警告；罚款,18000,,4\n" +
  "燃气,普通程序,2024-06-01,罚款；没收违法所得,300,215.3,1\n" +
  "燃气,普通程序,2024-07-01,责令停产停业,,,2\n" +
  "燃气,普通程序,2024-07-02,其他,,,5\n";

interface Given {
  form: string;
  cases?: string;
  more?: Record<string, string>;
  site?: string;
}

async function yearOf({ form, cases = CASES, more = {}, site = SITE }: Given) {
  const lines = form.split("；").map((line) => line.split(" ").join(","));
  const { site: loaded, problems } = await loadSite(
    memoryFolder({
      "site.yaml": site,
      "vocabularies.yaml": FIELDS,
      "2024/cases.csv": cases,
      "2024/statistics.csv": `类别,项目,单位,数值\n${lines.join("\n")}\n`,
      ...more,
    }),
  );
  if (!loaded) throw new Error(problems.map(({ why }) => why).join("\n"));
  return { loaded, year: loaded.latest };
}

const told = async (given: Given) =>
  (await yearOf(given)).year.checks
    .filter(({ rule }) => rule.id === "form-rows")
    .map((check) => checkText(check));

/** The whole form, as these rows fill it. */
const FORM =
  "行政处罚 警告、通报批评 件 15；行政处罚 罚款 件 204；行政处罚 没收违法所得、没收非法财物 件 1；" +
  "行政处罚 责令停产停业 件 2；行政处罚 其他行政处罚 件 5；行政处罚 合计 件 227；行政处罚 罚没金额 万元 41.85";

describe("a form that says what the rows say", () => {
  it("holds, kind by kind, in its own unit and with its rounding", async () => {
    expect(await told({ form: FORM })).toEqual([
      "年报“合计”227件，“办理的案件”逐行相加（登记的都是普通程序）227件，一致",
      "年报“警告、通报批评”15件，“办理的案件”逐行相加（登记的都是普通程序）12+3＝15件，一致",
      "年报“罚款”204件，“办理的案件”逐行相加（登记的都是普通程序）204件，一致",
      "年报“没收违法所得、没收非法财物”1件，“办理的案件”逐行相加（登记的都是普通程序）1件，一致",
      "年报“责令停产停业”2件，“办理的案件”逐行相加（登记的都是普通程序）2件，一致",
      "年报“其他行政处罚”5件，“办理的案件”逐行相加（登记的都是普通程序）5件，一致",
      "年报“罚没金额”41.85万元，“办理的案件”逐行相加（登记的都是普通程序）41.83+0.02153＝41.85153万元，四舍五入后一致",
    ]);
  });
});

/** Only what disagrees, or cannot be told. */
const verdicts = async (given: Given) =>
  (await yearOf(given)).year.checks
    .filter(({ rule }) => rule.id === "form-rows")
    .map(({ left, holds, difference }) =>
      `${left.label} ${String(holds)} ${difference ?? ""}`.trim(),
    );
const ITS = "执法领域,处罚种类,决定日期,罚款金额,没收金额,件数\n";

describe("what a form may say otherwise", () => {
  it.each<[string, Given, string[]]>([
    [
      "a kind and the total",
      { form: "行政处罚 罚款 件 200；行政处罚 合计 宗 223" },
      ["年报“合计” false 4", "年报“罚款” false 4"],
    ],
    [
      "less than is printed is no difference",
      { form: "行政处罚 罚没金额 万元 41.8" },
      ["年报“罚没金额” false 0.05153"],
    ],
    [
      "a rounded amount",
      { form: "行政处罚 罚没金额（万元） 万元 41.9；行政处罚 罚款金额 元 418300" },
      ["年报“罚没金额（万元）” true 0.04847", "年报“罚款金额” true 0"],
    ],
    [
      "an amount that was paid in is another one",
      { form: "行政处罚 罚没款入库金额 万元 12；行政处罚 加处罚款金额 元 3" },
      [],
    ],
    [
      "one that joins what the program does not know",
      { form: "行政处罚 警告、训诫 件 3；行政处罚 罚款 件 204" },
      ["年报“罚款” true 0"],
    ],
    ["two columns of one kind", { form: "行政处罚 警告 件 9；行政处罚 警告、通报批评 件 15" }, []],
    [
      "older forms have fewer columns, 其他 takes the rest",
      {
        form: "行政处罚 警告 件 12；行政处罚 罚款 件 204；行政处罚 没收违法所得和非法财物 件 1；行政处罚 其他 件 10",
      },
      [
        "年报“警告” true 0",
        "年报“罚款” true 0",
        "年报“没收违法所得和非法财物” true 0",
        "年报“其他” true 0",
      ],
    ],
    [
      "part of a year has no yearly form",
      { form: FORM.replace("204", "1"), site: `${SITE}年度:\n  2024: { 截至: 2024-11-30 }\n` },
      [],
    ],
    ["without a count in the form nothing is compared", { form: "行政处罚 合计 件 " }, []],
    [
      "vague numbers of the form agree with what they may be",
      { form: "行政处罚 合计 件 200余；行政处罚 罚款 件 约210" },
      ["年报“合计” true", "年报“罚款” false"],
    ],
    [
      "rows of which a kind is not told can only disprove",
      {
        form: "行政处罚 罚款 件 4；行政处罚 合计 件 4；行政处罚 警告 件 0",
        cases: `${ITS}燃气,罚款,2024-03-01,100,,3\n燃气,,2024-03-01,,,2\n`,
      },
      ["年报“合计” null", "年报“罚款” null", "年报“警告” null"],
    ],
    [
      "and they do",
      {
        form: "行政处罚 罚款 件 2；行政处罚 合计 件 2",
        cases: `${ITS}燃气,罚款,2024-03-01,100,,3\n燃气,,2024-03-01,,,2\n`,
      },
      ["年报“合计” false", "年报“罚款” false"],
    ],
    [
      "suppressed rows tell only that they are 1 to 4",
      {
        form: "行政处罚 罚款 件 3；行政处罚 警告 件 9；行政处罚 合计 件 12",
        cases: `${ITS}燃气,罚款,2024-03-01,100,,<5\n燃气,警告,2024-03-01,,,9\n`,
      },
      ["年报“合计” null", "年报“罚款” null", "年报“警告” true 0"],
    ],
    [
      "amounts of which some are not filled",
      {
        form: "行政处罚 罚没金额 元 100",
        cases: `${ITS}燃气,罚款,2024-03-01,100,,1\n燃气,罚款,2024-03-01,,,1\n`,
      },
      ["年报“罚没金额” null"],
    ],
    [
      "decisions of another year are not in the year's form",
      {
        form: "行政处罚 罚款 件 1",
        cases: `执法领域,立案日期,处罚种类,决定日期\n燃气,2024-01-02,罚款,2024-03-01\n燃气,2023-12-03,罚款,2023-12-20\n`,
      },
      ["年报“罚款” true 0"],
    ],
    [
      "procedures and filings are at most what was dealt with",
      {
        form: "行政处罚 适用简易程序 件 9；行政处罚 普通程序数量 件 227；行政处罚 立案数量 件 230",
        cases: CASES.replace("普通程序,2024-03-01", "简易程序,2024-03-01")
          .replaceAll(/$/gm, ",巡查发现")
          .replace(",巡查发现", ",案件来源"),
      },
      ["年报“适用简易程序” true 3", "年报“普通程序数量” false 12", "年报“立案数量” false 3"],
    ],
    [
      "a file of totals by field tells no kinds",
      { form: FORM, cases: "执法领域,件数\n燃气,227\n" },
      [],
    ],
    [
      "without cases there is nothing to hold it against",
      { form: FORM, cases: "执法领域,件数\n" },
      [],
    ],
  ])("%s", async (_, given, expected) => {
    expect(await verdicts(given)).toEqual(expected);
  });

  it("licences and disputes have rows of their own", async () => {
    const more = {
      "2024/licences.csv":
        "事项,受理日期,决定日期,结果,件数\n经营许可,2024-02-01,2024-02-09,准予,40\n经营许可,2024-03-01,2024-03-09,不予,2\n",
      "2024/litigation.csv":
        "类别,审级,受理日期,状态,结果,件数\n行政复议,复议,2024-03-01,已结,撤销,2\n行政复议,复议,2024-04-01,已结,维持,3\n",
    };
    const form =
      "行政许可 申请数量 件 50；行政许可 受理数量 件 42；行政许可 许可数量 件 41；行政许可 不予许可数量 件 2；行政许可 撤销许可数量 件 0；" +
      "行政处罚 被复议数量 件 6；行政处罚 复议纠错数量 件 2；行政强制执行 申请法院强制执行 件 1";
    expect(await verdicts({ form, more })).toEqual([
      "年报“受理数量” true 0",
      "年报“许可数量” false 1",
      "年报“不予许可数量” true 0",
      "年报“被复议数量” false 1",
      "年报“复议纠错数量” true 0",
    ]);
  });
});

describe("where it does not hold", () => {
  it("both numbers stand with their tables, and no reason is said to be the one", async () => {
    const { loaded, year } = await yearOf({ form: FORM.replace("件 227", "件 300") });
    const [total] = findingsOf(year).filter(({ rule }) => rule.id === "form-rows");
    expect(total).toMatchObject({
      id: "statistics-penalty-total-form-rows",
      left: { sections: ["行政执法统计年报"], origin: { statistics: true } },
      right: {
        label: "“办理的案件”逐行相加（登记的都是普通程序）",
        origin: { rows: [{ id: "cases" }] },
      },
    });
    expect(`${total!.rule.broken}${total!.rule.mayBe}`).not.toMatch(/错误|瞒|漏报|虚|少报|多报/);
    expect(checksBeside(year, "penalties-by-kind").map(({ holds }) => holds)).toContain(false);
    const note = render(
      loaded,
      charts.find(({ id }) => id === "penalties-by-kind")!,
      year,
    ).view.notes.at(-1);
    expect(note).toBe(
      "行政处罚合计：年报“合计”300件，“办理的案件”逐行相加（登记的都是普通程序）227件，不一致，见“核对”。",
    );
  });
});

it.each([
  ["警告、通报批评", ["警告", "通报批评"]],
  ["没收违法所得、没收非法财物", ["没收违法所得", "没收非法财物"]],
  ["暂扣许可证、执照（件）", ["暂扣许可证件"]],
  ["暂扣或者吊销许可证、执照", ["暂扣许可证件", "吊销许可证件"]],
  ["责令关闭、限制从业数量", ["责令关闭", "限制从业"]],
  ["限制开展生产经营活动", ["限制开展生产经营活动"]],
  ["法律、行政法规规定的其他行政处罚", ["其他"]],
  ["罚款（宗）", ["罚款"]],
  ["不予处罚", null],
  ["罚款金额", null],
  ["其中：罚款", ["罚款"]],
])("%s is %j", (item, kinds) => {
  expect(kindsOf(item)).toEqual(kinds);
});
