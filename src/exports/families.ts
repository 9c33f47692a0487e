/** What heads tell of a table whose system nobody knows: it is asked about, and its rows are not mistaken. */
import { complaintsExported } from "./datasets/complaints.ts";
import { litigationExported } from "./datasets/litigation.ts";
import type { Family } from "./profile.ts";

/** The first that is like a table is taken. */
export const families: readonly Family[] = [
  {
    id: "urban-management-like",
    label: "数字城管",
    of: complaintsExported,
    about: [/^(?:问题)?[大小]类(?:名称)?$/, /案卷|任务(?:编号|号)|派遣|部件|监督员|采集员/],
    otherwise: { channel: "数字城管" },
  },
  {
    id: "petitions-like",
    label: "信访台账",
    of: complaintsExported,
    about: [/^信访件?(?:编号|形式|方式|目的|事项|日期)/],
    constants: { channel: "来信来访" },
  },
  {
    id: "reconsiderations-like",
    label: "行政复议案件",
    of: litigationExported,
    about: [/复议机关|复议事项|申请复议|复议案号|被申请人/, /^(?!.*法院).*(?:申请|复议|审结|受理)/],
    constants: { category: "行政复议", instance: "复议" },
  },
  {
    id: "suits-like",
    label: "行政应诉案件",
    of: litigationExported,
    about: [/法院|应诉/, /被告|案由|审级|裁判|判决/],
    constants: { category: "行政诉讼" },
  },
];
