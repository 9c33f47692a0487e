/** What a clerk waits for: fix of a long table, beside its bare parsing, and extract of a long report. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeDemo } from "../demo/bureau.ts";
import { padEnd } from "../lib/terminal.ts";
import { type Measured, measured, megabytesText, middle, secondsText } from "./process.ts";

const ROWS = 100_000;
const SECTIONS = 1_000;

export interface ClerkCost {
  rows: number;
  fix: Measured;
  papaparse: Measured;
  characters: number;
  extract: Measured;
}

export async function clerkCost(
  folder: string,
  runs: number,
  say: (doing: string) => void,
): Promise<ClerkCost> {
  const own = join(folder, "clerk");
  const [data, dirty, out] = [join(own, "data"), join(own, "dirty"), join(own, "out")];
  mkdirSync(dirty, { recursive: true });
  writeDemo(dirty, { complaints: ROWS, years: 1, only: "complaints" });
  const table = "2024/complaints.csv";
  const text = readFileSync(join(dirty, table), "utf8");
  writeFileSync(join(dirty, table), text.replace(/(20\d\d)-(\d\d)-(\d\d)/g, "$1/$2/$3"));
  const report = join(own, "report.txt");
  writeFileSync(report, longReport());
  const costs: Record<"fix" | "papaparse" | "extract", Measured[]> = {
    ...{ fix: [], papaparse: [], extract: [] },
  };
  for (let run = 0; run < runs; run++) {
    say(`统一写法 ${ROWS} 行，取草稿 ${SECTIONS} 节`);
    for (const made of [data, out]) rmSync(made, { recursive: true, force: true });
    cpSync(dirty, data, { recursive: true });
    costs.papaparse.push(await measured("bench/papaparse.ts", join(data, table)));
    costs.fix.push(await measured("fix.ts", "--data", data, "--write"));
    costs.extract.push(await measured("extract.ts", report, "--out", out));
  }
  const characters = readFileSync(report, "utf8").length;
  rmSync(own, { recursive: true, force: true });
  const [fix, papaparse, extract] = [costs.fix, costs.papaparse, costs.extract].map(middle) as [
    Measured,
    Measured,
    Measured,
  ];
  return { rows: ROWS, fix, papaparse, characters, extract };
}

/** Sections of one kind, no two of them with the same numbers. */
function longReport(): string {
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const [all, part] = [1000 + 3 * at, 400 + at];
    return (
      `（${at + 1}）规范第${at + 1}类执法。全年办理第${at + 1}类执法事项${all}件，其中简易程序${part}件、普通程序${all - part}件，` +
      `罚款${(at / 10).toFixed(1)}万元，组织培训${at + 2}余场次，参加人员约${at + 30}人次。`
    );
  });
  return ["某某局2023年度法治政府建设情况报告", "一、主要举措和成效", ...sections].join("\n");
}

export function clerkReport({ rows, fix, papaparse, characters, extract }: ClerkCost): string {
  const cost = ({ whole, memory }: Measured) => `${secondsText(whole)}${megabytesText(memory)}`;
  const pace = (much: number, { whole }: Measured, unit: string) =>
    `    每秒 ${Math.round(much / (whole / 1000))} ${unit}`;
  return [
    "统一写法（fix --write，日期全要改写）和从报告取草稿（extract）。",
    `  ${padEnd(`${rows} 行`, 14)}只分格${cost(papaparse)}   统一${cost(fix)}${pace(rows, fix, "行")}`,
    `  ${padEnd(`${characters} 字`, 14)}取草稿${cost(extract)}${pace(characters, extract, "字")}`,
  ].join("\n");
}
