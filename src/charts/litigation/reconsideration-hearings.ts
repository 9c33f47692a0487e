import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { partOf } from "../views/part.ts";

export const reconsiderationHearings = defineChart({
  id: "reconsideration-hearings",
  topic: "litigation",
  question: "复议听证，行政机关负责人参加了吗？",
  view(year) {
    const [held, attended] = [
      itemOf(year, "reconsideration-hearings", "举行听证"),
      itemOf(year, "heads-at-reconsideration-hearings", "负责人参加"),
    ] as const;
    const told = knownItems([held, attended]);
    const parted = partOf(held, attended, "负责人没有参加");
    const items = parted?.items ?? told;
    return {
      title: items.length > 0 ? `行政复议${enumerate(told)}` : "行政复议的听证情况未公布",
      subtitle: `${timeOf(year, items)}，以${year.self}为被申请人的行政复议。${unitText([held.unit, attended.unit])}负责人应当参加听证，是2024年1月1日起的规定。`,
      dimension: "项目",
      items,
      form: parted?.form ?? bars(items),
      notes: [],
    };
  },
});
