/** What forms write between their header and the records: numbers of columns, how to fill in, an example. */
import { halfWidth, meant, wordKey } from "./tidy.ts";

/** What a form tells those who fill it in, behind the name: （必填）, [整数], （格式：2023-01-05）, （下拉选择）. */
export const FILL_IN =
  /[([{【〔<](?:非?必[填须选]项?|[选可][填空]|可?不填|整数|数字|数值|文本|字符|日期|[下单多][拉选](?:选[择项]?|菜单|框)?|格式.*|y{4}.*|年.?月.?日?.*|精确到.*|保留.*|[如例填请见选].*)[)\]}】〕>]$/;

/** What a form tells those who fill it in, in a cell of its own below the header. */
export function isFillIn(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  return (
    FILL_IN.test(`(${wordKey(cell)})`) || /^单位[:：]/.test(wordKey(cell)) || isGuide(meant(cell))
  );
}

/** No hint is longer; a text of many brackets would be tried from each of them. */
const LONGEST = 200;

/** The same, where no record begins so, whatever stands beside it: 必填, 字符型(50), 涉及个体工商户时为必填. */
export function isGuide(text: string): boolean {
  // Most texts are none, and seen to be by a glance.
  return MAY_GUIDE.test(text) && GUIDE.test(text);
}
/** The same of a cell as it stands in a file. */
export function isGuideCell(cell: string): boolean {
  return IN_GUIDES.test(cell) && isGuide(meant(cell));
}
/** One of these stands in every guide, and in few other cells. */
const IN_GUIDES = /[填可必格例示型符本期值c]/i;

const GUIDE =
  /^(?:[(（【]?(?:必填|选填|非必填|条件必填|必录|可空)|填写|请填|格式|例如|示例[:：]|(?:字符|文本|日期|数值)型?[(（]|(?:var)?char2?\(|涉及.{2,30}(?:必填|填写)|.{2,20}时(?:为|此项)?必填|(?:文本|字符|数值|数字|整数|日期)(?:型|格式)?(?:\s*\d+\s*个?字符?)?$|\d+\s*个?字符(?:以内)?$|y{2,4}\W?m{1,2}\W?d{1,2}$)/i;
const MAY_GUIDE =
  /填|可空|必录|格式|例如|示例|[型符本期值][(（]|char|^(?:文本|字符|数[值字]|整数|日期)|字符|^yy/i;

/** How the program's own template marks its example. */
export const EXAMPLE = "示例";

/** Whether a cell begins as an example of a form does: 示例, （样例）, 示例：A001, 例1. */
export function isExampleWord(cell: string): boolean {
  return EXAMPLES.test(wordKey(cell));
}
const EXAMPLES =
  /^[([【]?(?:填[写报]?)?(?:(?:示例|样例|范例|举例|例子)(?:行|数据)?|例)(?:$|[\d)\]】:：])/;

export function isColumnNumber(cell: string): boolean {
  return COLUMN_NUMBER.test(halfWidth(meant(cell)));
}
const COLUMN_NUMBER = /^(?:\(?\d{1,2}\)?|[①-⑳]|[甲乙丙丁戊己庚辛]|[A-H]|[栏列行项](?:次|号|目))$/;

/** Whether the filled cells of a row count on from left to right: 1、2、3, 甲、乙、1、2, 栏次、(1)、(2). */
export function countsOn(filled: readonly string[]): boolean {
  const all = filled.map((cell) => halfWidth(meant(cell)).replace(/[()]/g, ""));
  const said = /^[栏列行项]/.test(all[0] ?? "") ? all.slice(1) : all;
  if (said.length < 3 || !said.every((text) => COLUMN_NUMBER.test(text))) return false;
  const stems = said.filter((text) => !/^[\d①-⑳]/.test(text));
  const figures = said.slice(stems.length).map((text) => CIRCLED.indexOf(text) + 1 || Number(text));
  return (
    [STEMS, LETTERS].some((list) => stems.every((text, at) => list[at] === text)) &&
    figures.every((number, at) => number === at + 1 || number === stems.length + at + 1)
  );
}
const STEMS = "甲乙丙丁戊己庚辛";
const LETTERS = "ABCDEFGH";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
