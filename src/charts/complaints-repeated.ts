import { enumerate } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { itemOf, known, rateNote } from "./items.ts";

export const complaintsRepeated = defineChart({
  id: "complaints-repeated",
  topic: "complaints",
  question: "有多少投诉是重复反映？",
  figures: ["complaints-told", "complaints-repeated", "repeat-rate"],
  view(year) {
    const items = known([
      itemOf(year, "complaints-told", "写明是否重复"),
      itemOf(year, "complaints-repeated", "重复反映"),
    ]);
    return {
      title: items.length > 0 ? `投诉工单${enumerate(items)}` : "投诉工单有多少重复反映，未公布",
      subtitle: `${year.year}年受理、写明是否重复的投诉工单。单位：件。`,
      dimension: "项目",
      items,
      form: bars(items),
      notes: rateNote(year, "repeat-rate"),
    };
  },
});
