import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const hotlineCases: System = {
  id: "hotline-cases",
  label: "12345热线工单（办理明细）",
  of: complaintsExported,
  knownBy: ["工单编号", "创建时间", "派单时间", "被反映街道", "工单状态", "问题分类"],
  constants: { channel: "12345热线" },
};
