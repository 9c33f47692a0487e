import { figureOf } from "../../figures/figures.ts";
import { findingOf } from "../../findings/find.ts";
import { disputeTitle, stateText } from "../../findings/words.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { conflict } from "../forms/conflict.ts";
import { countedItem, groupItems, itemOf, statementItem } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const publicityTotal = defineChart({
  id: "publicity-total",
  topic: "publicity",
  question: "普法宣传的总数和分项对得上吗？",
  view(year) {
    const finding = findingOf(year, "publicity-events");
    const figure = figureOf(year, "publicity-events");
    const parts = groupItems(year, "publicity-by-form", "own");
    const whole = itemOf(year, "publicity-events");
    const said = figure.statements[0];
    const items: Item[] = [
      ...(said ? [statementItem(year, said, "报告总数")] : []),
      ...(parts.length > 0 && !figureOf(year, "publicity-by-form").groupsStated
        ? [countedItem(year, "publicity-events", "分项相加")]
        : []),
    ];
    const shown = items.length > 0 ? items : [whole];
    // 1余 and 29 can both be true, but that is no agreement.
    const agreed = items.length === 2 && items.every(({ amount }) => isExact(amount));
    return {
      title: finding
        ? disputeTitle(finding, "普法宣传")
        : figure.settled
          ? `普法宣传${valueText(whole)}：\u200b总数与分项不同，${figure.settled}`
          : agreed
            ? `普法宣传${valueText(whole)}，\u200b总数与分项相加一致`
            : items.length === 2
              ? `普法宣传${enumerate(items)}`
              : enumerate([whole]),
      subtitle: `${timeOf(year, items)}，面向社会的普法宣传。${unitText([figure.unit])}${
        finding ? "空心条：数字未核定；斜线：总数与分项之差。" : ""
      }`,
      dimension: "算法",
      items: finding
        ? shown.map((item) => ({ ...item, disputed: stateText(year, finding) }))
        : shown,
      beyond: parts.map((part) => ({ ...part, series: "分项" })),
      form: (finding && conflict(finding)) ?? bars(shown),
      notes: parts.length > 0 ? [`分项：${enumerate(parts)}。`] : [],
      ...(finding ? { finding } : {}),
      ...(shown.length < 2 ? { idle: true } : {}),
    };
  },
});
