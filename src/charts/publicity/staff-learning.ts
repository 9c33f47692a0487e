import { periodText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { groupItems } from "../items.ts";

export const staffLearning = defineChart({
  id: "staff-learning",
  topic: "publicity",
  question: "本单位人员学习、培训、考试了多少次？",
  view(year) {
    const items = groupItems(year, "staff-learning", "sorted");
    const marks = markRows(items);
    return {
      title: items.length === 0 ? "本单位的学习、培训和考试未公布" : enumerate(items),
      subtitle: `${periodText(year.period)}，面向本单位人员。单位：次。${
        marks ? "一个方块为一次。" : ""
      }不计入对社会的普法宣传。`,
      dimension: "形式",
      items,
      form: marks ?? bars(items),
      notes: [],
    };
  },
});
