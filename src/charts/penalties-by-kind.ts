import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const penaltiesByKind = defineChart({
  id: "penalties-by-kind",
  topic: "cases",
  question: "处罚以哪些种类为主？",
  figures: ["penalties-by-kind"],
  view(year) {
    const items = groupItems(year, "penalties-by-kind", "sorted");
    return {
      title: largestOf(itemOf(year, "penalties-by-kind"), "处罚", items),
      subtitle: `${year.year}年作出处罚决定的案件，一份决定有几种处罚的按最重的一种计。单位：件。`,
      dimension: "处罚种类",
      items,
      form: bars(items),
      notes: [],
    };
  },
});
