import { sideBySide } from "../../text/side-by-side.ts";
import { unitText } from "../../text/units.ts";
import { range } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** What the question asks about first. */
const ASKED = "处置网络舆情";

export const onlineOpinions = defineChart({
  id: "online-opinions",
  topic: "complaints",
  question: "网络舆情、新闻稿和整改公布各有多少条？",
  view(year) {
    const items = everItems(year, [
      ["news-releases", "正面宣传新闻稿"],
      ["online-opinions", ASKED],
      ["rectification-updates", "公布整改情况"],
    ]);
    const asked = items.find(({ label }) => label === ASKED);
    const vague = items.some(
      ({ amount }) => (range(amount)?.[1] ?? 0) === Number.POSITIVE_INFINITY,
    );
    return {
      title: sideBySide(items, asked),
      subtitle: `${timeOf(year, items)}。${unitText(items.map(({ unit }) => unit))}${
        vague ? "箭头形末端：实际不少于此数。" : ""
      }`,
      dimension: "事项",
      items,
      form: bars(items),
      notes: [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
