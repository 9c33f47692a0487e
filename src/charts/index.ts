import { casesByField } from "./cases-by-field.ts";
import { complaintResolution } from "./complaint-resolution.ts";
import { complaintsByChannel } from "./complaints-by-channel.ts";
import type { Chart } from "./define.ts";
import { disputes } from "./disputes.ts";
import { headAppearances } from "./head-appearances.ts";
import { legalCounsel } from "./legal-counsel.ts";
import { licencesLevies } from "./licences-levies.ts";
import { litigationByInstance } from "./litigation-by-instance.ts";
import { onlineOpinions } from "./online-opinions.ts";
import { publicityByForm } from "./publicity-by-form.ts";
import { publicityTotal } from "./publicity-total.ts";
import { randomInspections } from "./random-inspections.ts";
import { reconsiderationPassages } from "./reconsideration-passages.ts";
import { reviewReturns } from "./review-returns.ts";
import { reviewToDisclosure } from "./review-to-disclosure.ts";
import { staffLearning } from "./staff-learning.ts";

/** Every chart, in the order of the topic pages; a new one is one file and one line here. */
export const charts: readonly Chart[] = [
  casesByField,
  reviewToDisclosure,
  reviewReturns,
  headAppearances,
  litigationByInstance,
  disputes,
  reconsiderationPassages,
  legalCounsel,
  publicityByForm,
  publicityTotal,
  staffLearning,
  complaintsByChannel,
  complaintResolution,
  onlineOpinions,
  licencesLevies,
  randomInspections,
];
