/** The systems whose exports are known, and what exports of any system say. */
import { statistics } from "../datasets/statistics.ts";
import { casesExported } from "./datasets/cases.ts";
import { complaintsExported } from "./datasets/complaints.ts";
import { legalReviewsExported } from "./datasets/legal_reviews.ts";
import { licencesExported } from "./datasets/licences.ts";
import { litigationExported } from "./datasets/litigation.ts";
import { publicityExported } from "./datasets/publicity.ts";
import type { System, Vocabulary } from "./profile.ts";
import { caseQuery } from "./systems/case-query.ts";
import { hotlineCases } from "./systems/hotline-cases.ts";
import { hotlineCity } from "./systems/hotline-city.ts";
import { hotlineList } from "./systems/hotline-list.ts";
import { letters } from "./systems/letters.ts";
import { litigationLedger } from "./systems/litigation-ledger.ts";
import { penalties2014 } from "./systems/penalties-2014.ts";
import { penalties2016 } from "./systems/penalties-2016.ts";
import { penalties2018 } from "./systems/penalties-2018.ts";
import { penalties2020 } from "./systems/penalties-2020.ts";
import { penaltiesCodes } from "./systems/penalties-codes.ts";
import { penaltiesCodes2016 } from "./systems/penalties-codes-2016.ts";
import { permits2016 } from "./systems/permits-2016.ts";
import { permits2018 } from "./systems/permits-2018.ts";
import { permits2020 } from "./systems/permits-2020.ts";
import { permitsCodes } from "./systems/permits-codes.ts";
import { permitsCodes2016 } from "./systems/permits-codes-2016.ts";
import { publicityLedger } from "./systems/publicity-ledger.ts";
import { publicityRecords } from "./systems/publicity-records.ts";
import { reconsiderations } from "./systems/reconsiderations.ts";
import { reviewApprovals } from "./systems/review-approvals.ts";
import { reviewLedger } from "./systems/review-ledger.ts";
import { urbanManagement } from "./systems/urban-management.ts";
import { urbanManagementTasks } from "./systems/urban-management-tasks.ts";

export const systems: readonly System[] = [
  penalties2020,
  penalties2018,
  penalties2016,
  penalties2014,
  penaltiesCodes,
  penaltiesCodes2016,
  permits2020,
  permits2018,
  permits2016,
  permitsCodes,
  permitsCodes2016,
  caseQuery,
  hotlineCases,
  hotlineList,
  hotlineCity,
  urbanManagement,
  urbanManagementTasks,
  letters,
  reconsiderations,
  litigationLedger,
  publicityRecords,
  publicityLedger,
  reviewLedger,
  reviewApprovals,
];

/** The yearly form is known by its heads (annual-form.ts), and is no list of matters. */
export const annualSystem: System = {
  id: "annual-form",
  label: "行政执法统计年报",
  of: { dataset: statistics, heads: {}, forms: {}, about: /^$/, words: {} },
  knownBy: [""],
};

export const vocabularies: readonly Vocabulary[] = [
  casesExported,
  complaintsExported,
  litigationExported,
  licencesExported,
  legalReviewsExported,
  publicityExported,
];
