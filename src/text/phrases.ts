/** Where a heading may break: between phrases, and in long ones between words, never before a unit. */

const LONG = 9;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The pieces of a title between which a line may break. Joined they are the title. */
export function phrases(title: string): string[] {
  return title.split("\u200b").flatMap((phrase) => {
    const pieces: string[] = [];
    // Punctuation closes a piece by itself; only a long run of 汉字 needs to be parted.
    for (const run of phrase.split(/(?<=[，。；：、）])/)) {
      if (run.length <= LONG) pieces.push(run);
      else pieces.push(...words(run));
    }
    return pieces;
  });
}

function words(run: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(run)) {
    const last = pieces.at(-1);
    // A number keeps what follows it (40件, 73余条, 6件≠11件); a lone character joins the word before it.
    const bound = last !== undefined && (/[\d余多约.,≠]$/.test(last) || segment.length === 1);
    if (bound) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
