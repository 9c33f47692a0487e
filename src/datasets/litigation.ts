import { COUNT, defineDataset, FOR_METRICS, monthOf, SECTION, YES_NO } from "./define.ts";

/** 诉讼、复议、仲裁. The instances of one dispute share its 争议编号. */
export const litigation = defineDataset({
  id: "litigation",
  label: "诉讼、复议、仲裁",
  unit: "件",
  description: "以本单位为一方的行政诉讼、行政复议、行政赔偿和劳动仲裁，一行一个审级。",
  explore: [
    "category",
    "instance",
    "role",
    "accepted_month",
    "state",
    "result",
    "heard",
    "head_appeared",
  ],
  columns: {
    dispute_no: { label: "争议编号", aliases: ["案件编号"], type: "id", private: true },
    category: {
      label: "类别",
      aliases: ["案件类别"],
      type: "word",
      words: ["行政复议", "行政诉讼", "行政赔偿", "劳动仲裁"],
      required: true,
      filled: true,
    },
    instance: {
      label: "审级",
      type: "word",
      words: ["复议", "一审", "二审", "再审"],
    },
    role: {
      label: "诉讼地位",
      aliases: ["本局地位"],
      type: "word",
      words: ["被申请人", "被告", "上诉人", "被上诉人", "第三人"],
    },
    accepted_on: { label: "受理日期", type: "date", expected: true },
    body: { label: "机关或法院", aliases: ["法院", "复议机关"], type: "text", private: true },
    act: { label: "被诉行为", type: "text", private: true },
    state: { label: "状态", type: "word", words: ["在办", "中止", "已结"] },
    result: {
      label: "结果",
      aliases: ["裁判结果", "复议结果"],
      type: "word",
      words: [
        "维持",
        "驳回复议申请",
        "撤回申请终止",
        "改正后终止",
        "驳回诉讼请求",
        "驳回上诉",
        "发回重审",
        "驳回再审申请",
        "撤销",
        "变更",
        "确认违法",
        "确认无效",
        "责令履行",
        "判决赔偿",
        "驳回起诉",
        "准许撤诉",
        "移送",
        "调解",
        "不予受理",
        "其他",
      ],
    },
    closed_on: { label: "结案日期", type: "date" },
    heard: { label: "开庭", aliases: ["是否开庭"], ...YES_NO },
    head_appeared: {
      label: "负责人出庭",
      aliases: ["负责人是否出庭", "行政机关负责人出庭"],
      type: "word",
      words: ["是", "否", "不适用"],
    },
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    accepted_month: monthOf("accepted_on", "受理月份"),
    stage: {
      label: "阶段",
      type: "word",
      words: ["复议", "仲裁", "一审", "二审", "再审"],
      from: ["category", "instance"],
      value: ({ category, instance }) =>
        category === "行政复议"
          ? "复议"
          : category === "劳动仲裁"
            ? "仲裁"
            : ((instance as string | null | undefined) ?? null),
      sql: () =>
        "CASE category WHEN '行政复议' THEN '复议' WHEN '劳动仲裁' THEN '仲裁' ELSE instance END",
    },
  },
  orders: [["accepted_on", "closed_on"]],
  dated: { by: ["accepted_on"], carriedOver: true },
});
