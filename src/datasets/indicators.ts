import { WHOLE } from "../text/measure-words.ts";
import { SECTION } from "./columns.ts";
import { defineDataset } from "./define.ts";
import { DRAFT } from "./draft.ts";

/**
 * Numbers that the report states as totals. The same 指标编号 in two rows means that two passages
 * state the same number: they are compared. 上级指标 with 关系 说明 what a number is part of.
 */
export const indicators = defineDataset({
  id: "indicators",
  label: "报告所列指标",
  unit: "项",
  description: "年度报告直接写明的数字；指标编号相同的两行是报告两处对同一件事的写法。",
  columns: {
    id: {
      label: "指标编号",
      aliases: ["编号", "指标代码"],
      type: "id",
      required: true,
      filled: true,
      note: "英文小写和连字符，例如 permits；同一编号写两行，就是报告两处写了同一个数",
    },
    label: { label: "指标名称", aliases: ["名称"], type: "text", required: true, filled: true },
    value: {
      label: "数值",
      aliases: ["数量", "值"],
      type: "quantity",
      fraction: true,
      unitIn: "unit",
      wholeIn: WHOLE,
      required: true,
      note: "照报告的写法：73余、约2、不少于50、近千、3至5、100.00；同比、增减可以是负数；不填为未公布",
    },
    unit: {
      label: "单位",
      aliases: ["计量单位"],
      type: "text",
      required: true,
      filled: true,
      note: "件、人次、元、%这样的一个",
    },
    topic: {
      label: "栏目",
      type: "word",
      vocabulary: "栏目",
      given: true,
      note: "放在哪个栏目；不填归入监督",
    },
    parent: {
      label: "上级指标",
      aliases: ["parent", "所属指标"],
      type: "id",
      note: "是哪个指标的一部分；写分类指标（如 litigation-outcomes）或它的总数，就成为那张图的一组",
    },
    relation: {
      label: "关系",
      type: "word",
      words: ["合计", "其中"],
      note: "合计：各部分相加应等于上级（不填即是）；其中：只是一部分，不会大于上级",
    },
    numerator: { label: "分子", type: "id", note: "比率或平均数的分子指标" },
    denominator: { label: "分母", type: "id", note: "比率或平均数的分母指标" },
    section: { ...SECTION, required: true, filled: true },
    period: {
      label: "统计期间",
      aliases: ["统计时间", "统计时段", "数据截至"],
      type: "period",
      note: "这个数字自己的时间，例如 截至2023年11月、2023年1月—11月；不填的，期间与这一年的其他数据相同",
    },
    note: { label: "说明", aliases: ["备注"], type: "text" },
    source: {
      label: DRAFT.source,
      type: "text",
      private: true,
      note: "报告里写有这个数字的句子，供核对；不公布",
    },
    confirm: {
      label: DRAFT.confirm,
      type: "text",
      private: true,
      note: "由报告取出的草稿要人决定的事；核对改好后清空这一格，或写“已确认”，没有清空的不能生成网站",
    },
  },
});
