import { legalReviewsExported } from "../datasets/legal_reviews.ts";
import type { System } from "../profile.ts";

export const reviewLedger: System = {
  id: "review-ledger",
  label: "法制审核台账",
  of: legalReviewsExported,
  knownBy: ["审核意见类型", "送审时间", "审核时间", "承办机构"],
};
