import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const urbanManagementTasks: System = {
  id: "urban-management-tasks",
  label: "数字城管（任务表）",
  of: complaintsExported,
  heads: {
    ticket_no: ["任务号", "任务编号", "案卷编号", "案卷号", "案件编号", "案件号"],
    accepted_on: ["上报时间", "登记时间", "立案时间"],
    due_on: ["应结案时间", "结案期限", "处置截止时间", "处置期限"],
  },
  knownBy: ["任务号", "问题来源", "大类", "小类", "上报时间", "应结案时间"],
  // Whoever reported it: what is in the list was taken up, and has a number.
  otherwise: { channel: "数字城管" },
};
