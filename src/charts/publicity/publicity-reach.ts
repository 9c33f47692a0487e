import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const publicityReach = defineChart({
  id: "publicity-reach",
  topic: "publicity",
  question: "普法宣传有多少人次参与？",
  view(year) {
    const items = knownItems([
      itemOf(year, "publicity-participants", "参与人次"),
      itemOf(year, "publicity-leaflets", "发放材料"),
    ]);
    return {
      title: items.length > 0 ? `普法宣传${enumerate(items)}` : "普法宣传的参与人次未公布",
      subtitle: `${timeOf(year, items)}面向社会的普法宣传。没有写人次的活动不算在内。`,
      dimension: "项目",
      items,
      form: bars(items),
      notes: [],
    };
  },
});
