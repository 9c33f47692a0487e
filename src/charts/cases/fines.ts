import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const fines = defineChart({
  id: "fines",
  topic: "cases",
  question: "罚款和没收的金额是多少？",
  view(year) {
    const decided = knownItems([
      itemOf(year, "fines", "罚款"),
      itemOf(year, "confiscations", "没收"),
    ]);
    const together = knownItems([itemOf(year, "fines-and-confiscations", "罚没合计")]);
    const collected = knownItems([itemOf(year, "penalties-collected", "入账")]);
    const items = [...decided, ...together, ...collected];
    const scope = [
      decided.length > 0 ? "罚款、没收是处罚决定书所写的金额" : "",
      together.length > 0 ? "罚没合计是报告合在一起写的" : "",
      collected.length > 0 ? "入账是实际收到的" : decided.length > 0 ? "不是入账金额" : "",
    ].filter((text) => text !== "");
    return {
      title: items.length > 0 ? enumerate(items) : "罚款和没收的金额未公布",
      subtitle: `${timeOf(year, items)}。${scope.length > 0 ? `${scope.join("；")}。` : ""}${unitText(["元"])}`,
      dimension: "项目",
      items,
      form: bars(items),
      notes: [],
    };
  },
});
