/**
 * A question that a citizen asks: what the law demands, what happened, the evidence. It is declared
 * once; its row on the home page, its own page, embed, downloads and tests follow. It gives no mark
 * and no rank: of how many matters how many were as the law demands, and where that is not
 * published, what is missing.
 */
import { type Chart, defineChart, type View } from "../charts/define.ts";
import type { Dataset } from "../datasets/define.ts";
import type { Year } from "../site/year.ts";

/** Of how many matters how many were not as they should be. */
export interface KeptShare {
  /** Names it among the years: the metric of the matters that were asked about, where there is one. */
  of: string;
  /** The metrics that it is made of: across a changed definition nothing is compared. */
  figures: readonly string[];
  asked: number;
  missed: number;
  unit: string;
  /** The answer as a clause of the page's headline. \u200b marks where a line may break. */
  clause: string;
  /** What was missed, for a sentence of two years: 没有按时公开的处罚; of a rate the rate's name. */
  missedLabel: string;
  /** Only the rate is published: `asked` is a hundred, of nobody knows how many. */
  isRate?: true;
}

export interface QuestionAnswer {
  /** In a few words; null where it cannot be given. */
  said: string | null;
  /** What stands in the place of an answer, where it is not that something was not published. */
  unsaid?: string;
  /** What became of the rest, what else is known: a sentence each. */
  more: readonly string[];
  /** The same beside other years, with what it is of: 284件里51件没有按时; empty where it is not known. */
  brief: string;
  shares: readonly KeptShare[];
  /** What else it found, as a clause behind the answer in a headline. */
  besides?: string;
  /** What has changed since the year before, beyond the shares; a sentence each. */
  changes?: (before: Year) => readonly string[];
  view: View;
}

/** What must be published to answer it, in a citizen's words: column → what it would tell. */
export interface Needs {
  /** Stands before the list: 每件处罚的. */
  of: string;
  dataset: Dataset;
  columns: Readonly<Record<string, string>>;
}

interface Declared {
  id: string;
  /** Short; names it in site.yaml. */
  name: string;
  /** In a citizen's words. */
  question: string;
  /** The id of the topic that its matters belong to; none where it is asked of the site itself. */
  topic: string | null;
  /** What is demanded, and where that is written. */
  duty: string;
  basis: string;
  needs: readonly Needs[];
  /** It is of how all numbers of a year agree. */
  ofAll?: true;
  /** The metric that must have been published for it to be asked: not every body has the task. */
  askedOf?: string;
  answer: (year: Year) => QuestionAnswer;
}

export interface Question extends Declared {
  /** The same as a chart: what embeds and downloads are made of. */
  chart: Chart;
}

export function defineQuestion(declared: Declared): Question {
  const { id, topic, question, ofAll } = declared;
  const answers = new WeakMap<Year, QuestionAnswer>();
  /** Headline, row, page and the year behind ask for it: it is worked out once. */
  const answer = (year: Year) => {
    const done = answers.get(year) ?? declared.answer(year);
    answers.set(year, done);
    return done;
  };
  const chart = defineChart({
    id,
    topic: topic ?? "",
    question,
    folder: "questions",
    ofAll,
    view: (year) => answer(year).view,
  });
  return { ...declared, answer, chart };
}
