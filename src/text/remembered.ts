/** So many texts are kept; a folder's heads and words of heads are a few hundred. */
const MOST = 4096;
/** Whoever asks of long texts asks once. */
const LONGEST = 200;

/**
 * The same function of a text, for one that is asked of few short texts again and again: each answer is
 * kept. It must depend on nothing but the text, and nobody may change what it gives.
 */
export function remembered<Answer>(of: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Answer;
    const answer = of(text);
    if (text.length > LONGEST) return answer;
    if (known.size >= MOST) known.clear();
    known.set(text, answer);
    return answer;
  };
}
