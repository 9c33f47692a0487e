/** 银行卡号 by their check digit; 银行账号, which have none, by the words before them. */
import { digitsOf, groupsOf, HIDDEN, isNumbered, type PersonalKind } from "./kind.ts";

const card: PersonalKind = {
  name: "银行卡号",
  // Behind a dash it is the rest of a longer number: 2306-522601-04-01-123456.
  pattern: /(?<!\d-?)[3-69](?:[ -]?\d){14,18}(?!\d)/g,
  confirmed(match, around) {
    const digits = digitsOf(match);
    return isCard(digits) && isLuhn(digits) && !isNumbered(around) && !HOLDS_DAY.test(digits);
  },
};

/** 银联 62, Visa and Mastercard of 16 digits, 运通 of 15, and the old ones of 工商银行. */
function isCard(digits: string): boolean {
  if (digits.startsWith("62")) return true;
  if (/^(?:4|5[1-5])/.test(digits)) return digits.length === 16;
  if (/^3[47]/.test(digits)) return digits.length === 15;
  return /^(?:9558|60|6[0345])/.test(digits) && digits.length >= 16;
}
/** Region, day and sequence: the number of a ticket in 甘肃 begins with 62 as well. */
const HOLDS_DAY = /^(?:\d{2}|\d{4}|\d{6})20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** With a slip in a digit: of 银联, of the usual lengths, and no number of the bureau's own. */
const slipped: PersonalKind = {
  name: card.name,
  pattern: /(?<![A-Z\d-])62(?:[ -]?\d){14}(?:(?:[ -]?\d){3})?(?!\d)/gi,
  confirmed: (match, around) =>
    !isNumbered(around) &&
    !HOLDS_DAY.test(digitsOf(match)) &&
    (/^4-4-4-4(?:-3)?$/.test(groupsOf(match)) || !around.numbering),
};

const account: PersonalKind = {
  name: "银行账号",
  chinese: true,
  pattern:
    /(?<=(?:(?<!支付宝)[账帐][号户]|(?<!电话|手机)卡号|户头|对公|开户行?|银行卡?|(?:信用|储蓄|借记|工资|社保|农信|惠农)卡|一卡通卡?|存折|[汇转打存]入|[工农中建交招]行卡?|邮储|邮政储蓄|信用社|农商行|(?:打款|转账|汇款|退款)[到至给])(?:号码?|名称)?[号为是:：() ]{0,4})\d(?:[ -]?\d){8,29}(?!\d)/g,
  confirmed: (_match, { after }) => !/^(?:[.,]\d| ?[元万亿])/.test(after),
};

/** With its middle hidden: 6217****4567. */
const cardHidden: PersonalKind = {
  name: card.name,
  pattern: new RegExp(
    `(?<![\\dA-Z-])62\\d{2}[\\d -]{0,5}${HIDDEN}{2,12}(?:${HIDDEN}|[ -]){0,12}\\d{3,4}(?![\\dA-Z])`,
    "gi",
  ),
  confirmed: (_match, around) => !isNumbered(around),
};

export const ACCOUNTS: readonly PersonalKind[] = [card, account, slipped, cardHidden];

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
