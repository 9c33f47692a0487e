import { WHOLE } from "../text/measure-words.ts";
import { defineDataset } from "./define.ts";

/** What the statutory tables are about: each kind with what its addresses begin with, and its 栏目. */
export const ADMINISTRATIVE_ACTS: Readonly<Record<string, { slug: string; topic: string }>> = {
  行政处罚: { slug: "penalty", topic: "案件" },
  行政许可: { slug: "licence", topic: "监督" },
  行政强制: { slug: "coercion", topic: "案件" },
  行政强制措施: { slug: "coercive-measure", topic: "案件" },
  行政强制执行: { slug: "coercive-enforcement", topic: "案件" },
  行政检查: { slug: "inspection", topic: "监督" },
  行政征收: { slug: "levy", topic: "监督" },
  行政征用: { slug: "requisition", topic: "监督" },
  行政征收征用: { slug: "levy-requisition", topic: "监督" },
  行政确认: { slug: "confirmation", topic: "监督" },
  行政给付: { slug: "payment", topic: "监督" },
  行政裁决: { slug: "adjudication", topic: "监督" },
  行政奖励: { slug: "reward", topic: "监督" },
  其他行政行为: { slug: "other", topic: "监督" },
};

/**
 * 行政执法统计年报 (国办发〔2018〕118号), a row for each column of the printed table: kinds that a province
 * joins are one item, columns that it adds are items of their own. It is no list of matters.
 */
export const statistics = defineDataset({
  id: "statistics",
  label: "行政执法统计年报",
  unit: "项",
  description:
    "依国办发〔2018〕118号公布的行政执法统计表，表里的一列写一行；合并的、多出来的项目照原表写。",
  columns: {
    kind: {
      label: "类别",
      aliases: ["执法类别", "行政行为", "行政执法行为", "表名"],
      type: "word",
      words: Object.keys(ADMINISTRATIVE_ACTS),
      synonyms: {
        处罚: "行政处罚",
        许可: "行政许可",
        强制: "行政强制",
        检查: "行政检查",
        征收: "行政征收",
        征用: "行政征用",
        确认: "行政确认",
        给付: "行政给付",
        裁决: "行政裁决",
        奖励: "行政奖励",
        其他: "其他行政行为",
      },
      vocabulary: "执法统计类别",
      required: true,
      filled: true,
    },
    item: {
      label: "项目",
      aliases: ["统计项目", "统计指标", "种类", "处罚种类", "名称"],
      type: "text",
      required: true,
      filled: true,
      note: "照原表的列名，合并的写在一起，例如：警告、通报批评；合计也写一行",
    },
    unit: { label: "单位", aliases: ["计量单位"], type: "text", required: true, filled: true },
    value: {
      label: "数值",
      aliases: ["数量", "值", "件数"],
      type: "quantity",
      fraction: true,
      unitIn: "unit",
      wholeIn: WHOLE,
      required: true,
      note: "不填为未公布，不是0",
    },
    parent: {
      label: "上级项目",
      aliases: ["所属项目", "合计项目", "上级"],
      type: "text",
      note: "是同一类别里哪个项目的一部分，例如：合计。没有这一列时，合计上面、单位相同的各行就是它的部分",
    },
    relation: {
      label: "关系",
      type: "word",
      words: ["合计", "其中"],
      note: "合计：各部分相加应等于上级（不填即是）；其中：只是一部分",
    },
    topic: {
      label: "栏目",
      type: "word",
      vocabulary: "栏目",
      given: true,
      note: "放在哪个栏目；不填，处罚和强制归入案件，别的归入监督",
    },
    note: { label: "说明", aliases: ["备注", "填表说明"], type: "text" },
  },
  key: ["kind", "item"],
  optional: true,
});
