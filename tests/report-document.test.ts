/** report.md as an official document: what its head may say, how it is cited, what stands before its parts. */
import { expect, test } from "vitest";
import { reportCitation } from "../src/charts/citation.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { partHtml } from "../src/report/html.ts";
import { liveLink } from "../src/report/live.ts";

const PARTS = ["一、举措", "二、不足", "三、履职", "四、安排", "五、其他"]
  .map((title) => `# ${title}\n\n略。\n`)
  .join("\n");

async function siteOf(head: string, opening = "", files: Record<string, string> = {}) {
  return loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某县人民政府\n网站名称: 法治政府\n",
      "2023/indicators.csv": "指标编号,指标名称,数值,单位,报告章节\nothers,别的数,3,件,一\n",
      "2023/report.md": `---\n标题: 报告\n${head}\n---\n${opening}\n${PARTS}`,
      ...files,
    }),
  );
}
async function reportOf(head: string, opening = "", files: Record<string, string> = {}) {
  const { site, problems } = await siteOf(head, opening, files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return { site: site!, report: site!.latest.report! };
}

test.each([
  ["某政发〔2024〕5号", "某政发〔2024〕5号"],
  ["某政办函[2024]第012号", "某政办函〔2024〕12号"],
  ["某政发（2024）5 号", "某政发〔2024〕5号"],
  ["某政发【2024】105号", "某政发〔2024〕105号"],
  ["〔2024〕5号", "〔2024〕5号"],
  ["", ""],
])("a document number: %s", async (written, read) => {
  const { report } = await reportOf(`文号: "${written}"`);
  expect(report.number).toBe(read);
});

test.each([
  ["文号", "无"],
  ["文号", "某政发2024-5号"],
  ["文号", "某政发〔24〕5号"],
  ["文号", "某政发〔2024〕号"],
  ["索引号", "无"],
  ["索引号", "<b>12</b>"],
  ["发布机构", "123"],
  ["发布日期", "3/4/2024"],
  ["原文网址", "javascript:alert(1)"],
  ["原文网址", "www.example.gov.cn"],
])("what is no %s is an error that names it: %s", async (name, written) => {
  const { problems } = await siteOf(`${name}: "${written}"`);
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ file: "2023/report.md" });
});

test("nothing personal passes in the head", async () => {
  for (const head of ["索引号: 13812345678", "发布机构: 某局 联系人13812345678"]) {
    const { problems } = await siteOf(head);
    expect(problems.filter(({ severity }) => severity === "error").length, head).toBeGreaterThan(0);
  }
});

test("a report is cited by who issued it, its number, and the day of its publication", async () => {
  const head = "成文日期: 2024-03-20\n发布日期: 2024-03-28\n文号: 某政发〔2024〕5号";
  const cited = async (more = "") => {
    const { site, report } = await reportOf(`${head}${more}`);
    return reportCitation(site, report);
  };
  expect(await cited()).toBe("某县人民政府. 报告：某政发〔2024〕5号[R]. (2024-03-28).");
  expect(await cited("\n发布机构: 某县人民政府办公室\n原文网址: https://a.example/1")).toBe(
    "某县人民政府办公室. 报告：某政发〔2024〕5号[R/OL]. (2024-03-28)[引用日期]. https://a.example/1.",
  );
});

test("a report whose days are not known is cited without a gap", async () => {
  const { site, report } = await reportOf("");
  expect(reportCitation(site, { ...report, published: "", dated: "", url: "" })).toMatch(
    /\[R\]\.$/,
  );
  expect(
    reportCitation(site, { ...report, published: "", dated: "", url: "https://a.example/1" }),
  ).toMatch(/\[R\/OL\]\. \[引用日期\]\. https:\/\/a\.example\/1\.$/);
});

test("what stands before the first part is shown, its numbers live and its text escaped", async () => {
  const { site, report } = await reportOf("", "全县{{others}}。\n\n<script>x</script>");
  const html = partHtml(
    { content: report.opening },
    site.latest.figures,
    liveLink(site.latest, "./"),
  );
  expect(html).toContain('<a class="n" href="./figures/others/">3件</a>');
  expect(html).not.toContain("<script>");
  expect(report.parts).toHaveLength(5);
});

test("the report of an earlier year keeps the word of then, when the bureau calls it otherwise now", async () => {
  const { site, report } = await reportOf("", "园林绿化{{cases-by-field/园林绿化}}。", {
    "vocabularies.yaml": "执法领域:\n  绿化管理: [园林绿化]\n  燃气:\n",
    "2023/cases.csv": "执法领域,件数\n园林绿化,12\n燃气,9\n",
  });
  const { figures } = site.latest;
  const html = partHtml({ content: report.opening }, figures, liveLink(site.latest, "./"));
  expect(html).toContain('园林绿化<a class="n" href="./figures/cases-by-field/');
  expect(html).toContain(">12件</a>");
  // What no list of words knows is still an error.
  const { problems } = await siteOf("", "{{cases-by-field/园林}}。");
  expect(problems.map(({ code }) => code)).toContain("report-reference");
});

const PASSAGES = csvOf(
  "指标编号,指标名称,数值,单位,栏目,报告章节",
  "reconsiderations,行政复议案件,20,件,诉讼复议,一(四)",
  "reconsiderations,被申请行政复议,18,件,诉讼复议,三(二)",
);
const NOTE = "核对编号,状态,日期,说明,为准的数";
test.each<[string, string, string, string]>([
  ["in the open", "", '20件<wbr><b class="ne">≠</b>18件', '18件<wbr><b class="ne">≠</b>20件'],
  [
    "explained, no number said to hold",
    "reconsiderations-passages,已说明,2024-02-18,说明,",
    '20件<wbr><b class="ne answered">※</b>18件',
    '18件<wbr><b class="ne answered">※</b>20件',
  ],
  [
    "corrected",
    "reconsiderations-passages,已更正,2024-02-18,说明,20",
    ">20件</a>",
    '18件<wbr><b class="ne answered">※</b>20件',
  ],
])(
  "a passage that another contradicts says so where it stands: %s",
  async (_, note, one, other) => {
    const { site, report } = await reportOf(
      "",
      "复议{{reconsiderations@一(四)}}，被申请{{reconsiderations@三(二)}}。",
      {
        "2023/indicators.csv": PASSAGES,
        ...(note && { "2023/notes.csv": csvOf(NOTE, note) }),
      },
    );
    const { figures } = site.latest;
    const html = partHtml({ content: report.opening }, figures, liveLink(site.latest, "./"));
    expect(html).toContain(one);
    expect(html).toContain(other);
  },
);

test("a heading of the report parts between its words, not behind its number alone", async () => {
  const { site, report } = await reportOf("", "### （二）与主管部门的协作没有落到实处");
  const html = partHtml(
    { content: report.opening },
    site.latest.figures,
    liveLink(site.latest, "./"),
  );
  expect(html).toMatch(/^<h4>（二）<wbr>与主管.*<wbr>.*实处<\/h4>/);
});

function csvOf(...lines: string[]): string {
  return [...lines, ""].join("\n");
}
