/** npm run new-year and new-bureau: what they make is checked, and nothing that was there is lost. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultIn } from "../scripts/lib/new-site.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { aroundOf } from "../src/staff/around.ts";
import { copyOfData, hashes, temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = copyOfData(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@x", ...args]);
const errorsOf = async (path: string) =>
  (await loadSite(diskFolder(path))).problems.filter(({ severity }) => severity === "error");

describe("new-year", () => {
  it("heads, the plan of the year before, the five parts; nothing else is touched, and it is checked", async () => {
    const before = hashes(join(data, "2023"));
    const { code, stdout } = await runHere("new-year", ["2024", "--data", data]);
    expect(code).toBe(0);
    expect(stdout).toContain("npm run check");
    expect(hashes(join(data, "2023"))).toEqual(before);
    expect(readdirSync(data).filter((name) => name.endsWith(".new"))).toEqual([]);
    const read = (name: string) => readFileSync(join(data, "2024", name), "utf8");
    expect(read("cases.csv")).toBe("\ufeff执法领域,件数,报告章节\r\n");
    const plan = read("plan.csv").trim().split("\r\n");
    expect(plan).toHaveLength(14);
    expect(plan.slice(1).every((row) => row.endsWith(",2023,"))).toBe(true);
    const report = read("report.md");
    expect(report.match(/^# .+$/gm)).toHaveLength(5);
    expect(report).toContain("{{cases}}");
    expect(await errorsOf(data)).toEqual([]);

    const again = await runHere("new-year", ["2024", "--data", data]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("没有动它");
    expect(read("cases.csv")).toBe("\ufeff执法领域,件数,报告章节\r\n");
  });

  it.each([[[]], [["24"]], [["2024年"]], [["2024", "2025"]], [["../2024"]]])(
    "%j is no year",
    async (args) => {
      const { code, stdout, stderr } = await runHere("new-year", [...args, "--data", data]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("四位年份");
    },
  );
});

describe("new-bureau", () => {
  const YAML = "单位名称: 青岚县综合行政执法局\n单位简称: '青岚: \"执法局\"'\n年份: 2024\n";
  const make = (...args: string[]) =>
    runHere("new-bureau", ["--data", data, "--from", join(folder, "bureau.yaml"), ...args]);
  beforeEach(() => writeFileSync(join(folder, "bureau.yaml"), YAML));

  it("stops before anything that git does not hold, also where it ignores it", async () => {
    const before = hashes(data);
    expect((await make("--yes")).stderr).toContain("不在 git 里");
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "one");
    writeFileSync(join(folder, ".gitignore"), "data/秘.txt\n");
    writeFileSync(join(data, "秘.txt"), "x");
    const ignored = await make("--yes");
    expect([ignored.code, ignored.stdout]).toEqual([1, ""]);
    expect(ignored.stderr).toContain("秘.txt");
    rmSync(join(data, "秘.txt"));
    writeFileSync(join(data, "2023/cases.csv"), "执法领域\n");
    expect((await make("--yes")).stderr).toContain("2023/cases.csv");
    git("checkout", "-q", ".");
    expect((await make()).stderr).toContain("--yes");
    expect(hashes(data)).toEqual(before);
  });

  it("makes data of the bureau alone, without an error", async () => {
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "one");
    const { code, stdout } = await make("--yes");
    expect(code).toBe(0);
    expect(stdout).toContain("npm run check");
    expect(readdirSync(data).sort()).toEqual(["2024", "site.yaml", "vocabularies.yaml"]);
    expect(existsSync(`${data}.old`)).toBe(false);
    const { site, problems } = await loadSite(diskFolder(data));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    // A list of words that holds remarks alone stops no page.
    expect(aroundOf(site!).around.words).toBe("");
    expect(site?.config).toMatchObject({
      bureau: "青岚县综合行政执法局",
      shortName: '青岚: "执法局"',
    });
  });

  it.each([
    ["单位名称", "", "不能空着"],
    ["数据性质", "2024", "写“正式”或“演示”"],
    ["网址", "www.example.gov.cn", "http://"],
    ["年份", "24", "四位数字"],
  ] as const)("asked for %s and told “%s”, says so at once: %s", (name, text, says) => {
    expect(faultIn(name, text)).toContain(says);
  });

  it.each([
    ["单位名称: \n", "单位名称"],
    ["名称: 甲\n", "不能有“名称”"],
    ["单位名称: 甲\n年份: 二〇二四\n", "年份"],
    ["单位名称: 甲\n数据性质: 真的\n", "数据性质"],
    ["- 甲\n", "不能有"],
  ])("%j is said to be wrong, and nothing is touched", async (yaml, says) => {
    rmSync(data, { recursive: true });
    writeFileSync(join(folder, "bureau.yaml"), yaml);
    const { code, stderr } = await make("--yes");
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(says);
    expect(existsSync(data)).toBe(false);
  });
});

it("what an earlier report said stands apart from next year's plan, with the year's numbers", async () => {
  const { site } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n",
      "2024/cases.csv": "执法领域,件数\n燃气,5\n",
      "2024/plan.csv":
        "安排,事项,进展,对应的数字,提出年度\n办案,出台标准,已完成,cases,2023\n普法,进社区,,,\n",
    }),
  );
  const { plan, commitments } = site!.latest;
  expect(plan.map(({ item }) => item)).toEqual(["进社区"]);
  expect(commitments).toMatchObject([{ item: "出台标准", saidIn: "2023", progress: "已完成" }]);
  expect(commitments[0]!.metrics.map(({ id }) => id)).toEqual(["cases"]);
});
