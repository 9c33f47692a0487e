/**
 * Bytes → text. The rule: a byte order mark decides; else strict UTF-8; else strict GB18030 (which
 * holds GBK). Short lines of real exports are told apart better by this than by statistics.
 */

import type { Message, Remark } from "../problems/problems.ts";
import { otherHan, wideOrMainframe } from "./foreign.ts";
import { holdsUtf8 } from "./mixed.ts";
import { signatureOf } from "./signatures.ts";
import type { Source } from "./source.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

const MARKS: readonly [number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
const BINARY: Message = {
  code: "binary",
  why: "文件里有文字表格不会有的字节，不是 CSV，或者传输时损坏了",
  fix: "从业务系统或 Excel 重新导出 CSV",
};
const UNREADABLE: Message = {
  code: "encoding",
  why: "既不是 UTF-8，也不是 GB18030/GBK，可能混用了两种编码或已损坏",
  fix: "从业务系统重新导出为“CSV UTF-8（逗号分隔）”，不要把这份文件另存",
};
const HEAD = 4096;

/** The bytes are no text of a table; `fault` says what they are and what to do. */
export class Unreadable extends Error {
  readonly fault: Remark;
  constructor(fault: Remark) {
    super(fault.why);
    this.fault = fault;
  }
}

/**
 * The text of a source, piece by piece, without its byte order mark, every line break as \n.
 * Throws Unreadable, perhaps only after some pieces. `lossy` does not where bytes are none of its
 * encoding: \ufffd stands for them, to find the place.
 */
export async function* textOf(source: Source, { lossy = false } = {}): AsyncIterable<string> {
  const encoding = await encodingOf(source);
  const decoder = new TextDecoder(encoding, { fatal: !lossy });
  let held = "";
  let end = "";
  let ends: RegExp | undefined;
  for await (const chunk of source.open()) {
    if (!encoding.startsWith("utf-16") && chunk.includes(0)) throw new Unreadable(BINARY);
    let text = held + strictly(() => decoder.decode(chunk, { stream: true }));
    // The \n of a \r\n may come with the next piece.
    held = text.endsWith("\r") ? "\r" : "";
    if (held) text = text.slice(0, -1);
    if (encoding === "gb18030" && !lossy) {
      if (holdsUtf8(end + text)) throw new Unreadable(UNREADABLE);
      end = text.slice(-2);
    }
    ends ??= lineEnds(text);
    if (text) yield newlines(text, ends);
  }
  const rest = held + strictly(() => decoder.decode());
  if (rest) yield newlines(rest, ends ?? USUAL_ENDS);
}

function strictly(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new Unreadable(UNREADABLE);
  }
}

/** Whether a lossy text has lost something here, or was written in another encoding than the rest. */
export function isBroken(text: string): boolean {
  return text.includes("\ufffd") || holdsUtf8(text);
}

const USUAL_ENDS = /\r\n?/g;
/** Where nothing else ends lines: what old terminals, large computers and web pages end them by. */
export const ODD_ENDS = ["\u2028", "\u2029", "\u0085", "\v", "\f", "\u001e"];

/** What ends the lines of a file, by its first piece. In a file that has usual ends, the others stand within cells. */
function lineEnds(start: string): RegExp {
  if (/[\r\n][^\r\n]/.test(start)) return USUAL_ENDS;
  const odd = ODD_ENDS.find((end) => start.includes(end));
  return odd === undefined ? USUAL_ENDS : new RegExp(`${odd}|\\r\\n?`, "g");
}

function newlines(text: string, ends: RegExp): string {
  if (ends === USUAL_ENDS && !text.includes("\r")) return text;
  return text.replace(ends, "\n");
}

/** The encoding of a source, by its first bytes if they tell; those of ASCII alone do not. */
export async function encodingOf(source: Source): Promise<Encoding> {
  const head = await headOf(source);
  const signature = await signatureOf(source, head);
  const foreign = signature ?? wideOrMainframe(head);
  if (foreign) throw new Unreadable(foreign);
  const marked = MARKS.find(([bytes]) => startsWith(head, bytes))?.[1];
  if (marked) return marked;
  const wide = looksUtf16(head);
  if (wide) return wide;
  if (looksUtf8(head)) return "utf-8";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of source.open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    const other = otherHan(head);
    if (other) throw new Unreadable(other);
    return "gb18030";
  }
}

async function headOf(source: Source): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(HEAD, source.size));
  let filled = 0;
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, head.length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled >= head.length) break;
  }
  return head.subarray(0, filled);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

/** UTF-16 without its mark: read in one order of bytes it is plain Chinese and Latin, in the other not. */
function looksUtf16(head: Uint8Array): Encoding | undefined {
  if (!head.includes(0)) return undefined;
  // Every other byte of Latin text, digits and commas is zero.
  const zerosAt = (odd: number) =>
    head.reduce((n, byte, i) => n + (byte === 0 && i % 2 === odd ? 1 : 0), 0);
  // As many between them are a file that a broken disk or transfer has filled up.
  const zeros = zerosAt(1);
  if (zeros > head.length / 4 && zerosAt(0) < zeros / 2) return "utf-16le";
  const even = head.subarray(0, head.length & ~1);
  const share = (encoding: Encoding) => {
    const text = new TextDecoder(encoding).decode(even);
    return (text.match(USUAL)?.length ?? 0) / Math.max(1, text.length);
  };
  const [little, big] = [share("utf-16le"), share("utf-16be")];
  if (little > CERTAIN && big < 1 - CERTAIN / 2) return "utf-16le";
  return big > CERTAIN && little < 1 - CERTAIN / 2 ? "utf-16be" : undefined;
}
const USUAL = /[\t\n\r -~\u2010-\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]/g;
const CERTAIN = 0.97;

/**
 * Whether a file starts as UTF-8 beyond all chance: then bytes that are not are half a character, or
 * a second encoding in the same file, which GB18030 would read as other characters without a complaint.
 */
function looksUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head, { stream: true });
  const [valid = ""] = text.split("\ufffd");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    valid.replace(/\p{ASCII}/gu, "").length > 10 || count(/\p{Script=Han}/gu) > count(/\ufffd/g)
  );
}
