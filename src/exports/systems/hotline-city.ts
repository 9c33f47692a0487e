import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const hotlineCity: System = {
  id: "hotline-city",
  label: "12345热线工单（全市表）",
  of: complaintsExported,
  knownBy: ["诉求标题", "受理时间", "诉求类型", "来源渠道", "提交办结时间", "处理部门"],
  usually: { channel: "12345热线" },
};
