/** The column 栏目 of indicators.csv: its words are the topics' short names. */
import type { Column } from "../datasets/define.ts";
import type { Statement } from "../figures/statements.ts";
import { type Vocabularies, wordsOnly } from "../ingest/cells/lexicon.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import { type Topic, topics } from "./index.ts";
import { isCalled, type OfSite, topicsOf } from "./of-site.ts";
import { supervisionTopic } from "./supervision.ts";

const WORDS = topics.map(({ nav }) => nav);

/**
 * What ingest is handed, as no vocabularies.yaml says it. While site.yaml cannot be used, nobody
 * knows the words that it declares: then any will do.
 */
export function topicWords(config: SiteConfig | null): Vocabularies {
  if (!config) return new Map();
  const all = [...topicsOf({ config }), ...topics];
  const words = all.flatMap(({ nav, alsoCalled = [] }) => [nav, ...alsoCalled]);
  return new Map([["栏目", wordsOnly([...new Set(words)])]]);
}

/** The topic that an indicator names; supervision where it names none. */
export function topicNamed(word: string | null, site?: OfSite): Topic {
  const all = site ? topicsOf(site) : topics;
  // Under a new name a topic is still known by its old one.
  return [...all, ...topics].find((topic) => isCalled(topic, word)) ?? supervisionTopic;
}

/** The topic of a statement: the one it names; a statutory table goes to a topic of its kind, if there is one. */
export function topicOfStatement({ topic, listed }: Statement, site?: OfSite): Topic {
  const ofKind = site && listed && topicsOf(site).find(({ nav }) => nav === listed.kind);
  return ofKind ?? topicNamed(topic, site);
}

/** The words that a column allows whatever the bureau adds to them. */
export function wordsOf({ words, given }: Column): readonly string[] | undefined {
  return given ? WORDS : words;
}
