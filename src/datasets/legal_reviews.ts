import { TIMES } from "../text/measure-words.ts";
import { COUNT, FOR_METRICS, SECTION } from "./columns.ts";
import { defineDataset } from "./define.ts";
import { inKinds } from "./kinds.ts";

/** Conclusions after which no decision may be made (行政处罚法第五十八条). */
export const RETURNED: readonly string[] = ["未通过"];

/** 重大执法决定法制审核 (行政处罚法第五十八条). One row a review, or a count by conclusion. */
export const legalReviews = defineDataset({
  id: "legal_reviews",
  label: "法制审核",
  unit: "件",
  description: "重大执法决定法制审核的结论，以及未通过的原因。",
  explore: ["conclusion", "reason", "reviewed_on"],
  columns: {
    review_no: { label: "审核编号", type: "id", private: true },
    case_no: { label: "案件编号", aliases: ["案号"], type: "id", private: true },
    reviewed_on: { label: "审核日期", type: "date", expected: true },
    round: { label: "审核次序", aliases: ["第几次审核"], type: "quantity", units: TIMES },
    conclusion: {
      label: "审核结论",
      aliases: ["结论", "审核结果"],
      type: "word",
      // A review that was called off is neither.
      ...inKinds({ 通过: ["通过"], 未通过: ["未通过"], 没有结论: [] }),
      vocabulary: "审核结论",
      required: true,
    },
    reason: {
      label: "未通过原因",
      aliases: ["退回原因"],
      type: "word",
      vocabulary: "未通过原因",
    },
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  key: ["review_no"],
  dated: { by: ["reviewed_on"], carriedOver: true },
});
