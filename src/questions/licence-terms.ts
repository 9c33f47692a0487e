import { itemOf } from "../charts/items.ts";
import { licences } from "../datasets/licences.ts";
import { dateText } from "../text/format.ts";
import { defineQuestion } from "./define.ts";
import { timelyAnswer } from "./timely.ts";

export const licenceTerms = defineQuestion({
  id: "licence-terms",
  name: "许可时限",
  question: "申请许可，按时得到决定了吗？",
  topic: "supervision",
  duty: "受理许可申请后，应当在法定期限内作出决定；期限由办理系统按每个事项给定。",
  basis: "行政许可法第四十二条、第八十二条",
  needs: [
    {
      of: "每件申请的",
      dataset: licences,
      columns: { due_on: "应办结日期", decided_on: "决定日期" },
    },
  ],
  askedOf: "licences-due",
  answer: (year) =>
    timelyAnswer(year, {
      due: "licences-due",
      inTime: "licences-in-time",
      rate: "licence-in-time-rate",
      noun: "到期的许可申请",
      verb: "决定",
      all: "licences",
      scope: `截至${dateText(year.period.until)}决定期限已到的许可申请`,
      facts: [itemOf(year, "licences", "办理行政许可")],
    }),
});
