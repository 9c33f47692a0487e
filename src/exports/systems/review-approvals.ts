/** 钉钉 and 企业微信: approvals by the form 法制审核, which a bureau has made itself. */
import { legalReviewsExported } from "../datasets/legal_reviews.ts";
import type { System } from "../profile.ts";

export const reviewApprovals: System = {
  id: "review-approvals",
  label: "法制审核的审批记录",
  of: legalReviewsExported,
  knownBy: ["审批状态", "审批编号", "完成时间", "审批结果"],
  // What else is approved has the same heads.
  called: /法制审核/,
  heads: { reviewed_on: ["完成时间"], conclusion: ["审批结果", "审批状态"] },
};
