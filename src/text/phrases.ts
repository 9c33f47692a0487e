/** Where a heading may break: between phrases, and in long ones between words, never before a unit. */
import { MEASURE } from "./measure-words.ts";

const LONG = 9;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The pieces of a title between which a line may break. Joined they are the title. */
export function phrases(title: string): string[] {
  return title.split("\u200b").flatMap((phrase) => {
    const pieces: string[] = [];
    // Punctuation closes a piece by itself; only a long run of 汉字 needs to be parted.
    for (const run of phrase.split(/(?<=[，。；：、）])(?![，。；：、）])/)) {
      if (run.length <= LONG) pieces.push(run);
      else pieces.push(...words(run));
    }
    return pieces;
  });
}

/** A number with its measure word, which the segmenter may part: 7个|工作|日. */
const MEASURED = new RegExp(`\\d${MEASURE}`, "g");

function words(run: string): string[] {
  const pieces: string[] = [];
  const measured = [...run.matchAll(MEASURED)].map((found) => {
    return { from: found.index, to: found.index + found[0].length };
  });
  for (const { segment, index } of segmenter.segment(run)) {
    const last = pieces.at(-1);
    const inside = measured.some(({ from, to }) => from < index && index < to);
    // A number keeps what follows it (73余条, 6件≠11件); a lone character joins the word before it,
    // the first one that behind it.
    const lone = segment.length === 1 || (pieces.length === 1 && last?.length === 1);
    const bound = last !== undefined && (inside || /[\d余多约.,≠]$/.test(last) || lone);
    if (bound) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
