/** Bytes of any kind, put into check, import and extract: none of them may throw. */
import * as XLSX from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import iconv from "iconv-lite";
import { Imports } from "../../src/exports/answers.ts";
import { importExports } from "../../src/exports/import.ts";
import { draftOf } from "../../src/extract/draft.ts";
import { NotAReport } from "../../src/extract/report-line.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { numbersFrom, type Random } from "../demo/random.ts";

export interface ArbitraryCost {
  runs: number;
  seed: number;
  /** What threw: which command, the name that the bytes had, and what was said. */
  thrown: string[];
  milliseconds: number;
  /** The longest of all, and what it was. */
  slowest: { milliseconds: number; what: string };
}

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";

/** One after the other; a seed gives the same bytes again. */
export async function arbitraryCost(
  runs: number,
  seed: number,
  say: (doing: string) => void,
): Promise<ArbitraryCost> {
  const random = numbersFrom(seed);
  const bases = basesOf();
  const thrown: string[] = [];
  const slowest = { milliseconds: 0, what: "" };
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    if (run % 500 === 0) say(`任意字节 ${run}/${runs}`);
    const bytes = bytesOf(random, bases);
    const [command, take] = COMMANDS[run % COMMANDS.length]!;
    const name = pick(random, NAMES);
    const what = `${command} ${name}，第${run + 1}次`;
    const began = performance.now();
    await take(name, bytes).catch((error: unknown) => {
      if (error instanceof NotAReport) return;
      thrown.push(`${what}：${String(error)}`);
    });
    const milliseconds = performance.now() - began;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, what });
  }
  return { runs, seed, thrown, milliseconds: performance.now() - start, slowest };
}

type Command = (name: string, bytes: Uint8Array) => Promise<unknown>;

const COMMANDS: readonly (readonly [string, Command])[] = [
  [
    "check",
    (name, bytes) =>
      loadSite(memoryFolder({ "site.yaml": SITE, [`2024/${name}`]: bytes }), { checkOnly: true }),
  ],
  [
    "import",
    async (name, bytes) => {
      const [source] = (await memoryFolder({ [name]: bytes }).files()) ?? [];
      return importExports([source!], {
        ...{ vocabularies: new Map(), imports: new Imports(""), year: 2024 },
        nameId: (id) => id,
      });
    },
  ],
  ["extract", (name, bytes) => draftOf(name, bytes, 2024)],
];

/** What the bytes may be called; for extract all of them are a report. */
const NAMES = [
  ...["complaints.csv", "cases.csv", "indicators.csv", "statistics.csv", "plan.csv", "notes.csv"],
  ...["report.md", "工单.xlsx", "工单.xls", "台账.csv", "a.txt", "报告.docx"],
];

/** Files as they come, small, to be spoiled. */
function basesOf(): Uint8Array[] {
  const rows = [
    ["受理日期", "渠道", "类别", "办结日期", "件数"],
    ["2024-01-05", "12345热线", "噪声", "2024-01-09", "1"],
    ["1/2/2024", "12345热线", '油烟"，扰民', "", "２"],
    ["合计", "", "", "", "3"],
  ];
  const csv = rows.map((cells) => cells.join(",")).join("\r\n");
  const report =
    "某某局2024年度法治政府建设报告\n一、主要举措和成效\n办理案件40件，其中简易程序12件、普通程序28件，罚款1.2万余元，同比增长5%。\n";
  const book = (bookType: XLSX.BookType) => {
    const made = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows), "表");
    return new Uint8Array(XLSX.write(made, { type: "array", bookType, compression: true }));
  };
  const text = (content: string) => new TextEncoder().encode(content);
  const paragraphs = report
    .split("\n")
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join("");
  const document = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${paragraphs}</w:body></w:document>`;
  const page = `<html><table>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join("")}</tr>`).join("")}</table></html>`;
  return [
    ...[text(csv), iconv.encode(csv, "gb18030"), iconv.encode(csv, "utf16", { addBOM: true })],
    ...[text(report), text(page), text(`${csv}\r\n`.repeat(40))],
    ...[book("xlsx"), book("biff8"), book("ods"), book("xlsb")],
    zipSync({ "word/document.xml": text(document) }),
  ];
}

/** Bytes by chance, a piece of a file, two in one, a file or what a ZIP holds with some bytes changed. */
function bytesOf(random: Random, bases: readonly Uint8Array[]): Uint8Array {
  const base = pick(random, bases);
  const at = () => upTo(random, base.length - 1);
  switch (upTo(random, 5)) {
    case 0:
      return Uint8Array.from({ length: upTo(random, 300) }, () => upTo(random, 255));
    case 1: {
      const [one, other] = [at(), at()];
      return base.slice(Math.min(one, other), Math.max(one, other));
    }
    case 2: {
      const other = pick(random, bases);
      return new Uint8Array([...base.subarray(0, at()), ...other.subarray(upTo(random, 40))]);
    }
    case 3:
      return spoiled(random, base);
    default: {
      if (base[0] !== 0x50) return spoiled(random, base);
      const parts = unzipSync(base);
      const name = pick(random, Object.keys(parts));
      return zipSync({ ...parts, [name]: spoiled(random, parts[name]!) }, { level: 0 });
    }
  }
}

function spoiled(random: Random, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + upTo(random, 11); left > 0 && changed.length > 0; left--) {
    changed[upTo(random, changed.length - 1)] = upTo(random, 255);
  }
  return changed;
}

/** A whole number from 0 to the last one. */
function upTo(random: Random, last: number): number {
  return Math.floor(random() * (last + 1));
}

function pick<Thing>(random: Random, things: readonly Thing[]): Thing {
  return things[upTo(random, things.length - 1)]!;
}

export function arbitraryReport(cost: ArbitraryCost): string {
  const { runs, seed, thrown, milliseconds, slowest } = cost;
  return [
    `任意字节 ${runs} 次（种子 ${seed}）：check、import、extract 轮流，${(milliseconds / 1000).toFixed(0)} 秒，` +
      `最久的一次 ${Math.round(slowest.milliseconds)} 毫秒（${slowest.what}）。`,
    thrown.length === 0 ? "  没有一次抛出错误。" : `  抛出错误 ${thrown.length} 次：`,
    ...thrown.slice(0, 20).map((one) => `    ${one}`),
  ].join("\n");
}
