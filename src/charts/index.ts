import { casesByField } from "./cases-by-field.ts";
import { casesByMonth } from "./cases-by-month.ts";
import { casesByOrigin } from "./cases-by-origin.ts";
import { casesByProcedure } from "./cases-by-procedure.ts";
import { casesByYear } from "./cases-by-year.ts";
import { complaintResolution } from "./complaint-resolution.ts";
import { complaintsByCategory } from "./complaints-by-category.ts";
import { complaintsByChannel } from "./complaints-by-channel.ts";
import { complaintsByMonth } from "./complaints-by-month.ts";
import { complaintsByStreet } from "./complaints-by-street.ts";
import { complaintsByWeekday } from "./complaints-by-weekday.ts";
import { complaintsByYear } from "./complaints-by-year.ts";
import { complaintsOnTime } from "./complaints-on-time.ts";
import { complaintsRepeated } from "./complaints-repeated.ts";
import type { Chart } from "./define.ts";
import { disclosureOnTime } from "./disclosure-on-time.ts";
import { disputeWays } from "./dispute-ways.ts";
import { disputes } from "./disputes.ts";
import { fines } from "./fines.ts";
import { handlingBands } from "./handling-bands.ts";
import { handlingByStreet } from "./handling-by-street.ts";
import { headAppearances } from "./head-appearances.ts";
import { legalCounsel } from "./legal-counsel.ts";
import { licencesLevies } from "./licences-levies.ts";
import { litigationByInstance } from "./litigation-by-instance.ts";
import { litigationByYear } from "./litigation-by-year.ts";
import { litigationOutcomes } from "./litigation-outcomes.ts";
import { messagesByChannel } from "./messages-by-channel.ts";
import { onlineOpinions } from "./online-opinions.ts";
import { penaltiesByKind } from "./penalties-by-kind.ts";
import { publicityByForm } from "./publicity-by-form.ts";
import { publicityByYear } from "./publicity-by-year.ts";
import { publicityCalendar } from "./publicity-calendar.ts";
import { publicityReach } from "./publicity-reach.ts";
import { publicityTotal } from "./publicity-total.ts";
import { randomInspections } from "./random-inspections.ts";
import { reconsiderationOutcomes } from "./reconsideration-outcomes.ts";
import { reconsiderationPassages } from "./reconsideration-passages.ts";
import { reviewReturns } from "./review-returns.ts";
import { reviewToDisclosure } from "./review-to-disclosure.ts";
import { reviewWays } from "./review-ways.ts";
import { satisfaction } from "./satisfaction.ts";
import { staffLearning } from "./staff-learning.ts";
import { supervisionByYear } from "./supervision-by-year.ts";

/** Every chart, in the order of the topic pages; a new one is one file and one line here. */
export const charts: readonly Chart[] = [
  casesByField,
  reviewToDisclosure,
  reviewReturns,
  reviewWays,
  penaltiesByKind,
  fines,
  disclosureOnTime,
  casesByMonth,
  casesByOrigin,
  casesByProcedure,
  casesByYear,
  headAppearances,
  litigationByInstance,
  litigationOutcomes,
  disputes,
  reconsiderationPassages,
  reconsiderationOutcomes,
  disputeWays,
  legalCounsel,
  litigationByYear,
  publicityByForm,
  publicityTotal,
  publicityCalendar,
  publicityReach,
  staffLearning,
  publicityByYear,
  complaintsByChannel,
  messagesByChannel,
  complaintResolution,
  complaintsOnTime,
  handlingBands,
  handlingByStreet,
  complaintsByStreet,
  complaintsByCategory,
  complaintsByMonth,
  complaintsByWeekday,
  complaintsRepeated,
  satisfaction,
  onlineOpinions,
  complaintsByYear,
  licencesLevies,
  randomInspections,
  supervisionByYear,
];
