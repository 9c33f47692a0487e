import { itemOf } from "../charts/items.ts";
import { complaints } from "../datasets/complaints.ts";
import { valueText } from "../text/sentences.ts";
import type { Topic } from "./define.ts";

export const complaintsTopic: Topic = {
  id: "complaints",
  nav: "投诉",
  label: "投诉与群众反映",
  description: "投诉工单、群众反映、网络舆情和整改公布。",
  headline: (year) =>
    `受理投诉工单${valueText(itemOf(year, "complaints"))}，\u200b办结${valueText(itemOf(year, "complaints-resolved"))}`,
  lead: (year) =>
    `${year.year}年受理投诉工单{{complaints}}，办结{{complaints-resolved}}；另经公众号等渠道接到群众反映{{messages}}。处置网络舆情{{online-opinions}}，公布市容问题整改情况{{rectification-updates}}。`,
  datasets: [complaints],
  method: [
    "投诉工单按件计，群众反映按次计，两者不相加。",
    "按时办结率以已到期的工单为分母，满意度以参与评价的人为分母；没有公布时不算。",
  ],
};
