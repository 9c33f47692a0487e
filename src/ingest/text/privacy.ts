/**
 * Personal data never leaves the build (个人信息保护法): finding it stops check and build. The
 * patterns name what they found; the value itself is never printed whole.
 */
import { tidy } from "./tidy.ts";

interface Finding {
  kind: string;
  /** The value with its middle hidden, safe to print. */
  masked: string;
}

/** Born 1900–2019: a ticket number of region, day of 2023 and sequence has 18 digits as well. */
const IDENTITY =
  /(?<!\d)\d{6}(?:19\d\d|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/gi;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[- ]|\(0\d{2,3}\) ?)\d{7,8}(?!\d)/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. ]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学警港澳])(?![A-Z0-9])/g;
/** 62… of 银联, and the 16 digits of Visa and Mastercard. */
const CARD = /(?<!\d)(?:62(?:[ -]?\d){14,17}|[45]\d{3}(?:[ -]?\d{4}){3})(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;
const WECHAT = /(?:微信号?|VX|WeChat)[:：]?\s*[A-Za-z][\w-]{5,19}/gi;
/** A building alone (拆除3栋) is no address; with an estate before it or a door behind it is. */
const ROOM =
  /(?:小区|家园|花园|公寓|[苑城湾府号])\d+(?:号楼|栋|幢)|\d+(?:号楼|栋|幢)\d*(?:单元\d*|\d+[室号])|\d+单元\d+/g;
const COORDINATES = /(?<![\d.])(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{4,}[,，、 ]+\d{1,2}\.\d{4,}/g;

/** Headers that announce a column of personal data, whatever the dataset. */
export const PERSONAL_HEADER =
  /姓名|身份证|证件号|手机|电话|联系方式|住址|家庭地址|详细地址|车牌|微信|银行|账号|卡号|经度|纬度|坐标|信用代码|出生|健康|工单内容|诉求内容|答复内容|店名|字号|(?:当事人|投诉人|举报人|反映人|来电人|联系人|申请人|被处罚人|法定代表人)(?:名称|信息)?$|^(?:name|phone|mobile|tel|address|id_?card)$/i;

const PATTERNS: readonly [kind: string, pattern: RegExp, confirmed?: (match: string) => boolean][] =
  [
    ["居民身份证号", IDENTITY, isIdentityNumber],
    ["手机号码", MOBILE],
    ["电话号码", LANDLINE],
    ["车牌号", PLATE],
    ["电子邮箱", EMAIL],
    ["微信号", WECHAT],
    ["楼栋房号", ROOM],
    ["经纬度", COORDINATES],
    ["银行卡号", CARD, isLuhn],
  ];

/** What every pattern needs at least; most cells have none of it, and a million are looked at. */
const HINT =
  /\d(?:[ -]?\d){9}|\) ?\d{7}|@|微信|VX|WeChat|[栋幢]|号楼|单元|[\u4e00-\u9fff][A-HJ-NP-Z]|\.\d{4}/i;
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** What personal data a text holds, if any. `text` is one cell or one line. */
export function personalData(text: string): Finding | null {
  if (text.length < 5) return null;
  const plain = PLAIN.test(text) ? text : tidy(text.normalize("NFKC"));
  if (!HINT.test(plain)) return null;
  for (const [kind, pattern, confirmed] of PATTERNS) {
    for (const [match] of plain.matchAll(pattern)) {
      if (!confirmed || confirmed(match)) return { kind, masked: mask(match) };
    }
  }
  return null;
}

/** Text that may be printed: whatever in it is personal has its middle hidden. */
export function withoutPersonal(text: string): string {
  if (!personalData(text)) return text;
  return PATTERNS.reduce(
    (hidden, [, pattern, confirmed]) =>
      hidden.replace(pattern, (match) => (!confirmed || confirmed(match) ? mask(match) : match)),
    tidy(text.normalize("NFKC")),
  );
}

function mask(text: string): string {
  return `${text.slice(0, 2)}****${text.slice(-1)}`;
}

/** Check digit of an 18-digit identity number (GB 11643). */
function isIdentityNumber(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

function isLuhn(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
