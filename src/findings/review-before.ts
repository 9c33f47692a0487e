import type { Rule } from "./define.ts";
import { noneOf } from "./none-of.ts";

/** A legal review comes before the decision (行政处罚法第五十八条). */
export const reviewBefore: Rule = {
  id: "review-before",
  label: "法制审核不晚于处罚决定",
  broken: "有案件法制审核的日期晚于处罚决定",
  matters: "审核要在决定之前；日期倒过来，要么记错了，要么没有先审。",
  about: "procedure",
  check: (figures, { compared, late }) =>
    noneOf(figures, compared, late, "审核日期晚于决定日期的案件"),
};
