import { licencesExported } from "../datasets/licences.ts";
import type { System } from "../profile.ts";

/** The table behind 双公示, as a data platform exports it: its columns are initials of the Chinese heads. */
export const permitsCodes: System = {
  id: "permits-codes",
  label: "双公示行政许可（数据平台的字段名）",
  of: licencesExported,
  knownBy: ["XK_WSH", "XK_XKLB", "XK_XKBH", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI"],
  heads: {
    decision_no: ["XK_WSH"],
    licence_no: ["XK_XKBH"],
    item: ["XK_XKZS"],
    category: ["XK_XKLB"],
    party_type: ["XK_XDR_LB"],
    decided_on: ["XK_JDRQ"],
    valid_from: ["XK_YXQZ"],
    valid_until: ["XK_YXQZI"],
    state: ["XK_ZT"],
  },
};
