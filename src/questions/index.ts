import { consistency } from "./consistency.ts";
import type { Question } from "./define.ts";
import { disclosure } from "./disclosure.ts";
import { headsInCourt } from "./heads-in-court.ts";
import { legalReview } from "./legal-review.ts";
import { licenceTerms } from "./licence-terms.ts";
import { lost } from "./lost.ts";
import { papers } from "./papers.ts";
import { requests } from "./requests.ts";

/** Every question, in the order of the home page; a new one is one file and one line here. */
export const questions: readonly Question[] = [
  legalReview,
  disclosure,
  requests,
  licenceTerms,
  headsInCourt,
  lost,
  consistency,
  papers,
];

export type { Question } from "./define.ts";
