/** The column 栏目 of indicators.csv: its words are the topics' short names. */
import type { Column } from "../datasets/define.ts";
import { type Vocabularies, wordsOnly } from "../ingest/cells/lexicon.ts";
import { type Topic, topics } from "./index.ts";
import { supervisionTopic } from "./supervision.ts";

const WORDS = topics.map(({ nav }) => nav);

/** What ingest is handed, as no vocabularies.yaml says it. */
export const topicWords: Vocabularies = new Map([["栏目", wordsOnly(WORDS)]]);

/** The topic that an indicator names; supervision where it names none. */
export function topicNamed(word: string | null): Topic {
  return topics.find(({ nav }) => nav === word) ?? supervisionTopic;
}

/** The words that a column allows whatever the bureau adds to them. */
export function wordsOf({ words, given }: Column): readonly string[] | undefined {
  return given ? WORDS : words;
}
