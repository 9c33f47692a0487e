/** Cell → day. What has two readings is an error, never a guess. */

import { addDays, daysIn } from "../../datasets/days.ts";
import type { Message } from "../problems/problems.ts";
import { halfWidth, isExcelError } from "../text/tidy.ts";
import { withoutCapitals } from "./capital-numerals.ts";
import { isNoDay } from "./no-day.ts";
import { failed, type Parsed } from "./parsed.ts";
import { parseTime, type Time } from "./times.ts";

const MEND = "写成 2023-01-05 这样，先年后月再日";
const EARLIEST = 1949;
const LATEST = 2099;

/**
 * A day as ISO text (`2023-01-05`). Accepts 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, 20230105,
 * an Excel serial number and a time behind the day, which may be of another time zone; refuses
 * 1/2/2023 and two-digit years. Null for a day that stands for none, as 1970-01-01 does. The folder's
 * `year` tells serial numbers of 1904 from others.
 */
export function parseDate(raw: string, year?: number): Parsed<string | null> {
  if (ISO_DAY.test(raw)) return day(raw.slice(0, 4), raw.slice(5, 7), raw.slice(8, 10), raw);
  const usual = USUAL_DAY.exec(raw);
  if (usual) return day(usual[1]!, usual[3]!, usual[4]!, raw);
  const text = plainly(
    halfWidth(raw)
      .replaceAll("。", ".")
      .replace(/(?<=\d)[.,;]$/, "")
      .replace(/(?<=\d ?)[‐‑‒–—―−](?= ?\d)/g, "-")
      .replace(/(?<=:\d{2}) ?[AP]M$/i, "")
      .replace(/^(\d{4}) (\d{1,2}) (\d{1,2})(?=$| )/, "$1-$2-$3"),
  );
  const timed = TIMED.exec(text);
  const time = timed ? parseTime(timed[2]!, timed[3]) : null;
  if (time && !time.ok) return time;
  const written = (timed?.[1] ?? text)
    .replace(/\s+/g, "")
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?$/, "")
    .replace(ENDS_IN_HALF, "");
  if (isExcelError(written)) {
    return failed("excel-error", "Excel 里列太窄或公式出错，没有导出日期", "改成 2023-01-05 这样");
  }
  // How Excel writes day 0, and systems a day that nobody filled in.
  if (/^0+(?:\.0+)?$/.test(written)) return NO_DAY;
  const full =
    /^(\d{4})([-/.、,])(\d{1,2})\2(\d{1,2})$/.exec(written)?.filter((_, i) => i !== 2) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(written) ??
    /^((?:19|20|00|99)\d{2})(\d{2})(\d{2})$/.exec(written);
  if (full) {
    const parsed = day(full[1] ?? "", full[2] ?? "", full[3] ?? "", raw);
    return time?.value ? inChina(parsed, time.value) : parsed;
  }
  if (/^\d{5}(?:\.\d+)?$/.test(written) || written === LAST_SERIAL) {
    return daySerial(Math.floor(Number(written)), year);
  }
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/.exec(written);
  if (yearLast) {
    const isPlain = [yearLast[1], yearLast[2]].some((part) => Number(part) > 12);
    return failed(
      "date-ambiguous",
      isPlain
        ? "年份要写在最前面：写在后面的，同一列里别的格就分不清哪个是月、哪个是日"
        : "年份不在最前面，各处的写法不同，分不清哪个是月、哪个是日",
      MEND,
    );
  }
  if (/^1\d{9}(?:\d{3})?$/.test(written)) {
    return failed(
      "date",
      "像是程序里的时间戳（从1970年起数的秒），看不出是哪一天",
      `从业务系统导出成日期，${MEND}`,
    );
  }
  if (/^\d{4}[-/.年]\d{1,2}月?$|^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(written)) {
    return failed("date", "只有年和月，缺少日", "补上日，写成 2023-01-05 这样");
  }
  if (/^\d{1,2}[-/ ]?[A-Za-z]{3,9}[-/ .,]?(?:\d{4}|\d{2})$/.test(written)) {
    return failed(
      "date",
      "月份写成了英文，年份多半只有两位，认不准是哪一天",
      "在 Excel 里选中这一列，“设置单元格格式—日期”选 2012-03-14 那一种，再导出",
    );
  }
  if (/^(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[-/.]\d{1,2})$/.test(written)) {
    return failed("date", "没有写年份", MEND);
  }
  if (/^\d{2}(?:年\d{1,2}月\d{1,2}[日号]?|([-/.])\d{1,2}\1\d{1,2})$/.test(written)) {
    return failed("date", "年份只写了两位，分不清", MEND);
  }
  if (!/\d/.test(written)) {
    return failed("date", "写的是字，看不出是哪一天", `还没有这个日期的，空着；有的${MEND}`);
  }
  return failed("date", "认不出这是哪一天", MEND);
}
/** 二〇二三年二月十一日 上午 8时05分 and 20230211080500 in the way of other days and times. */
function plainly(text: string): string {
  if (/^(?:19|20)\d{12}$/.test(text)) {
    return text.replace(/^(\d{8})(\d{2})(\d{2})(\d{2})$/, "$1 $2:$3:$4");
  }
  if (/^(?:19|20)\d{10}$/.test(text)) return text.replace(/^(\d{8})(\d{2})(\d{2})$/, "$1 $2:$3");
  text = text.replace(/(?<=\d年)元(?=月)/, "1");
  const day = CHINESE_DAY.exec(withPlainNumerals(text));
  if (day) {
    const [whole, year = "", month = "", date = ""] = day;
    const digits = [...year].map((digit) => ONES.indexOf(digit)).join("");
    return plainly(
      `${digits}年${fromChinese(month)}月${fromChinese(date)}日${text.slice(whole.length)}`,
    );
  }
  return text.replace(CHINESE_TIME, (_, before, hour, minute = "00", second = "00") => {
    return `${before} ${hour}:${minute}:${second}`;
  });
}
const ONES = "〇一二三四五六七八九";
const CHINESE_NUMBER = "((?:[二三]?十)?[一二三四五六七八九]?)";
const CHINESE_DAY = new RegExp(
  `^([〇一二三四五六七八九]{4})年〇?${CHINESE_NUMBER}月〇?${CHINESE_NUMBER}[日号]`,
);
/** 二O二三, 二零二三, 贰零贰叁, 廿三: the numerals of a day, in one way. */
function withPlainNumerals(text: string): string {
  const plain = text
    .replace(/(?<=^.{0,3})[O0o○零](?=.{0,3}年)/g, "〇")
    .replace(/零/g, "〇")
    .replace(/(?<=年)元(?=月)/, "一")
    .replace(/廿/g, "二十")
    .replace(/卅/g, "三十");
  return withoutCapitals(plain);
}
/** Which half of the day it is does not change the day. */
const HALF = "(?:上午|下午|早上|晚上|中午|凌晨|[AP]M)";
const ENDS_IN_HALF = new RegExp(`(?<=\\d[日号]?)${HALF}$`, "i");
const CHINESE_TIME = new RegExp(
  `^(\\S*\\d(?:[日号](?=\\d|${HALF})|(?=${HALF})|(?=[日号]? )[日号]?)) ?${HALF}? ?(\\d{1,2})(?:[时点]整?|(?::|时|点)(\\d{2})分?(?:(?::|(?<=分))(\\d{2})秒?)?)$`,
  "i",
);

/** 二十一 → 21. */
function fromChinese(number: string): number {
  const [tens, ones = ""] = number.includes("十") ? number.split("十") : ["", number];
  const ten = number.includes("十") ? (tens === "" ? 1 : ONES.indexOf(tens!)) : 0;
  return ten * 10 + (ones === "" ? 0 : ONES.indexOf(ones));
}
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As systems export it, perhaps with its time: nothing in it has to be put right first. */
const USUAL_DAY =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?: (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;
const TIMED =
  /^(.*\S)(?:T| |(?<=[日号]))(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

export const NO_DAY: Parsed<null> = {
  ok: true,
  value: null,
  says: {
    code: "date-none",
    why: "这不是真的日期，是空格子导出时变成的，按没有填处理",
    fix: "核对一下：确实没有日期的不用改，为整洁可以清空这一格；有日期的补上",
  },
};

function day(year: string, month: string, date: string, raw: string): Parsed<string | null> {
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (isNoDay(iso)) return NO_DAY;
  if (Number(date) < 1 || Number(date) > daysIn(Number(year), Number(month))) {
    return failed("date-impossible", "日历上没有这一天", "核对后改成真实的日期，例如 2023-01-05");
  }
  if (Number(year) < EARLIEST || Number(year) > LATEST) {
    return failed("date", `年份不在${EARLIEST}到${LATEST}之间，多半是打错了`, "核对年份");
  }
  return { ok: true, value: iso, ...(iso === raw ? {} : { normalised: iso }) };
}

/** The day in China at a time of a day elsewhere. */
function inChina(parsed: Parsed<string | null>, { minutes, zone }: Time): Parsed<string | null> {
  if (!parsed.ok || parsed.value === null || zone === null || zone === CHINA) return parsed;
  const iso = addDays(parsed.value, Math.floor((minutes - zone + CHINA) / DAY));
  return isNoDay(iso) ? NO_DAY : { ok: true, value: iso, says: ELSEWHERE };
}
const CHINA = 8 * 60;
const DAY = 24 * 60;
const ELSEWHERE: Message = {
  code: "date-zone",
  why: "时间后面写着别的时区（Z、+00:00 是世界时，比北京时间晚八小时），已换算成北京时间的日期",
  fix: "不用改；导出时能选北京时间的话，选北京时间",
};

/** Excel counts days from 1899-12-30 (its leap-year bug of 1900 included), on old Macintoshes from 1904. */
function daySerial(serial: number, year: number | undefined): Parsed<string | null> {
  const iso = addDays("1899-12-30", serial);
  if (isNoDay(iso)) return NO_DAY;
  const at = Number(iso.slice(0, 4));
  if (at < FIRST_SERIAL_YEAR || at > LATEST) {
    return failed(
      "date",
      `五位数只能当作 Excel 日期序号，而这个序号不在${FIRST_SERIAL_YEAR}年到${LATEST}年之间，多半是打错了`,
      MEND,
    );
  }
  const from1904 = Number(addDays(iso, SINCE_1904).slice(0, 4));
  if (year !== undefined && at < year - 1 && Math.abs(from1904 - year) <= 1) {
    return failed(
      "date-ambiguous",
      `这个日期序号按平常的1900年起算，比${year}年早四年；按1904年起算（有的苹果电脑这样）才在${year}年前后，分不清是哪一种`,
      "在 Excel 里把这一列的格式设成 2023-01-05 这样的日期，看看对不对，再导出",
    );
  }
  return { ok: true, value: iso, normalised: iso };
}
/** No bureau's matter is older and written as a serial number; below it are slips such as 20231. */
const FIRST_SERIAL_YEAR = 2000;
const SINCE_1904 = 1462;
/** 9999-12-31. */
const LAST_SERIAL = "2958465";
