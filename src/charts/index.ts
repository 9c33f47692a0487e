import { casesByField } from "./cases/cases-by-field.ts";
import { casesByMonth } from "./cases/cases-by-month.ts";
import { casesByOrigin } from "./cases/cases-by-origin.ts";
import { casesByProcedure } from "./cases/cases-by-procedure.ts";
import { casesByYear } from "./cases/cases-by-year.ts";
import { disclosureOnTime } from "./cases/disclosure-on-time.ts";
import { fines } from "./cases/fines.ts";
import { penaltiesByKind } from "./cases/penalties-by-kind.ts";
import { reviewDuty } from "./cases/review-duty.ts";
import { reviewReturns } from "./cases/review-returns.ts";
import { reviewToDisclosure } from "./cases/review-to-disclosure.ts";
import { reviewWays } from "./cases/review-ways.ts";
import { complaintResolution } from "./complaints/complaint-resolution.ts";
import { complaintSeasons } from "./complaints/complaint-seasons.ts";
import { complaintsByCategory } from "./complaints/complaints-by-category.ts";
import { complaintsByChannel } from "./complaints/complaints-by-channel.ts";
import { complaintsByMonth } from "./complaints/complaints-by-month.ts";
import { complaintsByStreet } from "./complaints/complaints-by-street.ts";
import { complaintsByWeekday } from "./complaints/complaints-by-weekday.ts";
import { complaintsByYear } from "./complaints/complaints-by-year.ts";
import { complaintsOnStreets } from "./complaints/complaints-on-streets.ts";
import { complaintsOnTime } from "./complaints/complaints-on-time.ts";
import { complaintsRepeated } from "./complaints/complaints-repeated.ts";
import { complaintsSolved } from "./complaints/complaints-solved.ts";
import { handlingBands } from "./complaints/handling-bands.ts";
import { handlingByDay } from "./complaints/handling-by-day.ts";
import { handlingByStreet } from "./complaints/handling-by-street.ts";
import { messagesByChannel } from "./complaints/messages-by-channel.ts";
import { onlineOpinions } from "./complaints/online-opinions.ts";
import { satisfaction } from "./complaints/satisfaction.ts";
import { satisfactionByCategory } from "./complaints/satisfaction-by-category.ts";
import type { Chart } from "./define.ts";
import { appealOutcomes } from "./litigation/appeal-outcomes.ts";
import { disputeWays } from "./litigation/dispute-ways.ts";
import { disputes } from "./litigation/disputes.ts";
import { headAppearances } from "./litigation/head-appearances.ts";
import { legalCounsel } from "./litigation/legal-counsel.ts";
import { litigationByInstance } from "./litigation/litigation-by-instance.ts";
import { litigationByYear } from "./litigation/litigation-by-year.ts";
import { litigationOutcomes } from "./litigation/litigation-outcomes.ts";
import { reconsiderationHearings } from "./litigation/reconsideration-hearings.ts";
import { reconsiderationOutcomes } from "./litigation/reconsideration-outcomes.ts";
import { reconsiderationPassages } from "./litigation/reconsideration-passages.ts";
import { publicityByForm } from "./publicity/publicity-by-form.ts";
import { publicityByYear } from "./publicity/publicity-by-year.ts";
import { publicityCalendar } from "./publicity/publicity-calendar.ts";
import { publicityReach } from "./publicity/publicity-reach.ts";
import { publicityTotal } from "./publicity/publicity-total.ts";
import { staffLearning } from "./publicity/staff-learning.ts";
import { licencesByItem } from "./supervision/licences-by-item.ts";
import { licencesByMonth } from "./supervision/licences-by-month.ts";
import { licencesByOutcome } from "./supervision/licences-by-outcome.ts";
import { licencesInTime } from "./supervision/licences-in-time.ts";
import { licencesLevies } from "./supervision/licences-levies.ts";
import { randomInspections } from "./supervision/random-inspections.ts";
import { supervisionByYear } from "./supervision/supervision-by-year.ts";

/** Every chart, in the order of the topic pages; a new one is one file and one line here. */
export const charts: readonly Chart[] = [
  casesByField,
  reviewToDisclosure,
  reviewDuty,
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
  appealOutcomes,
  disputes,
  reconsiderationPassages,
  reconsiderationOutcomes,
  reconsiderationHearings,
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
  handlingByDay,
  handlingBands,
  complaintsOnStreets,
  handlingByStreet,
  complaintsByStreet,
  complaintsByCategory,
  complaintSeasons,
  complaintsByMonth,
  complaintsByWeekday,
  complaintsRepeated,
  satisfaction,
  satisfactionByCategory,
  complaintsSolved,
  onlineOpinions,
  complaintsByYear,
  licencesLevies,
  licencesByOutcome,
  licencesByItem,
  licencesInTime,
  licencesByMonth,
  randomInspections,
  supervisionByYear,
];
