/** Days as exports write them beside other things: without a year, as a range, behind a name. */

/** How long something may take. */
export const SPAN =
  /^\d{1,3}$|^\d{1,3}(?:\.\d+)?\s*个?\s*(?:(?:工作|自然)?日|天|小时|分钟|月|h)(?:以?内)?$/i;

/** The moment that a program counts from 1970 on, as the day that it is in China; null where it is none. */
export function dayOfMoment(text: string): string | null {
  const seconds = /^1\d{12}$/.test(text)
    ? Number(text) / 1000
    : /^1\d{9}$/.test(text)
      ? Number(text)
      : null;
  return seconds === null
    ? null
    : new Date((seconds + CHINA) * 1000).toISOString().slice(0, "2024-03-05".length);
}
/** Eight hours before UTC. */
const CHINA = 8 * 3600;

/** 3月5日 in the year of its table; of 3月5日—7日 the day on which it begins, if that is what is asked. */
export function dayIn(text: string, year: number | undefined, begins: boolean): string {
  const first = begins ? FIRST_OF_RANGE.exec(text)?.[1] : undefined;
  const day = first ?? text;
  if (year === undefined) return day;
  const [, month, of] = /^(\d{1,2})\.(\d{1,2})$/.exec(day) ?? [];
  if (month !== undefined && !isCutShort(day)) return `${year}年${month}月${of}日`;
  return /^\d{1,2}月\d{1,2}[日号]?/.test(day) ? `${year}年${day}` : day;
}

/** 3.1 may be what Excel keeps of 3.10: nobody knows which day was meant. */
export function isCutShort(text: string): boolean {
  return /^\d{1,2}\.[123]$/.test(text);
}
const FIRST_OF_RANGE =
  /^((?:(?:19|20)\d{2}[-年./]\d{1,2}[-月./]|\d{1,2}[月.])\d{1,2}[日号]?)\s*(?:至|到|[-—–―~～]+)\s*\d/;

/** 作出处罚的机关名称和日期: a day beside what else the head names. */
export const BESIDE = /(?:名称|机关|单位|地点)[和及与、/]\S*(?:日期|时间)$/;

/** The one day in a text; the text itself where there is none, or another. */
export function onlyDay(text: string): string {
  const days = text.match(/(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?/g) ?? [];
  return days.length === 1 ? days[0] : text;
}
