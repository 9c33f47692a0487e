import type { Rule } from "./define.ts";
import { noneOf } from "./none-of.ts";

/** No penalty is decided whose last legal review it has not passed (行政处罚法第五十八条). */
export const reviewPassed: Rule = {
  id: "review-passed",
  label: "末次法制审核没有通过的案件，没有作出处罚决定",
  broken: "有案件末次法制审核没有通过，又有处罚决定",
  matters: "审核没有通过的，依法不得作出处罚决定。",
  about: "procedure",
  check: (figures, { compared, returned }) =>
    noneOf(figures, compared, returned, "末次审核未通过、又有处罚决定的案件"),
};
