import { dateText } from "../../text/format.ts";
import { defineChart } from "../define.ts";
import { shareView } from "../views/share.ts";

export const licencesInTime = defineChart({
  id: "licences-in-time",
  topic: "supervision",
  question: "许可申请按时决定了吗？",
  view: (year) =>
    shareView(year, {
      whole: ["licences-due", "期限已到"],
      part: ["licences-in-time", "按时决定"],
      rate: "licence-in-time-rate",
      noun: "许可申请",
      which: "到期的",
      did: "按时决定",
      left: "没有按时决定",
      asked: "是否按时决定",
      scope: ({ until }) => `截至${dateText(until)}决定期限已到的许可申请`,
    }),
});
