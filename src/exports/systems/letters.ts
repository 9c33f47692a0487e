import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const letters: System = {
  id: "letters",
  label: "领导留言、信箱",
  of: complaintsExported,
  knownBy: ["留言编号", "留言主题", "留言时间", "答复时间"],
  constants: { channel: "领导留言" },
};
