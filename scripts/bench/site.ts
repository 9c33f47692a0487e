/** What a site costs: check, build, and what a browser transfers on a first visit. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../lib/chromium/launch.ts";
import { ROOT } from "../lib/places.ts";
import { serve } from "../lib/serve.ts";
import { padEnd, padStart } from "../lib/terminal.ts";
import { weigh } from "../lib/weigh.ts";
import { type Measured, measured, megabytesText, middle, secondsText } from "./process.ts";
import { type StaffPageCost, staffPageCost, staffPageReport } from "./staff-page.ts";

const CACHES = [
  ".astro",
  "node_modules/.astro",
  "node_modules/.vite",
  "node_modules/.cache/pictures",
];
const TOPICS = ["cases/", "litigation/", "publicity/", "complaints/", "supervision/"];

interface PageCost {
  name: string;
  address: string;
  transferred: number;
  budget: number;
  requests: number;
  script: number;
}

export interface SiteCost {
  /** Builds without and with caches, and checks: how long and how much memory. */
  cold: Measured;
  warm: Measured;
  check: Measured;
  counts: { files: number; charts: number; pages: number };
  pages: PageCost[];
  staff: StaffPageCost;
}

export async function siteCost(
  data: string,
  folder: string,
  runs: number,
  say: (doing: string) => void,
): Promise<SiteCost> {
  const out = join(folder, "dist");
  const build = ["build.ts", "--data", data, "--out", out] as const;
  const [cold, warm, check]: [Measured[], Measured[], Measured[]] = [[], [], []];
  for (let i = 1; i <= runs; i += 1) {
    say(`第 ${i}/${runs} 次`);
    for (const cache of CACHES) rmSync(join(ROOT, cache), { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    cold.push(await measured(...build));
    warm.push(await measured(...build));
    check.push(await measured("check.ts", "--data", data));
  }
  say("在浏览器里量网页");
  const { pages, ...counts } = await weigh(out);
  return {
    cold: middle(cold),
    warm: middle(warm),
    check: middle(check),
    counts: { ...counts, pages: pages.length },
    ...(await pageCosts(
      out,
      pages.map(({ address }) => address),
    )),
  };
}

/** `all` are its addresses, heaviest first. */
async function pageCosts(
  out: string,
  all: readonly string[],
): Promise<Pick<SiteCost, "pages" | "staff">> {
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
    const staff = await staffPageCost(browser, new URL("staff/", server.url).href);
    return { pages: costs, staff };
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

export function siteReport({ cold, warm, check, counts, pages, staff }: SiteCost): string {
  const time = (name: string, { whole, afterStart, memory }: Measured) =>
    `${padEnd(name, 22)}${secondsText(whole)}${padStart(secondsText(afterStart), 14)}${padStart(megabytesText(memory), 12)}`;
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    `${padEnd("", 22)}${padStart("全程", 10)}${padStart("启动后", 14)}${padStart("内存峰值", 12)}`,
    time("生成（没有缓存）", cold),
    time("生成（有缓存）", warm),
    time("检查", check),
    `生成的是 ${counts.pages} 个网页、${counts.charts} 张图、共 ${counts.files} 个文件。`,
    "",
    "首次打开时浏览器实际传输（压缩后，不含响应头）；括号里是预算：",
    ...pages.map(
      ({ name, address, transferred, budget, requests, script }) =>
        `  ${padEnd(name, 14)}${padEnd(address, 26)}${padStart(kb(transferred), 9)}（${kb(budget)}）` +
        `  ${requests} 个请求（2）  脚本 ${script} 字节（0）`,
    ),
    "",
    staffPageReport(staff),
  ].join("\n");
}
