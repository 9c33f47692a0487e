/**
 * Bytes → text. The rule: a byte order mark decides; else strict UTF-8; else strict GB18030 (which
 * holds GBK). Short lines of real exports are told apart better by this than by statistics.
 */
import type { Source } from "./folder.ts";
import type { Report } from "./problems.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

type Trouble = Pick<Report, "code" | "why" | "mend">;

const SIGNATURES: readonly [number[], Trouble][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    {
      code: "workbook",
      why: "这是 Excel/WPS 工作簿（.xlsx），只是改了后缀名",
      mend: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”",
    },
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    {
      code: "workbook",
      why: "这是旧版 Excel 工作簿（.xls），只是改了后缀名",
      mend: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”",
    },
  ],
  [
    [0x25, 0x50, 0x44, 0x46],
    { code: "binary", why: "这是 PDF 文件", mend: "换成由 Excel 或 WPS 导出的 CSV 文件" },
  ],
];

/** The encoding of a source, or what is wrong with it. Reads it once, with flat memory. */
export async function sniff(source: Source): Promise<Encoding | Trouble> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const gb = new TextDecoder("gb18030", { fatal: true });
  let utf8Fits = true;
  let gbFits = true;
  let first = true;
  let nuls = 0;
  for await (const chunk of source.open()) {
    if (first && chunk.length > 0) {
      first = false;
      for (const [signature, trouble] of SIGNATURES) {
        if (signature.every((byte, i) => chunk[i] === byte)) return trouble;
      }
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
      const head = chunk.subarray(0, 4096);
      const odd = head.reduce((n, byte, i) => n + (byte === 0 && i % 2 === 1 ? 1 : 0), 0);
      if (odd > head.length / 4) return "utf-16le";
    }
    if (chunk.includes(0)) nuls++;
    if (utf8Fits) utf8Fits = fits(utf8, chunk);
    if (!utf8Fits && nuls > 0) break;
    if (gbFits) gbFits = fits(gb, chunk);
  }
  if (nuls > 0) {
    return {
      code: "binary",
      why: "文件里有文字表格不会有的字节，不是 CSV，或者传输时损坏了",
      mend: "从业务系统或 Excel 重新导出 CSV",
    };
  }
  if (utf8Fits && end(utf8)) return "utf-8";
  if (gbFits && end(gb)) return "gb18030";
  return {
    code: "encoding",
    why: "既不是 UTF-8，也不是 GB18030/GBK，可能混用了两种编码或已损坏",
    mend: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”",
  };
}

function fits(decoder: TextDecoder, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function end(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text of a source, piece by piece, without its byte order mark. */
export async function* decode(source: Source, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.open()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
