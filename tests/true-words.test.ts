/** Words of bureaus that nobody had in mind: a part in dispute, blank cells, one street, a unit of its own. */
import { expect, test } from "vitest";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { cases } from "../src/datasets/cases.ts";
import { litigation } from "../src/datasets/litigation.ts";
import { partsOf } from "../src/explore/parts.ts";
import { figureOf } from "../src/figures/figures.ts";
import { undeterminedText } from "../src/figures/undetermined.ts";
import { questions } from "../src/questions/index.ts";
import { whyNot } from "../src/site/comparable.ts";
import { monthsIn } from "../src/site/ticket-tables.ts";
import type { Site, Year } from "../src/site/year.ts";
import { amountText } from "../src/text/format.ts";
import { glanceOf } from "../src/topics/home.ts";
import { topics } from "../src/topics/index.ts";
import { shownCharts } from "../src/topics/shown-charts.ts";
import { madeSite } from "./support/made-site.ts";

const viewOf = (site: Site, id: string) => {
  const chart = [...shownCharts(site), ...charts].find((one) => one.id === id)!;
  const rendered = render(site, chart, site.latest);
  return { ...rendered, title: rendered.title.replaceAll("\u200b", "") };
};
const notesOf = (site: Site, id: string) => viewOf(site, id).view.notes.join("\n");
const csv = (head: string, ...rows: string[]) => [head, ...rows, ""].join("\n");
const STATED = "指标编号,指标名称,数值,单位,栏目,报告章节";
const HEARINGS = csv(
  "类别,审级,诉讼地位,开庭,负责人出庭,件数",
  "行政诉讼,一审,被告,是,是,12",
  "行政诉讼,一审,被告,是,否,1",
);

test.each<[string, string[], string | null]>([
  [
    "of the rows where the report has another number",
    ["hearings,一审开庭,12,起,诉讼复议,四"],
    "按逐行数据，出庭率92.31%，即12÷13。",
  ],
  ["with the report's own", ["hearings,一审开庭,13,起,诉讼复议,四"], "出庭率92.31%，即12÷13。"],
  [
    "as the report writes it",
    ["head-appearance-rate,出庭率,99,%,诉讼复议,四"],
    "出庭率92.31%，即12÷13。",
  ],
])("the rate of heads in court: %s", async (_, rows, note) => {
  const site = await madeSite({
    "2023/litigation.csv": HEARINGS,
    "2023/indicators.csv": csv(STATED, ...rows),
  });
  const notes = notesOf(site, "head-appearances");
  expect(notes).toContain(note);
  expect(notes).not.toContain("报告写的");
});

test("two numbers of the report for the base give no rate, there or on the home page", async () => {
  const site = await madeSite({
    "2023/indicators.csv": csv(
      STATED,
      "hearings,一审开庭,12,起,诉讼复议,四",
      "hearings,一审开庭,13,起,诉讼复议,五",
      "head-appearances,负责人出庭,12,起,诉讼复议,四",
    ),
  });
  expect(notesOf(site, "head-appearances")).not.toContain("出庭率1");
  const entry = glanceOf(site.latest, topics)
    .flatMap(({ entries }) => entries)
    .find(({ id }) => id === "head-appearances");
  expect(entry?.note?.(site.latest, site.latest.period)).not.toContain("出庭率");
});

test("what there are too few of is named in its own unit", async () => {
  const site = await madeSite({
    "2023/litigation.csv": csv(
      "类别,审级,诉讼地位,状态,结果,开庭,负责人出庭,件数",
      "行政诉讼,一审,被告,已结,撤销,是,是,3",
    ),
  });
  const said = (id: string) => amountText(figureOf(site.latest, id).amount, "%");
  expect(said("head-appearance-rate")).toBe("不足10起，只列起数");
  expect(said("litigation-loss-rate")).toBe("不足10件，只列件数");
});

test("the explorer counts in the bureau's own unit", async () => {
  const site = await madeSite({
    "2023/cases.csv": csv("执法领域,件数", "燃气,14"),
    "2023/indicators.csv": csv(STATED, "cases,查处案件,14,起,案件,二"),
    "2023/litigation.csv": HEARINGS,
  });
  expect(partsOf(site.years, cases).map(({ unit }) => unit)).toEqual(["起"]);
  expect(partsOf(site.years, litigation)[0]?.unit).toBe("件");
});

const ticket = (day: string, closed: string, street: string, channel = "12345热线") =>
  `${day},${channel},${closed ? "已办结" : "办理中"},${closed},${street},噪声`;
const TICKETS = "受理日期,渠道,状态,办结日期,街道,类别";
const STREETS = "执法领域:\n  燃气:\n街道: [东街, 西街]\n投诉类别: [噪声]\n";
const east = Array.from({ length: 30 }, (_, i) =>
  ticket(`2023-0${3 + (i % 3)}-01`, `2023-0${3 + (i % 3)}-05`, "东街"),
);

test("a quantile of what is told is not at least so many days", async () => {
  const site = await madeSite({
    "2023/complaints.csv": csv(TICKETS, ...east, ticket("2023-04-01", "2023-04-20", "东街", "")),
  });
  expect(amountText(figureOf(site.latest, "complaints").amount, "件")).toBe("至少30件");
  expect(amountText(figureOf(site.latest, "handling-days").amount, "天")).toBe("4天");
});

test("a quantile that leaves some out is not compared", async () => {
  const rows = (first: string) => csv(TICKETS, ...east.map((row) => row.replaceAll("2023", first)));
  const open = `2023-04-01,,已办结,2023-04-20,东街,噪声\n`;
  const titled = async (more: string) =>
    viewOf(
      await madeSite({
        "vocabularies.yaml": STREETS,
        "2022/complaints.csv": rows("2022"),
        "2023/complaints.csv": rows("2023") + more,
      }),
      "complaints-by-year",
    );
  const days = "诉求工单办结用时中位数";
  expect((await titled("")).view.notes.join()).not.toContain("没有写全");
  const { title, view } = await titled(open);
  expect(title).not.toContain(`${days}不变`);
  expect(view.notes).toContain(`${days}：有的没有写全，写全了的不一定像全部，不能直接比较。`);
});

test.each([
  [1, false],
  [12, true],
])("a rate that leaves %i of 30 out is held against another year: not %s", async (blank, not) => {
  const head = "执法领域,决定日期,处罚种类,公开方式,公示日期";
  const rows = (year: number) => [
    ...Array.from({ length: 30 }, () => `燃气,${year}-03-01,罚款,公开,${year}-03-05`),
    ...Array.from({ length: blank }, () => `燃气,${year}-03-01,罚款,,`),
  ];
  const site = await madeSite({
    "2022/cases.csv": csv(head, ...rows(2022)),
    "2023/cases.csv": csv(head, ...rows(2023)),
  });
  const [from, to] = site.years as [Year, Year];
  expect(whyNot(from, to, "disclosure-on-time-rate")?.short).toBe(
    not ? "有的没有写全，不比较" : undefined,
  );
});

test("of streets of which one alone is told, all are not said", async () => {
  const site = await madeSite({
    "vocabularies.yaml": STREETS,
    "2023/complaints.csv": csv(TICKETS, ...east, ticket("2023-04-01", "2023-04-20", "西街")),
  });
  expect(viewOf(site, "handling-by-street").title).toBe("东街办结用时的中位数是4天");
});

test("months that no row reaches are not zero on the page of a street", async () => {
  const site = await madeSite({
    "vocabularies.yaml": STREETS,
    "2023/complaints.csv": csv(
      TICKETS,
      ...east.filter((row) => !row.startsWith("2023-04")),
      ...east.filter((row) => !row.startsWith("2023-04")),
    ),
  });
  const months = monthsIn(site.latest, "street-month", "东街")!;
  expect(months.map(({ month }) => month)).toEqual([3, 4, 5]);
  expect(amountText(months[1]!.amount, "件")).toBe("0件");
});

test("what has no date is no day of the week", async () => {
  const rows = Array.from({ length: 14 }, (_, i) => ticket(`2023-03-${10 + i}`, "", "东街"));
  const site = await madeSite({
    "2023/complaints.csv": csv(
      TICKETS,
      ...rows,
      ticket("2023-03-13", "", "东街"),
      ",12345热线,,,,",
    ),
  });
  const { title, view } = viewOf(site, "complaints-by-weekday");
  expect(title).toMatch(/^写明星期的/);
  expect(title).not.toContain("未注明");
  expect(view.notes).toContain("另有1件没有写日期，不知道是星期几。");
});

test.each([
  ["2", "审核退回2件，原因都是证据不充分"],
  ["1", "审核退回1件，原因是证据不充分"],
])("one reason of %s", async (count, title) => {
  const site = await madeSite({
    "vocabularies.yaml": "执法领域:\n  燃气:\n未通过原因: [证据不充分]\n",
    "2023/legal_reviews.csv": csv("审核结论,未通过原因,件数", `未通过,证据不充分,${count}`),
  });
  expect(viewOf(site, "review-returns").title).toBe(title);
});

test("an own number is named once, and without a value has no row on the home page", async () => {
  const own = (value: string) =>
    csv(STATED, `visits,接待来访,${value},人次,监督,三`, "rules,制定文件,,件,监督,三");
  const site = await madeSite({
    "2022/indicators.csv": own("近300"),
    "2023/indicators.csv": own("近300"),
  });
  expect(viewOf(site, "years-visits").title).toBe("2023年接待来访近300人次");
  const rows = glanceOf(site.latest, topics).flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(rows).toEqual(["visits"]);
});

test("a class of one number in the calendar is that number", async () => {
  const site = await madeSite({
    "2023/publicity.csv": csv("开始日期,形式,对象", "2023-04-12,集中宣传,公众"),
  });
  const { narrow } = viewOf(site, "publicity-calendar");
  expect(narrow).not.toMatch(/(\d+)–\1\b/);
  expect(narrow).toContain("4+");
});

test("what cannot be told is counted, or some where the number would tell of people", async () => {
  const site = await madeSite({
    "2023/complaints.csv": csv(
      "受理日期,渠道,状态,办结日期,满意度",
      "2023-03-01,12345热线,已办结,2023-03-02,满意",
      "2023-03-01,12345热线,已办结,2023-03-02,",
      "2023-03-01,,已办结,2023-03-02,满意",
    ),
  });
  const said = (id: string) => undeterminedText(figureOf(site.latest, id));
  expect(said("complaints")).toBe("另有1件");
  expect(said("complaints-satisfied")).toBe("还有一些");
});

test("a rate without its parts says so, in its own unit and of no instance", async () => {
  const site = await madeSite({
    "2023/indicators.csv": csv(
      STATED,
      "head-appearance-rate,出庭率,98.765,%,诉讼复议,四",
      "on-time-rate,按时办结率,96.5,%,诉求,五",
    ),
  });
  const { view } = viewOf(site, "head-appearances");
  const asked = questions.find(({ id }) => id === "heads-in-court")!.answer(site.latest);
  for (const one of [view, asked.view]) {
    expect(one.subtitle).toContain("报告只写了率，没有写开庭、出庭各几起");
    expect(one.subtitle).toContain("单位：%。");
    expect([one.subtitle, ...one.notes].join("")).not.toMatch(/单位：起|这里只数一审/);
  }
  expect(notesOf(site, "complaints-on-time")).toContain("96.5%，分子、分母没有写。");
});

test("a rate of the report that its own parts do not give is told with both, and is no title", async () => {
  const site = await madeSite({
    "2023/indicators.csv": csv(
      STATED,
      "reconsiderations-concluded,审结,300,件,诉讼复议,四",
      "reconsiderations-corrected,纠错,36,件,诉讼复议,四",
      "reconsideration-correction-rate,纠错率,12.1,%,诉讼复议,四",
    ),
  });
  const { title } = viewOf(site, "reconsideration-outcomes");
  expect(title).not.toContain("12%");
  expect(notesOf(site, "reconsideration-outcomes")).toMatch(/12\.1%.*36÷300＝12%，不一致/);
});

test("parts in another word of the same unit are parts", async () => {
  const site = await madeSite({
    "2023/indicators.csv": csv(
      `${STATED},上级指标,关系`,
      "river,清理河道,3200.75,㎡,案件,一,,",
      "river-south,其中南段,2200.75,㎡,案件,一,river,合计",
      "river-north,其中北段,1000,平方米,案件,一,river,合计",
    ),
  });
  expect(viewOf(site, "parts-river").view.items).toHaveLength(2);
  expect(viewOf(site, "parts-river").title).toContain("南段");
});

test("of a body that says when a part year ends, nothing is of the whole year", async () => {
  const site = await madeSite({
    "site.yaml": `数据性质: 演示\n单位名称: 示例县水务局\n网站名称: 数据\n年度:\n  2023: { 截至: 2023-06-30 }\n`,
    "2023/litigation.csv": csv("类别,审级,开庭,负责人出庭", "行政诉讼,一审,否,不适用"),
  });
  const { brief } = questions.find(({ id }) => id === "heads-in-court")!.answer(site.latest);
  expect(brief).not.toContain("全年");
});

test.each([
  ["no hearing, and so nothing applies", ["行政诉讼,一审,被告,否,不适用"], "全年没有开庭"],
  ["a hearing to which the duty does not apply", ["行政诉讼,一审,被告,是,不适用"], null],
  [
    "both",
    ["行政诉讼,一审,被告,否,不适用", "行政诉讼,一审,被告,是,不适用", "行政诉讼,一审,被告,是,是"],
    "1起到了",
  ],
  ["a third party alone", ["行政诉讼,一审,第三人,否,不适用"], null],
])("heads in court: %s", async (_, rows, said) => {
  const site = await madeSite({
    "2023/litigation.csv": csv("类别,审级,诉讼地位,开庭,负责人出庭", ...rows),
  });
  const answer = questions.find(({ id }) => id === "heads-in-court")!.answer(site.latest);
  expect(answer.said).toBe(said);
  const headline = topics.find(({ id }) => id === "litigation")!.headline(site.latest);
  // Nobody was absent where there was no hearing.
  if (said?.includes("没有开庭")) expect(headline).not.toContain("负责人出庭0起");
});

test("no head was absent from a hearing of a reconsideration before there was the duty", async () => {
  for (const year of [2023, 2024]) {
    const site = await madeSite({
      [`${year}/litigation.csv`]: csv(
        "类别,审级,诉讼地位,受理日期,开庭,负责人出庭",
        `行政复议,复议,被申请人,${year}-03-01,是,否`,
        `行政诉讼,一审,被告,${year}-03-01,是,是`,
      ),
    });
    const { more } = questions.find(({ id }) => id === "heads-in-court")!.answer(site.latest);
    expect(more.join("").includes("复议听证1件，负责人参加0件")).toBe(year >= 2024);
  }
});

test.each([
  ["a part", "publicity-events,其中", "，其中按普法责任制开展的{{duty-publicity}}"],
  ["of something that is not said", ",", "数据没有写明"],
])("publicity by duty is %s only where the data say so", async (_, relation, said) => {
  const site = await madeSite({
    "2023/indicators.csv": csv(
      `${STATED},上级指标,关系`,
      "publicity-events,普法宣传,58,次,普法,一,,",
      `duty-publicity,按普法责任制开展宣传,16,次,普法,一,${relation}`,
    ),
  });
  const lead = topics.find(({ id }) => id === "publicity")!.lead(site.latest);
  expect(lead).toContain(said);
  // What the report writes beside its numbers, the data do not know.
  expect(lead).not.toMatch(/报告.*没有说明/);
});

test.each<[string, string[], string]>([
  ["one unit", ["messages,群众反映,30,次,投诉,一"], "2023年。单位：次。"],
  [
    "two units",
    ["complaints,受理工单,1472,件,投诉,一", "messages,群众反映,30,次,投诉,一"],
    "2023年。工单按件计，反映按次计，单位不同，不相加，也不用同一把尺。",
  ],
])("channels of %s explain no other", async (_, rows, subtitle) => {
  const site = await madeSite({ "2023/indicators.csv": csv(STATED, ...rows) });
  expect(viewOf(site, "complaints-by-channel").view.subtitle).toBe(subtitle);
});

test("the quickest streets stand first, equal ones in their own order", async () => {
  const row = (street: string, days: string) =>
    `12345热线,${street},2023-03-01,2023-03-${days},已办结,30`;
  const site = await madeSite({
    "2023/complaints.csv": csv(
      "渠道,街道,受理日期,办结日期,状态,件数",
      row("甲街", "05"),
      row("乙街", "04"),
      row("丙街", "05"),
      row("丁街", "04"),
    ),
  });
  const own = viewOf(site, "complaints-by-street").view.items.map(({ label }) => label);
  const quick = viewOf(site, "handling-by-street").view.items;
  const days = quick.map(({ amount }) => (amount.state === "known" ? amount.value : Number.NaN));
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(days).toEqual([3, 3, 4, 4]);
  for (const some of [quick.slice(0, 2), quick.slice(2)]) {
    const labels = some.map(({ label }) => label);
    expect(labels).toEqual(own.filter((label) => labels.includes(label)));
  }
});
