/** What is said of 宣传??, and of text that is shown from its other end: in a cell and in the report. */
import type { Message } from "./problems.ts";

export const LETTERS_LOST: Message = {
  code: "garbled-suspected",
  why: "文字里有连着的问号，多半是有些字在转换时丢了，会照样公开",
  fix: "对照原稿；丢了字的从业务系统重新导出，确实是问号的不用改",
};

/** Whatever holds the text, which is named in `again`. */
export function reversedIn(again: string): { why: string; fix: string } {
  return {
    why: "有把文字倒过来显示的控制符，看见的和存着的次序不一样",
    fix: `删空${again}，不复制，重新打一遍`,
  };
}
