import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const licencesLevies = defineChart({
  id: "licences-levies",
  topic: "supervision",
  question: "办理了多少行政许可和征收征用？",
  view(year) {
    const items = everItems(year, [
      ["licences", "行政许可"],
      ["levies", "征收征用"],
    ]);
    const zero = items.some(({ amount }) => amount.state === "known" && amount.value === 0);
    return {
      title: enumerate(items),
      subtitle: `${timeOf(year, items)}。${unitText(items.map(({ unit }) => unit))}${zero ? "0是写明的零，不是没有数据。" : ""}`,
      dimension: "事项",
      items,
      form: bars(items),
      notes: [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
