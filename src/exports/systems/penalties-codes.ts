import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

/** The table behind 双公示, as a data platform exports it: its columns are initials of the Chinese heads. */
export const penaltiesCodes: System = {
  id: "penalties-codes",
  label: "双公示行政处罚（数据平台的字段名）",
  of: casesExported,
  knownBy: ["CF_WSH", "CF_CFLB", "CF_JDRQ", "CF_GSJZQ"],
  heads: {
    decision_no: ["CF_WSH"],
    cause: ["CF_WFXW"],
    party_type: ["CF_XDR_LB"],
    decided_on: ["CF_JDRQ"],
    penalties: ["CF_CFLB"],
    fine: ["CF_NR_FK"],
    confiscated: ["CF_NR_WFFF"],
    disclosed_until: ["CF_GSJZQ"],
    state: ["CF_ZT"],
  },
  // 罚款金额（万元）, 没收违法所得、没收非法财物的金额（万元）.
  scales: { fine: 4, confiscated: 4 },
};
