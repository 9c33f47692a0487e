/**
 * What one cell says. What is certain is normalised; what has two readings is an error, never a
 * guess. All parsers are pure and take the raw text of the cell.
 */
import type { Code } from "./problems.ts";

/** exact: 40; at_least: 73余, 100多, 5以上; about: 约2, 近100, 10左右. */
export type Qualifier = "exact" | "at_least" | "about";

/** A number as published. `suppressed` stands for a small cell printed as `<5`. */
export interface Quantity {
  value: number;
  qualifier: Qualifier;
  suppressed?: true;
}

export type Parsed<T> =
  | { ok: true; value: T; normalised?: string }
  | { ok: false; code: Code; why: string; mend: string };

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g;
const BLANK =
  /^(?:[-—–―_~]+(?:\s*[-—–―]+)*|\/+|\\|无|空|暂无|未公布|不详|未知|未填|n\/a|null|none|nil)$/i;

/** Text without invisible characters and outer spaces; inner line breaks become one space. */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0\u3000]+/g, " ")
    .trim();
}
/** The common case, spared the replacements: no space of any kind, nothing invisible. */
const PLAIN = /^[!-~\u4e00-\u9fff，。；：（）]*$/;

/** Full-width digits and punctuation as half-width ones; for numbers, dates and words only. */
export function halfWidth(text: string): string {
  return tidy(text.normalize("NFKC")).replace(/[−﹣]/g, "-");
}

/** True for an empty cell and for the marks that offices write into one: `— —`, 无, /, -, 暂无. */
export function isBlank(text: string): boolean {
  if (text === "") return true;
  const short = text.length > 12 ? "" : tidy(text.normalize("NFKC"));
  return short === "" ? tidy(text) === "" : BLANK.test(short);
}

const exactNumbers: Quantity[] = [];
/** An exact quantity; small whole numbers are shared objects, because a million rows say 1. */
export function exact(value: number): Quantity {
  if (!Number.isInteger(value) || value < 0 || value > 1000) return { value, qualifier: "exact" };
  exactNumbers[value] ??= Object.freeze({ value, qualifier: "exact" });
  return exactNumbers[value];
}

const UNITS = "件次|件|次|条|起|家|个|名|人次|人|份|场次|场|宗|户|天|日|分|元|%";
const NUMBER = new RegExp(
  `^(约|近|大约|大概|超过|超|逾|不少于|至少)?\\s*[¥$]?\\s*([-+]?[\\d,. ]+?)\\s*(万|亿)?\\s*(余|多|来|几)?\\s*(万|亿)?\\s*(${UNITS})?\\s*(余|多|以上|左右|上下|及以上)?$`,
);
const AT_LEAST = /^(?:余|多|以上|及以上|超过|超|逾|不少于|至少)$/;
const ABOUT = /^(?:约|近|大约|大概|左右|上下|来|几)$/;
const SCALE: Record<string, number> = { 万: 4, 亿: 8 };

/**
 * A number with its qualifier. `scale` is a power of ten from the header (万元 → 4).
 * Accepts 1,472 · １４７２ · 73余 · 约2 · 3.5万 · 40件 · <5; refuses 1.47E+03, 1,47 and 二十九.
 */
export function parseQuantity(raw: string, scale = 0): Parsed<Quantity> {
  if (/^\d{1,9}$/.test(raw) && scale === 0) return { ok: true, value: exact(Number(raw)) };
  const text = halfWidth(raw);
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$|^#{3,}$/i.test(text)) {
    return failed("excel-error", "Excel 的公式在这一格出了错，没有算出结果", "改成应有的数字");
  }
  if (/^[=@]/.test(text)) {
    return failed(
      "formula",
      "CSV 里只能放结果，不能放公式",
      "在 Excel 中“选择性粘贴—数值”后再导出",
    );
  }
  if (/^<\s*5$/.test(text)) {
    return { ok: true, value: { value: 0, qualifier: "exact", suppressed: true } };
  }
  if (/^[-+]?\d(?:\.\d+)?e[-+]?\d+$/i.test(text)) {
    return failed(
      "number-ambiguous",
      "科学计数法丢掉了末尾的数字，认不出原来的数",
      "把这一列设为“数值”格式再导出，写出完整的数字",
    );
  }
  const match = text.length > 40 ? null : NUMBER.exec(text);
  if (!match) return failed("number", "认不出这是多少", "写阿拉伯数字，例如 40、1472、73余、约2");
  const [, before = "", body = "", scale1 = "", middle = "", scale2 = "", , after = ""] = match;
  const digits = body.replace(/ /g, "");
  if (/,/.test(digits) && !/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) {
    return failed("number-ambiguous", "逗号的位置不是千位分隔", "去掉逗号，写成 1472 这样");
  }
  const plain = digits.replace(/,/g, "");
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(plain)) {
    return failed("number", "认不出这是多少", "写阿拉伯数字，例如 40、1472、73余、约2");
  }
  const marks = [before, middle, after].filter(Boolean);
  const qualifiers = new Set(
    marks.map((mark) => (AT_LEAST.test(mark) ? "at_least" : ABOUT.test(mark) ? "about" : "exact")),
  );
  if (qualifiers.size > 1 || (scale1 && scale2)) {
    return failed("number-ambiguous", "“约”和“余”之类的字眼互相冲突", "只保留一种说法，例如 73余");
  }
  const power = (SCALE[scale1] ?? 0) + (SCALE[scale2] ?? 0) + scale;
  const value = shift(plain, power);
  if (value < 0) return failed("number-negative", "这里的数不会小于零", "核对后改成正确的数字");
  if (!Number.isSafeInteger(Math.trunc(value))) {
    return failed("number", "数字太大，不像一个统计数", "核对后改成正确的数字");
  }
  const qualifier = [...qualifiers][0] ?? "exact";
  const shown = qualifier === "exact" && power === 0 ? plain.replace(/^\+/, "") : "";
  return {
    ok: true,
    value: qualifier === "exact" ? exact(value) : { value, qualifier },
    ...(shown && shown !== raw.trim() ? { normalised: shown } : {}),
  };
}

/** Decimal text times a power of ten, without the rounding errors of multiplication. */
function shift(plain: string, power: number): number {
  return power === 0 ? Number(plain) : Number(`${plain}e${power}`);
}

/**
 * A day as ISO text (`2023-01-05`). Accepts 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, 20230105,
 * an Excel serial number and a time behind the day; refuses 1/2/2023 and two-digit years.
 */
export function parseDate(raw: string): Parsed<string> {
  if (ISO_DAY.test(raw)) return day(raw.slice(0, 4), raw.slice(5, 7), raw.slice(8, 10), raw);
  const text = halfWidth(raw)
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i, "")
    .replace(/\s+/g, "")
    .replace(/星期[一二三四五六日天]$/, "");
  if (/^[=@]/.test(text)) {
    return failed(
      "formula",
      "CSV 里只能放结果，不能放公式",
      "在 Excel 中“选择性粘贴—数值”后再导出",
    );
  }
  if (/^#/.test(text)) {
    return failed("excel-error", "Excel 里列太窄或公式出错，没有导出日期", "改成 2023-01-05 这样");
  }
  const full =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, i) => i !== 2) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (full) return day(full[1] ?? "", full[2] ?? "", full[3] ?? "", raw);
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) {
    // Excel counts days from 1899-12-30 (its leap-year bug of 1900 included).
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000);
    return { ok: true, value: date.toISOString().slice(0, 10), normalised: "Excel 日期序号" };
  }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})$/.test(text)) {
    return failed("date-ambiguous", "分不清哪个是年、月、日", "写成 2023-01-05 这样，先年后月再日");
  }
  if (/^\d{4}[-/.年]\d{1,2}月?$/.test(text)) {
    return failed("date", "只有年和月，缺少日", "补上日，写成 2023-01-05 这样");
  }
  return failed("date", "认不出这是哪一天", "写成 2023-01-05 这样，先年后月再日");
}
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(year: string, month: string, date: string, raw: string): Parsed<string> {
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) {
    return failed("date-impossible", "日历上没有这一天", "核对后改成真实的日期，例如 2023-01-05");
  }
  return { ok: true, value: iso, ...(iso === raw ? {} : { normalised: iso }) };
}

function failed(code: Code, why: string, mend: string): Parsed<never> {
  return { ok: false, code, why, mend };
}
