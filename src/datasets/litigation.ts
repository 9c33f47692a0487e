import type { RowValues } from "../values/value.ts";
import { COUNT, FOR_METRICS, monthOf, SECTION, YES_NO } from "./columns.ts";
import { defineDataset } from "./define.ts";
import { sqlCase, sqlTexts } from "./sql.ts";

/** Judgments against the bureau (行政诉讼法第七十至七十八条), where they are of the first instance. */
export const AGAINST = [
  "撤销",
  "部分撤销",
  "变更",
  "确认违法",
  "确认无效",
  "责令履行",
  "给付",
  "承担协议责任",
  "判决赔偿",
] as const;

/** What a reconsideration puts right (行政复议法第六十三至六十七条，第七十一条). */
export const CORRECTED = [
  "撤销",
  "部分撤销",
  "变更",
  "确认违法",
  "确认无效",
  "责令履行",
  "承担协议责任",
] as const;

/** Neither of these ends in a decision on the matter: it has not begun, or goes on elsewhere. */
export const NOT_ACCEPTED = "不予受理";
export const MOVED = "移送";

/**
 * What an appeal or a retrial did to the judgment before it (行政诉讼法第八十九条): “撤销” there is
 * of that judgment, so it says nothing of who has won.
 */
const UPHELD = ["驳回上诉", "维持", "驳回再审申请"] as const;
const REVERSED = [...AGAINST, "驳回诉讼请求", "驳回起诉"] as const;
const SENT_BACK = "发回重审";
export const EARLIER_JUDGMENT = ["维持原判", "改变原判", SENT_BACK, "没有裁判"] as const;
const LATER_INSTANCES = ["二审", "再审"] as const;

function earlierJudgment({ instance, result }: RowValues): string | null {
  const is = (words: readonly string[]) => words.some((word) => word === result);
  if (!LATER_INSTANCES.some((one) => one === instance)) return null;
  if (typeof result !== "string" || result === "其他") return null;
  return is(UPHELD)
    ? "维持原判"
    : is(REVERSED)
      ? "改变原判"
      : result === SENT_BACK
        ? SENT_BACK
        : "没有裁判";
}

/** 诉讼、复议、仲裁. The instances of one dispute share its 争议编号. */
export const litigation = defineDataset({
  id: "litigation",
  label: "诉讼、复议、仲裁",
  unit: "件",
  description: "以本单位为一方的行政诉讼、行政复议、行政赔偿和劳动仲裁，一行一个审级。",
  // Who goes to labour arbitration is a person, mostly one who works here.
  people: { column: "category", words: ["劳动仲裁"] },
  listedApart: "category",
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
        "驳回复议请求",
        "驳回复议申请",
        "撤回申请终止",
        "改正后终止",
        "驳回诉讼请求",
        "驳回上诉",
        SENT_BACK,
        "驳回再审申请",
        ...AGAINST,
        "驳回起诉",
        "准许撤诉",
        "改正后撤诉",
        MOVED,
        "调解",
        NOT_ACCEPTED,
        "其他",
      ],
      synonyms: {
        限期履行: "责令履行",
        判决履行: "责令履行",
        判决给付: "给付",
        责令给付: "给付",
        行政协议责任: "承担协议责任",
        赔偿: "判决赔偿",
        判决补偿: "判决赔偿",
        改判: "变更",
        不予立案: NOT_ACCEPTED,
      },
      note: "二审、再审的结果写对原判怎样：驳回上诉、撤销、变更、发回重审；本局改变原来的行为、原告因此撤诉的写“改正后撤诉”",
    },
    closed_on: { label: "结案日期", type: "date" },
    heard: {
      label: "开庭",
      aliases: ["是否开庭", "开庭或听证"],
      note: "行政复议填是否举行听证",
      once: ["是", "否"],
      ...YES_NO,
    },
    head_appeared: {
      label: "负责人出庭",
      aliases: ["负责人是否出庭", "行政机关负责人出庭"],
      type: "word",
      words: ["是", "否", "不适用"],
      once: ["是", "否"],
      note: "正职、副职、参与分管被诉行为的负责人到庭（复议：参加听证）算“是”，一个审级开庭几次到一次即可；没有开庭的填“不适用”",
    },
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    accepted_month: monthOf("accepted_on", "受理月份", "月份", "月"),
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
    earlier_judgment: {
      label: "对原判",
      type: "word",
      words: EARLIER_JUDGMENT,
      from: ["instance", "result"],
      note: "只有二审、再审有；“其他”看不出对原判怎样",
      value: earlierJudgment,
      sql: () =>
        sqlCase([
          [
            `instance IS NULL OR instance NOT IN ${sqlTexts(LATER_INSTANCES)} OR result = '其他'`,
            "NULL",
          ],
          [`result IN ${sqlTexts(UPHELD)}`, "'维持原判'"],
          [`result IN ${sqlTexts(REVERSED)}`, "'改变原判'"],
          [`result = '${SENT_BACK}'`, `'${SENT_BACK}'`],
          ["result IS NOT NULL", "'没有裁判'"],
        ]),
    },
  },
  // A dispute may come back to an instance, but not on the same day.
  numbers: ["dispute_no", "instance", "accepted_on"],
  orders: [["accepted_on", "closed_on"]],
  dated: { by: ["accepted_on"], carriedOver: true },
  afterwards: [
    { day: "closed_on", column: "state", word: "已结", until: "在办", before: ["在办", "中止"] },
    { day: "closed_on", column: "result", until: null },
  ],
});
