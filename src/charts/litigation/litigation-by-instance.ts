import { periodText } from "../../text/period.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems, itemOf, totalOf } from "../items.ts";

export const litigationByInstance = defineChart({
  id: "litigation-by-instance",
  topic: "litigation",
  question: "行政诉讼各审级各有多少件？",
  view(year) {
    const whole = `行政诉讼${valueText(itemOf(year, "litigation"))}`;
    // Stages keep the order of procedure, whatever their size.
    const items = groupItems(year, "litigation-by-instance", "own");
    return {
      title:
        items.length === 0 ? `${whole}，\u200b各审级未公布` : `${whole}：\u200b${enumerate(items)}`,
      subtitle: `${periodText(year.period)}，以${year.self}为被告的行政诉讼。${unitText([itemOf(year, "litigation").unit])}二审、再审不一定来自当年的一审。`,
      dimension: "审级",
      items,
      ...totalOf(year, "litigation"),
      form: bars(items),
      notes: [],
    };
  },
});
