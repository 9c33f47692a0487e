import { licencesExported } from "../datasets/licences.ts";
import type { System } from "../profile.ts";

/** The table behind 双公示 of 2016: its columns are initials of the Chinese heads. */
export const permitsCodes2016: System = {
  id: "permits-codes-2016",
  label: "双公示行政许可（2016年版，数据平台的字段名）",
  of: licencesExported,
  knownBy: ["XK_WSH", "XK_XMMC", "XK_SPLB", "XK_JDRQ", "XK_JZQ", "XK_XZJG"],
  heads: {
    decision_no: ["XK_WSH"],
    category: ["XK_SPLB"],
    decided_on: ["XK_JDRQ"],
    valid_until: ["XK_JZQ"],
    state: ["XK_ZT"],
  },
};
