import { findingOf } from "../../findings/find.ts";
import { standingOut } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const disputes = defineChart({
  id: "disputes",
  topic: "litigation",
  question: "有多少起诉讼、复议和仲裁？",
  view(year) {
    const items = everItems(year, [
      ["litigation", "行政诉讼"],
      ["reconsiderations", "行政复议"],
      ["arbitrations", "劳动仲裁"],
    ]);
    const disputed = items.some((item) => item.against);
    const finding = findingOf(year, "reconsiderations");
    return {
      title: standingOut(items),
      subtitle: `${timeOf(year, items)}。${unitText(items.map(({ unit }) => unit))}${disputed ? "空心条：数字未核定；斜线：两处之差。" : ""}`,
      dimension: "类别",
      items,
      form: bars(items),
      notes: finding ? ["复议件数在报告两处不同，所以各类不加总。"] : [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
