/** A built site whose data name what no program knows: topics, charts and statutory tables have their pages. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf } from "./support/browser.ts";
import { run, temporaryFolder } from "./support/command.ts";

const HEADER = "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明";
const DATA: Record<string, string> = {
  "site.yaml":
    "数据性质: 演示\n单位名称: 云湾市星河区综合执法局\n网站名称: 执法数据公开\n网址: https://demo.example/sub/\n栏目: [{ 编号: permits, 名称: 行政许可 }]\n",
  "2022/indicators.csv": `${HEADER}\ndogs,登记犬只,350,只,监督,,,一(二),按登记证计\nlamps,路灯,2900,盏,监督,,,一(二),\n`,
  "2023/indicators.csv": `${HEADER}\ndogs,登记犬只,400,只,监督,,,一(二),\ndogs-large,大型犬,380,只,监督,dogs,合计,一(二),\ndogs-small,小型犬,30,只,监督,dogs,合计,一(二),\nlamps,路灯,3000,盏,监督,,,一(二),\nbins,果皮箱,近80,个,监督,,,一(四),含可回收\n`,
  "2023/statistics.csv":
    "类别,项目,单位,数值,说明\n行政处罚,警告、通报批评,宗,12,\n行政处罚,罚款,宗,214,\n行政处罚,合计（宗）,宗,226,只计最重的一种\n行政处罚,罚没金额,元,418500,\n行政许可,<b>申请</b>,宗,2207,\n",
};

const folder = temporaryFolder();
const out = join(folder, "dist");
const read = (file: string) => readFileSync(join(out, file), "utf8");
const textOf = (address: string) => {
  const { document } = parseHTML(read(`${address}index.html`)) as unknown as { document: Document };
  return (document.querySelector("main")?.textContent ?? "").replace(/[\s\u200b]+/g, "");
};

beforeAll(async () => {
  for (const [path, text] of Object.entries(DATA)) {
    const file = join(folder, "data", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const made = await run("build", ["--data", join(folder, "data"), "--out", out]);
  expect(made.code, made.stdout + made.stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every chart has its page, its embeds and its files", () => {
  const addresses = addressesOf(out);
  for (const id of ["parts-dogs", "years-lamps", "parts-statistics-penalty-total"]) {
    for (const address of [`charts/${id}/`, `embed/${id}/`, `embed/${id}/2023/`])
      expect(addresses).toContain(address);
    for (const format of ["svg", "csv", "json"])
      expect(read(`charts/${id}/${id}-2023.${format}`).length).toBeGreaterThan(100);
    expect(read("sitemap/index.html")).toContain(`charts/${id}/`);
    expect(read("charts/index.html")).toContain(`charts/${id}/`);
  }
});

test("another 说明 is no trend, and the list says so", () => {
  const names = readdirSync(join(out, "charts"));
  expect(names.filter((name) => name.includes("years-dogs"))).toEqual([]);
  const supervision = textOf("supervision/");
  expect(supervision).toContain("登记犬只：分项相加与总数不同");
  expect(supervision).toContain("与2022年相比，路灯");
  expect(supervision).toMatch(/果皮箱\S*80\S*个一（四）含可回收/);
});

test("a statutory table stands on its topic as it is, its total checked", () => {
  const cases = textOf("cases/");
  for (const words of [
    "行政执法统计年报：行政处罚",
    "警告、通报批评12宗",
    "合计（宗）226宗",
    "罚没金额418,500元",
    "合计（宗）：只计最重的一种",
    "行政处罚合计（宗）226宗，95%是罚款",
    "来源：演示数据，云湾市星河区综合执法局2023年行政执法统计年报",
  ])
    expect(cases, words).toContain(words);
  expect(textOf("findings/")).toContain("行政处罚合计（宗）");
  expect(textOf("figures/statistics-penalty-total/")).toContain("统计表怎么写");
  expect(read("data/2023/statistics.csv")).toContain("警告、通报批评");
  expect(textOf("data/")).toContain("行政执法统计年报");
});

test("a topic of site.yaml is in the navigation, and what is hostile on it is text", () => {
  expect(textOf("permits/")).toContain("<b>申请</b>2207");
  for (const file of ["index.html", "cases/index.html"]) {
    expect(read(file)).toContain("permits/");
  }
});
