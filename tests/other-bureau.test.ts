/** Another bureau's folder, with its own words, numbers and gaps: nothing of ours may show through. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf } from "./support/browser.ts";
import { temporaryFolder } from "./support/command.ts";
import { buildSmallSite } from "./support/small-site.ts";

const INDICATORS = "指标编号,指标名称,数值,单位,栏目,上级指标,关系,分子,分母,报告章节,说明";
const DATA: Record<string, string> = {
  "site.yaml": `数据性质: 演示
单位名称: 云湾市星河区城市管理和综合执法局
网站名称: 执法数据公开
网站说明: 演示用的虚构单位。
网址: https://demo.example/sub/
`,
  "vocabularies.yaml": `执法领域:
  犬类管理:
  共享单车: [单车]
街道:
  星河街道:
`,
  "2021/cases.csv": "执法领域,件数\n犬类管理,12\n共享单车,30\n",
  "2021/indicators.csv": `${INDICATORS}\ncases,办理案件,42,件,案件,,,,,一(一),\npet-dogs,登记犬只,310,只,监督,,,,,一(二),按登记证计。\n`,
  // 2022 没有案件表，也没有写案件总数。
  "2022/indicators.csv": `${INDICATORS}\npet-dogs,登记犬只,350余,只,监督,,,,,一(二),\n`,
  "2023/cases.csv": "执法领域,件数\n犬类管理,15\n单车,20\n",
  "2023/indicators.csv": `${INDICATORS}\ncases,办理案件,36,件,案件,,,,,一(一),\npet-dogs,登记犬只,400,只,监督,,,,,一(二),\npet-dogs-large,其中大型犬,380,只,监督,pet-dogs,合计,,,一(二),\npet-dogs-small,其中小型犬,30,只,监督,pet-dogs,合计,,,一(二),\n`,
};

const folder = temporaryFolder();
const out = join(folder, "dist");
let files: string[];
const read = (file: string) => readFileSync(join(out, file), "utf8");
const documentOf = (file: string) =>
  (parseHTML(read(file)) as unknown as { document: Document }).document;

beforeAll(async () => {
  const all = await buildSmallSite(folder, DATA);
  files = all.filter((file) => /\.\w+$/.test(file) && !/(^|\/)\.[^/]*$/.test(file));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("nothing of the bureau we made it for is in any file", () => {
  expect(files.length).toBeGreaterThan(50);
  const ours = /凯里|贵州|黔东南|万博|贵信|众治|北京东西路|帮扶村|1472/;
  expect(files.filter((file) => ours.test(read(file)) || ours.test(file))).toEqual([]);
});

test("the code to copy and the citation name the published address", () => {
  const pages = files.filter((file) => /^charts\/[^/]+\/index\.html$/.test(file));
  expect(pages.length).toBeGreaterThan(0);
  for (const file of pages) {
    for (const pre of documentOf(file).querySelectorAll("pre"))
      expect(pre.textContent, file).toContain("https://demo.example/sub/");
  }
});

const textOf = (file: string) =>
  (documentOf(file).querySelector("main")?.textContent ?? "").replace(/\s+/g, "");

test("its own indicators are figures with pages, years and contradictions", () => {
  expect(textOf("figures/pet-dogs/index.html")).toContain("登记犬只");
  const years = [...documentOf("figures/pet-dogs/index.html").querySelectorAll("tr")]
    .map((row) => row.textContent?.replace(/\s+/g, " ").trim() ?? "")
    .filter((row) => /^20\d\d/.test(row));
  expect(years).toEqual(["2023 400≠410", "2022 350余", "2021 310"]);
  const findings = textOf("findings/index.html");
  for (const words of ["登记犬只", "380+30", "相差10只", "36件", "35件", "15+20", "相差1件"])
    expect(findings, words).toContain(words);
  expect(textOf("supervision/index.html")).not.toContain("0件");
});

test("what is missing is 未公布, in the year in which it is missing", () => {
  const years = [...documentOf("figures/cases/index.html").querySelectorAll("tr")]
    .map((row) => row.textContent?.replace(/\s+/g, " ").trim() ?? "")
    .filter((row) => /^20\d\d/.test(row));
  expect(years).toEqual(["2023 36≠35", "2022 未公布", "2021 42"]);
  for (const year of ["2021", "2022", "2023"])
    expect(textOf(`${year}/index.html`)).toMatch(/未公布|报告还没有放进本站/);
  // A topic of which nothing was ever published has no page, and is named once.
  expect(textOf("about/index.html")).toContain("“诉讼与复议”");
  const { data } = Papa.parse<Record<string, string>>(read("data/2022/figures.csv").slice(1), {
    header: true,
  });
  const row = data.find(({ 编号 }) => 编号 === "cases");
  expect(row).toMatchObject({ 数值: "", 精确程度: "未公布" });
});

test("all addresses are there, for every year", () => {
  const addresses = addressesOf(out);
  for (const address of [
    "",
    "2021/",
    "2022/",
    "2023/",
    "cases/",
    "supervision/",
    "figures/pet-dogs-small/",
    "embed/cases-by-field/",
    "embed/cases-by-field/2021/",
  ])
    expect(addresses).toContain(address);
  for (const address of [
    "litigation/",
    "publicity/",
    "complaints/",
    "figures/litigation/",
    "embed/cases-by-field/2022/",
  ])
    expect(addresses).not.toContain(address);
});
