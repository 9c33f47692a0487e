import type { Dataset } from "../datasets/define.ts";
import type { Year } from "../site/year.ts";

/** A topic: one page of narrative, charts, tables and method. */
export interface Topic {
  /** Its address; metrics and charts name it. */
  id: string;
  /** Short name in the navigation and in the column 栏目 of indicators.csv, and the page's full one. */
  nav: string;
  label: string;
  description: string;
  /** The page's h1: a sentence with numbers, at most about 28 字. */
  headline: (year: Year) => string;
  /** At most three sentences with live numbers, that also say what is missing. */
  lead: (year: Year) => string;
  /** Datasets whose unpublished columns the page names. */
  datasets: readonly Dataset[];
  /** How to read the numbers, one sentence each; with ids, only where one of these was published. */
  method: readonly (string | readonly [ids: readonly string[], line: string])[];
}
