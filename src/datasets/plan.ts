import { defineDataset, SECTION } from "./define.ts";

/** 下一年度安排: what the bureau says it will do, one trackable item a row. */
export const plan = defineDataset({
  id: "plan",
  label: "下一年度安排",
  unit: "项",
  description: "年度报告写明的下一年度安排，一行一项，可以逐项跟踪。",
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
    section: SECTION,
  },
});
