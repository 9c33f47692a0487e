import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

export const caseQuery: System = {
  id: "case-query",
  label: "一般案件综合查询",
  of: casesExported,
  knownBy: ["立案号", "办理状态", "结案状态", "立案日期", "行政处罚决定书日期", "结案日期"],
};
