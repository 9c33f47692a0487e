/** What of a sentence is parted neither from its unit nor from what closes it. */
import { MEASURE } from "./measure-words.ts";

const DIGITS = String.raw`\d[\d,.]*`;
const NUMBER = `(?:至少约?|写明的|约)?${DIGITS}(?:[+÷]${DIGITS})*(?:＝${DIGITS})?${MEASURE}`;
const DATE = String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`;
/** A short name that a clause begins with, which an end of line would cut: 一／审26件; a day stands by itself. */
const NAME = String.raw`(?:(?<=^|[，；：、（])\p{Script=Han}{1,3}(?!${DATE}))?`;
const WHOLE = new RegExp(
  `((?:${DATE}|单位：[^。，；]{1,4}|${NAME}${NUMBER}(?:[≠※]${NUMBER})*)[，。；：、）]?)`,
  "u",
);
/** What is longer parts where a line ends: after + and ≠, or before what a sum comes to. */
const LINE = 9;

export interface WholeWords {
  /** Each of its pieces stays in one line. */
  whole: boolean;
  pieces: readonly string[];
}

export function wholeWords(text: string): WholeWords[] {
  return text.split(WHOLE).map((words, i) => {
    const whole = i % 2 === 1;
    return {
      whole,
      pieces: whole && words.length > LINE ? words.split(/(?<=[+≠※])|(?=＝)/) : [words],
    };
  });
}
