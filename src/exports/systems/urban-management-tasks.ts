import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const urbanManagementTasks: System = {
  id: "urban-management-tasks",
  label: "数字城管（任务表）",
  of: complaintsExported,
  knownBy: ["任务号", "问题来源", "大类", "小类", "上报时间", "应结案时间"],
};
