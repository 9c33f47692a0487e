/** What may stand behind a number in a report: measure words and units, each where it is no other word's start. */
import {
  BOOKS,
  COPIES,
  COUNTED,
  MONEY,
  oneOf,
  PEOPLE,
  POINTS,
  SHARES,
  SPANS,
  STATED,
  WHOLE,
} from "../text/measure-words.ts";

/** Measured, and counted by more unusual words. */
const OTHER = [
  ..."笔幅块面座栋幢间层套只头棵株支组堂课节轮则通枚盏根门款讲副顶艘架颗粒桶箱袋瓶盒包捆字卷片道吨克升米亩分倍",
  ...["课时", "学时", "点位", "平方公里", "平方米", "立方米", "公里", "千米", "公顷", "公斤"],
  ...["千克", "平米", "㎡", "㎥", "km", "美元", "人天", "人日", "‰"],
  ...[
    "TB",
    "GB",
    "MB",
    "千瓦时",
    "兆瓦",
    "千瓦",
    "亩次",
    "大类",
    "小类",
    "大项",
    "小项",
    "个次",
    "案",
  ],
];

/** A measure word that begins another word is none: 5处 counts, 处罚 does not. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  处: "罚置理分级长",
  部: "门分署委队",
  单: "位元独",
  起: "来草诉",
  本: "级市局单地次年",
  面: "积向对临",
  组: "织成",
  课: "程题堂",
  案: "件卷由例情源值发",
  节: "目日能约",
  所: "有属在",
  台: "账",
  分: "别类钟局会管批期析布之子散层流步区享解级",
  道: "路德",
  通: "过报知道",
  门: "店诊类",
  片: "区",
  包: "括含",
  只: "要有",
  类: "型别",
  位: "于居列",
  期: "间",
  个: "人体别性",
  次: "要",
  支: "持付",
  则: "是",
  层: "级",
  头: "雁",
  笔: "记录试迹者画名",
  讲: "话座课述解师堂授",
};

/** Time that is measured, in any of its words. */
export const TIME = [...SPANS, "个小时", "小时", "分钟", "个自然日", "周", "个季度", "季度"];

const COUNTING = [
  ...[...WHOLE, ...STATED, ...COUNTED, ...PEOPLE, ...BOOKS, ...COPIES, ...MONEY, ...SHARES],
  ...POINTS,
  ...OTHER,
];
/** What is counted as often as it comes: 台次, 艘次, 户次. */
const OFTEN = [
  ...WHOLE.filter((word) => word.length === 1 && word !== "次"),
  ..."艘车班轮节课队期卷".split(""),
];
const guarded = (word: string) => {
  const not = NOT_BEFORE[word];
  return not ? `${word}(?![${not}])` : word;
};

/** Longest first, so that 人次 is not 人. */
const byLength = (words: readonly string[]) =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(guarded)
    .join("|");

/** As part of a pattern: the unit of something counted or measured, and of a time. */
export const UNIT = `(?:${oneOf(OFTEN)}(?:次(?!要)|[（(]次[)）])|${byLength([...COUNTING, ...TIME])})`;
export const IS_TIME = new RegExp(`^${oneOf(TIME)}$`);
/** What is counted without a measure word: 覆盖12乡镇. */
export const NOUN_UNIT = oneOf(["乡镇", "镇街", "街道", "社区", "行政村", "村", "部门", "单位"]);

/** One name for a unit that is written in several ways: 人（次） is 人次. */
export function unitName(unit: string): string {
  const often = /^(.)[（(]次[)）]$/.exec(unit)?.[1];
  if (often) return `${often}次`;
  return unit === "％" ? "%" : unit === "个小时" ? "小时" : unit;
}
