import { publicityExported } from "../datasets/publicity.ts";
import type { System } from "../profile.ts";

export const publicityRecords: System = {
  id: "publicity-records",
  label: "普法活动记录",
  of: publicityExported,
  knownBy: ["活动编号", "宣传主题", "宣传方式", "活动日期", "受众人数"],
  constants: { audience: "公众" },
};
