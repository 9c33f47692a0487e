/** What has become of a case: a penalty decided in the year, or why there is none. */
import type { RowValues, Value } from "../values/value.ts";
import { type Derived, dayOf } from "./define.ts";
import { sqlCase, sqlIsKept, sqlText, sqlTexts } from "./sql.ts";

/**
 * Kinds of penalty, light to heavy: of several in one decision the last counts. The order is that of
 * the notes to the yearly statistics tables (统计表填表说明); 行政处罚法第九条 lists the kinds and does
 * not rank them. A province whose table ranks otherwise (吊销 behind 停产停业) reorders this list.
 */
export const PENALTY_KINDS = [
  "其他",
  "警告",
  "通报批评",
  "罚款",
  "没收违法所得",
  "没收非法财物",
  "暂扣许可证件",
  "降低资质等级",
  "吊销许可证件",
  "限制开展生产经营活动",
  "责令停产停业",
  "责令关闭",
  "限制从业",
  "行政拘留",
] as const;

/** What stands among kinds of penalty and is none (行政处罚法第九条、第二十八条、第三十三条), and where it belongs. */
export const NO_KINDS: Readonly<Record<string, string>> = {
  ...insteadOf(
    "没有处罚的，处罚种类和金额空着，结案方式写“不予处罚”",
    "不予处罚 不予行政处罚 免予处罚 免于处罚 免予行政处罚 免除处罚 不处罚 免罚 无处罚 没有处罚 首违不罚 轻微不罚 初次违法不罚",
  ),
  ...insteadOf(
    "责令改正、批评教育不是处罚种类，不写在这一列，也不要写成“其他”；没有处罚的空着",
    "责令改正 责令限期改正 限期改正 责令整改 限期整改 限期拆除 责令限期拆除 批评教育 教育 责令停止违法行为 口头警告",
  ),
};

function insteadOf(what: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, what]));
}

/** A penalty counts in the year of its decision, revoked later or not; here are others'. */
export const DECIDED_ELSEWHERE = "其他年度的决定";
export const NO_PENALTY = "没有处罚";
/** The case is open: what it will decide is no penalty yet. */
export const UNDECIDED = "尚未决定";

/** Why a row is no penalty of the year. */
export const NO_DECISION = [NO_PENALTY, UNDECIDED, DECIDED_ELSEWHERE] as const;

/** Ends of a case without a penalty: what it decided is not disclosed within the days of penalties. */
export const ENDS_WITHOUT = [
  "不予处罚",
  "撤销案件",
  "移送其他机关",
  "移送司法",
  "终止调查",
] as const;

/** Each of them tells, where it is filled, that something has been decided. */
const WORDS_OF_A_DECISION = [
  "penalties",
  "closed_how",
  "closed_on",
  "enforcement",
  "disclosed_on",
  "state",
] as const;
const AMOUNTS_OF_A_DECISION = ["fine", "confiscated", "received"] as const;
/** Where no row of a file fills it, a blank in it says nothing of how far a case is. */
export const DECISION_BLANKS = ["decided_on"];

/** The columns that tell what has become of a case. */
export const DECISION_COLUMNS = [
  "decided_on",
  ...WORDS_OF_A_DECISION,
  ...AMOUNTS_OF_A_DECISION,
] as const;

/** Why a row is no penalty decided in the year up to a day; null where it is one, or nobody can tell. */
export function noDecision(values: RowValues, asOf: string): (typeof NO_DECISION)[number] | null {
  const decided = dayOf(values, "decided_on");
  if (decided !== null && decided.slice(0, 4) !== asOf.slice(0, 4)) return DECIDED_ELSEWHERE;
  const hasKinds = Array.isArray(values.penalties) && values.penalties.length > 0;
  if (!hasKinds && ENDS_WITHOUT.some((end) => end === values.closed_how)) return NO_PENALTY;
  return (decided !== null && decided > asOf) || isOpen(values) ? UNDECIDED : null;
}

function isOpen(values: RowValues): boolean {
  return (
    values.decided_on === null &&
    WORDS_OF_A_DECISION.every((key) => isBlank(values[key])) &&
    AMOUNTS_OF_A_DECISION.every((key) => isNothing(values[key]))
  );
}

function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Some systems write 0 until there is an amount. */
function isNothing(value: Value | undefined): boolean {
  const isZero =
    typeof value === "object" && value !== null && "value" in value && value.value === 0;
  return isBlank(value) || isZero;
}

/** The same in SQL, as the first branches of a CASE. */
export function noDecisionSql(asOf: string): (readonly [when: string, then: string])[] {
  const year = asOf.slice(0, 4);
  const blank = ["decided_on", ...WORDS_OF_A_DECISION].map((key) => `${key} IS NULL`);
  const nothing = AMOUNTS_OF_A_DECISION.map((key) => `(${key} IS NULL OR ${key} = 0)`);
  return [
    [`decided_on < '${year}-01-01' OR decided_on > '${year}-12-31'`, sqlText(DECIDED_ELSEWHERE)],
    [`penalties IS NULL AND closed_how IN ${sqlTexts(ENDS_WITHOUT)}`, sqlText(NO_PENALTY)],
    [`decided_on > '${asOf}'`, sqlText(UNDECIDED)],
    [
      `${[...blank, ...nothing].join(" AND ")} AND ${sqlIsKept("cases", "decided_on")}`,
      sqlText(UNDECIDED),
    ],
  ];
}

/** What a row tells of: a case, or a decision alone, of which a list is no list of the cases. */
export const DECISION_ONLY = "处罚决定";
export const A_CASE = "案件";
/** What a list of decisions, as 双公示, does not have. */
const OF_A_CASE = ["filed_on", "origin", "closed_on", "closed_how"] as const;

export const LISTED: Derived = {
  label: "所列的是",
  type: "word",
  words: [A_CASE, DECISION_ONLY],
  from: ["decided_on", ...OF_A_CASE],
  onlyWhether: ["filed_on", "closed_on"],
  note: `写了决定日期，立案日期、案件来源、结案都没有写的是“${DECISION_ONLY}”；所有的行都是，就不知道办理了多少案件`,
  value: (values) =>
    dayOf(values, "decided_on") !== null && OF_A_CASE.every((key) => isBlank(values[key]))
      ? DECISION_ONLY
      : A_CASE,
  sql: () =>
    `CASE WHEN decided_on IS NOT NULL AND ${OF_A_CASE.map((key) => `${key} IS NULL`).join(" AND ")} THEN '${DECISION_ONLY}' ELSE '${A_CASE}' END`,
};

/** Whether what 最重的处罚种类 says leaves the row a penalty decided in the year. */
export function isPenaltyOf(heaviest: Value): boolean {
  return !NO_DECISION.some((word) => word === heaviest);
}

const HEAVIEST_FIRST = PENALTY_KINDS.toReversed();

/** The heaviest of the kinds in a decision of the year, or why there is none. */
export function heaviestOf(values: RowValues, asOf: string): string | null {
  const none = noDecision(values, asOf);
  const kinds = values.penalties;
  if (none !== null || !Array.isArray(kinds)) return none;
  return HEAVIEST_FIRST.find((kind) => kinds.includes(kind)) ?? null;
}

export function heaviestSql(asOf: string): string {
  return sqlCase([
    ...noDecisionSql(asOf),
    ...HEAVIEST_FIRST.map(
      (kind) => [`penalties LIKE ${sqlText(`%${kind}%`)}`, sqlText(kind)] as const,
    ),
  ]);
}
