import { findingOf } from "../../findings/find.ts";
import { sideBySide } from "../../text/side-by-side.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

const KINDS = [
  ["litigation", "行政诉讼"],
  ["reconsiderations", "行政复议"],
  ["arbitrations", "劳动仲裁"],
  ["compensations", "行政赔偿"],
] as const;

export const disputes = defineChart({
  id: "disputes",
  topic: "litigation",
  question: "有多少起诉讼、复议、仲裁和赔偿？",
  view(year) {
    const items = everItems(year, KINDS);
    const disputed = items.some((item) => item.against);
    const notes = KINDS.flatMap(([id, label]) => {
      const finding = findingOf(year, id);
      return finding ? [`${label}：${finding.rule.broken}，所以各类不加总。`] : [];
    });
    return {
      title: sideBySide(items),
      subtitle: `${timeOf(year, items)}。${unitText(items.map(({ unit }) => unit))}${disputed ? "空心条：数字未核定；斜线：两个数之差。" : ""}`,
      dimension: "类别",
      items,
      form: bars(items),
      notes,
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
