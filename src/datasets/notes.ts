import { defineDataset } from "./define.ts";

/** 核对说明: the bureau's explanation of a finding. */
export const notes = defineDataset({
  id: "notes",
  label: "核对说明",
  unit: "条",
  description: "本单位对核对发现的说明和更正。",
  columns: {
    finding: {
      label: "核对编号",
      note: "核对发现的编号；说明口径变化时写指标编号",
      type: "id",
      required: true,
      filled: true,
    },
    text: { label: "说明", type: "text", required: true, filled: true },
    state: {
      label: "状态",
      type: "word",
      words: ["已说明", "已更正", "口径变化"],
      required: true,
      filled: true,
    },
    date: { label: "日期", aliases: ["说明日期"], type: "date", required: true, filled: true },
  },
  key: ["finding"],
  optional: true,
});
