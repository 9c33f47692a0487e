/** Tickets: who complained again, what those who were asked said; and what only the report says of opinions. */

import { complaints } from "../datasets/complaints.ts";
import { TICKETS, VALID } from "./complaint-scopes.ts";
import { count, type Metric, ratio, reported } from "./define.ts";

const ANSWERED = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"] as const;
export const SATISFIED = ["非常满意", "满意", "基本满意"] as const;

export const answerMetrics: readonly Metric[] = [
  count(complaints, {
    id: "complaints-told",
    label: "写明是否重复的诉求工单",
    unit: "件",
    topic: "complaints",
    definition: "写明了是不是重复反映的诉求工单。",
    within: "complaints",
    universe: "channel",
    ...VALID,
    where: { ...TICKETS, repeated: ["是", "否"] },
  }),
  count(complaints, {
    id: "complaints-repeated",
    label: "写明重复的诉求工单",
    unit: "件",
    topic: "complaints",
    definition: "写明是同一反映人就同一事项再次反映的诉求工单。",
    within: "complaints-told",
    universe: "channel",
    ...VALID,
    where: { ...TICKETS, repeated: "是" },
  }),
  ratio({
    id: "repeat-rate",
    label: "诉求工单重复率",
    unit: "%",
    topic: "complaints",
    definition: "写明重复的诉求工单除以写明是否重复的；不足10件时不算。",
    numerator: "complaints-repeated",
    denominator: "complaints-told",
  }),
  count(complaints, {
    id: "satisfaction",
    label: "群众的评价",
    unit: "件",
    topic: "complaints",
    definition: "诉求工单办结后群众的评价；没有评价的也列出。",
    universe: "channel",
    ...VALID,
    where: { ...TICKETS, satisfaction: [...ANSWERED, "未评价"] },
    by: "satisfaction",
  }),
  count(complaints, {
    id: "complaints-rated",
    label: "作了评价的诉求工单",
    unit: "件",
    topic: "complaints",
    definition: "群众作了评价的诉求工单；未评价的不算。",
    within: "complaints",
    universe: "channel",
    ...VALID,
    where: { ...TICKETS, satisfaction: ANSWERED },
  }),
  count(complaints, {
    id: "complaints-satisfied",
    label: "评价满意的诉求工单",
    unit: "件",
    topic: "complaints",
    definition: "评价为非常满意、满意或基本满意的诉求工单。",
    within: "complaints-rated",
    universe: "channel",
    ...VALID,
    where: { ...TICKETS, satisfaction: SATISFIED },
  }),
  ratio({
    id: "satisfaction-rate",
    label: "诉求工单满意率",
    unit: "%",
    topic: "complaints",
    definition:
      "评价满意的诉求工单除以作了评价的；不满意的在分母里，未评价的不在；不足10件时不算。",
    numerator: "complaints-satisfied",
    denominator: "complaints-rated",
  }),
  reported({
    id: "online-opinions",
    label: "处置网络舆情",
    unit: "条",
    topic: "complaints",
    definition: "配合处置的涉及本局职责的网络舆情。",
  }),
  reported({
    id: "rectification-updates",
    label: "公布问题整改情况",
    unit: "条",
    topic: "complaints",
    definition: "向社会公布的、群众反映的问题怎样整改的情况。",
  }),
  reported({
    id: "news-releases",
    label: "发布正面宣传新闻稿",
    unit: "条",
    topic: "complaints",
    definition: "发布的正面宣传新闻稿。",
  }),
];
