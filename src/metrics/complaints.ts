import { MESSAGE_CHANNELS, TICKET_CHANNELS } from "../datasets/complaints.ts";
import { complaints } from "../datasets/index.ts";
import { count, type Metric, ratio, reported } from "./define.ts";

export const complaintMetrics: readonly Metric[] = [
  count(complaints, {
    id: "complaints",
    label: "受理投诉工单",
    unit: "件",
    topic: "complaints",
    definition: "经热线、数字城管等渠道受理并编号的投诉工单。",
    where: { channel: TICKET_CHANNELS },
  }),
  count(complaints, {
    id: "complaints-resolved",
    label: "办结投诉工单",
    unit: "件",
    topic: "complaints",
    definition: "受理的投诉工单中已经办结的件数。",
    within: "complaints",
    where: { channel: TICKET_CHANNELS, state: "已办结" },
  }),
  ratio({
    id: "complaint-resolution-rate",
    label: "投诉工单办结率",
    unit: "%",
    topic: "complaints",
    definition: "办结的投诉工单除以受理的投诉工单；受理不足10件时不算比率。",
    numerator: "complaints-resolved",
    denominator: "complaints",
  }),
  count(complaints, {
    id: "messages",
    label: "公众号等接到群众反映",
    unit: "次",
    topic: "complaints",
    definition: "经公众号、信箱、来信来访等渠道接到的反映；按次计，与工单的件数不能相加。",
    where: { channel: MESSAGE_CHANNELS },
  }),
  count(complaints, {
    id: "complaints-by-channel",
    label: "各渠道的投诉工单",
    unit: "件",
    topic: "complaints",
    definition: "受理的投诉工单，按渠道分。",
    where: { channel: TICKET_CHANNELS },
    by: "channel",
  }),
  count(complaints, {
    id: "messages-by-channel",
    label: "各渠道的群众反映",
    unit: "次",
    topic: "complaints",
    definition: "接到的群众反映，按渠道分。",
    where: { channel: MESSAGE_CHANNELS },
    by: "channel",
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
    label: "公布市容问题整改情况",
    unit: "条",
    topic: "complaints",
    definition: "在公众号上更新的、群众反映的市容问题的整改情况。",
  }),
  reported({
    id: "news-releases",
    label: "发布正面宣传新闻稿",
    unit: "条",
    topic: "complaints",
    definition: "发布的正面宣传新闻稿。",
  }),
];
