/** What a system's export is: how it is known, and how it says what a dataset says. */
import type { Dataset } from "../datasets/define.ts";
import { wordKey } from "../ingest/text/tidy.ts";

/** A dataset's column → the heads that exports give it, the one that says it best first. */
export type Heads = Readonly<Record<string, readonly string[]>>;

/** A word of an export, or what such words look like → a dataset's word; "" where it says nothing. */
export type ExportWords = readonly (readonly [written: string | RegExp, word: string])[];

/** How exports of any system say what a dataset says. */
export interface Vocabulary {
  dataset: Dataset;
  heads: Heads;
  /** What other heads look like that may be a column: it is asked. */
  like?: Readonly<Record<string, RegExp>>;
  /** By column. */
  words: Readonly<Record<string, ExportWords>>;
  /** What follows from a row's other cells. `cell` is what stands under a head of the export. */
  derive?(row: Record<string, string>, cell: (head: string) => string): void;
}

/** One system's export. */
export interface System extends Pick<Vocabulary, "derive"> {
  id: string;
  label: string;
  of: Vocabulary;
  /** Its heads: the export that has most of a system's is that system's, if it has the first of them. */
  knownBy: readonly [string, ...string[]];
  /** Heads by which it is another system's. */
  never?: readonly string[];
  /** Heads and words of its own, before those of all systems. */
  heads?: Heads;
  /** Further heads whose cells say more of the same: column → heads. */
  joins?: Heads;
  words?: Readonly<Record<string, ExportWords>>;
  /** The power of ten of amounts whose head does not say it: column → power. */
  scales?: Readonly<Record<string, number>>;
  /** What is the same in every row: column → word. */
  constants?: Readonly<Record<string, string>>;
}

/** The dataset's word for an export's. */
export function wordIn(words: ExportWords, text: string): string | undefined {
  const key = wordKey(text);
  return words.find(([written]) =>
    typeof written === "string" ? wordKey(written) === key : written.test(text),
  )?.[1];
}
