/** What the page says of an answer: the build says it first, the browser after every choice. */

import { NOT_LISTED, numberText, UNKNOWN } from "../text/format.ts";
import type { Answer, Said } from "./engine.ts";
import { PAGE } from "./head.ts";

/** “2024年受理投诉工单”. */
export function partName({ year, label }: Pick<Said, "year" | "label">): string {
  return `${year}年${label}`;
}

function partText(part: Said): string {
  return `${partName(part)}${part.text}`;
}

export function foundText(answer: Answer): string {
  const { lines, whole, part, maybe } = answer;
  if (part.text === UNKNOWN && maybe === 0) return partText(part);
  if (whole) return lines === 0 ? "没有符合条件的" : partText(part);
  const found =
    answer.matters > 0 || maybe === 0
      ? `${partName(part)}，列出来、符合条件的${part.text}`
      : `${partName(part)}，列出来的没有符合条件的`;
  const more = `另有${numberText(maybe)}${part.unit}有的内容${NOT_LISTED}，可能也符合`;
  if (maybe > 0) return `${found}；${more}`;
  return lines === 0 ? "没有符合条件的" : found;
}

/** What is found beside it: other sorts and other years, each by itself. */
export function besideText({ others, loose, whole, part }: Answer, units: string): string {
  const years = [...Map.groupBy(others, ({ year }) => year)].map(([year, own]) => {
    const texts = own.map(({ label, text }) => `${label}${text}`);
    return year === part.year ? texts.join("、") : `${year}年${texts.join("、")}`;
  });
  if (loose > 0) {
    years.push(`${numberText(loose)}${units}${whole ? "不在以上各类里" : "不知道属于哪一类"}`);
  }
  return years.length > 0 ? `另有（各数各的，不相加）：${years.join("；")}。` : "";
}

export function barsTitle({ whole, part }: Answer, column: string): string {
  return `${partName(part)}${whole ? "" : "里列出来的"}，按${column}分`;
}

/** What must be known to read the bars. `alike`: some rows are about people, and hide what is rare. */
export function barsNote(
  { whole, bars, unlisted, part, matters }: Answer,
  column: string,
  alike: boolean,
): string {
  if (whole)
    return alike ? "没有筛选时是这一年全部的总数，和公布的一样；筛选以后，只数列出来的行。" : "";
  if (unlisted === 0) return "";
  const of = `${numberText(matters)}${part.unit}里有${numberText(unlisted)}${part.unit}的${column}${NOT_LISTED}`;
  if (bars.length === 0) return `${of}，超过一半，画出来会误导，所以不画。`;
  return alike ? `${of}。最先不列的是少见的内容，所以各项之间的比例不可靠。` : `${of}。`;
}

export function captionText({ lines, page, pages }: Answer): string {
  const all = `共${numberText(lines)}行`;
  if (pages === 1) return all;
  return `第${numberText(page * PAGE + 1)}至${numberText(Math.min(lines, (page + 1) * PAGE))}行，${all}`;
}

export function pagesText({ page, pages }: Answer): string {
  return `第${numberText(page + 1)}页，共${numberText(pages)}页`;
}
