import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const hotlineList: System = {
  id: "hotline-list",
  label: "12345热线工单（列表）",
  of: complaintsExported,
  knownBy: ["工单编号", "被反映街乡镇", "处理受理方式", "工单性质", "工单状态", "问题分类"],
  never: ["创建时间"],
  constants: { channel: "12345热线" },
};
