import { type Metric, reported } from "./define.ts";

const RANDOM_BASIS = "国办发〔2015〕58号：双随机、一公开";

export const supervisionMetrics: readonly Metric[] = [
  reported({
    id: "levies",
    label: "行政征收征用",
    unit: "件",
    topic: "supervision",
    definition: "本年度实施的行政征收和征用。",
  }),
  reported({
    id: "inspection-register",
    label: "检查对象名录",
    unit: "个",
    topic: "supervision",
    definition: "随机抽查的检查对象名录所列对象。",
    basis: RANDOM_BASIS,
  }),
  reported({
    id: "inspectors",
    label: "执法人员名录",
    unit: "名",
    topic: "supervision",
    definition: "录入执法人员名录库、持有行政执法证的人员。",
    basis: RANDOM_BASIS,
  }),
  reported({
    id: "inspections",
    label: "随机抽查",
    unit: "次",
    topic: "supervision",
    definition: "本年度随机抽取并检查的次数。",
    basis: RANDOM_BASIS,
  }),
  reported({
    id: "inspected",
    label: "抽取的检查对象",
    unit: "个",
    topic: "supervision",
    definition: "各次抽查合计抽取的检查对象。",
    basis: RANDOM_BASIS,
  }),
  reported({
    id: "inspected-average",
    label: "平均每次抽取对象",
    unit: "家",
    topic: "supervision",
    definition: "抽取的检查对象除以抽查次数，报告取整。",
  }),
  reported({
    id: "inspection-problems",
    label: "抽查发现问题",
    unit: "个",
    topic: "supervision",
    definition: "随机抽查中发现的问题。",
    basis: RANDOM_BASIS,
  }),
];
