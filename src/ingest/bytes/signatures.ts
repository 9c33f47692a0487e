/** What a file is that is no text, by its bytes: a renamed workbook, a document, a picture. */
import type { Message } from "../problems/problems.ts";
import type { Source } from "./source.ts";

/** Bytes as characters of the same number. */
function latinOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

const COMPOUND = "\xd0\xcf\x11\xe0";
type Test = (latin: string) => boolean;
const starts =
  (...marks: string[]): Test =>
  (latin) =>
    marks.some((mark) => latin.startsWith(mark));
const both =
  (start: string, at: number, mark: string): Test =>
  (latin) =>
    latin.startsWith(start) && latin.startsWith(mark, at);
const zip =
  (holding: string): Test =>
  (latin) =>
    latin.startsWith("PK\x03\x04") && latin.includes(holding);
/** A name in a compound file stands there in UTF-16. */
const compound = (holding: string): Test => {
  const name = [...holding].join("\0");
  return (latin) => latin.startsWith(COMPOUND) && latin.includes(name);
};

const SHEET = (suffix: string) =>
  `把后缀名改回 ${suffix}，用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”`;
const UNLOCK = "把后缀名改回原来的，用密码打开，另存为“CSV UTF-8（逗号分隔）”";
const EXPORT = "换成由业务系统、Excel 或 WPS 导出的 CSV 文件";
const COPY = "打开它，把表格复制到 Excel，核对后另存为“CSV UTF-8（逗号分隔）”";
const UNPACK = "先解压，把里面的 CSV 放进来";
const QUERY = "请管数据库的同事把查询结果导出为 CSV";

/** The first that fits tells: what lies in a container before the container. */
const SIGNATURES: readonly (readonly [Test, Message["code"], what: string, fix: string])[] = [
  [zip("word/"), "binary", "“Word”文档（“.docx”）", COPY],
  [zip("ppt/"), "binary", "演示文稿（“.pptx”）", COPY],
  [zip("opendocument.text"), "binary", "文字文档（“.odt”）", COPY],
  [zip("OFD.xml"), "binary", "“OFD”版式文件", EXPORT],
  [zip("opendocument.spreadsheet"), "workbook", "工作簿（“.ods”）", SHEET(".ods")],
  [zip("xl/"), "workbook", "Excel/WPS 工作簿（.xlsx）", SHEET(".xlsx")],
  [zip("[Content_Types]"), "workbook", "Excel/WPS 工作簿（.xlsx）", SHEET(".xlsx")],
  [zip(".csv"), "binary", "压缩包（“.zip”）", UNPACK],
  [zip(".xls"), "binary", "压缩包（“.zip”）", UNPACK],
  [starts("PK\x05\x06"), "binary", "空的压缩包（“.zip”）", EXPORT],
  [zip(""), "workbook", "Excel/WPS 工作簿（.xlsx）或压缩包", SHEET(".xlsx")],
  [compound("EncryptedPackage"), "workbook", "有密码的工作簿或文档", UNLOCK],
  [compound("WordDocument"), "binary", "旧版“Word”文档（“.doc”）或 WPS 文字（“.wps”）", COPY],
  [compound("PowerPoint"), "binary", "旧版演示文稿（“.ppt”）", COPY],
  [starts(COMPOUND), "workbook", "旧版 Excel 工作簿（.xls）或 WPS 表格（“.et”）", SHEET(".xls")],
  [starts("%PDF"), "binary", "PDF 文件", EXPORT],
  [starts("Rar!\x1a", "7z\xbc\xaf", "\x1f\x8b", "BZh91AY", "\xfd7zXZ"), "binary", "压缩包", UNPACK],
  [both("", 257, "ustar\0"), "binary", "压缩包（“.tar”）", UNPACK],
  [
    starts("\x89PNG", "\xff\xd8\xff", "GIF87a", "GIF89a", "II*\0", "MM\0*"),
    "binary",
    "图片或照片",
    EXPORT,
  ],
  [both("RIFF", 8, "WEBP"), "binary", "图片或照片", EXPORT],
  [both("\0\0\0", 4, "ftyp"), "binary", "照片或视频", EXPORT],
  [starts("SQLite format 3", "PAR1\x15", "\0\x01\0\0Standard "), "binary", "数据库文件", QUERY],
];

/** What a file is that starts so and is no text; null where it may be one. */
export async function signatureOf(source: Source, head: Uint8Array): Promise<Message | null> {
  const start = latinOf(head);
  const latin = start.startsWith(COMPOUND) ? start + (await directoryOf(source, head)) : start;
  const found = SIGNATURES.find(([is]) => is(latin));
  if (!found) return null;
  const [, code, what, fix] = found;
  return { code, why: `这是${what}，只是改了后缀名`, fix };
}

/** The sector of a compound file that lists what is in it. */
async function directoryOf(source: Source, head: Uint8Array): Promise<string> {
  if (head.length < 52) return "";
  const view = new DataView(head.buffer, head.byteOffset);
  const sector = 2 ** Math.min(view.getUint16(30, true), 12);
  const from = (view.getUint32(48, true) + 1) * sector;
  let at = 0;
  let directory = "";
  for await (const chunk of source.open()) {
    const part = chunk.subarray(Math.max(0, from - at), Math.max(0, from + sector - at));
    directory += latinOf(part);
    at += chunk.length;
    if (at >= from + sector) break;
  }
  return directory;
}
