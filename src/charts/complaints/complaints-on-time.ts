import { dateText } from "../../text/format.ts";
import { defineChart } from "../define.ts";
import { shareView } from "../views/share.ts";

export const complaintsOnTime = defineChart({
  id: "complaints-on-time",
  topic: "complaints",
  question: "到期的工单按时办结了吗？",
  view: (year) =>
    shareView(year, {
      whole: ["complaints-due", "已到期"],
      part: ["complaints-on-time", "按时办结"],
      rate: "on-time-rate",
      noun: year.tickets,
      asked: "是否按时办结",
      scope: `截至${dateText(year.period.until)}办结期限已到的工单`,
    }),
});
