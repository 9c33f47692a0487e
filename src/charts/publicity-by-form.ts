import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf, totalOf } from "./items.ts";

export const publicityByForm = defineChart({
  id: "publicity-by-form",
  topic: "publicity",
  question: "对社会的普法宣传用了哪些形式？",
  figures: ["publicity-events", "publicity-by-form"],
  view(year) {
    const items = groupItems(year, "publicity-by-form", "sorted");
    return {
      title: largestOf(itemOf(year, "publicity-events"), "普法宣传", items),
      subtitle: `${year.year}年，面向社会的普法宣传，按形式。单位：次。`,
      dimension: "形式",
      items,
      ...totalOf(year, "publicity-events"),
      form: bars(items),
      notes: [],
    };
  },
});
