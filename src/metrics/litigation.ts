import { litigation } from "../datasets/index.ts";
import { count, type Metric, ratio, reported } from "./define.ts";

const FIRST_INSTANCE = { category: "行政诉讼", instance: "一审" } as const;
const HEAD_BASIS = "行政诉讼法第三条第三款";

export const litigationMetrics: readonly Metric[] = [
  count(litigation, {
    id: "litigation",
    label: "以本局为被告的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为被告的行政诉讼案件，各审级分别计件。",
    where: { category: "行政诉讼" },
  }),
  count(litigation, {
    id: "litigation-by-instance",
    label: "各审级的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "行政诉讼案件按审级分；二审、再审不一定来自当年的一审，各审级不能相除。",
    where: { category: "行政诉讼" },
    by: "instance",
  }),
  count(litigation, {
    id: "hearings",
    label: "一审开庭",
    unit: "起",
    topic: "litigation",
    definition: "以本局为被告的一审行政诉讼中实际开庭的起数。",
    where: { ...FIRST_INSTANCE, heard: "是" },
  }),
  count(litigation, {
    id: "head-appearances",
    label: "行政机关负责人出庭",
    unit: "起",
    topic: "litigation",
    definition: "实际开庭的一审行政诉讼中，行政机关负责人出庭的起数。",
    basis: HEAD_BASIS,
    within: "hearings",
    where: { ...FIRST_INSTANCE, heard: "是", head_appeared: "是" },
  }),
  ratio({
    id: "head-appearance-rate",
    label: "负责人出庭率",
    unit: "%",
    topic: "litigation",
    definition: "负责人出庭的起数除以实际开庭的起数；开庭不足10起时不算比率。",
    basis: HEAD_BASIS,
    numerator: "head-appearances",
    denominator: "hearings",
  }),
  count(litigation, {
    id: "reconsiderations",
    label: "行政复议",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为被申请人的行政复议案件。",
    where: { category: "行政复议" },
  }),
  count(litigation, {
    id: "arbitrations",
    label: "劳动仲裁",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为一方的劳动仲裁纠纷。",
    where: { category: "劳动仲裁" },
  }),
  reported({
    id: "counsel-cases",
    label: "法律顾问代理行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的行政诉讼案件。",
  }),
  reported({
    id: "counsel-cases-first",
    label: "法律顾问代理一审",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的一审行政诉讼案件。",
  }),
  reported({
    id: "counsel-cases-second",
    label: "法律顾问代理二审",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的二审行政诉讼案件。",
  }),
  reported({
    id: "counsel-advice",
    label: "法律顾问提供咨询",
    unit: "次",
    topic: "litigation",
    definition: "法律顾问为局属各单位提供法律咨询服务的次数。",
  }),
];
