import { publicity } from "../datasets/publicity.ts";
import { count, type Metric, reported, sumOf } from "./define.ts";

/** Training of one's own staff is not publicity to the public and is never added to it. */
const PUBLIC = { audience: { kind: "社会公众" } } as const;

export const publicityMetrics: readonly Metric[] = [
  count(publicity, {
    id: "publicity-events",
    label: "普法宣传活动",
    unit: "次",
    topic: "publicity",
    definition: "面向社会的普法宣传活动；本单位人员的学习、培训不算在内。",
    where: PUBLIC,
  }),
  count(publicity, {
    id: "publicity-by-form",
    label: "各形式的普法宣传",
    unit: "次",
    topic: "publicity",
    definition: "面向社会的普法宣传活动，按形式分。",
    where: PUBLIC,
    by: "form",
  }),
  count(publicity, {
    id: "publicity-by-month",
    label: "各月的普法宣传",
    unit: "次",
    topic: "publicity",
    definition: "面向社会的普法宣传活动，按开始的月份分。",
    where: PUBLIC,
    by: "month",
  }),
  count(publicity, {
    id: "publicity-by-day",
    label: "各日的普法宣传",
    unit: "次",
    topic: "publicity",
    definition: "面向社会的普法宣传活动，按开始的日期分。",
    where: PUBLIC,
    by: "started_on",
  }),
  sumOf(publicity, {
    id: "publicity-participants",
    label: "普法宣传参与人次",
    unit: "人次",
    topic: "publicity",
    definition: "面向社会的普法宣传活动的参与人次之和；网上的浏览量不是参与人次。",
    where: PUBLIC,
    of: "participants",
  }),
  sumOf(publicity, {
    id: "publicity-leaflets",
    label: "普法宣传发放材料",
    unit: "份",
    topic: "publicity",
    definition: "面向社会的普法宣传活动发放的材料之和。",
    where: PUBLIC,
    of: "leaflets",
  }),
  count(publicity, {
    id: "staff-learning",
    label: "本单位学习、培训和考试",
    unit: "次",
    topic: "publicity",
    definition: "面向本单位人员的学习、培训和考试，按形式分；不计入对社会的普法宣传。",
    where: { audience: { kind: "本单位人员" } },
    by: "form",
  }),
  reported({
    id: "duty-publicity",
    label: "按普法责任制开展宣传",
    unit: "次",
    topic: "publicity",
    definition:
      "报告在“谁执法谁普法”一段列出的宣传次数；数据写明是普法宣传活动的一部分（上级指标、关系：其中）的才算在里面。",
  }),
];
