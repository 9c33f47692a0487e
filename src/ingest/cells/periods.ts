/** Cell → the time a number is of: 截至2023年11月, 2023年1月—11月, 上半年. What has two readings is an error. */

import { daysIn } from "../../datasets/days.ts";
import { firstDay, lastDay } from "../../values/period.ts";
import { halfWidth } from "../text/tidy.ts";
import { parseDate } from "./dates.ts";
import { failed, type Parsed } from "./parsed.ts";

const MEND = "写成“截至2023年11月30日”“2023年1月—11月”这样；整年的写“全年”，或者不填";

const MONTH = String.raw`(?:(\d{4})[年./-])?(\d{1,2})月?`;
const SPAN = new RegExp(`^${MONTH}(?:-|至|到)${MONTH}$`);
const UP_TO = /^(?:截[至止到](?:到|至)?|到|至)(.+)$/;
const WHOLE = /^(?:(\d{4})年?)?(?:全年|年度|整年|年)?$/;
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/^上半年$/, 1, 6],
  [/^下半年$/, 7, 12],
  [/^前三季度?$|^前三个季度$/, 1, 9],
  [/^前(?:两个?|二)季度$/, 1, 6],
  [/^第?[一1]季度$/, 1, 3],
  [/^第?[二2]季度$/, 4, 6],
  [/^第?[三3]季度$/, 7, 9],
  [/^第?[四4]季度$/, 10, 12],
];

/** The period as 2023-01-01/2023-11-30, inside the folder's year. */
export function parsePeriod(raw: string, year: number): Parsed<string> {
  const text = plainly(raw);
  const read = upTo(text, year) ?? span(text, year) ?? part(text, year) ?? whole(text, year);
  if (read === null) {
    return /^(?:\d{4}年)?\d{1,2}月$/.test(text)
      ? failed(
          "period",
          "分不清是只有这一个月，还是从年初到这个月",
          `到这个月的写“截至${text}”，只有这个月的写“${text}—${text}”`,
        )
      : failed("period", "认不出是哪一段时间", MEND);
  }
  const [from, until] = read;
  if (from < firstDay(year) || until > lastDay(year)) {
    return failed(
      "period",
      `不在${year}年里`,
      `这个文件夹是${year}年的；年份写错的改正，别的年份的数放到那一年的文件夹`,
    );
  }
  if (from > until) return failed("period", "开始在结束以后", MEND);
  const value = `${from}/${until}`;
  return { ok: true, value };
}

type Days = readonly [from: string, until: string];

/** One kind of dash, no spaces, 十一月 as 11月, and nothing behind a month that does not change it. */
function plainly(raw: string): string {
  return halfWidth(raw)
    .replace(/\s+/g, "")
    .replace(/[—–－~～―]+/g, "-")
    .replace(/十([一二])(?=月)/g, (_, one) => `1${one === "一" ? 1 : 2}`)
    .replace(/([一二三四五六七八九十])(?=月)/g, (one) =>
      String("一二三四五六七八九十".indexOf(one) + 1),
    )
    .replace(/(?<=\d月)(?:份|底|末)/g, "")
    .replace(/^(?:本年|今年|当年)(?=.)/, "");
}

/** 截至 a day or a month, from the first of the year on. */
function upTo(text: string, year: number): Days | null {
  const said =
    UP_TO.exec(text)?.[1] ??
    (/^\d{4}年.*日$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text) ? text : null);
  if (said === null) return null;
  if (/^(?:\d{4}年)?年?[底末终]$/.test(said)) return [firstDay(year), lastDay(year)];
  const month = new RegExp(`^${MONTH}$`).exec(said);
  if (month && /[月年./-]/.test(said))
    return [
      firstDay(Number(month[1] ?? year)),
      monthEnd(Number(month[1] ?? year), Number(month[2])),
    ];
  const day = parseDate(/^\d{1,2}月\d{1,2}日$/.test(said) ? `${year}年${said}` : said, year);
  return day.ok && day.value !== null ? [firstDay(Number(day.value.slice(0, 4))), day.value] : null;
}

/** From a month or a day to another. */
function span(text: string, year: number): Days | null {
  const found = SPAN.exec(text);
  if (found && text.includes("月")) {
    const [, firstYear, first, secondYear, second] = found;
    const from = Number(firstYear ?? year);
    const month = Number(first);
    if (month < 1 || month > 12) return null;
    return [monthStart(from, month), monthEnd(Number(secondYear ?? from), Number(second))];
  }
  const days = text.split(/至|到|(?<=日)-/);
  if (days.length !== 2) return null;
  const [from, until] = days.map((one) => {
    const full = /^\d{1,2}月\d{1,2}日$/.test(one) ? `${year}年${one}` : one;
    const day = parseDate(full, year);
    return day.ok ? day.value : null;
  });
  return from && until ? [from, until] : null;
}

function part(text: string, year: number): Days | null {
  const [, said, rest = ""] = /^(?:(\d{4})年)?(.*)$/.exec(text) ?? [];
  const found = PARTS.find(([word]) => word.test(rest));
  if (!found) return null;
  const of = Number(said ?? year);
  return [monthStart(of, found[1]), monthEnd(of, found[2])];
}

function whole(text: string, year: number): Days | null {
  const found = WHOLE.exec(text);
  if (!found || text === "" || text === "年") return null;
  const of = Number(found[1] ?? year);
  return [firstDay(of), lastDay(of)];
}

function monthStart(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}-01`;
}

/** Sorts behind every day where there is no such month. */
function monthEnd(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${daysIn(year, month) || 99}`;
}
