import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems, itemOf, totalOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const litigationByInstance = defineChart({
  id: "litigation-by-instance",
  topic: "litigation",
  question: "行政诉讼各审级各有多少件？",
  view(year) {
    const all = itemOf(year, "litigation");
    const whole = `行政诉讼${valueText(all)}`;
    // Stages keep the order of procedure, whatever their size.
    const items = groupItems(year, "litigation-by-instance", "own");
    return {
      title:
        items.length === 0 ? `${whole}，\u200b各审级未公布` : `${whole}：\u200b${enumerate(items)}`,
      subtitle: `${timeOf(year, items)}，以${year.self}为被告的行政诉讼。${unitText([all.unit])}二审、再审不一定来自当年的一审。`,
      dimension: "审级",
      items,
      told: [all],
      ...totalOf(year, "litigation"),
      form: bars(items),
      notes: [],
    };
  },
});
