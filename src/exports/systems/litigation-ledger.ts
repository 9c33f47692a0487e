import { litigationExported } from "../datasets/litigation.ts";
import type { System } from "../profile.ts";

export const litigationLedger: System = {
  id: "litigation-ledger",
  label: "应诉台账",
  of: litigationExported,
  knownBy: ["应诉通知书签收日期", "受理法院", "案号", "被告", "结案方式"],
  constants: { category: "行政诉讼" },
};
