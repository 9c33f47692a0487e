/** How time and memory grow with rows and with years, beside what reading the same file alone takes. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DEMO_COMPLAINTS, writeDemo } from "../demo/bureau.ts";
import { padEnd, padStart } from "../lib/terminal.ts";
import { type Measured, measured, megabytesText, middle, secondsText } from "./process.ts";

const COMPLAINTS = [10_000, 100_000, 1_000_000];
const YEARS = [1, 3, 10];

interface RowsCost {
  complaints: number;
  papaparse: Measured;
  duckdb: Measured;
  check: Measured;
  build: Measured;
}

interface YearsCost {
  years: number;
  check: Measured;
  build: Measured;
}

export interface Growth {
  rows: RowsCost[];
  years: YearsCost[];
}

/** One year of so many complaints; then so many years of the whole demo. */
export async function growth(
  folder: string,
  runs: number,
  say: (doing: string) => void,
): Promise<Growth> {
  const result: Growth = { rows: [], years: [] };
  for (const complaints of COMPLAINTS) {
    say(`${complaints} 件投诉`);
    const { data, out, clear } = places(folder);
    writeDemo(data, { complaints, years: 1, only: "complaints" });
    const file = join(data, "2024/complaints.csv");
    const repeated = (...command: [string, ...string[]]) => repeat(runs, command);
    result.rows.push({
      complaints,
      papaparse: await repeated("bench/papaparse.ts", file),
      duckdb: await repeated("bench/duckdb.ts", file),
      check: await repeated("check.ts", "--data", data),
      build: await repeated("build.ts", "--data", data, "--out", out),
    });
    clear();
  }
  for (const years of YEARS) {
    say(`${years} 年`);
    const { data, out, clear } = places(folder);
    writeDemo(data, { complaints: DEMO_COMPLAINTS, years });
    result.years.push({
      years,
      check: await repeat(runs, ["check.ts", "--data", data]),
      build: await repeat(runs, ["build.ts", "--data", data, "--out", out]),
    });
    clear();
  }
  return result;
}

function places(folder: string): { data: string; out: string; clear: () => void } {
  const own = join(folder, "growth");
  const [data, out] = [join(own, "data"), join(own, "dist")];
  mkdirSync(data, { recursive: true });
  return { data, out, clear: () => rmSync(own, { recursive: true, force: true }) };
}

async function repeat(runs: number, [script, ...args]: [string, ...string[]]): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run++) all.push(await measured(script, ...args));
  return middle(all);
}

export function growthReport({ rows, years }: Growth): string {
  const cost = ({ whole, memory }: Measured) => `${secondsText(whole)}${megabytesText(memory)}`;
  const times = (one: Measured, other: Measured) =>
    padStart(`${(one.whole / other.whole).toFixed(2)} 倍`, 9);
  const heads = (...names: string[]) => names.map((name) => padStart(name, 19)).join("");
  return [
    "行数多了会怎样：一年、只有投诉工单；PapaParse 和 DuckDB 只读同一个文件，别的不做。",
    `${padEnd("", 14)}${heads("PapaParse", "DuckDB", "检查")}${padStart("比PapaParse", 13)}${heads("生成")}`,
    ...rows.map(
      ({ complaints, papaparse, duckdb, check, build }) =>
        `  ${padEnd(`${complaints} 件`, 12)}${cost(papaparse)}${cost(duckdb)}${cost(check)}` +
        `    ${times(check, papaparse)}${cost(build)}`,
    ),
    "",
    `年数多了会怎样：各表都有，每年 ${DEMO_COMPLAINTS} 件投诉。`,
    `${padEnd("", 14)}${heads("检查", "生成")}`,
    ...years.map(
      ({ years, check, build }) => `  ${padEnd(`${years} 年`, 12)}${cost(check)}${cost(build)}`,
    ),
  ].join("\n");
}
