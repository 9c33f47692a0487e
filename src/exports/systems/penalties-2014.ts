import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

/** 行政处罚案件信息公开表 (国发〔2014〕6号): one column says two things. */
export const penalties2014: System = {
  id: "penalties-2014",
  label: "行政处罚案件信息公开表（2014年版）",
  of: casesExported,
  knownBy: [
    "行政处罚决定书文号",
    "案件名称",
    "主要违法事实",
    "处罚的种类和依据",
    "处罚的履行方式和期限",
    "作出处罚的机关名称和日期",
  ],
};
