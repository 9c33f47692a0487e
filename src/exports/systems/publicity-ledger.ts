import { publicityExported } from "../datasets/publicity.ts";
import type { System } from "../profile.ts";

export const publicityLedger: System = {
  id: "publicity-ledger",
  label: "普法活动台账",
  of: publicityExported,
  knownBy: ["活动主题", "活动形式", "时间", "地点", "参与人数"],
};
