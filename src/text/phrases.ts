/** Where a heading may break: between phrases, and in long ones between words, never before a unit. */
import { MEASURE } from "./measure-words.ts";

/** In em: a phone's line of a first heading holds ten, */
const LONG = 9;
/** and that of a chart's title on a page fifteen. */
export const LONG_BELOW = 13;
const DIGIT = 0.6;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Each title once: it stands on many pages, and in pictures at many sizes. */
const known = new Map<string, readonly string[]>();

/** The pieces of a title between which a line may break; none is parted that is not `long`, in em. Joined they are the title. */
export function phrases(title: string, long = LONG): readonly string[] {
  const key = `${long}${title}`;
  const found = known.get(key) ?? parted(title, long);
  known.set(key, found);
  return found;
}

function parted(title: string, long: number): string[] {
  return title.split("\u200b").flatMap((phrase) => {
    const pieces: string[] = [];
    // Punctuation closes a piece by itself; only a long run of 汉字 needs to be parted.
    for (const run of phrase.split(/(?<=[，。；：、）])(?![，。；：、）])/)) {
      if (widthOf(run) <= long) pieces.push(run);
      else pieces.push(...words(run));
    }
    return pieces;
  });
}

/** In em. */
export function widthOf(run: string): number {
  return [...run].reduce((sum, one) => sum + (/[\u0021-\u007e]/.test(one) ? DIGIT : 1), 0);
}

/** A number with its measure word, which the segmenter may part: 7个|工作|日. */
const MEASURED = new RegExp(`\\d${MEASURE}`, "g");
/** Words of the field that the segmenter takes for single characters. */
export const OWN_WORDS = /应不应当|该不该|诉求工单|投诉工单|不满意|办结|用时|中位数|工单|诉求/g;

function words(run: string): string[] {
  const pieces: string[] = [];
  const ranges = (of: RegExp) =>
    [...run.matchAll(of)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
    }));
  const own = ranges(OWN_WORDS);
  const whole = [...ranges(MEASURED), ...own];
  for (const { segment, index } of segmenter.segment(run)) {
    const last = pieces.at(-1);
    const inside = whole.some(({ from, to }) => from < index && index < to);
    // A number keeps what follows it (73余条, 6件≠11件); a lone character joins the word before it,
    // the first one that behind it.
    const begins = own.some(({ from }) => from === index);
    const lone = (segment.length === 1 && !begins) || (pieces.length === 1 && last?.length === 1);
    const bound = last !== undefined && (inside || /[\d余多约.,≠※（《“]$/.test(last) || lone);
    if (bound) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
