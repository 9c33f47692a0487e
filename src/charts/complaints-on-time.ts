import { enumerate } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { itemOf, known, rateNote } from "./items.ts";

export const complaintsOnTime = defineChart({
  id: "complaints-on-time",
  topic: "complaints",
  question: "到期的投诉工单按时办结了吗？",
  figures: ["complaints-due", "complaints-on-time", "on-time-rate"],
  view(year) {
    const items = known([
      itemOf(year, "complaints-due", "已到期"),
      itemOf(year, "complaints-on-time", "按时办结"),
    ]);
    return {
      title: items.length > 0 ? `投诉工单${enumerate(items)}` : "投诉工单是否按时办结，未公布",
      subtitle: `截至${year.year}年12月31日已办结或期限已过的工单。单位：件。`,
      dimension: "项目",
      items,
      form: bars(items),
      notes: rateNote(year, "on-time-rate"),
    };
  },
});
