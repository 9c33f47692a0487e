/** Bytes of any kind: files as they come, and as the programs of offices write them, spoiled in many ways. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import iconv from "iconv-lite";
import { between, numbersFrom, oneOf, type Random } from "../demo/random.ts";

export type Kind = keyof typeof ENDINGS;

/** What a file of each kind is called; a name says nothing certain of what is in it. */
const ENDINGS = {
  csv: ["complaints.csv", "cases.csv", "indicators.csv", "statistics.csv", "plan.csv", "台账.csv"],
  xlsx: ["工单.xlsx"],
  xls: ["工单.xls", "双公示.xls"],
  docx: ["报告.docx"],
  others: ["工单.xlsx", "工单.xls", "report.md", "a.txt", "notes.csv", "报告.docx"],
} as const;
export const KINDS = Object.keys(ENDINGS) as Kind[];

export interface ArbitraryFile {
  kind: Kind;
  name: string;
  bytes: Uint8Array;
}

/** The same number gives the same file again. */
export class ArbitraryFiles {
  readonly #bases = basesOf();

  file(seed: number, run: number): ArbitraryFile {
    const random = numbersFrom(seed * 1_000_003 + run);
    // Three commands take turns: each of them gets every kind.
    const kind = KINDS[Math.floor(run / 3) % KINDS.length]!;
    const bytes = bytesOf(random, oneOf(random, this.#bases[kind]), this.#bases);
    return { kind, name: oneOf(random, ENDINGS[kind]), bytes };
  }
}

type Bases = Readonly<Record<Kind, readonly Uint8Array[]>>;

/** Files of a bureau's programs, and small ones of every form. */
function basesOf(): Bases {
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
  const office = (ending: string) => filesOf("office", ending);
  return {
    csv: [
      text(csv),
      new Uint8Array(iconv.encode(csv, "gb18030")),
      new Uint8Array(iconv.encode(csv, "utf16", { addBOM: true })),
      ...[text(`${csv}\r\n`.repeat(40)), ...office(".csv"), ...filesOf("../exports", ".csv")],
    ],
    xlsx: [book("xlsx"), ...office(".xlsx")],
    xls: [book("biff8"), book("biff5"), ...office(".xls")],
    docx: [zipSync({ "word/document.xml": text(document) })],
    others: [
      ...[book("ods"), book("xlsb"), text(page), text(report), new Uint8Array(300)],
      ...filesOf("extract", ".txt"),
    ],
  };
}

function filesOf(folder: string, ending: string): Uint8Array[] {
  const path = join(import.meta.dirname, "../../tests/fixtures", folder);
  const names = readdirSync(path).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => new Uint8Array(readFileSync(join(path, name))));
}

/** Bytes by chance, a piece of a file, two in one, a file or what a ZIP holds with some bytes changed. */
function bytesOf(random: Random, base: Uint8Array, bases: Bases): Uint8Array {
  const at = () => between(random, 0, base.length - 1);
  switch (between(random, 0, 5)) {
    case 0:
      return Uint8Array.from({ length: between(random, 0, 300) }, () => between(random, 0, 255));
    case 1: {
      const [one, other] = [at(), at()];
      return base.slice(Math.min(one, other), Math.max(one, other));
    }
    case 2: {
      const other = oneOf(random, bases[oneOf(random, KINDS)]);
      return new Uint8Array([...base.subarray(0, at()), ...other.subarray(between(random, 0, 40))]);
    }
    case 3:
      return spoiled(random, base);
    default: {
      if (base[0] !== 0x50) return spoiled(random, base);
      const parts = unzipSync(base);
      const name = oneOf(random, Object.keys(parts));
      return zipSync({ ...parts, [name]: spoiled(random, parts[name]!) }, { level: 0 });
    }
  }
}

/** Some bytes changed, most often one by one; numbers that say how many or how long are made too large. */
function spoiled(random: Random, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  if (changed.length === 0) return changed;
  const isText = bytes.includes(0x3c) && !bytes.subarray(0, 64).includes(0);
  if (isText && between(random, 0, 2) === 0) return withLargeNumber(random, changed);
  // What a workbook of the older kind is made of is said at its beginning.
  const until = between(random, 0, 1) === 0 ? Math.min(changed.length, 2048) : changed.length;
  for (let left = 1 + between(random, 0, 11); left > 0; left--) {
    const at = between(random, 0, until - 1);
    if (between(random, 0, 3) > 0) changed[at] = between(random, 0, 255);
    else changed.fill(oneOf(random, [0xff, 0x00, 0x7f]), at, at + oneOf(random, [2, 4]));
  }
  return changed;
}

function withLargeNumber(random: Random, bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder("latin1").decode(bytes);
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return bytes;
  const { 0: number, index } = oneOf(random, numbers);
  const large = oneOf(random, ["0", "-1", "16384", "1048576", "2147483648", "99999999999"]);
  return latin1(`${text.slice(0, index)}${large}${text.slice(index + number.length)}`);
}

const latin1 = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
