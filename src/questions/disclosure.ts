import { itemOf } from "../charts/items.ts";
import { cases, DISCLOSE_WITHIN } from "../datasets/cases.ts";
import { dateText } from "../text/format.ts";
import { defineQuestion } from "./define.ts";
import { timelyAnswer } from "./timely.ts";

export const disclosure = defineQuestion({
  id: "disclosure",
  name: "按时公开",
  question: "该公开的处罚，按时公开了吗？",
  topic: "cases",
  duty: `有一定社会影响的处罚决定应当公开，作出决定的次日起${DISCLOSE_WITHIN}个工作日内公示。是不是公开，由作出决定的机关定。`,
  basis: "行政处罚法第四十八条第一款；国办发〔2018〕118号",
  needs: [
    {
      of: "每件处罚的",
      dataset: cases,
      columns: { decided_on: "决定日期", disclosure: "该不该公开", disclosed_on: "公示日期" },
    },
  ],
  answer: (year) =>
    timelyAnswer(year, {
      due: "disclosures-due",
      inTime: "disclosures-on-time",
      rate: "disclosure-on-time-rate",
      noun: "该公开的处罚",
      verb: "公开",
      none: ["没有该公开、已到期的", "没有该公开、公示期限已到的处罚"],
      scope: `${year.self}定为公开、截至${dateText(year.period.until)}公示期限（决定后${DISCLOSE_WITHIN}个工作日）已到的处罚决定`,
      facts: [itemOf(year, "penalty-disclosures", "公示处罚信息")],
    }),
});
