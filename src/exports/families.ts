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
    about: [
      /^(?:问题|案件|案卷|事件)?[大小]类(?:名称)?$/,
      /案[卷件](?:编号|号)|任务(?:编号|号)|派遣|部件|监督员|采集员/,
    ],
    // What is filed is taken up, before it is sent to whom it concerns.
    heads: {
      accepted_on: [
        ...complaintsExported.heads.accepted_on!,
        "采集时间",
        "立案时间",
        "派遣时间",
        "派发时间",
      ],
    },
    otherwise: { channel: "数字城管" },
  },
  {
    id: "petitions-like",
    label: "信访台账",
    of: complaintsExported,
    about: [/^信访(?:件|事项)?(?:编号|渠道|形式|方式|目的|事项)|^来访(?:日期|人)/],
    constants: { channel: "来信来访" },
    // By telephone or letter: all of them are petitions.
    otherwise: { channel: "来信来访" },
  },
  {
    // What was answered before it had a name of its own is kept.
    id: "complaints",
    label: "12315投诉举报",
    of: complaintsExported,
    about: [
      /12315|提供方|涉[嫌及]主体|挽回(?:经济)?损失|^被(?:投诉|举报)(?:主体|企业|商家|经营者)/,
      /^(?!.*工单).*(?:投诉|举报|提供方|业务类)/,
    ],
    usually: { channel: "12315平台" },
  },
  {
    id: "complaints",
    label: "12345热线工单",
    of: complaintsExported,
    about: [
      /^(?:热线|12345|政务热线)?(?:工单|受理单|诉求单|派单|热线)/,
      /派单|转派|回访|热线|来电|^诉求(?:人|内容|标题|渠道|类型|类别|分类)|催单|退单/,
    ],
    usually: { channel: "12345热线" },
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
    about: [/法院|应诉|审级|负责人\S{0,2}(?:出庭|到庭)/, /被告|案由|审级|裁判|判决/],
    constants: { category: "行政诉讼" },
  },
];
