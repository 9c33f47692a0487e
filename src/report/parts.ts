/**
 * The statutory parts of a report (法治政府建设与责任落实督察工作规定 第二十四条), known by what their
 * titles say: each body names and orders them in its own way, and adds parts of its own.
 */
export const PARTS = [
  { id: "measures", name: "主要举措和成效" },
  { id: "shortcomings", name: "存在的不足和原因" },
  { id: "leader", name: "党政主要负责人履行第一责任人职责情况" },
  { id: "plan", name: "下一年度主要安排" },
  { id: "other", name: "其他需要报告的情况" },
] as const;
export type PartId = (typeof PARTS)[number]["id"];

const ORDINAL =
  /^\s*(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[）)]?)\s*[、.．:：]?\s*/;
const LEADER =
  /第一责任人|(?:主要)?(?:负责人|负责同志|领导).*(?:履职|履行|职责)|^履行?职责?(?:情况)?$|^述职/;
const PLAN_AHEAD = /下一?步|下一?年|下一?阶段|明年|来年|今后|未来/;
const PLAN = /(?:安排|打算|计划|思路|谋划|展望)$/;
/** What a plan came to is no plan; what was mended is no shortcoming. */
const DONE = /完成|落实|执行|整改/;
const SHORT = /不足|短板|薄弱|差距|(?:存在|主要|面临).*(?:问题|困难)|^(?:问题|困难)/;
const OTHER = /^其[他它]/;
const MEASURES = /举措|措施|成效|做法|成绩|进展|亮点|情况|总结|回顾/;

/** Whether a first-level heading counts itself as a part: 一、, 第二部分. */
export function isNumbered(title: string): boolean {
  return ORDINAL.test(title);
}

/**
 * The statutory parts that a title names in a report of a year; several where one part is about
 * more (存在的问题和下一步打算), none where it is a part of the body's own.
 */
export function partsNamed(title: string, year: number): PartId[] {
  const words = title.replace(ORDINAL, "").replace(/\s/g, "");
  if (OTHER.test(words)) return ["other"];
  const done = DONE.test(words);
  const named: PartId[] = [];
  if (!done && SHORT.test(words)) named.push("shortcomings");
  if (LEADER.test(words)) named.push("leader");
  const ahead = PLAN_AHEAD.test(words) || words.includes(`${year + 1}年`);
  if (!done && (ahead || PLAN.test(words))) named.push("plan");
  if (named.length === 0 && MEASURES.test(words)) named.push("measures");
  return named;
}
