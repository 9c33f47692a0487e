/** A bureau whose year is eleven months long, read word for word: nowhere does it say 全年 of them. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "./support/command.ts";
import { buildSmallSite } from "./support/small-site.ts";

const INDICATORS = "指标编号,指标名称,数值,单位,栏目,报告章节,统计期间,说明";
const tickets = (year: number, months: number) =>
  Array.from({ length: 24 }, (_, i) => {
    const month = String((i % months) + 1).padStart(2, "0");
    const closed = i % 6 === 5 ? "" : `${year}-${month}-20`;
    return `G${i},${year}-${month}-10,数字城管,${closed ? "已办结" : "办理中"},${year}-${month}-25,${closed}`;
  });
const HEADER = "工单编号,受理日期,渠道,状态,应办结日期,办结日期";

const DATA: Record<string, string> = {
  "site.yaml": `数据性质: 演示
单位名称: 青岚县城市管理局
网站名称: 执法数据公开
网址: https://demo.example/sub/
年度:
  2023: { 截至: 2023年11月30日 }
`,
  "vocabularies.yaml": "执法领域:\n  市容:\n形式:\n  进社区:\n",
  "2022/cases.csv": "执法领域,立案日期,件数\n市容,2022-03-01,30\n市容,2022-12-05,12\n",
  "2022/complaints.csv": [HEADER, ...tickets(2022, 12)].join("\n"),
  "2022/indicators.csv": `${INDICATORS}\nlicences,办理许可,100,件,监督,一(一),,\nlevies,征收,40,件,监督,一(一),截至2022年11月份,\ntrees,修剪树木,900,棵,监督,一(一),,只计行道树\n`,
  "2023/cases.csv": "执法领域,立案日期,件数\n市容,2023-03-01,28\n市容,2023-11-05,9\n",
  "2023/complaints.csv": [
    HEADER,
    ...tickets(2023, 11),
    // Closed after the day: open as of it. Due after it: not due.
    "H1,2023-11-02,数字城管,已办结,2023-11-20,2023-12-05",
    "H2,2023-11-20,数字城管,已办结,2023-12-10,2023-12-05",
    "H3,2023-11-21,数字城管,已办结,2023-12-10,2023-11-28",
  ].join("\n"),
  "2023/publicity.csv": "开始日期,对象,形式,次数\n2023-05-04,公众,进社区,3\n",
  "2023/indicators.csv": `${INDICATORS}\nlicences,办理许可,95,件,监督,一(一),,\nlevies,征收,37,件,监督,一(一),,\ntrees,修剪树木,850,棵,监督,一(一),全年,行道树和公园树木\n`,
};

const folder = temporaryFolder();
const out = join(folder, "dist");
let files: string[];

beforeAll(async () => {
  files = await buildSmallSite(folder, DATA);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(out, file), "utf8");
const textOf = (file: string) => {
  const { document } = parseHTML(read(file)) as unknown as { document: Document };
  return (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, "");
};
/** What stands around each 全年. */
const wholes = (text: string) =>
  [...text.matchAll(/(?<=(.{0,12}))全年(?=(.{0,12}))/g)].map(
    ([found, before, after]) => `${before}${found}${after}`,
  );

test("no page of the year says 全年 of eleven months", () => {
  const pages = files.filter((file) => /(?:^|\/)index\.html$|\.(?:svg)$/.test(file));
  expect(pages.length).toBeGreaterThan(100);
  const ofWhole = (found: string) =>
    // The whole year before it, and the one number that the report gives for all of 2023.
    /2022年全年/.test(found) || /2023年全年/.test(found);
  const said = pages
    .filter((file) => !/2022/.test(file))
    .flatMap((file) =>
      wholes(file.endsWith(".svg") ? read(file) : textOf(file)).map((found) => ({ file, found })),
    )
    .filter(({ found }) => !ofWhole(found));
  expect(said).toEqual([]);
  const trees = files.filter(
    (file) => /index\.html$/.test(file) && textOf(file).includes("2023年全年"),
  );
  expect(
    trees.every((file) =>
      /^(?:figures\/(?:trees\/)?|supervision\/|compare\/(?:2022-2023\/)?|)index\.html$/.test(file),
    ),
    trees.join(),
  ).toBe(true);
});

test("home, topics, charts, embeds and files say how far the data go", () => {
  const until = "截至2023年11月30日";
  expect(textOf("index.html")).toContain("2023年度（截至11月30日）");
  expect(textOf("index.html")).toContain(`${until}，`);
  expect(textOf("cases/index.html")).toContain(`${until}办理各类案件`);
  for (const file of [
    "embed/cases-by-month/index.html",
    "embed/cases-by-month/2023/index.html",
    "charts/cases-by-month/index.html",
    "figures/cases/index.html",
  ]) {
    expect(textOf(file), file).toContain(until);
  }
  expect(read("charts/cases-by-month/cases-by-month-2023.svg")).toContain(until);
  expect(read("charts/cases-by-month/cases-by-month-2023.csv")).toContain(until);
  expect(read("data/2023/figures.csv")).toContain(until);
  const cited = /引用格式([^<]*)/.exec(textOf("charts/cases-by-month/index.html"))?.[1];
  expect(cited).toContain(until);
  expect(textOf("cases/2022/index.html")).toContain("2022年办理各类案件");
});

test("months after the day are not there", () => {
  const csv = read("charts/cases-by-month/cases-by-month-2023.csv");
  expect(csv).toContain("11月,,9");
  expect(csv).not.toContain("12月");
  expect(read("charts/complaints-by-month/complaints-by-month-2023.csv")).not.toContain("12月");
  expect(read("charts/cases-by-month/cases-by-month-2022.csv")).toContain("12月,,12");
});

test("what was closed later is open, what is due later is not due", () => {
  const year = JSON.parse(read("data/2023/figures.json")) as {
    period: unknown;
    figures: { id: string; amount: { value: number } }[];
  };
  const value = (id: string) => year.figures.find((one) => one.id === id)?.amount.value;
  expect(year.period).toEqual({ from: "2023-01-01", until: "2023-11-30" });
  expect(value("complaints")).toBe(27);
  // 20 of the first 24, and H3.
  expect(value("complaints-resolved")).toBe(21);
  // 24 and H1; H2 and H3 are due in December.
  expect(value("complaints-due")).toBe(25);
  expect(value("complaints-on-time")).toBe(20);
});

test("only like is compared with like", () => {
  const compare = textOf("compare/index.html");
  expect(compare).toContain("办理许可100件95件期间不同，不比较");
  // Both up to November, by the report's own word.
  expect(compare).toContain("行政征收征用40件截至2022年11月30日37件▼减少3件");
  // Two whole years, of which the report says other things.
  expect(compare).toContain("修剪树木900棵850棵2023年全年口径不同，不能直接比较");
  expect(textOf("figures/cases/index.html")).toContain("期间不同，不比较");
  const trend = textOf("charts/cases-by-year/index.html");
  expect(trend).toContain("办理各类案件：2022年全年与截至2023年11月30日期间不同，不能直接比较");
  expect(trend).not.toContain("与上年相比");
});
