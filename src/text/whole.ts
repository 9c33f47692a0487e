/** Where a line of running text may end: never within a word, between a number and its unit, or before what closes it. */
import { MEASURE } from "./measure-words.ts";
import { OWN_WORDS, widthOf } from "./phrases.ts";
import { remembered } from "./remembered.ts";

const DIGITS = String.raw`\d[\d,.]*`;
const NUMBER = `(?:至少约?|写明的|约)?${DIGITS}(?:[+÷]${DIGITS})*(?:＝${DIGITS})?${MEASURE}`;
/** Part and section of a report, 一（六）1（2）, are one name. */
const ORDINAL = "[一二三四五六七八九十]";
const SECTION = String.raw`(?:(?<!\p{Script=Han})|(?<=报告))${ORDINAL}+（${ORDINAL}+）(?:\d+(?:（\d+）)?)?`;
const DATE = String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`;
/** A short name that a clause begins with, which an end of line would cut: 一／审26件; a day stands by itself. */
const NAME = String.raw`(?:(?<=^|[，；：、（])\p{Script=Han}{1,3}(?!${DATE}))?`;
const WHOLE = new RegExp(
  `((?:${SECTION}|${DATE}|单位：[^。，；]{1,4}|${NAME}${NUMBER}(?:[≠※]${NUMBER})*)[里内]?[，。；：、）]?)`,
  "u",
);
/** What is longer parts where a line ends: after + and ≠, or before what a sum comes to. */
const LONG = 9;
/** Words go together up to here, in em: a line of a phone's narrowest column holds nine. */
const SHORT = 5;
/** A word goes with its number up to here. */
const COUNTED = 7;
const CLOSING = "，。；：、）》”’？！」』】〉〕％";
const OPENING = "（《“‘「『【〈〔";
const CLAUSES = new RegExp(
  `(?<=[${CLOSING}])(?![${CLOSING}])|(?<![${OPENING}])(?=[${OPENING}])`,
  "u",
);
const ENDS_OPEN = new RegExp(`[${OPENING}]$`, "u");
const BEGINS_CLOSED = new RegExp(`^[${CLOSING}]`, "u");
/** One character alone goes with what is before it, these with what is behind. */
const LEADING = /^[和与及或至从为按共由在是每第]$/u;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The pieces of a text between which a line may end. Joined they are the text. */
export const linePieces = remembered((text): readonly string[] => parted(text));

/** Whether a browser ends a line behind this piece by itself, where it keeps words whole. */
export function endsByItself(piece: string): boolean {
  return /[，。；：、）》？！]$/u.test(piece);
}

function parted(text: string): string[] {
  const pieces = text.split(WHOLE).flatMap((words, i, whole) => {
    const isCounted = /^\d/.test(whole[i + 1] ?? "");
    if (i % 2 === 0)
      return words
        .split(CLAUSES)
        .flatMap((run, j, runs) => shortRuns(run, isCounted && j === runs.length - 1));
    return words.length > LONG ? words.split(/(?<=[+≠※])|(?=＝)/) : [words];
  });
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    // A gap between 汉字 and digits is set by the browser, but not where a line may end.
    const isCounted = /^\p{Script=Han}+$/u.test(last ?? "") && /^\d/.test(piece);
    // 12319热线
    const isName = /\d$/.test(last ?? "") && /^\p{Script=Han}/u.test(piece);
    const isLone = piece.length === 1 && !LEADING.test(piece);
    const bound =
      last !== undefined &&
      (BEGINS_CLOSED.test(piece) ||
        ENDS_OPEN.test(last) ||
        LEADING.test(last) ||
        (isCounted && widthOf(last + piece) <= COUNTED) ||
        (isName && widthOf(last + piece) <= LONG) ||
        (isLone && !endsByItself(last)));
    if (bound) joined[joined.length - 1] = last + piece;
    else if (piece !== "") joined.push(piece);
  }
  return joined;
}

/** The words of a clause, as many in a piece as are short together; the last alone, where its number follows. */
function shortRuns(clause: string, isCounted: boolean): string[] {
  const own = [...clause.matchAll(OWN_WORDS)].map(({ 0: word, index }) => [
    index,
    index + word.length,
  ]);
  const pieces: string[] = [];
  for (const { segment, index } of segmenter.segment(clause)) {
    const last = pieces.at(-1);
    const inside = own.some(([from, to]) => from! < index && index < to!);
    const lone = segment.length === 1 && !LEADING.test(segment);
    const isLatin = /[\w.-]$/.test(last ?? "") && /^[\w.-]/.test(segment);
    const isTail = isCounted && index + segment.length === clause.length;
    const isShort = !isTail && widthOf(last + segment) <= SHORT;
    if (last !== undefined && (inside || lone || isLatin || isShort))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
