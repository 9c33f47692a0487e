/** 居民身份证号 of 18 and 15 digits, and the numbers of passports. */
import { digitsOf, HIDDEN, isDay, isNumbered, type PersonalKind } from "./kind.ts";

/** The first two digits are a province's. */
const PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])";
/** Digits may stand apart: 430102 19900101 1234. */
const GAP = "[ ._/-]?";

const identity18: PersonalKind = {
  name: "居民身份证号",
  pattern: new RegExp(`(?<!\\d)${PROVINCE}(?:${GAP}\\d){15}${GAP}[\\dX](?![\\dA-Z])`, "gi"),
  confirmed(match, around) {
    const text = match.replace(/[^\dX]/gi, "").toUpperCase();
    const year = Number(text.slice(6, 10));
    if (!isDay(text.slice(10, 12), text.slice(12, 14)) || year < 1900) return false;
    if (year > LAST_YEAR) return false;
    if (SAID.test(around.before)) return true;
    const right = checkDigit(text) === text[17];
    // A ticket's number is of region, day and sequence as well; it has no X.
    const likeTicket = year >= (around.numbering ? FIRST_TICKETS : FIRST_LIKELY_TICKETS);
    if (!likeTicket) return !isNumbered(around) || right;
    if (text.endsWith("X")) return right;
    return right && !around.numbering && !isNumbered(around);
  },
};
/** Said right before the number; a wrong check digit is then a slip of the pen. */
const SAID = /(?:身份证|证件|公民身份)(?:号码?)?[号为是:：( ]{0,3}$/;
/** No ticket has a number of an earlier year; in free text few are of earlier ones than these. */
const FIRST_TICKETS = 2010;
const FIRST_LIKELY_TICKETS = 2020;
const LAST_YEAR = 2039;

/** Of those born before 1999; the year has two digits. */
const identity15: PersonalKind = {
  name: "居民身份证号",
  pattern: new RegExp(`(?<!\\d)${PROVINCE}(?:${GAP}\\d){13}(?![\\dA-Z])`, "gi"),
  confirmed(match, around) {
    const text = digitsOf(match);
    if (!isDay(text.slice(8, 10), text.slice(10, 12))) return false;
    if (SAID.test(around.before)) return true;
    // Before 1930 they would be a hundred years old; such numbers are of tickets of the 2020s.
    return Number(text.slice(6, 8)) >= 30 && !isNumbered(around);
  },
};

/** With the middle hidden: region, and the three or four digits that tell one from the other. */
const identityHidden: PersonalKind = {
  name: "居民身份证号",
  pattern: new RegExp(
    `(?<![\\dA-Z])${PROVINCE}(?:\\d{0,12}${HIDDEN}{4,14}\\d{1,4}[\\dX]|\\d{10,12}${HIDDEN}{3,6})(?![\\dA-Z*])`,
    "gi",
  ),
  confirmed: (match, around) => [15, 18].includes(match.length) || SAID.test(around.before),
};

/** Two of them without anything between. */
const identities: PersonalKind = {
  name: "居民身份证号",
  pattern: new RegExp(`(?<!\\d)(?:${PROVINCE}\\d{15}[\\dX]){2}(?![\\dA-Z])`, "gi"),
  confirmed: (match) =>
    [0, 18].every((at) => isDay(match.slice(at + 10, at + 12), match.slice(at + 12, at + 14))),
};

/** Numbers of any shape, told by what stands before them. */
const certificate: PersonalKind = {
  name: "证件号码",
  chinese: true,
  pattern:
    /(?<=(?:社保卡?|社会保障卡?|台胞证|通行证|回乡证|军官证)(?:号码?|卡号|证号)?[号为是:( ]{0,3})[A-Z]{0,2}\d{8,18}X?(?![\dA-Z])/gi,
  confirmed: (_match, { after }) => !/^ ?[张人件次元本份]/.test(after),
};

/** Papers and machines of somebody's, of any shape, and the ends of numbers. */
const papers: PersonalKind = {
  name: "证件号码",
  needs: /[证卡簿本号编档字权]|后[四五六]位/,
  chinese: true,
  pattern:
    /(?<=(?:(?:行驶|驾驶|学生|低保|特困|五保|优待|优抚|退役|烈属|独生子女|计生|流动人口|居住|居留|暂住|户口|户籍|老年|工伤|死亡|收养)(?:(?:卡|证明|证书|证|簿|本)(?:档案)?(?:号码?|编号|户号)?|号码?|编号)|(?:病历|住院|门诊|就诊|医保|学籍|准考|车架|车辆识别代?|发动机|房产|房权|不动产权?|行驶|驾驶|结婚|离婚|残疾人?|士兵|警官|出生(?:医学)?)(?:卡|证明|证书|证)?(?:号码?|编号)?)[号为是:( 第]{0,3})[A-Z\d](?:-?[A-Z\d]){5,19}(?![A-Z\d])|(?<=(?<!许可|合格|登记|资质|备案|准运|排污|经营|认证)(?:证|簿)号?码?[号为是:( ]{1,3})(?:[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,6}第 ?)\d{5,}(?!\d)|军字第? ?\d{4,}|(?:不动产权|房权证字?)第? ?\d{5,}|(?:身份证|证件|手机|电话|卡号?)(?:号码?)?[^\n。;；]{0,10}(?:尾号|后[四五六]位)[号为是:( ]{0,3}(?:\d{4,6}X?|\d{3}X)(?!\d)/gi,
  confirmed: (match, { after }) =>
    match.replace(/[^\dX]/gi, "").length >= 4 && !/^ ?[张人件次元本份辆台户]/.test(after),
};

/** The permit of a foreigner: of the first two forms by its letters, of 2023 by its check digit. */
const resident: PersonalKind = {
  name: "证件号码",
  pattern: /(?<![A-Z\d])(?:[A-Z]{3}\d{12}|9\d{16}[\dX])(?![A-Z\d])/gi,
  confirmed(match, around) {
    const text = match.toUpperCase();
    const said = /(?:居留|居住|身份)证(?:号码?)?[号为是:( ]{0,3}$/.test(around.before);
    if (said) return true;
    return (
      text.startsWith("9") &&
      !isNumbered(around) &&
      isDay(text.slice(10, 12), text.slice(12, 14)) &&
      /^(?:19|20[0-3])/.test(text.slice(6, 10)) &&
      checkDigit(text) === text[17]
    );
  },
  notInNumbering: true,
};

/** A household's own number, with whoever sends it light and water. */
const household: PersonalKind = {
  name: "户号",
  chinese: true,
  pattern:
    /(?<=(?<![门商住农])(?:户号|户主号|(?:水|电|燃?气)(?:表|卡)号)码?[为是:( ]{0,3})\d(?:[ -]?\d){4,14}(?!\d)/g,
  confirmed: (_match, { after }) => !/^ ?[张人件次元本份个户]/.test(after),
};

/** The day on which somebody was born, as decisions write it. */
const birth: PersonalKind = {
  name: "出生日期",
  chinese: true,
  pattern:
    /(?<=(?:出生(?:日期|年月日?|时间)?|生于|生日)[:：为是于( ]{0,3})(?:19|20)\d\d ?[-./年] ?\d{1,2}(?: ?[-./月](?: ?\d{1,2}日?)?)?|(?:19|20)\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2}日?(?=出生(?!地|率|人口|证|医)|生(?:[,。;)]|$))/g,
};

/** 香港 writes the check digit in brackets; 澳门 and 台湾 are told by what stands before. */
const ofIslands: PersonalKind = {
  name: "证件号码",
  pattern:
    /(?<![A-Z\d])[A-Z]{1,2}\d{6} ?\([\dA]\)|(?<=(?:澳门|MACA[OU])[^\d\n]{0,12})[157]\/?\d{6}\/?(?:\(\d\)|\d)(?!\d)|(?<=(?:台湾|身份证|TAIWAN)[^\d\n]{0,8}(?<![A-Z]))[A-Z][12]\d{8}(?!\d)/gi,
  confirmed: (_match, around) => !isNumbered(around),
  notInNumbering: true,
};

/** 个体工商户 have the code of a person, who is named after it. */
const soleTrader: PersonalKind = {
  name: "个体工商户的信用代码",
  pattern: /(?<![A-Z\d])92[1-9]\d{5}(?=[A-Z\d]*[A-Z])[\dA-HJ-NP-RTUW-Y]{10}(?![A-Z\d])/gi,
};

const passport: PersonalKind = {
  name: "护照或通行证号",
  pattern: /(?<![A-Z\d])[A-Z]{1,2}\d{7,10}(?![\dA-Z])/gi,
  confirmed(match, around) {
    if (
      /(?:护照|通行证|台胞证|回乡证|军官证|士兵证)(?:号码?)?[号为是:：( ]{0,3}$/.test(around.before)
    )
      return true;
    return (
      /^(?:E[A-HJ-NP-Z]?|[GDSPH])/.test(match) &&
      match.length === 9 &&
      !/(?:设备|机器|仪器|机型|编码)$/.test(around.before) &&
      !/^[A-Z]{1,2}(?:19|20)\d\d/.test(match) &&
      !isNumbered(around)
    );
  },
  notInNumbering: true,
};

export const IDENTITY: readonly PersonalKind[] = [
  identities,
  identity18,
  identity15,
  identityHidden,
  resident,
  passport,
  certificate,
  papers,
  household,
  birth,
  ofIslands,
  soleTrader,
];

/** The last digit that the others demand (GB 11643). */
function checkDigit(text: string): string | undefined {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11];
}
