import { dateText } from "../../text/format.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { itemOf, knownItems } from "../items.ts";
import { shareView } from "../views/share.ts";

export const complaintsOnTime = defineChart({
  id: "complaints-on-time",
  topic: "complaints",
  question: "到期的工单按时办结了吗？",
  view(year) {
    const carried = knownItems([
      itemOf(year, "carried-over-due", "以前年度受理、今年到期的"),
      itemOf(year, "carried-over-on-time", "其中按时办结"),
    ]).filter(({ amount }) => amount.state !== "known" || amount.value > 0);
    const view = shareView(year, {
      whole: ["complaints-due", "已到期"],
      part: ["complaints-on-time", "按时办结"],
      rate: "on-time-rate",
      noun: year.tickets,
      which: "到期的",
      did: "按时办结",
      left: "没有按时办结",
      asked: "是否按时办结",
      scope: ({ until }) => `截至${dateText(until)}办结期限已到的工单`,
    });
    return carried.length === 0
      ? view
      : {
          ...view,
          told: carried,
          notes: [...view.notes, `另有${enumerate(carried)}，不在以上的数里。`],
        };
  },
});
