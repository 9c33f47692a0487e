import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

/** The table behind 双公示 of 2016: its columns are initials of the Chinese heads. */
export const penaltiesCodes2016: System = {
  id: "penalties-codes-2016",
  label: "双公示行政处罚（2016年版，数据平台的字段名）",
  of: casesExported,
  knownBy: ["CF_WSH", "CF_CFMC", "CF_CFLB1", "CF_YJ", "CF_JDRQ", "CF_XZJG"],
  never: ["CF_CFLB"],
  heads: {
    decision_no: ["CF_WSH"],
    decided_on: ["CF_JDRQ"],
    penalties: ["CF_CFLB1"],
    state: ["CF_ZT"],
  },
  joins: { penalties: ["CF_CFLB2"] },
};
