/** npm run new-year: the folder of a new year, ready to be filled in. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plan } from "../src/datasets/plan.ts";
import { ANSWERS_FILE, Imports } from "../src/exports/answers.ts";
import { isSilent } from "../src/figures/figures.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { shownTopics } from "../src/topics/shown.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { allTables, emptyReport, headedTable, headsOf, headsOfYear } from "./lib/headed-files.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, printable, shownPath } from "./lib/places.ts";
import { progress } from "./lib/terminal.ts";

await run(async () => {
  const { values, rest } = readOptions({
    name: "new-year",
    says: [
      "新建一年的文件夹：各张表只有表头，上一年的安排抄过来等着填进展，report.md 有法定的五部分和各个数字的引用。",
      "原来的文件夹一个字也不动；已经有这一年的，不动它。",
      "退出码 0 是建好了，1 是建不成，2 是命令写得不对。",
    ].join("\n"),
    rest: "年份 [选项]",
    options: { data: DATA_OPTION },
    examples: ["npm run new-year -- 2025"],
  });
  const [written = "", ...more] = rest;
  if (more.length > 0 || !/^(?:19|20)\d{2}$/.test(written)) {
    const is = rest.length === 0 ? "" : `，不能是“${printable(rest.join(" "))}”`;
    throw new CliError(`要写一个四位年份${is}，例如 npm run new-year -- 2025`, 2);
  }
  const year = Number(written);
  const folder = dataFolder(values.data);
  if (!existsSync(folder)) throw new CliError(`没有 ${shownPath(folder)} 这个文件夹。`, 2);
  const target = join(folder, written);
  if (existsSync(target)) {
    throw new CliError(`已经有 ${shownPath(target)}，没有动它。要重新建的，先把它移走或改名。`);
  }
  const line = progress();
  const disk = diskFolder(folder);
  const loading = { today: today(), onProgress: (doing: string) => line.say(`正在看 ${doing}`) };
  const { site, problems } = await loadSite(disk, loading);
  line.end();
  const folders = (await disk.folders()).filter((name) => /^(?:19|20)\d{2}$/.test(name));
  const last = folders
    .map(Number)
    .filter((one) => one < year)
    .at(-1);
  const files = await filesOf(folder, year, last, site);
  writeFolder(target, files);
  for (const { name, says } of files) console.log(`${written}/${name}${says ? `：${says}` : ""}`);
  const open = loading.today <= `${year}-12-31`;
  console.log(
    [
      "",
      `已建好 ${shownPath(target)}，${files.length}个文件${last ? `，照${last}年的样子` : ""}；原来的文件夹没有动。`,
      "接下来：用 Excel 或 WPS 打开各张表，在表头下面填，照原来的格式保存；没有的表删掉，网站写“未公布”；有业务系统的，直接 npm run import。",
      ...(open
        ? [
            `${year}年还没有过完：在 site.yaml 写上数据截至哪一天，例如 年度: ${year}: { 截至: ${loading.today} }`,
          ]
        : []),
      "填好以前不要合并到公布的分支：网站的首页会变成这一年的。填好后运行 npm run check。",
      ...(site
        ? []
        : [
            `现在的数据有错误，report.md 里没有列数字的引用；先改好错误（${problems.length}种，见 npm run check）再建的，会有。`,
          ]),
    ].join("\n"),
  );
  return 0;
});

interface NewFile {
  name: string;
  text: string;
  says?: string;
}

async function filesOf(
  folder: string,
  year: number,
  last: number | undefined,
  site: Site | null,
): Promise<NewFile[]> {
  const answers = join(folder, ANSWERS_FILE);
  const imports = new Imports(existsSync(answers) ? readFileSync(answers, "utf8") : "");
  const bureau = site?.config.bureau ?? "";
  const report = {
    name: "report.md",
    text: emptyReport(bureau, year, site ? numbersOf(site) : []),
  };
  if (last === undefined) return [...allTables(), report];
  const tables = await headsOfYear(diskFolder(folder), last, imports);
  const kept = plansLeft(tables.get(plan)?.rows ?? [], tables.get(plan)?.heads ?? [], last);
  const others = [...tables].filter(([dataset]) => dataset !== plan);
  return [
    ...others.map(([{ id }, { heads }]) => ({ name: `${id}.csv`, text: headedTable(heads) })),
    {
      name: "plan.csv",
      text: headedTable(headsOf(plan), kept),
      ...(kept.length > 0 && {
        says: `${last}年报告的安排抄了${kept.length}项，填上进展；${year}年报告的安排接着写，“提出年度”空着`,
      }),
    },
    report,
  ];
}

/** What was said in the year before, or earlier and is not done: by the columns of a new plan. */
function plansLeft(rows: readonly string[][], heads: readonly string[], last: number): string[][] {
  const columns = Object.entries(plan.columns);
  const at = columns.map(([key, { label, aliases = [] }]) =>
    heads.findIndex((head) => [key, label, ...aliases].includes(head.trim())),
  );
  const cell = (row: readonly string[], key: string) =>
    row[at[columns.findIndex(([one]) => one === key)]!]?.trim() ?? "";
  return rows
    .filter((row) => cell(row, "item") !== "")
    .filter((row) => cell(row, "said_in") === "" || cell(row, "progress") !== "已完成")
    .map((row) =>
      columns.map(([key]) => {
        if (key === "said_in") return cell(row, key) || String(last);
        return ["arrangement", "item", "due", "figures"].includes(key) ? cell(row, key) : "";
      }),
    );
}

/** By topic, the numbers that the latest year has published: to be written of again. */
function numbersOf(site: Site) {
  return shownTopics(site).flatMap(({ id, label }) => {
    const metrics = [...site.metrics.values()].filter((metric) => {
      const figure = site.latest.figures.get(metric.id);
      return (
        metric.topic === id &&
        !("by" in metric && metric.by) &&
        figure !== undefined &&
        !isSilent(figure)
      );
    });
    return metrics.length > 0 ? [{ label, metrics }] : [];
  });
}

/** All of it or nothing. */
function writeFolder(target: string, files: readonly NewFile[]): void {
  const staged = `${target}.new`;
  try {
    mkdirSync(staged);
    for (const { name, text } of files) writeFileSync(join(staged, name), text);
    renameSync(staged, target);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}
