/** How fast the explorer is where every one of very many rows stands alone. */
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { writeDemo } from "../demo/bureau.ts";
import { manyCases } from "../demo/many-cases.ts";
import { launchChromium } from "../lib/chromium/launch.ts";
import { serve } from "../lib/serve.ts";
import { padEnd, padStart } from "../lib/terminal.ts";
import { measured } from "./process.ts";
import { type ExplorerCost, explorerCost } from "./visits.ts";

/** The explorer is measured with so many rows, and opened so often. */
const ROWS = 100_000;
const OPENED = 10;

/** The explorer's costs, with how busy the machine was. */
export type Explorer = ExplorerCost & { load: readonly [before: number, after: number] };

export async function explorerWithManyRows(
  folder: string,
  say: (doing: string) => void,
): Promise<Explorer> {
  say("生成十万行的网站");
  const [data, out] = [join(folder, "many"), join(folder, "dist-many")];
  mkdirSync(data);
  writeDemo(data, { complaints: 20, years: 1 });
  writeFileSync(join(data, "2024/cases.csv"), manyCases(2024, ROWS));
  await measured("build.ts", "--data", data, "--out", out);
  say("在浏览器里量逐行查看页");
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

export function explorerReport({ transferred, timings, load }: Explorer): string {
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
