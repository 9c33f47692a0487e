import { everPublished } from "../../site/published.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart, type Item } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { itemOf, knownItems, totalOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const legalCounsel = defineChart({
  id: "legal-counsel",
  topic: "litigation",
  question: "法律顾问代理了多少诉讼？",
  view(year) {
    const total = totalOf(year, "counsel-cases");
    const items = [
      itemOf(year, "counsel-cases-first", "代理一审"),
      itemOf(year, "counsel-cases-second", "代理二审"),
    ];
    const marks = markRows(items);
    const advice = [itemOf(year, "counsel-advice", "提供法律咨询")].filter(() =>
      everPublished(year, "counsel-advice"),
    );
    return {
      title: titleOf(total.total, items),
      subtitle: `${timeOf(year, items)}，法律顾问代理的行政诉讼。${unitText(items.map(({ unit }) => unit))}${marks ? "一个方块为一件。" : ""}`,
      dimension: "审级",
      items,
      told: advice,
      ...total,
      form: marks ?? bars(items),
      notes: knownItems(advice).map((item) => `${enumerate([item])}，次数与件数不同，不画在一起。`),
    };
  },
});

/** All suits together, where that is written, and those of each instance: what is drawn. */
function titleOf(total: Item | undefined, items: readonly Item[]): string {
  const known = knownItems(items);
  if (total) {
    const whole = `法律顾问代理诉讼${valueText(total)}`;
    const instances = known.map((item) => ({ ...item, label: item.label.replace("代理", "") }));
    return known.length < 2 ? whole : `${whole}：\u200b${enumerate(instances)}`;
  }
  return `法律顾问${enumerate(known.length > 0 ? known : items)}`;
}
