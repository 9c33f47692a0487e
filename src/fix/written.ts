/** How a file is written: its encoding, its line ends, and the text itself. */
import { type Encoding, encodingOf, textOf } from "../ingest/bytes/decode.ts";
import type { Source } from "../ingest/bytes/source.ts";
import type { Mending } from "./kinds.ts";

export interface FileForm {
  encoding: Encoding;
  /** What an UTF-8 file may begin with, and Excel looks for. */
  mark: string;
  /** The one line end that the file should have. */
  lineEnd: "\r\n" | "\n";
  /** Without mark, every line break as \n. */
  text: string;
  /** What has to be put right of the file as a whole. */
  changes: Mending[];
}

const NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  gb18030: "GB18030/GBK",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

/** Throws Unreadable where it is no text. `excel`: a file that Excel opens has a mark and its line ends. */
export async function writtenOf(source: Source, { excel }: { excel: boolean }): Promise<FileForm> {
  const encoding = await encodingOf(source);
  let text = "";
  for await (const piece of textOf(source)) text += piece;
  const raw = await rawOf(source, encoding);
  const marked = raw.startsWith("\ufeff");
  const ends = lineEndsOf(raw);
  const isUtf8 = encoding === "utf-8";
  const lineEnd = excel
    ? ends.length === 1 && ends[0] === "\n"
      ? "\n"
      : "\r\n"
    : ends.length === 1 && ends[0] === "\r\n"
      ? "\r\n"
      : "\n";
  const changes: Mending[] = [];
  if (!isUtf8) changes.push({ kind: "encoding", before: NAMES[encoding], after: NAMES["utf-8"] });
  if (ends.length > 1 || ends[0] === "\r") {
    const before = ends.length > 1 ? "几种混用" : "旧式（CR）";
    changes.push({ kind: "lines", before, after: lineEnd === "\n" ? "LF" : "CRLF" });
  }
  const mark = isUtf8 ? (marked ? "\ufeff" : "") : excel ? "\ufeff" : "";
  return { encoding, mark, lineEnd, text, changes };
}

/** The text with its line ends; what is not of the encoding has been refused before. */
async function rawOf(source: Source, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let raw = "";
  for await (const chunk of source.open()) raw += decoder.decode(chunk, { stream: true });
  return raw + decoder.decode();
}

/** The kinds of line ends outside quotation marks; within them they belong to a cell. */
function lineEndsOf(raw: string): string[] {
  const ends = new Set<string>();
  let quoted = false;
  for (const [mark] of raw.matchAll(/"|\r\n|\r|\n/g)) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted) ends.add(mark);
  }
  return [...ends];
}
