import type { RowValues } from "../values/value.ts";
import { ACCEPTED_BEFORE, ACCEPTED_IN_YEAR } from "./acceptance.ts";
import { COUNT, daysColumn, FOR_METRICS, monthOf, SECTION, STREET } from "./columns.ts";
import { DECIDED_ELSEWHERE, UNDECIDED } from "./decisions.ts";
import { dayOf, defineDataset } from "./define.ts";
import { PARTY_TYPE } from "./party-type.ts";
import { sqlCase, sqlIsKept, sqlText, sqlTexts } from "./sql.ts";

/** Decisions by which a licence is granted: renewals and changes are granted too. */
export const GRANTED = ["准予", "准予延续", "准予变更"] as const;
/** What is decided upon an application, within the time that there is for it. */
export const DECISIONS = [...GRANTED, "不予"] as const;
/** What is decided of a licence later: nobody applied for it. */
const LATER = ["撤销", "撤回", "吊销", "注销"] as const;
/** What has no term: ends of an application without a decision on it are among them. */
const OTHERS = ["不予受理", "申请撤回", ...LATER] as const;

const NO_APPLICATION = "不是申请";
/** An application that was refused at the door, with no day of 受理. */
const NOT_ACCEPTED = "没有受理";
const REFUSED = "不予受理";

/** Whether the day for the decision had come. */
export const DUE = "已到期";
const [IN_TIME, LATE, OVERDUE, NOT_DUE, NO_TERM] = [
  "按时决定",
  "逾期决定",
  "逾期未决定",
  "未到期",
  "不计",
];
export const DECIDED_IN_TIME = IN_TIME;

const firstDay = (asOf: string) => `${asOf.slice(0, 4)}-01-01`;
const lastDay = (asOf: string) => `${asOf.slice(0, 4)}-12-31`;

function isDecidedBefore(values: RowValues, asOf: string): boolean {
  const decided = dayOf(values, "decided_on");
  return decided !== null && decided < firstDay(asOf);
}

/** How a decision stands to the day by which it was due; null where it cannot be told. */
function timelinessOf(values: RowValues, asOf: string): string | null {
  const [due, decided] = [dayOf(values, "due_on"), dayOf(values, "decided_on")];
  if (isDecidedBefore(values, asOf) || OTHERS.some((word) => word === values.result)) {
    return NO_TERM;
  }
  if (due === null) return null;
  if (due > asOf) return NOT_DUE;
  if (decided !== null && decided <= asOf) return decided <= due ? IN_TIME : LATE;
  // Decided, and nothing says when; or nothing says whether it is.
  if (decided === null && (values.result || values.decided_on === undefined)) return null;
  return OVERDUE;
}

function timelinessSql(asOf: string, words: Readonly<Record<string, string>>): string {
  const word = (one: string) => sqlText(words[one] ?? one);
  return sqlCase([
    [`decided_on < '${firstDay(asOf)}' OR result IN ${sqlTexts(OTHERS)}`, word(NO_TERM)],
    [`due_on > '${asOf}'`, word(NOT_DUE)],
    ["due_on IS NULL", "NULL"],
    [`decided_on > '${asOf}'`, word(OVERDUE)],
    ["decided_on <= due_on", word(IN_TIME)],
    ["decided_on > due_on", word(LATE)],
    [`result IS NOT NULL OR NOT ${sqlIsKept("licences", "decided_on")}`, "NULL"],
    [`due_on <= '${asOf}'`, word(OVERDUE)],
  ]);
}

const AS_TERM = { [IN_TIME]: DUE, [LATE]: DUE, [OVERDUE]: DUE };

/** 行政许可. */
export const licences = defineDataset({
  id: "licences",
  label: "行政许可",
  unit: "件",
  description: "本年度办理的行政许可，一次申请或一次决定一行；延续、变更各算一件。",
  people: { column: "party_type", words: ["自然人"] },
  // Only what is decided has a time in which it was; what is in time was due.
  sameAttribute: [
    ["outcome", "days_to_decide"],
    ["term", "timeliness"],
  ],
  explore: [
    "item",
    "outcome",
    "decided_month",
    "category",
    "timeliness",
    "party_type",
    "street",
    "accepted_month",
    "state",
  ],
  columns: {
    decision_no: {
      label: "决定书文号",
      aliases: ["文书号", "许可决定书文号"],
      type: "id",
      private: true,
    },
    licence_no: {
      label: "许可编号",
      aliases: ["许可证编号", "证书编号"],
      type: "id",
      private: true,
    },
    item: {
      label: "事项",
      aliases: ["许可事项", "事项名称"],
      type: "word",
      vocabulary: "许可事项",
    },
    category: {
      label: "许可类别",
      type: "word",
      words: ["普通", "特许", "认可", "核准", "登记", "其他"],
    },
    party_type: {
      label: "相对人类型",
      aliases: ["申请人类型", "当事人类型"],
      ...PARTY_TYPE,
      note: "只知道不是个人的，写“法人及非法人组织”；没有这一列、没有填的，当作自然人保护",
    },
    accepted_on: { label: "受理日期", aliases: ["受理时间"], type: "date" },
    due_on: {
      label: "应办结日期",
      aliases: ["办理期限", "承诺办结日期", "法定办结日期"],
      type: "date",
      ahead: true,
      note: "法定或承诺的期限届满的那一天，由办理系统给定，本站不自算",
    },
    decided_on: { label: "决定日期", aliases: ["许可决定日期", "办结日期"], type: "date" },
    result: {
      label: "结果",
      aliases: ["决定结果", "办理结果"],
      type: "word",
      words: [...DECISIONS, ...OTHERS],
      synonyms: {
        许可: "准予",
        准予许可: "准予",
        延续: "准予延续",
        变更: "准予变更",
        不予许可: "不予",
        撤销许可: "撤销",
      },
    },
    valid_from: { label: "有效期自", type: "date", lasting: true },
    valid_until: { label: "有效期至", type: "date", lasting: true },
    state: {
      label: "状态",
      type: "word",
      words: ["有效", "已变更", "已撤销", "已撤回", "已吊销", "已注销"],
    },
    street: STREET,
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    accepted_month: monthOf("accepted_on", "受理月份"),
    decided_month: monthOf("decided_on", "决定月份"),
    acceptance: {
      label: "受理年度",
      type: "word",
      words: [ACCEPTED_IN_YEAR, ACCEPTED_BEFORE, NOT_ACCEPTED, NO_APPLICATION],
      from: ["accepted_on", "result"],
      value: (values, asOf) => {
        const accepted = dayOf(values, "accepted_on");
        if (accepted === null) {
          if (values.result === REFUSED) return NOT_ACCEPTED;
          return LATER.some((word) => word === values.result) ? NO_APPLICATION : null;
        }
        return accepted >= firstDay(asOf) ? ACCEPTED_IN_YEAR : ACCEPTED_BEFORE;
      },
      sql: (_, asOf) =>
        sqlCase([
          [`accepted_on >= '${firstDay(asOf)}'`, sqlText(ACCEPTED_IN_YEAR)],
          ["accepted_on IS NOT NULL", sqlText(ACCEPTED_BEFORE)],
          [`result = ${sqlText(REFUSED)}`, sqlText(NOT_ACCEPTED)],
          [`result IN ${sqlTexts(LATER)}`, sqlText(NO_APPLICATION)],
        ]),
    },
    outcome: {
      label: "当年的决定",
      type: "word",
      words: [...DECISIONS, ...OTHERS, UNDECIDED, DECIDED_ELSEWHERE],
      from: ["result", "accepted_on", "decided_on"],
      blankSays: ["decided_on"],
      note: `决定日期不在本年度的写“${DECIDED_ELSEWHERE}”，计入作出决定的年度；受理了、没有结果也没有决定日期的写“${UNDECIDED}”；整列没有决定日期的，没有写结果就不能判断`,
      value: (values, asOf) => {
        const decided = dayOf(values, "decided_on");
        if (decided !== null && (decided < firstDay(asOf) || decided > lastDay(asOf))) {
          return DECIDED_ELSEWHERE;
        }
        if (typeof values.result === "string") return values.result;
        const waits = values.decided_on === null && dayOf(values, "accepted_on") !== null;
        return waits ? UNDECIDED : null;
      },
      sql: (_, asOf) =>
        sqlCase([
          [
            `decided_on < '${firstDay(asOf)}' OR decided_on > '${lastDay(asOf)}'`,
            sqlText(DECIDED_ELSEWHERE),
          ],
          ...[...DECISIONS, ...OTHERS].map(
            (word) => [`result = ${sqlText(word)}`, sqlText(word)] as const,
          ),
          [
            `decided_on IS NULL AND accepted_on IS NOT NULL AND ${sqlIsKept("licences", "decided_on")}`,
            sqlText(UNDECIDED),
          ],
        ]),
    },
    days_to_decide: daysColumn("accepted_on", "decided_on", "决定用时"),
    timeliness: {
      label: "按时决定情况",
      type: "word",
      words: [IN_TIME, LATE, OVERDUE, NOT_DUE, NO_TERM],
      from: ["accepted_on", "due_on", "decided_on", "result"],
      blankSays: ["decided_on"],
      note: "数据截至那天应办结日期还没有到的是未到期，决定没决定都一样；不予受理、申请撤回、事后撤销和注销的不计，以前年度决定的也不计；有结果而没有决定日期的算不出",
      value: timelinessOf,
      sql: (_, asOf) => timelinessSql(asOf, {}),
    },
    term: {
      label: "期限情况",
      type: "word",
      words: [DUE, NOT_DUE, NO_TERM],
      from: ["accepted_on", "due_on", "decided_on", "result"],
      blankSays: ["decided_on"],
      note: "能判断是否按时决定的：应办结日期已到的、未到的、不计的",
      value: (values, asOf) => {
        const said = timelinessOf(values, asOf);
        return said === null ? null : (AS_TERM[said] ?? said);
      },
      sql: (_, asOf) => timelinessSql(asOf, AS_TERM),
    },
  },
  key: ["decision_no"],
  orders: [
    ["accepted_on", "due_on"],
    ["accepted_on", "decided_on"],
    ["decided_on", "valid_until"],
    ["valid_from", "valid_until"],
  ],
  dated: { by: ["accepted_on", "decided_on"], carriedOver: true, ofTheYear: ["decided_on"] },
  optional: true,
});
