/**
 * Personal data never leaves the build (个人信息保护法): finding it stops check and build. The
 * patterns name what they found; the value itself is never printed whole.
 */

interface Finding {
  kind: string;
  /** The value with its middle hidden, safe to print. */
  masked: string;
}

const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学警港澳])(?![A-Z0-9])/g;
const CARD = /(?<!\d)[3-6]\d{15,18}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;
const WECHAT = /(?:微信号?|VX|WeChat)[:：]?\s*[A-Za-z][\w-]{5,19}/gi;
const ROOM = /\d+(?:号楼|栋|幢)\d*(?:单元)?\d*(?:室|号)?|\d+单元\d+室/g;

/** Headers that announce a column of personal data, whatever the dataset. */
export const PERSONAL_HEADER =
  /姓名|身份证|证件号|手机|电话|联系方式|住址|家庭地址|详细地址|车牌|微信|银行|账号|卡号|经度|纬度|坐标|信用代码|出生|健康|工单内容|诉求内容|答复内容/;

/** What personal data a text holds, if any. `text` is one cell. */
export function personalData(text: string): Finding | null {
  // Most cells are short words or numbers: nothing below can match without these.
  if (text.length < 5 || !/[\dA-Za-z]/.test(text)) return null;
  const wide = text.normalize("NFKC");
  for (const match of wide.matchAll(IDENTITY)) {
    if (isIdentityNumber(match[0])) return { kind: "居民身份证号", masked: mask(match[0]) };
  }
  for (const [kind, pattern] of PATTERNS) {
    const match = wide.match(pattern)?.[0];
    if (match) return { kind, masked: mask(match) };
  }
  for (const match of wide.matchAll(CARD)) {
    if (isLuhn(match[0])) return { kind: "银行卡号", masked: mask(match[0]) };
  }
  return null;
}
const PATTERNS: readonly [string, RegExp][] = [
  ["手机号码", MOBILE],
  ["电话号码", LANDLINE],
  ["车牌号", PLATE],
  ["电子邮箱", EMAIL],
  ["微信号", WECHAT],
  ["楼栋房号", ROOM],
];

function mask(text: string): string {
  return `${text.slice(0, 2)}****${text.slice(-1)}`;
}

/** Check digit of an 18-digit identity number (GB 11643). */
function isIdentityNumber(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
