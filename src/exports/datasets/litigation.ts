/** How 复议 lists and 应诉 ledgers say what 诉讼、复议、仲裁 says. */
import { AGAINST, litigation } from "../../datasets/litigation.ts";
import { type RowSays, type Vocabulary, wordIn } from "../profile.ts";

/** 被告某日作出的行政处罚决定: the act that a judgment is about. */
const ACT =
  "(?:被[诉告申请人]{1,4}|原|涉案|案涉)?(?:\\S{0,12}作出的?)?(?:原|涉案)?(?:(?:具体)?行政行为|(?:行政)?(?:处罚|强制|许可|处理|复议)?决定书?)";

/** Who of the bureau's heads came to court: that one did, and nothing of whom. */
const WHO_APPEARED =
  /^出庭(?:应诉)?(?:的)?(?:行政机关|单位|机关)?负责人(?:姓名|名称|及职务|姓名及职务|职务)?$/;
/** 某某（副局长）, 副局长某某. */
const HEAD_NAMED =
  /^(?!.*(?:顾问|代理|律师|人员|[科股]长|[待不未无否]|开庭|情况))(?:\p{Script=Han}·?){2,4}[(（，,、]?(?:党\p{Script=Han}{0,4})?(?:局长|副局长|主任|副主任|书记|副书记|队长|副队长|大队长|副大队长|[县市区]长|副[县市区]长|党组成员|分管领导|负责人)?[)）]?$|^(?:局长|副局长|主任|副主任|书记|副书记|党组成员|分管领导)(?:\p{Script=Han}·?){2,4}$/u;

export const litigationExported: Vocabulary = {
  dataset: litigation,
  heads: {
    dispute_no: ["案号", "案件编号", "争议编号", "收案号"],
    category: ["类别", "案件类别"],
    instance: ["审级"],
    role: ["本局地位", "诉讼地位"],
    accepted_on: [
      "收案日期",
      "应诉通知书签收日期",
      "受理日期",
      "立案日期",
      "申请受理日期",
      "应诉通知书收到日期",
      "收到应诉通知书日期",
    ],
    body: ["受理法院", "审理法院", "复议机关", "机关或法院"],
    act: [
      "具体行政行为名称",
      "被诉行为",
      "案由",
      "行政行为名称",
      "行政行为",
      "被申请行政行为",
      "被复议行政行为",
      "被诉行政行为",
      "行政行为类型",
      "行政行为种类",
      "申请复议事项",
      "行政复议事项",
      "复议事项",
      "诉讼事项",
    ],
    state: ["案件状态", "状态", "办理状态", "审理状态"],
    result: [
      "裁判结果",
      "裁决结果",
      "诉讼结果",
      "审理结果",
      "复议结果",
      "复议决定结果",
      "决定结果",
      "结案种类",
      "结案类型",
      "判决结果",
      "结果",
      "结案方式",
    ],
    closed_on: ["结案日期", "结案时间", "办结日期", "审结日期"],
    heard: ["是否开庭", "开庭"],
    head_appeared: [
      "负责人是否出庭",
      "负责人出庭",
      "行政机关负责人出庭应诉",
      "出庭情况",
      "负责人是否到庭",
    ],
  },
  like: {
    category: /^(?:案件|争议|纠纷)\S{0,2}(?:分类|类别|类型|种类)$/,
    // 是否出庭 may be said of a deputy without any office: it is asked.
    head_appeared: /^(?:出庭|到庭)(?:应诉)?$/,
  },
  forms: {
    act: [/^(?:案由|争议事项|诉讼事项)(?:争议事项)?$/],
    dispute_no: [/^(?:案件|复议|诉讼|复议案件|一审)?(?:案号|编号|字号)$/],
    instance: [/^(?:案件)?审级$/, /^(?:审理|审判|诉讼)程序$/, /^一审[或和]?二审(?:[或和]?再审)?$/],
    accepted_on: [
      /^(?:收到|签收|送达)?(?:应诉|答复|答辩|参加诉讼)通知(?:收到|签收|送达)?日期$/,
      /^(?:收到|签收)(?:起诉状?|诉状|复议申请)(?:副本)?日期$|^(?:起诉状?|诉状|复议申请)(?:副本)?(?:收到|签收|送达)日期$/,
      /^(?:复议|案件|法院)?(?:受理|立案|收案)日期$/,
    ],
    body: [/^(?:受理|审理|管辖|一审|复议)(?:法院|机关|机构)(?:名称)?$/, /^法院(?:名称)?$/],
    closed_on: [/^(?:裁判|判决|裁定|宣判|审结|结案|办结|复议决定|裁决)(?:作出)?日期$/],
    state: [/^(?:案件|审理|办理|当前|复议)(?:状态|进度|阶段|进展)$/],
    result: [
      /^(?:裁判|判决|裁决|审理|复议|诉讼|结案|审结|案件)(?:决定|处理)?结果$/,
      /^复议(?:决定)?(?:类型|种类|类别|方式|结论)$/,
      /^(?:审结|结案)(?:方式|类型|种类|情形)$/,
    ],
    heard: [/^(?:公开)?开庭(?:审理|情况)?$/, /^(?:举行)?听证(?:审理)?(?:情况)?$/],
    head_appeared: [
      /^(?:机关)?负责人(?:出庭|到庭|参加)(?:应诉|听证)?(?:情况)?$/,
      /^(?:出庭应诉|出庭)(?:情况|人员类别)$/,
    ],
  },
  // A list of what courts and bureaus sent each other has a case in several rows.
  // What the bureau asks a court to enforce, and what it decides between others, are no disputes of its own.
  notAbout:
    /^送达文|受送达人|^送达(?:方式|状态)|非诉(?:行政)?执行|^被执行人|^裁决(?:申请人?|事项|请求|机关)/,
  about:
    /复议|诉讼|应诉|法院|原告|被告|仲裁|被申请人|裁判|^(?:案件)?审级$|负责人\S{0,2}(?:出庭|到庭)/,
  // （2024）黔0000行初1号: a court's, of whatever kind.
  numbers:
    /^[(（〔[［](?:19|20)\d\d[)）〕\]］]\p{Script=Han}{1,3}\d{0,4}(?:[行民刑商]|执|知|破)\S{0,4}\d+号$/u,
  partly: /败诉|重大|典型/,
  bodies: /^(?:被申请人|被告)(?:名称)?$/,
  numbered: { key: "dispute_no", year: yearOfNumber },
  words: {
    category: [
      ["复议", "行政复议"],
      ["应诉", "行政诉讼"],
      ["诉讼", "行政诉讼"],
      ["行政应诉", "行政诉讼"],
      [/^行政(?:[一二再]审)?案件$/, "行政诉讼"],
    ],
    instance: [
      [/^(?:行政)?第?一审(?:案件|程序)?$/, "一审"],
      [/^(?:行政)?第?二审(?:案件|程序)?$/, "二审"],
      [/^(?:行政)?(?:再审|申请再审)(?:案件|程序)?$/, "再审"],
      [/^(?:普通|简易)程序$/, ""],
    ],
    state: [
      [/^中止(?:审理|复议)?$/, "中止"],
      [/^(?:(?:[一二]|再)审)?(?:办理中|审理中|未办结|未结|未结案|未审结|待审理)$/, "在办"],
      [/^(?:已办结|办结|结案|已结案|已审结|审结|(?:已)?归档)$/, "已结"],
      [/^(?:审理|在审|排期|立案|已立案)$/, "在办"],
    ],
    result: [
      ["驳回", "驳回复议申请"],
      // It may end because the act was changed, the application withdrawn, or the applicant is no more.
      [/^(?:终止|终止审理)$/, "其他"],
      [
        /^(?:(?:申请人)?(?:自愿)?撤回(?:复议)?(?:申请)?|(?:审理|复议)?终止[(（:：—-]*(?:申请人)?(?:自愿)?撤回(?:(?:复议)?申请)?[)）]?|(?:申请人)?撤回(?:复议)?申请(?:而|后|，|,)?终止)$/,
        "撤回申请终止",
      ],
      [/^(?:审理|复议)?终止[(（:：—-]*(?:被申请人)?(?:改正|改变)\S{0,8}$/, "改正后终止"],
      [
        /^(?:尚?未(?:结案?|判决|裁判|宣判|裁定|审结|开庭|作出(?:判决|裁判|裁定|决定))|(?:正在|尚在)?(?:一审|二审)?审理中|待(?:开庭|审理|判决?|宣判|裁判)|在审)$/,
        "",
      ],
      [/^驳回行政复议请求$/, "驳回复议请求"],
      [/^驳回行政复议申请$/, "驳回复议申请"],
      [/^(?:裁定|判决)?驳回(?:原告)?的?(?:全部)?诉讼请求$/, "驳回诉讼请求"],
      [/^(?:裁定)?驳回(?:原告)?的?起诉$/, "驳回起诉"],
      [/^(?:判决|决定)?维持(?:原判|一审判决|原(?:行政)?(?:行为|决定))$/, "维持"],
      [new RegExp(`^(?:判决|决定)?撤销${ACT}$`), "撤销"],
      [new RegExp(`^(?:判决|决定)?部分撤销${ACT}$`), "部分撤销"],
      [new RegExp(`^(?:判决|决定)?变更${ACT}$`), "变更"],
      [new RegExp(`^(?:判决|决定)?确认${ACT}违法$`), "确认违法"],
      [new RegExp(`^(?:判决|决定)?确认${ACT}无效$`), "确认无效"],
      [/^(?:裁定)?(?:准许|准予)?(?:原告|申请人)?(?:\S{0,6})?撤回(?:起诉|诉讼)$/, "准许撤诉"],
      ["准予撤诉", "准许撤诉"],
      [/^申请人撤回(?:复议|行政复议)?申请$/, "撤回申请终止"],
      [/^(?:全部)?撤销(?:并?重作|.*重新作出.*)?$/, "撤销"],
      [/^部分撤销(?:并?重作|.*重新作出.*)?$/, "部分撤销"],
      [/^(?:履行法定职责|限期履行|责令履行法定职责)$/, "责令履行"],
      ["履行给付义务", "给付"],
      [/^行政协议(?:履行|补偿|责任).*$/, "承担协议责任"],
      // The ruling or judgment before it stands.
      [/^驳回上诉.*$/, "驳回上诉"],
      [/^.*发回重审$/, "发回重审"],
      [/^准许.*改变.*撤诉$/, "改正后撤诉"],
      [/^(?:准许.*|原告|按)?撤诉(?:处理)?$/, "准许撤诉"],
      ["终结诉讼", "其他"],
      // In what form it ended, and not how.
      [/^(?:判决|裁定|决定)(?:结案|书)?$/, ""],
      [/^(?:判决|裁定|决定)维持$/, "维持"],
      [/^(?:判决|裁定|决定)撤销$/, "撤销"],
      [/^(?:判决|裁定|决定)变更$/, "变更"],
      [/^(?:判决|裁定|决定)确认违法$/, "确认违法"],
      [/^(?:判决|决定)(?:责令)?(?:限期)?履行(?:法定职责)?$/, "责令履行"],
      [/^(?:判决|决定)确认无效$/, "确认无效"],
      [
        /^(?:申请人)?(?:自愿)?撤回(?:复议|行政复议)?申请[(（](?:达成|经|自愿)?(?:和解|调解)\S{0,4}[)）]$/,
        "撤回申请终止",
      ],
    ],
    head_appeared: [
      [
        /^(?:已|(?:主要|分管|行政机关|单位|机关)?负责人|正职|副职|局长|副局长|分管领导)(?:负责人)?(?:出庭|到庭)?(?:应诉)?$/,
        "是",
      ],
      ["出庭", "是"],
      [/^(?:负责人)?(?:未|没有)(?:出庭|到庭|派员|参加)(?:应诉)?$/, "否"],
      [/^(?:仅|委托)?(?:其他|一般)?(?:工作人员|律师|代理人)(?:出庭|到庭)?(?:应诉)?$/, "否"],
      [/^(?:(?:未|不|没有)开庭|书面)(?:审理)?$/, "不适用"],
    ],
  },
  // 民事, 刑事, 执行; in 行审 the bureau itself asks the court to enforce.
  isOther({ cell, under }) {
    if (under(/^案件(?:类型|类别|性质)$/).some((text) => NOT_OURS.test(text))) return true;
    const number = numberOf(cell);
    return /^[(（〔[]\d{4}/.test(number) && /[民刑商](?:初|终|申|再|特|辖)|执|行审/.test(number);
  },
  derives: ["state"],
  derivesUnder: { head_appeared: WHO_APPEARED },
  derive(row, { cell, under }) {
    const [, category] = BY_NUMBER.find(([number]) => number.test(numberOf(cell))) ?? [];
    if (category) row.category = category;
    if (row.category === "行政复议") row.instance = "复议";
    if (row.instance === "复议" && row.category !== "行政复议") delete row.instance;
    const [, stage = ""] = /行(?:赔)?(初|终|申|再)/.exec(numberOf(cell)) ?? [];
    if (!row.instance && stage) row.instance = STAGES[stage]!;
    if (!row.instance && row.category === "行政复议") row.instance = "复议";
    // What was judged was heard on the day set for it; what was withdrawn may have been before that day.
    const isJudged = JUDGED.some((result) => result === row.result);
    if (!row.heard && isJudged && DAY.test(cell("开庭时间"))) row.heard = "是";
    const [who = ""] = under(WHO_APPEARED).filter((text) => text !== "");
    if (!row.head_appeared && who !== "") {
      const appeared = wordIn(litigationExported.words.head_appeared!, who);
      const isNamed = HEAD_NAMED.test(who);
      if (appeared ?? isNamed) row.head_appeared = appeared ?? "是";
    }
    if (!row.result && REFUSED.some((head) => /^不予受理/.test(cell(head)))) {
      row.result = "不予受理";
    }
    if (!row.state && (row.closed_on || row.result)) row.state = "已结";
  },
};

/** 2024.3.5, 二〇二四年三月五日. */
const DAY = /\d|[〇零一二三四五六七八九]年/;
/** Suits in which no act of the bureau is judged. */
const NOT_OURS = /^(?:民事|刑事|商事|执行|非诉)/;

/** （2024）黔0000行初1号: the year in which it was taken up. */
function yearOfNumber({ cell }: RowSays): number | undefined {
  const year = /^\D{0,12}[(（〔[［]((?:19|20)\d\d)[)）〕\]］]/.exec(numberOf(cell))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The number that a court or an office of reconsideration gives a matter: it says what it is. */
function numberOf(cell: (head: string) => string): string {
  return ["案号", "案件编号", "一审案号", "案件字号"].map(cell).find((text) => text !== "") ?? "";
}
const BY_NUMBER: readonly (readonly [RegExp, string])[] = [
  [/行赔/, "行政赔偿"],
  [/行(?:初|终|申|再)/, "行政诉讼"],
  [/行?复(?:议|决|字|受|〔|\[|［|\()/, "行政复议"],
  [/劳人?仲|仲案/, "劳动仲裁"],
];
const REFUSED = [
  "立案审查决定",
  "审查决定",
  "受理审查结果",
  "立案审查结果",
  "是否受理",
  "处理结果",
  "受理情况",
  "受理结果",
];
const JUDGED = [...AGAINST, "驳回诉讼请求"];
const STAGES: Readonly<Record<string, string>> = { 初: "一审", 终: "二审", 申: "再审", 再: "再审" };
