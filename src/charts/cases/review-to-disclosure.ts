import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const reviewToDisclosure = defineChart({
  id: "review-to-disclosure",
  topic: "cases",
  question: "从法制审核到公示，各环节各有多少？",
  view(year) {
    const items = everItems(year, [
      ["legal-reviews", "法制审核"],
      ["legal-reviews-passed", "审核通过"],
      ["cases", "办理案件"],
      ["penalty-disclosures", "公示信息"],
    ]);
    return {
      title: enumerate(items),
      subtitle: `${timeOf(year, items)}。单位见数字后面；各环节的单位和范围不同，只并列，不相减，不算比率。`,
      dimension: "环节",
      items,
      form: bars(items),
      notes: [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
