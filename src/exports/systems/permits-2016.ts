import { licencesExported } from "../datasets/licences.ts";
import type { System } from "../profile.ts";

export const permits2016: System = {
  id: "permits-2016",
  label: "双公示行政许可（2016年版）",
  of: licencesExported,
  knownBy: ["行政许可决定书文号", "审批类别", "许可决定日期", "许可截止期", "当前状态"],
};
