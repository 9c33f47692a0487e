/** 量词: the words that stand behind a number, in groups; every list of them is made of these. */

/** Cases, tickets, disputes. */
export const MATTERS = ["件", "件次", "宗", "起"] as const;
export const TIMES = ["次"] as const;
const ITEMS = ["条", "个"] as const;
export const SESSIONS = ["场", "场次"] as const;
const ISSUES = ["期"] as const;
export const PEOPLE = ["人次", "人", "名"] as const;
const PARTIES = ["家", "户"] as const;
export const COPIES = ["份"] as const;
export const BOOKS = ["册", "张", "本"] as const;
export const MONEY = ["元"] as const;
export const SHARES = ["%"] as const;
export const POINTS = ["个百分点"] as const;
const PARTS = ["项", "处", "类", "行", "页"] as const;
/** Time is measured, not counted: a number with one of these is a date or a deadline. */
export const SPANS = ["年", "年度", "个月", "月", "个工作日", "工作日", "日", "天"] as const;

/** Behind a number that says how many matters a row stands for, whatever a system calls them. */
export const COUNTED = [...MATTERS, ...TIMES, ...ITEMS, ...SESSIONS, ...ISSUES] as const;

/** Behind a number that has no fraction: there are no parts of what is counted. */
export const WHOLE: readonly string[] = [
  ...COUNTED,
  ...PEOPLE,
  ...PARTIES,
  ...COPIES,
  ...BOOKS,
  ...PARTS,
  ...["位", "例", "单", "封", "部", "篇", "种", "批", "台", "辆", "所", "单位", "户次", "家次"],
  ...["项次", "批次", "车次", "处次"],
];

/** Behind a number that a header or the report's prose may state. */
export const STATED = [
  ...MATTERS,
  ...TIMES,
  ...ITEMS,
  ...SESSIONS,
  ...PEOPLE,
  ...PARTIES,
  ...COPIES,
  ...MONEY,
  ...SHARES,
] as const;

/** As part of a pattern: one of the words, the longest that fits. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
}

const ALL = [STATED, ISSUES, BOOKS, POINTS, PARTS, SPANS].flat();

/** As part of a pattern: what belongs to the number before it and never begins a line. */
export const MEASURE = `余?${oneOf(ALL)}?`;
