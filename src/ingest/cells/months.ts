/** Cell → month, as 2023-01: of monthly totals, whose rows have no days. */
import type { Message } from "../problems/problems.ts";
import { halfWidth } from "../text/tidy.ts";
import { NO_DAY, parseDate } from "./dates.ts";
import { isNoDay } from "./no-day.ts";
import { failed, type Parsed } from "./parsed.ts";

/** Accepts 2023-01, 2023年1月, 202301, 1月, 一月, Jan-23, and a day of the month; the folder's `year` is that of a month alone. */
export function parseMonth(raw: string, year: number): Parsed<string | null> {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(raw)) return inYear(raw, year);
  const text = halfWidth(raw).replace(/\s/g, "");
  const [, ownYear, month] =
    /^(\d{4})[年./-](\d{1,2})(?:月份?)?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})$/.exec(text) ??
    /^()(\d{1,2})(?:月份?)?$/.exec(text) ??
    inWords(text) ??
    [];
  if (month === undefined) {
    const day = parseDate(raw, year);
    if (!day.ok) return failed("date", "认不出是哪个月", MEND);
    return day.value === null ? day : inYear(day.value.slice(0, 7), year);
  }
  if (Number(month) < 1 || Number(month) > 12) return failed("date", "没有这个月", MEND);
  return inYear(`${ownYear || year}-${month.padStart(2, "0")}`, year);
}
const MEND = "写成 2023-01 这样，先年后月";

/** The row is read all the same: what a database has added up may be of any year. */
function inYear(month: string, year: number): Parsed<string | null> {
  if (isNoDay(`${month}-01`)) return NO_DAY;
  const own = Number(month.slice(0, 4));
  if (own === year) return { ok: true, value: month };
  const says: Message =
    own > year
      ? {
          code: "year-outside",
          why: `文件夹是${year}年的，这一行的月份在以后`,
          fix: "年份写错的改正；是那一年的，移到那一年的文件夹",
        }
      : {
          code: "year-carried-over",
          why: `文件夹是${year}年的，这一行的月份在以前，照样计入${year}年`,
          fix: "以前转来、本年还在办的不用改；年份写错的改正，不是本年的移走",
        };
  return { ok: true, value: month, says };
}

/** 一月, 十二月份, Jan, and Jan-23, as Excel shows 2023-01. */
function inWords(text: string): [string, string, string] | undefined {
  const [, chinese] = /^([一二三四五六七八九十]|十[一二])月份?$/.exec(text) ?? [];
  if (chinese) return [text, "", String(CHINESE.indexOf(chinese) + 1)];
  const [, name = "", two] = /^([A-Z][a-z]{2})[a-z]*\.?(?:-(\d{2}))?$/.exec(text) ?? [];
  const at = ENGLISH.indexOf(name);
  return at < 0 ? undefined : [text, two === undefined ? "" : `20${two}`, String(at + 1)];
}
const CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");
const ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
