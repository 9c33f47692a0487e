import { defineChart } from "../define.ts";
import { markRows } from "../forms/marks.ts";
import { breakdownView } from "../views/breakdown.ts";

export const staffLearning = defineChart({
  id: "staff-learning",
  topic: "publicity",
  question: "本单位人员学习、培训、考试了多少次？",
  view(year) {
    const view = breakdownView(year, {
      of: "staff-learning",
      noun: "学习、培训和考试",
      scope: "，面向本单位人员",
      dimension: "形式",
    });
    const marks = markRows(view.items);
    const key = marks ? `一个方块为一${view.items[0]!.unit}。` : "";
    return {
      ...view,
      subtitle: `${view.subtitle}${key}不计入对社会的普法宣传。`,
      form: marks ?? view.form,
    };
  },
});
