/** How long an export takes to be imported, beside the check of a file with as many rows. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import Papa from "papaparse";
import { csvLine } from "../../src/text/csv.ts";
import { writeDemo } from "../demo/bureau.ts";
import { padEnd, padStart } from "../lib/terminal.ts";
import { type Measured, measured, megabytesText, middle, secondsText } from "./process.ts";

const ROWS = { csv: 1_000_000, xlsx: 100_000 } as const;
type Kind = keyof typeof ROWS;

export interface ImportCost {
  kind: Kind;
  rows: number;
  import: Measured;
  check: Measured;
}

/** The heads of the tickets that a hotline exports, and what the demo's rows say under them. */
const HEADS: readonly (readonly [string, (row: Record<string, string>, at: number) => string])[] = [
  ["序号", (_, at) => String(at + 1)],
  ["工单编号", (row) => row.工单编号!],
  ["主要内容", (_, at) => `反映某路${at % 900}号门前有人占道经营，请有关部门处理`],
  ["来电人", () => "某某"],
  ["联系方式", (_, at) => String(at).padStart(8, "0")],
  ["被反映街道", (row) => row.街道!],
  ["创建时间", (row, at) => `${row.受理日期} 09:${String(at % 60).padStart(2, "0")}:12`],
  ["派单时间", (row) => `${row.受理日期} 10:00:00`],
  ["问题分类", (row) => `城市管理->市容环境->${row.类别}`],
  ["承办单位", (row) => row.承办单位!],
  ["工单状态", (row) => (row.状态 === "已办结" ? "回复完成" : row.状态!)],
  ["工单类型", (row) => row.诉求类型!],
  ["办结时间", (row) => (row.办结日期 ? `${row.办结日期} 16:20:00` : "")],
  ["办结时限", (row) => row.应办结日期!],
  ["是否解决", (row) => row.解决情况!],
  ["是否满意", (row) => row.满意度!],
];

export async function importCost(
  folder: string,
  runs: number,
  say: (doing: string) => void,
): Promise<ImportCost[]> {
  const result: ImportCost[] = [];
  for (const kind of Object.keys(ROWS) as Kind[]) {
    const rows = ROWS[kind];
    say(`导入 ${rows} 行 .${kind}`);
    const own = join(folder, "imports");
    const [checked, data] = [join(own, "checked"), join(own, "data")];
    mkdirSync(checked, { recursive: true });
    writeDemo(checked, { complaints: rows, years: 1, only: "complaints" });
    const file = writeExport(join(checked, "2024/complaints.csv"), join(own, `export.${kind}`));
    const imports: Measured[] = [];
    const checks: Measured[] = [];
    for (let run = 0; run < runs; run++) {
      rmSync(data, { recursive: true, force: true });
      mkdirSync(data);
      imports.push(await measured("import.ts", file, "--data", data));
      checks.push(await measured("check.ts", "--data", checked));
    }
    result.push({ kind, rows, import: middle(imports), check: middle(checks) });
    rmSync(own, { recursive: true, force: true });
  }
  return result;
}

/** The demo's tickets as a hotline would export them. */
function writeExport(from: string, to: string): string {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(from, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const heads = HEADS.map(([head]) => head);
  const rows = data.map((row, at) => HEADS.map(([, say]) => say(row, at)));
  if (to.endsWith(".xlsx")) {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([heads, ...rows]), "工单");
    writeFileSync(to, XLSX.write(book, { type: "buffer", compression: true }));
    return to;
  }
  const file = openSync(to, "w");
  writeSync(file, csvLine(heads));
  for (let at = 0; at < rows.length; at += PART) {
    writeSync(
      file,
      rows
        .slice(at, at + PART)
        .map(csvLine)
        .join(""),
    );
  }
  closeSync(file);
  return to;
}
const PART = 10_000;

export function importReport(costs: readonly ImportCost[]): string {
  return [
    "导入业务系统的导出：12345热线的工单，一年；检查的是同样多行的表。",
    ...costs.map(({ kind, rows, import: own, check }) => {
      const cost = ({ whole, memory }: Measured) => `${secondsText(whole)}${megabytesText(memory)}`;
      const times = padStart(`${(own.whole / check.whole).toFixed(2)} 倍`, 9);
      return `  ${padEnd(`${rows} 行 .${kind}`, 18)}导入${cost(own)}   检查${cost(check)}${times}`;
    }),
  ].join("\n");
}
