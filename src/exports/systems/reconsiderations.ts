import { litigationExported } from "../datasets/litigation.ts";
import type { System } from "../profile.ts";

export const reconsiderations: System = {
  id: "reconsiderations",
  label: "行政复议案件列表",
  of: litigationExported,
  knownBy: ["收案日期", "被申请人名称", "具体行政行为名称", "案件状态", "结案种类"],
  constants: { category: "行政复议", instance: "复议", role: "被申请人" },
};
