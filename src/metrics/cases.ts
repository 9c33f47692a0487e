import { cases, legalReviews } from "../datasets/index.ts";
import { count, type Metric, reported } from "./define.ts";

const REVIEW_BASIS = "行政处罚法第五十八条；国办发〔2018〕118号";

export const caseMetrics: readonly Metric[] = [
  count(cases, {
    id: "cases",
    label: "办理各类案件",
    unit: "件",
    topic: "cases",
    definition: "本年度办理的行政执法案件，不论是否已经作出处罚决定。",
  }),
  count(cases, {
    id: "cases-by-field",
    label: "各执法领域的案件",
    unit: "件",
    topic: "cases",
    definition: "本年度办理的案件，按涉嫌违反的领域分。",
    by: "field",
  }),
  count(legalReviews, {
    id: "legal-reviews",
    label: "法制审核行政处罚案件",
    unit: "件次",
    topic: "cases",
    definition: "重大执法决定作出前由法制机构审核的次数；一件案件审核两次计两件次。",
    basis: REVIEW_BASIS,
  }),
  count(legalReviews, {
    id: "legal-reviews-passed",
    label: "审核后基本满足处罚条件",
    unit: "件",
    topic: "cases",
    definition: "法制审核认为基本满足处罚条件的案件；按件计，与审核的件次不能相减。",
    basis: REVIEW_BASIS,
    where: { conclusion: "通过" },
  }),
  count(legalReviews, {
    id: "legal-reviews-returned",
    label: "审核未通过的原因",
    unit: "件",
    topic: "cases",
    definition: "法制审核未通过的案件，按未通过的原因分。",
    basis: REVIEW_BASIS,
    where: { conclusion: "未通过" },
    by: "reason",
  }),
  reported({
    id: "penalty-disclosures",
    label: "公示处罚信息",
    unit: "条",
    topic: "cases",
    definition: "在公示平台上公开的行政处罚信息。",
    basis: "国办发〔2018〕118号：处罚决定作出后7个工作日内公示",
  }),
];
