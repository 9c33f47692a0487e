import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

export const penalties2016: System = {
  id: "penalties-2016",
  label: "双公示行政处罚（2016年版）",
  of: casesExported,
  knownBy: ["处罚名称", "处罚类别1", "处罚事由", "处罚决定日期", "当前状态"],
  joins: { penalties: ["处罚类别2"] },
};
