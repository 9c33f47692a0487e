/**
 * Words of a Chinese text with their kinds: nr is a name, x a word of no dictionary. The only file
 * that knows which program does it; the same one runs in Node and in a browser. Its dictionary takes
 * a third of a second to load: asked for only where a published text may hold a name.
 */
export interface TaggedWord {
  word: string;
  tag: string;
}
export type Tagger = (text: string) => readonly TaggedWord[];

let loading: Promise<Tagger> | undefined;

export function loadTagger(): Promise<Tagger> {
  loading ??= import("jieba-wasm").then(
    ({ tag }) =>
      (text) =>
        tag(text, true),
  );
  return loading;
}
