/** Paragraphs → a report in its parts: headings, sections such as 一(三)1(2), what document it is. */
import { parseDate } from "../ingest/cells/dates.ts";
import { isNumbered, partsNamed } from "../report/parts.ts";
import { mentionsIn, plainWidth } from "./mentions.ts";
import type { ReportLine } from "./report-line.ts";
import { withTablesSaid } from "./table-sentences.ts";

export interface ReportBlock {
  /** 1 to 4; 0 is text. */
  level: number;
  text: string;
  /** The section that it stands in, as 报告章节 writes it; empty before the first. */
  section: string;
}

export interface Outline {
  title: string;
  number: string;
  dated: string;
  published: string;
  year: number | null;
  blocks: ReportBlock[];
}

const HAN = "[一二三四五六七八九十]{1,3}";
type Numbering = readonly [pattern: RegExp, name: (mark: string) => string];
/** A heading's number by its level; what stands for it in the name of a section. */
const NUMBERS: readonly Numbering[] = [
  [new RegExp(`^(?:第(${HAN})部分[、.：:\\s]*|(${HAN})[、．.]\\s*)`), (mark) => mark],
  [new RegExp(`^[（(]\\s*(${HAN})\\s*[)）][、.]?\\s*`), (mark) => `(${mark})`],
  [/^(\d{1,2})\s*(?:[、．]|\.(?!\d))\s*/, (mark) => mark],
  [/^[（(]\s*(\d{1,2})\s*[)）][、.]?\s*/, (mark) => `(${mark})`],
];
/** Where 第一部分 stands above 一、 all others are a level lower. */
const PART: Numbering = [
  new RegExp(`^第(${HAN})(?:部分|篇章?|章)[、.：:\\s]*`),
  (mark) => `第${mark}部分`,
];
const UNDER_PARTS: readonly Numbering[] = [
  PART,
  [new RegExp(`^(${HAN})[、．.]\\s*`), (mark) => mark],
  ...NUMBERS.slice(1),
];

function numbersOf(lines: readonly ReportLine[]): readonly Numbering[] {
  const [part, ...others] = UNDER_PARTS;
  const numbered = (one: Numbering) => lines.some(({ text }) => one[0].test(text));
  return numbered(part!) && numbered(others[0]!) ? UNDER_PARTS : NUMBERS;
}

const LONGEST_HEADING = 45;
const DATE =
  /^(?:\S{0,30}?)\s*((?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二2][〇零OＯ○0]\S{2}年\S{1,2}月\S{1,3}日)$/;
const NUMBER =
  /(?:^|[\s：:])(\S{0,20}?)([〔[（【])((?:19|20)\d{2})([〕\]）】])\s*(?:第\s*)?(\d{1,5})\s*号/;

/** `year`: the year that the report is of, where it is known. */
export function outlineOf(paragraphs: readonly ReportLine[], year: number | null): Outline {
  const lines = withTablesSaid(paragraphs)
    .map((one) => ({ ...one, text: one.text.replace(/[\u00a0\u3000\t ]+/g, " ").trim() }))
    .filter(({ text }) => text !== "");
  const head = headOf(lines);
  const of = year ?? yearOf(head.title, lines);
  const tail = dateAtEnd(lines);
  const body = lines.slice(head.lines, tail ? -tail.lines : undefined);
  return {
    title: head.title,
    number: head.number,
    published: head.published,
    dated: tail?.day ?? "",
    year: of,
    blocks: blocksOf(body, of),
  };
}

/** What stands above the first sentence: the title, who it is to, its number and day. */
function headOf(lines: readonly ReportLine[]) {
  let [title, number, published, count] = ["", "", "", 0];
  for (const { text, heading } of lines.slice(0, 12)) {
    const isPart =
      levelOf(text) === 1 || (heading === 1 && title !== "" && !/报告|总结/.test(text));
    if (isPart || (/[。；;]/.test(text) && !/^[（(]/.test(text)) || text.length > 80) break;
    const numbered = NUMBER.exec(text);
    const dated =
      /(?:发布|公开|成文)?(?:日期|时间)[：:]?\s*((?:19|20)\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(
        text,
      );
    if (numbered) number = `${numbered[1]}〔${numbered[3]}〕${Number(numbered[5])}号`;
    else if (dated) published = isoDay(dated.slice(1));
    else if (
      !/[：:，,]$/.test(text) &&
      !DATE.test(text) &&
      !/^(?:来源|作者|字号|索引号|浏览|分享|打印)/.test(text)
    ) {
      // A title may be broken over lines.
      title = /报告|总结|情况$/.test(title) ? title : `${title}${text}`;
    } else if (/[，,]$/.test(text)) break;
    count++;
  }
  return { title: title.replace(/\s+/g, ""), number, published, lines: count };
}

function dateAtEnd(lines: readonly ReportLine[]): { day: string; lines: number } | null {
  const at = lines.slice(-3).findLastIndex(({ text }) => DATE.test(text));
  if (at < 0) return null;
  const place = lines.length - Math.min(3, lines.length) + at;
  const found = DATE.exec(lines[place]!.text)!;
  // The office signs above its day.
  const above = lines[place - 1]?.text ?? "";
  const signed = above.length <= 30 && /[局府会院队室办委]$/.test(above) ? 1 : 0;
  const day = parseDate(found[1]!.replace(/\s/g, "").replace("Ｏ", "O"));
  return { day: (day.ok && day.value) || "", lines: lines.length - place + signed };
}

function isoDay([year, month = "", day = ""]: readonly (string | undefined)[]): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The year that the title names, else the one the text names most. */
function yearOf(title: string, lines: readonly ReportLine[]): number | null {
  const titled = /((?:19|20)\d{2})\s*年/.exec(plainWidth(title))?.[1];
  if (titled) return Number(titled);
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const [, year = ""] of plainWidth(text).matchAll(/((?:19|20)\d{2})\s*年/g)) {
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most ? Number(most[0]) : null;
}

/** The level that a paragraph's number says, 0 for none. */
function levelOf(text: string, numbers = NUMBERS): number {
  const plain = plainWidth(text);
  return numbers.findIndex(([pattern]) => pattern.test(plain)) + 1;
}

function blocksOf(lines: readonly ReportLine[], year: number | null): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  const path: string[] = [];
  const here = () => path.filter(Boolean).join("");
  const enter = (level: number, mark: string) => {
    path.length = Math.min(path.length, level - 1);
    while (path.length < level - 1) path.push("");
    path[level - 1] = mark;
  };
  const counts = [0, 0, 0, 0, 0];
  const numbers = numbersOf(lines);
  for (const { text, heading } of lines) {
    const numbered = levelOf(text, numbers);
    const level = Math.min(numbered || (heading ?? unnumberedPart(text, year)), numbers.length);
    if (level === 0) {
      blocks.push({ level: 0, text, section: here() });
      continue;
    }
    counts[level - 1] = numbered ? counts[level - 1]! : (counts[level - 1] ?? 0) + 1;
    const [pattern, name] = numbers[level - 1]!;
    const mark = pattern.exec(plainWidth(text))?.slice(1).find(Boolean);
    enter(level, numbered && mark ? name(mark) : `${counts[level - 1]}`);
    const [title, rest] = titleOf(text, heading !== undefined && !numbered);
    if (title) blocks.push({ level: Math.min(level, 4), text: title, section: here() });
    if (rest) blocks.push({ level: 0, text: rest, section: here() });
  }
  return blocks;
}

/** A part that has neither number nor style: a short line that names a statutory part. */
function unnumberedPart(text: string, year: number | null): number {
  const isShort = text.length <= 30 && !/[。；;，,：:]$/.test(text);
  return isShort && isNumbered(text) && partsNamed(text, year ?? 0).length > 0 ? 1 : 0;
}

/** A numbered paragraph's heading and the text behind it: 一是 and numbers are text. */
function titleOf(text: string, whole: boolean): [title: string, rest: string] {
  const end = text.search(/[。！？]/);
  const first = end < 0 ? text : text.slice(0, end);
  const rest = end < 0 ? "" : text.slice(end + 1).trim();
  const saysNumber = mentionsIn(first).length > 0;
  const isTitle =
    whole || (first.length <= LONGEST_HEADING && !saysNumber && !/[；;：:]/.test(first));
  return isTitle ? [first.replace(/[，,；;：:]$/, ""), rest] : ["", text];
}
