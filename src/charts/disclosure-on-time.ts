import { enumerate } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { itemOf, known, rateNote } from "./items.ts";

export const disclosureOnTime = defineChart({
  id: "disclosure-on-time",
  topic: "cases",
  question: "处罚决定按时公示了吗？",
  figures: ["disclosures-due", "disclosures-on-time", "disclosure-on-time-rate"],
  view(year) {
    const items = known([
      itemOf(year, "disclosures-due", "应公示"),
      itemOf(year, "disclosures-on-time", "按时公示"),
    ]);
    return {
      title: items.length > 0 ? `处罚决定${enumerate(items)}` : "处罚决定是否按时公示，未公布",
      subtitle: `截至${year.year}年12月31日，决定后7个工作日的期限已到的。单位：件。`,
      dimension: "项目",
      items,
      form: bars(items),
      notes: rateNote(year, "disclosure-on-time-rate"),
    };
  },
});
