/** Cell → number with its qualifier. What has two readings is an error, never a guess. */

import { chineseNumber } from "../../text/numerals.ts";
import { halfStep } from "../../values/amount.ts";
import { plainDigits } from "../../values/decimals.ts";
import { exact, type Qualifier, type Quantity, type Written } from "../../values/quantity.ts";
import { halfWidth, isExcelError } from "../text/tidy.ts";
import { failed, type Parsed } from "./parsed.ts";
import { saidOtherwise } from "./said-numbers.ts";

export interface NumberForm {
  /** Power of ten that the header announces: 万元 → 4. */
  scale?: number;
  /** Measure words that may stand behind the number; without the list any may, and is returned. */
  units?: readonly string[];
  /** How many decimals the number may have: none for a count, two for money in 元. */
  decimals?: number;
  /** What a report writes, in its words: also 近千, 3至5, 不到300, and less than zero. */
  said?: true;
}

const BEFORE = "约|近|大约|大概|超过|超|逾|不少于|至少";
/** What only a report's own number may say: it is less. */
const LESS = "不到|不足|少于|不超过|不多于|至多|最多";
const NEARLY = "近|将近|接近";
const LESS_AFTER = "及以下|以下|以内";
const MIDDLE = "余|多|来|几";
const AFTER = "余|多|及以上|以上|左右|上下";
const UNIT = `(?:(?:(?!${AFTER}|${MIDDLE}|万|亿|${LESS_AFTER})[\\u4e00-\\u9fff%‰㎡㎥])+|k?m[²³23]?|kg)`;
const numberAs = (before: string, after: string) =>
  new RegExp(
    `^(${before})?\\s*(¥)?\\s*([-+]?[\\d,. ]+?)\\s*(万|亿)?\\s*(${MIDDLE})?\\s*(万|亿)?\\s*(${UNIT})?\\s*(${after})?$`,
  );
const NUMBER = numberAs(BEFORE, AFTER);
const SAID_NUMBER = numberAs(`${LESS}|${NEARLY}|${BEFORE}`, `${AFTER}|${LESS_AFTER}`);
const ABOUT = new RegExp(`^(?:约|大约|大概|左右|上下|来|${NEARLY}|${LESS}|${LESS_AFTER})$`);
const AT_MOST = new RegExp(`^(?:${LESS}|${LESS_AFTER})$`);
const TENS: Record<string, number> = { 十: 1, 百: 2, 千: 3 };
const SCALE: Record<string, number> = { 万: 4, 亿: 8 };

/**
 * Accepts 1,472 · １４７２ · 1 472 · 73余 · 约2 · 3.5万 · 40件 · <5; refuses 1.47E+03, 1,47, 二十九, a
 * unit of something else, and 3万元 under a header that says 万元 already.
 */
export function parseQuantity(raw: string, form: NumberForm = {}): Parsed<Quantity> {
  const { scale = 0, units, decimals = Number.POSITIVE_INFINITY } = form;
  if (/^\d{1,9}$/.test(raw) && scale === 0) return { ok: true, value: exact(Number(raw)) };
  const text = halfWidth(raw)
    .replace(/元[整正]$/, "元")
    .replace(/^(?:[≥⩾≧]|>=)\s*(?=\d)/, "不少于")
    .replace(/^>\s*(?=\d)/, "超过");
  if (isExcelError(text)) {
    return failed("excel-error", "Excel 的公式在这一格出了错，没有算出结果", "改成应有的数字");
  }
  const small = /^<\s*5\s*(\D*)$/.exec(text);
  if (small && fits(small[1] ?? "", units)) {
    return { ok: true, value: { value: 0, qualifier: "exact", suppressed: true } };
  }
  if (/^[-+]?\d+(?:\.\d+)?e[-+]?\d+$/i.test(text)) return failed("number-ambiguous", ...SCIENTIFIC);
  if (text.length > 40) return unreadable(text, form);
  if (/^\(\s*[\d,.]+\s*\)$/.test(text)) {
    return form.said
      ? failed(
          "number-ambiguous",
          "有的表用括号表示负数，有的只是备注，分不清",
          "去掉括号；是负数的，前面写减号",
        )
      : failed(
          "number-negative",
          "括号里的数在会计表里是负数，这里的数不会小于零",
          "去掉括号，写成应有的数",
        );
  }
  const otherwise = form.said && saidOtherwise(text, UNIT);
  if (otherwise) return otherwise;
  const match = (form.said ? SAID_NUMBER : NUMBER).exec(text);
  if (!match) return unreadable(text, form);
  const [, before = "", yuan = "", body = "", scale1 = "", middle = "", scale2 = ""] = match;
  const [unit = yuan && "元", after = ""] = match.slice(7);
  if (/[, ]/.test(body) && !/^[-+]?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(body)) {
    // Where a comma is the point, 1,5 without it would be ten times as much.
    return /^\d{1,3},\d{1,2}$/.test(body)
      ? failed(
          "number-ambiguous",
          "逗号后面不是三位数：可能是小数点写成了逗号，也可能多了或漏了数字",
          `对照原件核对后，写成 ${body.replace(",", ".")} 或 1234 这样`,
        )
      : failed("number-ambiguous", "逗号或空格的位置不是千位分隔", "去掉它，写成 1234 这样");
  }
  const plain = body.replace(/[, ]/g, "");
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(plain)) {
    return failed(
      "number-ambiguous",
      "千位分隔的逗号写成了点",
      `核对后写成 ${plain.replaceAll(".", "")}`,
    );
  }
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return unreadable(text, form);
  const multiple = /^([十百千])(.*)$/.exec(unit);
  if (multiple && fits(multiple[2]!, units)) {
    const whole = shift(plain, (TENS[multiple[1]!] ?? 0) + (SCALE[scale1] ?? 0));
    return failed(
      "number",
      `“${multiple[1]}”不在数字里，读不出是多少`,
      `写成 ${before}${plainDigits(whole)}${middle}${after}`,
    );
  }
  if (!fits(unit, units)) {
    return failed(
      "number",
      `数字后面的“${unit}”不是这一列的单位`,
      `这一列数的是${units?.join("、")}；核对是否填错了列，单位可以不写`,
    );
  }
  const power = (SCALE[scale1] ?? 0) + (SCALE[scale2] ?? 0);
  if ((scale1 && scale2) || (scale > 0 && (power > 0 || unit !== ""))) {
    return failed(
      "number-ambiguous",
      "“万”或单位写了两遍，不知道该乘几次",
      "表头写了单位的，格里只写数字",
    );
  }
  const marks = [before, middle, after].filter(Boolean);
  const qualifiers = [
    ...new Set(marks.map((mark): Qualifier => (ABOUT.test(mark) ? "about" : "at_least"))),
  ];
  if (qualifiers.length > 1) {
    return failed("number-ambiguous", "“约”和“余”之类的字眼互相冲突", "只保留一种说法，例如 73余");
  }
  // Zero added, because -0 is not the zero that is meant.
  const value = shift(plain, power + scale) + 0;
  if (value < 0 && !form.said)
    return failed("number-negative", "这里的数不会小于零", "核对后改成正确的数字");
  if (!Number.isSafeInteger(Math.trunc(value))) {
    return failed("number", "数字太大，不像一个统计数", "核对后改成正确的数字");
  }
  if (decimals === 0 && !Number.isInteger(value)) {
    return /^\d{1,3}(?:\.\d{3})+$/.test(plain)
      ? failed(
          "number-fraction",
          "件数、次数、人次不会有小数；多半是千位分隔的逗号写成了点",
          "核对后写成 1234 这样的整数",
        )
      : failed("number-fraction", "件数、次数、人次不会有小数", "核对后改成整数");
  }
  // 2.000 is two, or two thousand; under 万元 and before 万 it has so many decimals.
  if (decimals <= 2 && power + scale === 0 && /^[1-9]\d{0,2}\.\d{3}$/.test(plain)) {
    const thousands = plain.replace(".", "");
    return failed(
      "number-ambiguous",
      `点后面是三位数：多半是千位分隔的逗号写成了点，是${thousands}；也可能是${Number(plain)}`,
      `核对后写成 ${thousands} 或 ${Number(plain)}`,
    );
  }
  if (!Number.isInteger(shift(String(value), decimals)) && decimals < 9) {
    return failed(
      "number-ambiguous",
      "金额只到分，小数不会多于两位；多半是千位分隔的逗号写成了点，或是没有取整",
      "核对后写成 1234 或 1234.50 这样",
    );
  }
  const qualifier = qualifiers[0] ?? "exact";
  const shown = qualifier === "exact" && power + scale === 0 ? plain.replace(/^\+/, "") : "";
  const words = {
    before,
    digits: `${plain}${scale1}${middle ? "" : scale2}`,
    after: middle ? `${middle}${scale2}` : "",
    behind: after,
  };
  return {
    ok: true,
    value: worded(value, qualifier, words, form.said ?? false),
    ...(shown && shown !== raw.trim() ? { normalised: shown } : {}),
    ...(unit ? { unit } : {}),
  };
}

export const SCIENTIFIC = [
  "科学计数法丢掉了末尾的数字，认不出原来的数",
  "从业务系统重新导出，不用 Excel 打开，或先把这一列设为“文本”格式再导入；设成“数值”找不回丢掉的数字",
] as const;

/** With 一 in them, and no number: 约一些, 一批, 若干. */
const NO_NUMBER =
  /一(?:[些批般定度直]|部分|大[批半])|若干|许多|大量|少量|不少(?!于)|众多|多数|少数/;

function unreadable(text: string, form: NumberForm): Parsed<never> {
  if (NO_NUMBER.test(text)) {
    return failed("number", "只说了大概，这一列要能相加", "数过的写数；不知道的空着");
  }
  const digits = inDigits(text, form);
  if (digits) {
    const why = "数字写成了汉字";
    return { ok: false, code: "number", why, fix: `写成 ${digits}`, instead: digits };
  }
  const vague = saidOtherwise(text, UNIT);
  if (vague?.ok) {
    const least = vague.value.bounds?.[0] ?? vague.value.value;
    const more = least > 0 ? `知道至少多少的写 ${plainDigits(least)}余；` : "";
    return failed("number", "只说了大概，这一列要能相加", `数过的写数；${more}不知道的空着`);
  }
  return failed("number", "认不出这是多少", "写阿拉伯数字，例如 40、1234、73余、约2；没有数的空着");
}

/** 五百余 → 500余, 近百 → 近100, 3百余 → 300余: where it would be read so. */
function inDigits(text: string, form: NumberForm): string | null {
  const found = text.match(/\d*[零一二两三四五六七八九十百千万亿]+/g) ?? [];
  const [numeral] = found;
  if (!numeral || found.length > 1) return null;
  const [, digits, power = ""] = /^(\d+)([十百千])$/.exec(numeral) ?? [];
  const value = digits
    ? shift(digits, TENS[power]!)
    : chineseNumber(numeral === text ? numeral : numeral.replace(/^(?=[百千万亿])/, "一"));
  if (value === null) return null;
  const written = text.replace(/^上(?=[百千万])/, "超过").replace(numeral, plainDigits(value));
  return parseQuantity(written, form).ok ? written : null;
}

function fits(unit: string, units: readonly string[] | undefined): boolean {
  return unit === "" || units === undefined || units.includes(unit);
}

/** The number with its words, where these say more than it does; 73余 and 约2 are written so anyway. */
function worded(value: number, qualifier: Qualifier, words: Written, said: boolean): Quantity {
  const { before, digits, after, behind } = words;
  const bounds = boundsOf(value, before, behind);
  const usual =
    digits === plainDigits(value) &&
    behind === "" &&
    (qualifier === "about" ? before === "约" && after === "" : before === "");
  const plain = usual && (qualifier !== "at_least" || after === "余");
  if (qualifier === "exact" && (!said || plain)) return exact(value);
  return { value, qualifier, ...(plain ? {} : { words }), ...(bounds && { bounds }) };
}

/** 近300 is less than 300, and rounds to it; 不到300 is less, however much. */
function boundsOf(value: number, before: string, behind: string) {
  if (AT_MOST.test(before) || AT_MOST.test(behind)) return [Math.min(0, value), value] as const;
  if (!new RegExp(`^(?:${NEARLY})$`).test(before)) return undefined;
  return [value - halfStep(value), value] as const;
}

/** Decimal text times a power of ten, without the rounding errors of multiplication. */
function shift(plain: string, power: number): number {
  return power === 0 ? Number(plain) : Number(`${plain}e${power}`);
}
