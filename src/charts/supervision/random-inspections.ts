import { periodText } from "../../text/period.ts";
import { valueText } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { itemOf } from "../items.ts";

export const randomInspections = defineChart({
  id: "random-inspections",
  topic: "supervision",
  question: "双随机抽查查了多少、发现了什么？",
  view(year) {
    const rounds = itemOf(year, "inspections", "随机抽查");
    const inspected = itemOf(year, "inspected", "抽取对象");
    const problems = itemOf(year, "inspection-problems", "发现问题");
    const inspectors = itemOf(year, "inspectors", "执法人员名录");
    const register = itemOf(year, "inspection-register", "检查对象名录");
    const items = [register, inspectors, rounds, inspected, problems];
    const marks = markRows(items);
    return {
      title: `抽查${valueText(rounds)}，\u200b抽取${valueText(inspected)}对象，\u200b发现问题${valueText(problems)}`,
      subtitle: `${periodText(year.period)}双随机、一公开。单位见数字后面${marks ? "；一个方块为一个、一名或一次" : ""}。`,
      dimension: "项目",
      items,
      form: marks ?? bars(items),
      notes: [],
    };
  },
});
