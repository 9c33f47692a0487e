import { cases } from "./cases.ts";
import { complaints } from "./complaints.ts";
import type { Dataset } from "./define.ts";
import { indicators } from "./indicators.ts";
import { legalReviews } from "./legal_reviews.ts";
import { licences } from "./licences.ts";
import { litigation } from "./litigation.ts";
import { notes } from "./notes.ts";
import { plan } from "./plan.ts";
import { publicity } from "./publicity.ts";
import { statistics } from "./statistics.ts";

/** Every dataset; a new one is one file and one line here. */
export const datasets: readonly Dataset[] = [
  cases,
  legalReviews,
  litigation,
  licences,
  publicity,
  complaints,
  indicators,
  statistics,
  plan,
  notes,
];
