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
      note: "核对发现的编号；说明口径变化、或者发布以后为什么更正时写指标编号",
      type: "id",
      required: true,
      filled: true,
    },
    text: { label: "说明", type: "text", required: true, filled: true },
    state: {
      label: "状态",
      type: "word",
      words: ["已询问", "已说明", "已更正", "口径变化"],
      note: "已询问：问了，还没有答复，说明里写问的是什么",
      required: true,
      filled: true,
    },
    date: { label: "日期", aliases: ["说明日期"], type: "date", required: true, filled: true },
    holds: {
      label: "为准的数",
      type: "quantity",
      note: "说明或更正以后以哪个数字为准；写了，网站各处就用这个数",
    },
    asked_on: { label: "询问日期", type: "date" },
    asked_of: { label: "询问对象", type: "text", note: "写处室或职务，不写姓名" },
  },
  key: ["finding", "date"],
  // Asked first, and then answered.
  orders: [["asked_on", "date"]],
  optional: true,
});
