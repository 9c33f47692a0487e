/** How 双公示 and approval systems say what 行政许可 says. */
import { licences } from "../../datasets/licences.ts";
import { isBlank } from "../../ingest/text/tidy.ts";
import { isOtherThan } from "../acts.ts";
import { type ExportWords, type Vocabulary, wordIn } from "../profile.ts";

const VALID_FROM = ["有效期自", "有效期起", "有效期开始日期", "许可有效期自", "XK_YXQZ"];
const VALID_UNTIL = [
  "有效期至",
  "有效期止",
  "有效期截止日期",
  "有效截止日期",
  "有效期限至",
  "许可有效期至",
  "许可截止期",
  "许可截止日期",
  "XK_YXQZI",
];

export const licencesExported: Vocabulary = {
  dataset: licences,
  heads: {
    decision_no: [
      "行政许可决定文书号",
      "许可决定书号",
      "决定书文号",
      "文书号",
      "决定书编号",
      "许可文书号",
    ],
    licence_no: ["许可编号", "许可证号", "许可证编号", "证书编号", "证照编号"],
    item: ["许可事项", "许可事项名称", "事项名称", "审批事项", "事项", "许可证书名称"],
    category: ["许可类别", "审批类别", "许可类型", "许可种类"],
    party_type: ["行政相对人类别", "相对人类型", "申请人类型", "申请人类别", "当事人类型"],
    accepted_on: ["受理日期", "申请受理日期"],
    // Within the time that the law gives is in time, whatever was promised.
    due_on: ["应办结日期", "法定办结日期", "承诺办结日期", "办结期限", "办理期限"],
    decided_on: ["许可决定日期", "决定日期", "许可日期", "作出许可决定日期", "办结日期"],
    result: ["许可结果", "决定结果", "审批结果", "办理结果", "结果"],
    valid_from: VALID_FROM,
    valid_until: VALID_UNTIL,
    state: ["当前状态", "证照状态", "许可状态", "状态"],
    street: ["街道", "所属街道", "乡镇街道"],
  },
  like: {
    item: /^(?:许可|审批|申请|办理)\S{0,2}(?:事项|项目|名称)$/,
    category: /^(?:许可|审批|申请|证照)\S{0,2}(?:分类|类别|类型|种类|性质)$/,
    state: /^(?:信息|数据|记录|决定|文书)\S{0,2}(?:状态|效力)$/,
    // Within ten days of the decision (行政许可法第四十四条): it is asked.
    decided_on: /^(?:发证|核发|颁证|颁发|制证)日期$/,
  },
  forms: {
    decision_no: [
      /^许可(?:决定)?(?:文书)?(?:文号|编号|文编号|号)$/,
      /^(?:申办|办件|业务|受理|办理|申请)(?:流水)?(?:编号|号|流水号)$/,
    ],
    licence_no: [/^(?:许可|证照|证|许可证件?)(?:编号|号)$/],
    item: [/^(?:许可|审批|办理|业务|申请|服务)?事项(?:名称)?$/],
    category: [/^(?:许可|审批)(?:类别|类型|种类)$/],
    party_type: [/^(?:相对人|申请人|申请主体|当事人|主体|申请对象)(?:类别|类型|性质)$/],
    accepted_on: [/^(?:许可|申请|业务|办件|正式)?受理日期$/],
    due_on: [/^(?:法定|承诺|应)(?:办结|办理|完成)(?:截止)?(?:日期|期限|时限|日)$/],
    decided_on: [/^(?:许可|审批|批准|准予)(?:决定)?日期$/, /^(?:实际)?(?:办结|审结|办理完成)日期$/],
    result: [/^(?:许可|审批|办理|办结|决定|办件)(?:决定)?结果$/],
    street: [/^(?:所属|所在|属地)(?:街道|街镇|镇街|街乡镇|乡镇街道|乡镇)(?:名称)?$/],
  },
  // A register of one kind of licence has the day of its request and its number, and little else.
  called: /(?:许可|核准|审批)\S{0,4}(?:台账|登记|清单|一览|明细|汇总|情况)/,
  // What was not taken up was asked for in that year.
  yearUnder: /^(?:申请|申报|提交|收件|收到申请)日期$/,
  about: /许可|审批|办件|准予|法定办结|承诺办结/,
  notAbout: /^处罚|执法证|^姓名$|持证人|文件名称/,
  bodies: /^(?:行政)?(?:许可|审批|决定|执法|实施|许可决定)(?:机关|主体|单位|部门)(?:名称)?$/,
  words: {
    category: [
      ["普通许可", "普通"],
      ["特许许可", "特许"],
      ["行政认可", "认可"],
      ["行政登记", "登记"],
      ["其它", "其他"],
      [/^其[他它][-—－].*$/, "其他"],
    ],
    result: [
      [/^(?:同意|批准|予以许可|审批通过|准予(?:办结|批准)|出证办结)$/, "准予"],
      // It has not been decided yet.
      [
        /^(?:审[批核查]|评审|受理|办理|在办|补正|公示|勘验)中$|^在办$|^(?:尚?未|待)(?:办结|审[批核查]|决定|批准)$/,
        "",
      ],
      // That it ended, and not how.
      [/^(?:已)?办结$/, ""],
      [/^(?:不同意|不批准|不予批准|不予延续|不予变更|审批[不未]通过)$/, "不予"],
      [/^(?:不受理|不予受理)$/, "不予受理"],
      [/^(?:撤回申请|申请人撤回|主动撤回|自愿撤回)$/, "申请撤回"],
    ],
    state: [
      ["正常", "有效"],
      ["变更", "已变更"],
      ["撤销", "已撤销"],
      ["撤回", "已撤回"],
      ["吊销", "已吊销"],
      ["注销", "已注销"],
    ],
  },
  // A platform of approvals keeps 行政确认 and 公共服务 in the same list.
  isOther: isOtherThan("许可"),
  derive(row, { cell, under }) {
    // 不予许可决定书 says it by its name.
    const paper = PAPERS.map(cell).find((text) => text !== "") ?? "";
    row.result ||= wordIn(BY_PAPER, paper) ?? "";
    if (row.result === "") delete row.result;
    // What is valid for a time, if for ever (2099-12-31), was granted; what became of it is its state.
    const isValid =
      [...VALID_FROM, ...VALID_UNTIL].some((head) => !isBlank(cell(head))) ||
      under(VALID).some((text) => DAYS.test(text));
    if (!row.result && isValid) row.result = "准予";
    const progress = PROGRESS.map(cell).find((text) => text !== "") ?? "";
    if (!row.result && NOT_TAKEN.test(progress)) row.result = "不予受理";
    if (!row.result && WITHDRAWN.test(progress)) row.result = "申请撤回";
    // Sent back, or its time stands still: nobody knows whether it is late.
    const isUnclear = progress !== "" && !GOES_ON.test(progress);
    if (!row.result && !row.decided_on && isUnclear) delete row.due_on;
  },
};

/** From one day until another: 2025.1.9-2025.6.8. */
const VALID = /^(?:许可|证书?|证照)?有效期限?$/;
const DAYS = /(?:19|20)\d\d\D/;

/** What a decision is called. */
const PAPERS = [
  "行政许可决定文书名称",
  "许可决定文书名称",
  "决定文书名称",
  "文书名称",
  "决定书名称",
];
const BY_PAPER: ExportWords = [
  [/不予受理/, "不予受理"],
  [/不予|不准予/, "不予"],
  [/撤销/, "撤销"],
  [/撤回/, "撤回"],
  [/吊销/, "吊销"],
  [/注销/, "注销"],
  [/^准予.*(?:变更|延续)/, ""],
  [/^准予/, "准予"],
];

/** Where an application stands, apart from how it was decided. */
const PROGRESS = [
  "办件状态",
  "业务状态",
  "流程状态",
  "申请状态",
  "办理状态",
  "受理状态",
  "是否受理",
  "受理结果",
  "当前环节",
];
const NOT_TAKEN = /^(?:否|不受理|不予受理|已?不予受理)$/;
const WITHDRAWN = /^(?:已|申请人|自愿|主动)?撤[回件](?:申请)?$|^申请撤回$/;
const GOES_ON =
  /^(?:是|已?(?:正在)?(?:受理|审[批核查]|办理|承办|在办|办结)中?|待\S{1,4}|制证|送达|办结)$/;
