/** npm run bench: how fast and how light the site is on this machine. Prints, never judges. */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { arbitraryCost, arbitraryReport } from "./bench/arbitrary.ts";
import { clerkCost, clerkReport } from "./bench/clerk.ts";
import { explorerReport, explorerWithManyRows } from "./bench/explorer.ts";
import { importCost, importReport } from "./bench/imports.ts";
import { pictureCost, pictureReport } from "./bench/pictures.ts";
import { growth, growthReport } from "./bench/rows.ts";
import { siteCost, siteReport } from "./bench/site.ts";
import { CliError, run } from "./lib/cli.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder } from "./lib/places.ts";
import { progress } from "./lib/terminal.ts";

/** What may be measured alone. */
const PARTS = ["site", "rows", "explore", "imports", "pictures", "clerk"] as const;

/** So many files of any bytes, the same each time. */
const ARBITRARY = 100_000;
const SEED = 18;

await run(async () => {
  const { values } = readOptions({
    name: "bench",
    says:
      "量一量：检查和生成各用多久、占多少内存，网页在浏览器里实际传输多少；\n" +
      "一万、十万、一百万件投诉和一、三、十年各要多久；十万行的逐行查看页有多快；\n" +
      "导入一百万行 CSV、十万行 .xlsx 各要多久；二十张、两百张图的图片要画多久；\n" +
      "十万行表统一写法、一份长报告取成草稿各要多久；任意字节十万次，检查、导入、取草稿有没有抛出错误。\n" +
      "只打印，不判对错。",
    options: {
      data: DATA_OPTION,
      runs: { value: "次数", says: "每项量几次，取中间值，默认 3" },
      site: { says: "只量网站" },
      rows: { says: "只量行数和年数" },
      explore: { says: "只量逐行查看页" },
      imports: { says: "只量导入" },
      pictures: { says: "只量图片" },
      clerk: { says: "只量统一写法、取草稿和任意字节" },
      json: { says: "输出 JSON，供其他程序读取" },
    },
    examples: [
      "npm run bench",
      "npm run bench -- --site --runs 5 --json",
      "npm run bench -- --rows",
    ],
  });
  const runs = Number(values.runs ?? 3);
  if (!Number.isInteger(runs) || runs < 1) throw new CliError("--runs 要写 1 以上的整数", 2);
  const data = dataFolder(values.data);
  const all = !PARTS.some((part) => values[part]);
  const wants = (part: (typeof PARTS)[number]) => all || values[part];
  const folder = mkdtempSync(join(tmpdir(), "site-bench-"));
  const line = progress();
  const say = (doing: string) => line.say(doing);
  try {
    const machine = {
      cpus: cpus().length,
      model: cpus()[0]?.model ?? "",
      memory: totalmem(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      load: loadavg()[0] ?? 0,
    };
    const site = wants("site") ? await siteCost(data, folder, runs, say) : null;
    const rows = wants("rows") ? await growth(folder, runs, say) : null;
    const explorer = wants("explore") ? await explorerWithManyRows(folder, say) : null;
    const imports = wants("imports") ? await importCost(folder, runs, say) : null;
    const pictures = wants("pictures") ? await pictureCost(folder, say) : null;
    const clerk = wants("clerk") ? await clerkCost(folder, runs, say) : null;
    const arbitrary = wants("clerk") ? await arbitraryCost(ARBITRARY, SEED, say) : null;
    line.end();
    if (values.json) {
      console.log(
        JSON.stringify(
          { machine, runs, ...site, growth: rows, explorer, imports, pictures, clerk, arbitrary },
          null,
          2,
        ),
      );
      return 0;
    }
    const { cpus: cores, model, memory, platform, node, load } = machine;
    const parts = [
      `机器：${cores} 核 ${model}，内存 ${Math.round(memory / 1024 ** 3)} GB，${platform}，Node ${node}，开始时负载 ${load.toFixed(1)}\n` +
        `每项量 ${runs} 次，取中间值；1 KB 是 1024 字节。`,
      site && siteReport(site),
      rows && growthReport(rows),
      explorer && explorerReport(explorer),
      imports && importReport(imports),
      pictures && pictureReport(pictures),
      clerk && clerkReport(clerk),
      arbitrary && arbitraryReport(arbitrary),
    ];
    console.log(parts.filter(Boolean).join("\n\n"));
  } finally {
    line.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});
