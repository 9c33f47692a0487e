/** 手机号码 and 电话号码 in all the ways they are written. */
import {
  type Around,
  digitsOf,
  groupsOf,
  HIDDEN,
  isDay,
  isNumbered,
  type PersonalKind,
} from "./kind.ts";

/** What may stand between digits. */
const GAP = "[ .·_/()~*、-]{0,3}";
/** Not the fraction of a number, and not a number with a fraction or thousands behind it. */
const START = "(?<!\\d)(?<!\\d\\.)";
const END = "(?!\\d|\\.\\d{1,4}(?!\\d)|,\\d{3}(?!\\d))";

/** The beginnings that are given out; satellites and machines have others. */
const PREFIX = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;
/** 138-0013-8000, 138 001 38000, digit by digit, in pairs; not thousands (13 800 138 000). */
const MOBILE_GROUPS = new Set([
  ...["11", "3-4-4", "3-3-5", "3-8", "3-5-3", "4-4-3", "4-3-4", "7-4", "5-6", "5-3-3", "6-5"],
  ...[
    "3-2-2-2-2",
    "3-4-2-2",
    "3-2-2-4",
    "3-3-3-2",
    "2-4-5",
    "2-5-4",
    "2-9",
    "2-2-2-2-2-1",
    "1-2-2-2-2-2",
  ],
  Array(11).fill(1).join("-"),
]);

/** Said right before, it may be parted anywhere. */
const SAID_PHONE = /(?:电话|手机|号码|联系方式|拨打|致电)(?:号码?)?[号为是:( ]{0,3}$/;
const LISTED_GROUPS = new Set(["3-4-4", "3-3-5", "3-8"]);

const mobile: PersonalKind = {
  name: "手机号码",
  pattern: new RegExp(
    `${START}(?:(?:\\+|00)?86${GAP})?0?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d|\\.\\d{1,4}(?!\\d))`,
    "g",
  ),
  confirmed(match, around) {
    const written = lastDigits(match, 11);
    const digits = digitsOf(written);
    // Numbers in a list are joined so as well.
    const groups = written.includes("、") ? LISTED_GROUPS : MOBILE_GROUPS;
    const isSaid = SAID_PHONE.test(around.before) && !written.includes("、");
    if (!PREFIX.test(digits) || !isSomebodys(digits, around)) return false;
    return isSaid || groups.has(groupsOf(written));
  },
};

/** The end of a text that holds so many digits. */
function lastDigits(text: string, count: number): string {
  let at = text.length;
  for (let left = count; left > 0; ) if (/\d/.test(text[--at]!)) left--;
  return text.slice(at);
}

/** With its middle hidden; seven digits and a name beside them are enough to find somebody. */
const mobileHidden: PersonalKind = {
  name: "手机号码",
  pattern: new RegExp(
    `(?<![\\dA-Z])1[3-9]\\d[ -]?(?:${HIDDEN}{3,6}|某{2,4})[ -]?\\d{2,4}(?![\\dA-Z]|\\.\\d)`,
    "gi",
  ),
  confirmed: (_match, around) => !isAmountOrId(around),
};

/** Two or three numbers without anything between them. */
const mobiles: PersonalKind = {
  name: "手机号码",
  pattern: new RegExp(`${START}1[3-9]\\d{9}(?:1[3-9]\\d{9}){1,2}${END}`, "g"),
  confirmed: (match, around) =>
    [0, 11].every((at) => PREFIX.test(match.slice(at))) && !isNumbered(around),
};

function isSomebodys(digits: string, around: Around): boolean {
  if (isAmountOrId(around)) return false;
  // A ticket of 2013 to 2019: year, month, day, sequence.
  return !around.numbering || !isDay(digits.slice(2, 4), digits.slice(4, 6));
}

/** 0855-8221234, (0855)8221234, 08558221234, +86 855 822 1234. */
const landline: PersonalKind = {
  name: "电话号码",
  pattern: new RegExp(
    `${START}(?:(?:\\+|00)86[ -]?\\(?0?|\\(?0)(?:10|2\\d|[3-9]\\d\\d)(?:\\) ?|[ ._/-]{0,2})[2-8]\\d{2}(?:[ -]?\\d){4,5}${END}`,
    "g",
  ),
  confirmed: (_match, around) => !isAmountOrId(around),
};

/** A local number has no shape of its own: it is told by what stands before it, or in brackets behind. */
const localNumber: PersonalKind = {
  name: "电话号码",
  chinese: true,
  pattern: new RegExp(
    `(?<=(?:电话|座机|固话|致电|拨打|来电|号码|联系方式)(?:号码)?[号为是:( ]{0,3}|某某?|先生|女士|师傅)[2-8]\\d{2,3}[ -]?\\d{4}${END}|(?<![\\w.-]|\\d,)[2-8]\\d{2,3}[ -]?\\d{4}(?= ?[(][^()\\d]{0,6}(?:电话|座机|固话|宅电|家里?|住宅)[)])`,
    "g",
  ),
  confirmed: (_match, { after }) => !UNIT.test(after) && !/^ ?[次通条个位宗起]/.test(after),
};

/** Something that is counted or paid; 号 and 家 are not among them. */
const UNIT =
  /^ ?(?:元(?![旦宵月素])|户(?!主|籍|口)|[件吨米亩株棵份吋%‰]|[万亿]|人次|平方|立方|千[瓦克米]|公[里斤顷])/;
const CURRENCY = /[¥$€] ?$/;
/** Letters right before the digits are those of an id, unless they say what it is. */
const LETTERS = /[A-Z]{2,}$/;
const SAID = /(?:TEL|PHONE|MOBILE|MOB|VX|WX|QQ|DH|SJ|ID)$/;

function isAmountOrId(around: Around): boolean {
  if (UNIT.test(around.after) || CURRENCY.test(around.before)) return true;
  if (isNumbered(around)) return true;
  return LETTERS.test(around.before) && !SAID.test(around.before);
}

/** Short numbers of a company's or village's net, and the ends of numbers said before whose they are. */
const shortNumber: PersonalKind = {
  name: "电话号码",
  chinese: true,
  pattern:
    /(?<=(?:短号码?|小灵通|虚拟网|集群网|亲情号)(?:号码?)?[号为是:( ]{0,3})\d(?:[ -]?\d){2,8}(?!\d)|尾[号数][为是:( ]{0,3}\d{4}\)?(?= ?的? ?(?:手机|电话|号码|机主|车主|来电|微信|银行卡|储蓄卡))/g,
  confirmed: (_match, { after }) => !UNIT.test(after) && !/^ ?[次通条个位起段]/.test(after),
};

export const PHONES: readonly PersonalKind[] = [
  mobiles,
  mobile,
  mobileHidden,
  landline,
  localNumber,
  shortNumber,
];
