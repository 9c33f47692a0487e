import { periodText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { statements } from "../forms/statements.ts";
import { itemOf, knownItems } from "../items.ts";

export const fines = defineChart({
  id: "fines",
  topic: "cases",
  question: "罚款和没收的金额是多少？",
  view(year) {
    const items = knownItems([
      itemOf(year, "fines", "罚款"),
      itemOf(year, "confiscations", "没收"),
    ]);
    return {
      title: items.length > 0 ? enumerate(items) : "罚款和没收的金额未公布",
      subtitle: `${periodText(year.period)}处罚决定书所写的金额，不是入账金额。单位：元。`,
      dimension: "项目",
      items,
      form: statements(items),
      notes: [],
    };
  },
});
