/**
 * The statutory parts of a report (法治政府建设与责任落实督察工作规定 第二十四条), known by what their
 * titles say: each body names, numbers and orders them in its own way, and adds parts of its own.
 */
export const PARTS = [
  { id: "measures", name: "主要举措和成效" },
  { id: "shortcomings", name: "存在的不足和原因" },
  { id: "leader", name: "党政主要负责人履行第一责任人职责情况" },
  { id: "plan", name: "下一年度主要安排" },
  { id: "other", name: "其他需要报告的情况" },
] as const;
export type PartId = (typeof PARTS)[number]["id"];

const HAN = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}";
/** A count of one or two digits; 2023 is a year. */
const COUNT = `(?:${HAN}|[IVX]{1,4}|\\d{1,2}(?![\\d年月]))`;
/** 一、 （一） 1. (1) 第一部分 第三章: a bare 一 counts nothing, it may begin 一把手. */
const ORDINAL = new RegExp(
  `^(?:第${COUNT}(?:部分|章|节|篇)[、.，,:]?|\\(${COUNT}\\)[、.，,:]?|${COUNT}[、.，,:)]|${COUNT}(?=\\s|$)|\\d{1,2}(?=\\p{Script=Han})(?![年月]))\\s*`,
  "u",
);
/** Between what one title says of several parts. */
const AND = /以及|[及和与暨、，,;。:]/;

const HEAD =
  "主要(?:负责人|负责同志|领导)|党政(?:主要)?(?:负责人|负责同志|领导)|(?:负责人|负责同志)|领导(?:干部|班子)?(?=履|述)|一把手|主官|书记|(?:局|区|县|市|州|镇|乡|旗|处)长|主任";
/** What a head answers for; going to court is one duty of many, and no part of its own. */
const LEADER = new RegExp(
  `第一责任|^述[职法]|^履行?职责?(?:情况)?$|(?:${HEAD})(?!.*出庭).*(?:履|职责|责任|尽责|述[职法]|抓|推进)`,
);
const PLAN_AHEAD = /下一?步|下一?个?年|下一?阶段|明年|来年|今后|未来|后续|接下来/;
const PLAN =
  /(?:安排|打算|计划|思路|谋划|展望|设想|要点|(?:努力|工作|改进)方向|工作目标)$|(?:改进|整改)(?:措施|办法|计划|打算)$/;
const SHORT =
  /不足|短板|弱项|薄弱|差距|(?:存在|主要|面临).*(?:问题|困难|挑战)|^(?:问题|困难|原因)|工作中的(?:问题|困难)|(?:查摆|检查|自查).*问题|(?:需要?|有待|亟待|尚待)(?:进一步)?(?:改进|加强|提升|完善|解决)/;
/** What was mended is no shortcoming; what a plan came to is no plan. */
const MENDED =
  /(?:问题|困难|不足|短板|弱项).*(?:整改|落实|完成|解决|化解)|(?:解决|化解|补[齐足上]?|消除|整治|回应)(?!.*存在).*(?:问题|困难|不足|短板|弱项|薄弱)/;
const DONE = /(?:安排|打算|计划|思路|部署|要点|目标|措施).*(?:完成|落实|执行|推进|进展)/;
const OTHER = /^(?:无|没有|有关|相关|需要?(?:报告|说明)的?)?其[他它]|(?:报告|说明)的?其[他它]/;
/** What was done, beside what else a title names; by itself wider words will do. */
const ACHIEVED = /举措|做法|成效|成绩|成果|亮点/;
const MEASURES = /举措|措施|成效|成果|做法|成绩|进展|亮点|经验|情况|总结|回顾|任务|推进|开展|工作$/;

/** Written in one way: without its number, marks of quoting and the year that the report is of. */
function wordsOf(title: string, year: number): string {
  return trimmed(title)
    .replace(ORDINAL, "")
    .replace(/[\s“”"'‘’《》*]/g, "")
    .replace(new RegExp(`^${year}年度?`), "");
}

/** ①, Ⅱ, １． and 　 are 1, II, 1. and a space. */
function trimmed(title: string): string {
  return title.normalize("NFKC").trim();
}

/** Whether a first-level heading counts itself as a part: 一、, 第二部分, 1. */
export function isNumbered(title: string): boolean {
  return ORDINAL.test(trimmed(title));
}

/**
 * The statutory parts that a title names in a report of a year, in the law's order; several where one part
 * is about more (存在的问题和下一步打算), none where it is a part of the body's own.
 */
export function partsNamed(title: string, year: number): PartId[] {
  const words = wordsOf(title, year);
  if (OTHER.test(words)) return ["other"];
  const isAhead = (text: string) => PLAN_AHEAD.test(text) || text.includes(`${year + 1}年`);
  const said = words.split(AND).flatMap((clause): PartId[] => {
    if (isAhead(clause) && !DONE.test(clause)) return ["plan"];
    if (SHORT.test(clause) && !MENDED.test(clause)) return ["shortcomings"];
    if (PLAN.test(clause) && !DONE.test(clause)) return ["plan"];
    return ACHIEVED.test(clause) ? ["measures"] : [];
  });
  // Whose duty and that it was met may stand on either side of an 和.
  const leads = LEADER.test(words);
  if (leads) said.push("leader");
  const named = PARTS.flatMap(({ id }) =>
    said.includes(id) && !(leads && id === "measures") ? [id] : [],
  );
  if (named.length > 0) return named;
  // “…情况报告” is what the whole document is called.
  return MEASURES.test(words) && !words.endsWith("报告") ? ["measures"] : [];
}
