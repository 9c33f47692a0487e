import { caseMetrics } from "./cases.ts";
import { answerMetrics } from "./complaint-answers.ts";
import { handlingMetrics } from "./complaint-handling.ts";
import { complaintTables } from "./complaint-tables.ts";
import { complaintMetrics } from "./complaints.ts";
import type { Metric, TableMetric } from "./define.ts";
import { licenceMetrics } from "./licences.ts";
import { litigationMetrics } from "./litigation.ts";
import { publicityMetrics } from "./publicity.ts";
import { supervisionMetrics } from "./supervision.ts";

/** Every metric declared in code; a new topic is one file and one line here. */
export const metrics: readonly Metric[] = [
  ...caseMetrics,
  ...litigationMetrics,
  ...publicityMetrics,
  ...complaintMetrics,
  ...handlingMetrics,
  ...answerMetrics,
  ...licenceMetrics,
  ...supervisionMetrics,
];

/** Every table of two columns. */
export const tables: readonly TableMetric[] = complaintTables;
