/** What is said of 宣传??, in a cell and in the report. */
import type { Message } from "./problems.ts";

export const LETTERS_LOST: Message = {
  code: "garbled-suspected",
  why: "文字里有连着的问号，多半是有些字在转换时丢了，会照样公开",
  fix: "对照原稿；丢了字的从业务系统重新导出，确实是问号的不用改",
};
