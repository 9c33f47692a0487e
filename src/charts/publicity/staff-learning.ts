import { figureOf } from "../../figures/figures.ts";
import { standingOut } from "../../text/standing-out.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { groupItems, statedItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const staffLearning = defineChart({
  id: "staff-learning",
  topic: "publicity",
  question: "本单位人员学习、培训、考试了多少次？",
  view(year) {
    const groups = groupItems(year, "staff-learning", "sorted");
    const items = groups.length > 0 ? groups : statedItems(year, "staff-learning");
    const marks = markRows(items);
    return {
      title: items.length === 0 ? "本单位的学习、培训和考试未公布" : standingOut(items),
      subtitle: `${timeOf(year, items)}，面向本单位人员。${unitText([figureOf(year, "staff-learning").unit])}${
        marks ? `一个方块为一${items[0]!.unit}。` : ""
      }不计入对社会的普法宣传。`,
      dimension: "形式",
      items,
      form: marks ?? bars(items),
      notes: [],
    };
  },
});
