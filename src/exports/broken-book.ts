/** What is said of a workbook, or of what is named like one, that cannot be read. */
import type { Remark } from "../ingest/problems/problems.ts";

/** `error` is what the library threw; `again` what a clerk does with the mended file: 再导入. */
export function brokenBook(error: unknown, bytes: Uint8Array, again: string): Remark {
  // One that the engine throws of a reading that it stopped is an Error of another world.
  const message = String((error as { message?: unknown } | null)?.message ?? "");
  const { why, fix } = KINDS.find(({ is }) => is(message, bytes)) ?? BROKEN;
  return { code: "file-unreadable", why, fix: `${fix}，${again}` };
}

interface Kind {
  is(message: string, bytes: Uint8Array): boolean;
  why: string;
  fix: string;
}

const BROKEN = {
  why: "这个工作簿读不了，可能已损坏",
  fix: "从业务系统重新导出；还是不行的，用 Excel 或 WPS 打开后另存为 .xlsx",
};

/** What is said where the reading was stopped, because it did not end. */
export const ENDLESS = {
  why: "这个工作簿读了很久也没有读完，多半已损坏",
  fix: "用 Excel 或 WPS 打开，另存为 .xlsx；打不开的，从业务系统重新导出",
};

/** The first that fits tells. */
const KINDS: readonly Kind[] = [
  { is: (message) => /timed out|array length|heap/i.test(message), ...ENDLESS },
  {
    is: (message, bytes) => /password|encrypt/i.test(message) && holds(bytes, LOCKED),
    why: "这个工作簿设了打开密码，读不了",
    fix: "用 Excel 或 WPS 打开，去掉密码后另存",
  },
  {
    is: (_message, bytes) => holds(bytes, "word/document.xml"),
    why: "这是“Word”文档，不是工作簿",
    fix: "打开它，把表格复制到 Excel，核对后保存",
  },
  {
    is: (message) => /end of the file is missing/.test(message),
    why: "这个工作簿没有下载完，后面缺了一段",
    fix: "重新下载或者重新复制一份，能用 Excel 或 WPS 打开了",
  },
  {
    is: (message) => /<table>/.test(message),
    why: "这是网页，里面没有表格，多半是登录过期或者出错的页面",
    fix: "登录业务系统，重新导出",
  },
];

/** What an encrypted workbook is kept in, as the file writes its name. */
const LOCKED = [..."EncryptedPackage"].join("\0");

function holds(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder("latin1").decode(bytes).includes(text);
}
