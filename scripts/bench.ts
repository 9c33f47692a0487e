/** npm run bench: how fast and how light the site is on this machine. Prints, never judges. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./lib/chromium.ts";
import {
  CliError,
  DATA_OPTION,
  dataFolder,
  padEnd,
  padStart,
  progress,
  ROOT,
  readOptions,
  run,
} from "./lib/cli.ts";
import { writeDemo } from "./lib/demo/bureau.ts";
import { manyCases } from "./lib/demo/many-cases.ts";
import { type ExplorerCost, explorerCost } from "./lib/explorer.ts";
import { serve } from "./lib/serve.ts";
import { weigh } from "./lib/weigh.ts";

const CACHES = [".astro", "node_modules/.astro", "node_modules/.vite"];
/** The explorer is measured with so many rows, and opened so often. */
const ROWS = 100_000;
const OPENED = 10;
const TOPICS = ["cases/", "litigation/", "publicity/", "complaints/", "supervision/"];

/** Runs first in a measured process and writes, at its end, what only the process itself knows. */
const PROBE = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
const start = performance.now();
if (isMainThread) process.on("exit", () => writeFileSync(process.env.BENCH_PROBE, JSON.stringify({
  afterStart: performance.now() - start,
  memory: process.resourceUsage().maxRSS * 1024,
})));`)}`;

interface Measured {
  /** Milliseconds of the whole process, as the user waits. */
  whole: number;
  /** Milliseconds after Node itself had started. */
  afterStart: number;
  /** Bytes. */
  memory: number;
}

interface PageCost {
  name: string;
  address: string;
  transferred: number;
  budget: number;
  requests: number;
  script: number;
}

await run(async () => {
  const { values } = readOptions({
    name: "bench",
    says:
      "量一量：检查和生成各用多久、占多少内存，网页在浏览器里实际传输多少，\n" +
      "十万行的逐行查看页有多快。只打印，不判对错。",
    options: {
      data: DATA_OPTION,
      runs: { value: "次数", says: "每项量几次，取中间值，默认 3" },
      explore: { says: "只量逐行查看页" },
      json: { says: "输出 JSON，供其他程序读取" },
    },
    examples: ["npm run bench", "npm run bench -- --runs 5 --json", "npm run bench -- --explore"],
  });
  const runs = Number(values.runs ?? 3);
  if (!Number.isInteger(runs) || runs < 1) throw new CliError("--runs 要写 1 以上的整数", 2);
  const data = dataFolder(values.data);
  const folder = mkdtempSync(join(tmpdir(), "site-bench-"));
  const line = progress();
  try {
    if (values.explore) {
      const explorer = await explorerWithManyRows(folder, line);
      line.end();
      console.log(values.json ? JSON.stringify(explorer, null, 2) : explorerReport(explorer));
      return 0;
    }
    const out = join(folder, "dist");
    const cold: Measured[] = [];
    const warm: Measured[] = [];
    const check: Measured[] = [];
    for (let i = 1; i <= runs; i += 1) {
      line.say(`第 ${i}/${runs} 次`);
      for (const cache of CACHES) rmSync(join(ROOT, cache), { recursive: true, force: true });
      rmSync(out, { recursive: true, force: true });
      const build = ["build", "--data", data, "--out", out] as const;
      cold.push(await measured(build, folder));
      warm.push(await measured(build, folder));
      check.push(await measured(["check", "--data", data], folder));
    }
    line.say("在浏览器里量网页");
    const { pages, ...counts } = weigh(out);
    const result = {
      machine: {
        cpus: cpus().length,
        model: cpus()[0]?.model ?? "",
        memory: totalmem(),
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
      },
      runs,
      cold: middle(cold),
      warm: middle(warm),
      check: middle(check),
      counts: { ...counts, pages: pages.length },
      pages: await pageCosts(out),
      explorer: await explorerWithManyRows(folder, line),
    };
    line.end();
    console.log(values.json ? JSON.stringify(result, null, 2) : report(result));
  } finally {
    line.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

/** Runs one of our commands to its end and measures it; its output is shown only when it fails. */
function measured(
  [name, ...args]: readonly [string, ...string[]],
  folder: string,
): Promise<Measured> {
  const probe = join(folder, "probe.json");
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", PROBE, join(ROOT, "scripts", `${name}.ts`), ...args],
    { cwd: ROOT, env: { ...process.env, BENCH_PROBE: probe }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => {
      const whole = performance.now() - start;
      if (code === 0) done({ whole, ...JSON.parse(readFileSync(probe, "utf8")) });
      else fail(new CliError(`${Buffer.concat(output)}\nnpm run ${name} 没有成功，量不了。`));
    });
  });
}

/** The middle value of each measure. */
function middle(list: Measured[]): Measured {
  const of = (key: keyof Measured) =>
    list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return { whole: of("whole"), afterStart: of("afterStart"), memory: of("memory") };
}

async function pageCosts(out: string): Promise<PageCost[]> {
  const all = weigh(out).pages.map(({ address }) => address);
  const report = all.filter((address) => /^\d{4}\/$/.test(address)).sort();
  // Heaviest first, so the first that fits is the heaviest of its kind.
  const wanted: [string, string | undefined, number][] = [
    ["首页", "", 10.5],
    ...TOPICS.map((topic): [string, string, number] => ["专题", topic, 11]),
    ["年度报告", report.at(-1), 25],
    ["最大的网页", all[0], 25],
    ["最大的嵌入图", all.find((address) => /^embed\/[^/]+\/$/.test(address)), 5],
  ];
  const server = await serve(out);
  const browser = await launchChromium();
  try {
    const costs: PageCost[] = [];
    for (const [name, address, budget] of wanted) {
      if (address === undefined || !all.includes(address)) continue;
      const cost = await pageCost(browser, new URL(address, server.url).href);
      costs.push({ name, address: `/${address}`, budget: budget * 1024, ...cost });
    }
    return costs;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A first visit, with nothing cached: bodies as transferred. */
async function pageCost(
  browser: Browser,
  url: string,
): Promise<Pick<PageCost, "transferred" | "requests" | "script">> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const finished: Promise<{ bytes: number; script: boolean }>[] = [];
  page.on("requestfinished", (request) => {
    finished.push(
      request.sizes().then((sizes) => ({
        bytes: sizes.responseBodySize,
        script: request.resourceType() === "script",
      })),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const all = await Promise.all(finished);
  await context.close();
  const sum = (list: { bytes: number }[]) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    transferred: sum(all),
    requests: all.length,
    script: sum(all.filter(({ script }) => script)),
  };
}

/** The explorer's costs, with how busy the machine was. */
type Explorer = ExplorerCost & { load: readonly [before: number, after: number] };

async function explorerWithManyRows(
  folder: string,
  line: { say(doing: string): void },
): Promise<Explorer> {
  line.say("生成十万行的网站");
  const [data, out] = [join(folder, "many"), join(folder, "dist-many")];
  mkdirSync(data);
  writeDemo(data, { complaints: 20, years: 1 });
  writeFileSync(join(data, "2024/cases.csv"), manyCases(2024, ROWS));
  await measured(["build", "--data", data, "--out", out], folder);
  line.say("在浏览器里量逐行查看页");
  const before = loadavg()[0]!;
  const server = await serve(out);
  const browser = await launchChromium();
  try {
    const cost = await explorerCost(browser, new URL("explore/cases/", server.url).href, OPENED);
    return { ...cost, load: [before, loadavg()[0]!] };
  } finally {
    await browser.close();
    await server.close();
  }
}

function explorerReport({ transferred, timings, load }: Explorer): string {
  const ms = (number: number) => padStart(`${Math.round(number)}`, 6);
  return [
    `逐行查看，${ROWS} 行：传输 ${(transferred / 1024).toFixed(1)} KB（1464.8 KB）。`,
    `打开 ${OPENED} 次，量到结果画出来为止，单位毫秒；量之前和之后机器的负载是 ${load.map((one) => one.toFixed(1)).join(" 和 ")}。`,
    `${padEnd("", 34)}${padStart("最快", 6)}${padStart("中间", 6)}  主线程占用 50 毫秒以上的`,
    ...timings.map(
      ({ name, best, middle, held }) =>
        `  ${padEnd(name, 32)}${ms(best)}${ms(middle)}  ${held.map(Math.round).join("、") || "没有"}`,
    ),
  ].join("\n");
}

function report(result: {
  machine: { cpus: number; model: string; memory: number; node: string; platform: string };
  runs: number;
  cold: Measured;
  warm: Measured;
  check: Measured;
  counts: { files: number; charts: number; pages: number };
  pages: PageCost[];
  explorer: Explorer;
}): string {
  const { machine, counts } = result;
  const time = (name: string, { whole, afterStart, memory }: Measured) =>
    `${padEnd(name, 22)}${padStart(`${(whole / 1000).toFixed(2)} 秒`, 10)}` +
    `${padStart(`${(afterStart / 1000).toFixed(2)} 秒`, 14)}${padStart(`${Math.round(memory / 1024 ** 2)} MB`, 12)}`;
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    `机器：${machine.cpus} 核 ${machine.model}，内存 ${Math.round(machine.memory / 1024 ** 3)} GB，${machine.platform}，Node ${machine.node}`,
    `每项量 ${result.runs} 次，取中间值；1 KB 是 1024 字节。`,
    "",
    `${padEnd("", 22)}${padStart("全程", 10)}${padStart("启动后", 14)}${padStart("内存峰值", 12)}`,
    time("生成（没有缓存）", result.cold),
    time("生成（有缓存）", result.warm),
    time("检查", result.check),
    `生成的是 ${counts.pages} 个网页、${counts.charts} 张图、共 ${counts.files} 个文件。`,
    "",
    "首次打开时浏览器实际传输（压缩后，不含响应头）；括号里是预算：",
    ...result.pages.map(
      ({ name, address, transferred, budget, requests, script }) =>
        `  ${padEnd(name, 14)}${padEnd(address, 26)}${padStart(kb(transferred), 9)}（${kb(budget)}）` +
        `  ${requests} 个请求（2）  脚本 ${script} 字节（0）`,
    ),
    "",
    explorerReport(result.explorer),
  ].join("\n");
}
