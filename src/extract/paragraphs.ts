/** A report as a file → its paragraphs, with what the file says of headings and numbering. */
import { textOf, Unreadable } from "../ingest/bytes/decode.ts";
import { docxParagraphs } from "./docx.ts";
import { NotAReport, type ReportLine } from "./report-line.ts";
import { cellsOfLines } from "./text-tables.ts";

export async function paragraphsOf(name: string, bytes: Uint8Array): Promise<ReportLine[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return docxParagraphs(bytes);
  if (/\.(?:docx?|wps)$/i.test(name) || isCompound(bytes)) {
    throw new NotAReport(
      "这不是 .docx 文件（旧版 .doc 和 WPS 的 .wps 读不了）。用 Word 或 WPS 打开，另存为 .docx",
    );
  }
  const text = await decoded(name, bytes);
  // Headings of two levels are no notes: it was only saved under another name.
  const isMarkdown = /\.(?:md|markdown)$/i.test(name) || /^#{2,6}\s+\S/m.test(text);
  const body = isMarkdown ? text.replace(/^---\n[\s\S]*?\n---\n/, "") : text;
  const lines = body.split("\n");
  const tables = cellsOfLines(lines);
  return lines.flatMap((line, at): ReportLine[] => {
    const cells = tables.get(at);
    if (cells) return cells.length > 0 ? [{ text: cells.join(" "), cells }] : [];
    // In plain text it is a note of whoever keeps the file.
    if (!isMarkdown && /^\s*#/.test(line)) return [];
    const [, marks, title] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? [];
    if (marks && title) return [{ text: title, heading: marks.length }];
    const clean = line
      .replace(/^\s*(?:[-*>]\s+)+/, "")
      .replace(/\*\*/g, "")
      .trim();
    return clean === "" || /^[-=*_]{3,}$/.test(clean) ? [] : [{ text: clean }];
  });
}

function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

async function decoded(name: string, bytes: Uint8Array): Promise<string> {
  const source = {
    path: name,
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  let text = "";
  try {
    for await (const piece of textOf(source)) text += piece;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new NotAReport(
      `${error.fault.why}。报告要是 .docx、.txt 或 .md：用 Word、WPS 或记事本打开，另存一份再读`,
    );
  }
  return text;
}
