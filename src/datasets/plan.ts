import { SECTION } from "./columns.ts";
import { defineDataset } from "./define.ts";

/**
 * 下一年度安排: what the bureau says it will do, one trackable item a row; and what became of what it
 * said in an earlier year, which is then named.
 */
export const plan = defineDataset({
  id: "plan",
  label: "下一年度安排",
  unit: "项",
  description:
    "年度报告写明的下一年度安排，一行一项，可以逐项跟踪；以前年度的报告安排了、到这一年看落实的，写上提出年度，网站列在这一年的数字旁边。",
  columns: {
    arrangement: {
      label: "安排",
      aliases: ["工作安排"],
      type: "text",
      required: true,
      filled: true,
    },
    item: { label: "事项", aliases: ["具体事项"], type: "text", required: true, filled: true },
    due: { label: "完成时限", type: "text" },
    progress: {
      label: "进展",
      type: "word",
      words: ["未开始", "进行中", "已完成", "已调整"],
    },
    progress_note: { label: "进展说明", type: "text" },
    figures: {
      label: "对应的数字",
      type: "text",
      note: "能说明进展的数字，写指标编号，几个用顿号分开，如 cases、publicity-events；编号见“数据”页",
    },
    said_in: {
      label: "提出年度",
      type: "text",
      note: "哪一年的报告提出来的，如 2022；这一年的报告安排到下一年的，空着",
    },
    section: SECTION,
  },
});
