import type { Dataset } from "../datasets/define.ts";
import type { Year } from "../site/year.ts";

/** What a citizen asks of a topic: a section of its page, with one finding, one picture, one sentence. */
export interface TopicSection {
  /** Its place on the page. */
  id: string;
  /** In a few of a citizen's words, for the jump list. */
  question: string;
  /** The charts that answer it, the best first: the first that can be drawn in a year stands there. */
  charts: readonly string[];
  /** The rate that is drawn beside it over the years. */
  rate?: string;
}

/** A topic: one page of narrative, charts, tables and method. */
export interface Topic {
  /** Its address; metrics and charts name it. */
  id: string;
  /** Short name in the navigation and in the column 栏目 of indicators.csv, and the page's full one. */
  nav: string;
  /** Other words for it in that column. */
  alsoCalled?: readonly string[];
  label: string;
  description: string;
  /** The page's h1: a sentence with numbers, at most about 28 字. */
  headline: (year: Year) => string;
  /** At most three sentences with live numbers, that also say what is missing. */
  lead: (year: Year) => string;
  /** What is asked of it, in the order in which a citizen asks, the first few that have an answer; none where nothing is known of what stands on it. */
  sections?: readonly TopicSection[];
  /** Datasets whose unpublished columns the page names. */
  datasets: readonly Dataset[];
  /** How to read the numbers, one sentence each; with ids, only where one of these was published. */
  method: readonly (string | readonly [ids: readonly string[], line: string])[];
}
