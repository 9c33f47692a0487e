import { dateText } from "../../text/format.ts";
import { defineChart } from "../define.ts";
import { shareView } from "../views/share.ts";

export const disclosureOnTime = defineChart({
  id: "disclosure-on-time",
  topic: "cases",
  question: "处罚决定按时公示了吗？",
  view: (year) =>
    shareView(year, {
      whole: ["disclosures-due", "应公示"],
      part: ["disclosures-on-time", "按时公示"],
      rate: "disclosure-on-time-rate",
      noun: "处罚决定",
      which: "应公示的",
      did: "按时公示",
      left: "没有按时公示",
      asked: "是否按时公示",
      scope: ({ until }) =>
        `${year.self}定为公开、截至${dateText(until)}决定后7个工作日的期限已到的`,
    }),
});
