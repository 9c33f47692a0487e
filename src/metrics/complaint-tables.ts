/** Tickets by two columns at once: the pages of one street and of one kind of complaint are made of them. */
import { complaints } from "../datasets/complaints.ts";
import { SATISFIED } from "./complaint-answers.ts";
import { OF_THE_YEAR, TICKETS, VALID } from "./complaint-scopes.ts";
import { REST, type TableMetric, table } from "./define.ts";

const COMMON = { unit: "件", topic: "complaints", ...VALID, where: TICKETS } as const;

/** Tickets that were not resolved by their deadline. */
export const LATE = "逾期";
/** What was answered, and that nothing was. */
export const [UNSATISFIED, SATISFIED_ALL, NOT_RATED] = ["不满意", "满意", REST] as const;

export const MERGED_RATINGS = {
  [UNSATISFIED]: ["不满意", "非常不满意"],
  [SATISFIED_ALL]: SATISFIED,
} as const;

const MERGED_DEADLINES = { [LATE]: ["逾期办结", "逾期未办结"] } as const;

export const complaintTables: readonly TableMetric[] = [
  table(complaints, {
    ...COMMON,
    id: "street-category",
    label: "各街道、各类别的诉求工单",
    definition: "受理的诉求工单，按所在的街道和反映的问题分。",
    by: ["street", "category"],
  }),
  table(complaints, {
    ...COMMON,
    id: "street-month",
    label: "各街道、各月的诉求工单",
    definition: "受理的诉求工单，按所在的街道和受理的月份分。",
    by: ["street", "accepted_month"],
  }),
  table(complaints, {
    ...COMMON,
    id: "category-month",
    label: "各类别、各月的诉求工单",
    definition: "受理的诉求工单，按反映的问题和受理的月份分。",
    by: ["category", "accepted_month"],
  }),
  table(complaints, {
    ...COMMON,
    id: "street-lateness",
    label: "各街道逾期的诉求工单",
    definition: "受理的诉求工单中，过了应办结日期才办结的，和过了还没有办结的，按所在的街道分。",
    by: ["street", "timeliness"],
    merged: MERGED_DEADLINES,
  }),
  table(complaints, {
    ...COMMON,
    id: "category-lateness",
    label: "各类别逾期的诉求工单",
    definition: "受理的诉求工单中，过了应办结日期才办结的，和过了还没有办结的，按反映的问题分。",
    by: ["category", "timeliness"],
    merged: MERGED_DEADLINES,
  }),
  table(complaints, {
    ...COMMON,
    id: "street-rating",
    label: "各街道的评价",
    definition: "受理的诉求工单，按所在的街道，和群众评价为满意、不满意还是没有评价分。",
    by: ["street", "satisfaction"],
    merged: MERGED_RATINGS,
  }),
  table(complaints, {
    ...COMMON,
    id: "category-rating",
    label: "各类别的评价",
    definition: "受理的诉求工单，按反映的问题，和群众评价为满意、不满意还是没有评价分。",
    by: ["category", "satisfaction"],
    merged: MERGED_RATINGS,
  }),
  table(complaints, {
    id: "street-category-days",
    label: "各街道、各类别的办结用时中位数",
    unit: "天",
    topic: "complaints",
    definition:
      "已办结的诉求工单从受理到办结的自然日数的中位数，按所在的街道和反映的问题分；受理不足20件或办结不足10件的不算；同样天数的件数少的，写成几天到几天。",
    universe: "channel",
    ...OF_THE_YEAR,
    where: { ...TICKETS, state: "已办结" },
    by: ["street", "category"],
    quantile: { of: "days_to_close", q: 0.5 },
  }),
];
