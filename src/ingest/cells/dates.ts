/** Cell → day. What has two readings is an error, never a guess. */

import { halfWidth } from "../text/tidy.ts";
import { failed, type Parsed } from "./parsed.ts";

const MEND = "写成 2023-01-05 这样，先年后月再日";
const EARLIEST = 1949;
const LATEST = 2099;

/**
 * A day as ISO text (`2023-01-05`). Accepts 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, 20230105,
 * an Excel serial number and a time behind the day; refuses 1/2/2023 and two-digit years.
 */
export function parseDate(raw: string): Parsed<string> {
  if (ISO_DAY.test(raw)) return day(raw.slice(0, 4), raw.slice(5, 7), raw.slice(8, 10), raw);
  const text = halfWidth(raw)
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i, "")
    .replace(/\s+/g, "")
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?$/, "");
  if (/^#/.test(text)) {
    return failed("excel-error", "Excel 里列太窄或公式出错，没有导出日期", "改成 2023-01-05 这样");
  }
  const full =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, i) => i !== 2) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (full) return day(full[1] ?? "", full[2] ?? "", full[3] ?? "", raw);
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) {
    // Excel counts days from 1899-12-30 (its leap-year bug of 1900 included).
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000);
    return { ok: true, value: date.toISOString().slice(0, 10), normalised: "Excel 日期序号" };
  }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})$/.test(text)) {
    return failed("date-ambiguous", "分不清哪个是年、月、日", MEND);
  }
  if (/^\d{4}[-/.年]\d{1,2}月?$|^(?:19|20)\d{4}$/.test(text)) {
    return failed("date", "只有年和月，缺少日", "补上日，写成 2023-01-05 这样");
  }
  return failed("date", "认不出这是哪一天", MEND);
}
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(year: string, month: string, date: string, raw: string): Parsed<string> {
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (Number(date) < 1 || Number(date) > daysIn(Number(year), Number(month))) {
    return failed("date-impossible", "日历上没有这一天", "核对后改成真实的日期，例如 2023-01-05");
  }
  if (Number(year) < EARLIEST || Number(year) > LATEST) {
    return failed("date", `年份不在${EARLIEST}到${LATEST}之间，多半是打错了`, "核对年份");
  }
  return { ok: true, value: iso, ...(iso === raw ? {} : { normalised: iso }) };
}

/** Days of a month; none in a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
