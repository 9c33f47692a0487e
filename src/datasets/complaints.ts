import { COUNT, defineDataset, monthOf, SECTION, STREET, YES_NO } from "./define.ts";

/** Channels that open a numbered ticket; messages on the others are counted in 次, never added. */
export const TICKET_CHANNELS = ["12345热线", "12319热线", "数字城管", "上级交办"] as const;
export const MESSAGE_CHANNELS = [
  "领导留言",
  "网站信箱",
  "公众号",
  "小程序",
  "来信来访",
  "媒体",
  "其他",
] as const;

/** 投诉工单与群众反映. */
export const complaints = defineDataset({
  id: "complaints",
  label: "投诉工单与群众反映",
  unit: "件",
  description: "各渠道收到的投诉工单和群众反映，以及办理状态。",
  columns: {
    ticket_no: { label: "工单编号", aliases: ["工单号", "编号"], type: "id", private: true },
    accepted_on: { label: "受理日期", aliases: ["受理时间", "登记日期"], type: "date" },
    channel: {
      label: "渠道",
      aliases: ["来源渠道", "受理渠道"],
      type: "word",
      words: [...TICKET_CHANNELS, ...MESSAGE_CHANNELS],
      vocabulary: "渠道",
      required: true,
    },
    kind: {
      label: "诉求类型",
      type: "word",
      words: ["咨询", "求助", "投诉", "举报", "建议", "感谢", "其他"],
    },
    category: { label: "类别", aliases: ["问题类别"], type: "word", vocabulary: "投诉类别" },
    signed_on: { label: "签收日期", type: "date" },
    first_contact_on: { label: "首次联系", aliases: ["首次联系日期"], type: "date" },
    due_on: { label: "应办结日期", type: "date" },
    closed_on: { label: "办结日期", aliases: ["办结时间"], type: "date" },
    state: {
      label: "状态",
      aliases: ["办理状态"],
      type: "word",
      words: ["待签收", "办理中", "已办结", "退回", "延期", "不予受理", "作废"],
    },
    repeated: { label: "重复", aliases: ["是否重复"], ...YES_NO },
    solved: {
      label: "解决情况",
      type: "word",
      words: ["已解决", "部分解决", "未解决"],
      vocabulary: "解决情况",
    },
    satisfaction: {
      label: "满意度",
      type: "word",
      words: ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未评价"],
    },
    unit: { label: "承办单位", type: "text", private: true },
    street: STREET,
    count: COUNT,
    section: SECTION,
  },
  derived: {
    accepted_month: monthOf("accepted_on", "受理月份"),
  },
  key: ["ticket_no"],
});
