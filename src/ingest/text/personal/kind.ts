/** What a kind of personal data is, and the words around a number that say what it is. */

/** Where a match stands. */
export interface Around {
  /** What is written just before it and just after it. */
  before: string;
  after: string;
  /** The text is one of the bureau's own numbers of tickets, cases or documents. */
  numbering: boolean;
}

export interface PersonalKind {
  name: string;
  /** Global. Every expression here runs in linear time: nothing repeats what repeats itself. */
  pattern: RegExp;
  /** A closer look, where the pattern alone says too little. */
  confirmed?(match: string, around: Around): boolean;
  /** What a text has at least, where the pattern is dear and that is soon looked at. */
  needs?: RegExp;
  /** It is written, or told, with 汉字. */
  chinese?: true;
  /** Not looked for where the bureau numbers its own matters. */
  notInNumbering?: true;
}

/** A number said to be that of a ticket, a document, a machine: nobody's. */
const NUMBERED =
  /(?:单号|编号|文号|案号|序号|流水号?|受理号|任务号|备案号?|许可证?号?|订单号|发票|型号|批号|件号|合同号?|项目代码)[号为是:：# ]{0,3}[A-Z]{0,6}-?$|第$/i;
const NUMBER_BEHIND = /^ ?号(?:工单|单|案|文|令|决定)/;

export function isNumbered({ before, after }: Around): boolean {
  return NUMBERED.test(before) || NUMBER_BEHIND.test(after);
}

/** An office's own house, said right before or behind the number: 136号县司法局, 市监局（环城路88号）. */
const OFFICE =
  "(?:[局厅]|委员会|[街乡镇]道?办(?:事处)?|政府|法院|检察院|派出所|司法所|(?:服务|政务|执法|指挥|调解|接待)(?:中心|大厅|大队|支队)|[居村]委会)";
const OFFICE_BEHIND = new RegExp(
  `^[,， ]?[\\u4e00-\\u9fff]{0,10}?${OFFICE}(?!宿舍|家属|职工|小区|[旁边后前对隔楼院])`,
);
const OFFICE_BEFORE = new RegExp(
  `(?:${OFFICE}|[中市区县][心场]|[心站所馆校院会])[\\u4e00-\\u9fff]{0,4}(?:[(:]|地址:?|位于|设在)[\\u4e00-\\u9fff]{0,4}$`,
);

export function isOffices({ before, after }: Around): boolean {
  return OFFICE_BEHIND.test(after) || OFFICE_BEFORE.test(before);
}

/** A room of an office: 行政审批局A座1012房间. Who lives there says the entrance as well. */
const IN_OFFICE = new RegExp(`${OFFICE}(?:大院|院内|机关|办公楼|大楼)?$`);

export function isInOffice({ before }: Around): boolean {
  return IN_OFFICE.test(before);
}

/** What is written in place of digits that are hidden. */
export const HIDDEN = "[*x×•●○█■□_]";

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Whether there are such a month and day. */
export function isDay(month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/** The lengths of the groups in which digits are written: 138-0013-8000 → 3, 4, 4. */
export function groupsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map((digits) => digits.length).join("-");
}
