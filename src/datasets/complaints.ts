import { ACCEPTANCE, ACCEPTED_BEFORE } from "./acceptance.ts";
import {
  COUNT,
  daysColumn,
  FOR_METRICS,
  monthOf,
  SECTION,
  STREET,
  weekdayColumn,
  YES_NO,
} from "./columns.ts";
import { daysBetween } from "./days.ts";
import { dayOf, defineDataset } from "./define.ts";
import { inKinds } from "./kinds.ts";
import { sqlCase, sqlDays, sqlDigits, sqlIsKept, sqlText, sqlTexts } from "./sql.ts";

/** Channels that open a numbered ticket; messages on the others are counted in 次, never added. */
export const TICKET_CHANNELS = [
  "12345热线",
  "12319热线",
  "12315平台",
  "数字城管",
  "上级交办",
] as const;
export const MESSAGE_CHANNELS = [
  "领导留言",
  "网站信箱",
  "公众号",
  "小程序",
  "来信来访",
  "媒体",
  "其他",
] as const;

/** Tickets in these states are not the bureau's: 有效受理 = 签收 − 退回 − 不予受理 − 作废. */
export const NOT_HANDLED = ["退回", "不予受理", "作废"] as const;

/** Kinds of 诉求 that are no complaint: with them among the tickets, those are 诉求工单. */
export const NO_COMPLAINTS = ["咨询", "求助", "建议", "感谢"] as const;

/** Spans of handling time: at most so many days. */
export const BANDS: readonly (readonly [number, string])[] = [
  [0, "当天"],
  [3, "1至3天"],
  [7, "4至7天"],
  [15, "8至15天"],
  [30, "16至30天"],
  [Number.POSITIVE_INFINITY, "30天以上"],
];

export const HANDLING_BANDS: readonly string[] = BANDS.map(([, word]) => word);

/** The days that are told one by one; 当天 is the same day. */
export const MOST_DAYS = 90;
const dayWord = (days: number) => (days === 0 ? "当天" : `${days}天`);
const MORE_DAYS = `${MOST_DAYS}天以上`;
/** The word of each day, in their order, the last of all that took longer. */
export const HANDLING_DAYS: readonly string[] = [
  ...Array.from({ length: MOST_DAYS + 1 }, (_, days) => dayWord(days)),
  MORE_DAYS,
];

/** Each ticket comes due in one year only. */
const DUE_BEFORE = "以前年度到期";

/** Words of the derived column that tells whether a ticket is closed, in whichever column that stands. */
const CLOSED = "已办结";
const OPEN = "没有办结";
const OPEN_STATES = ["待签收", "办理中", "延期"] as const;

const SATISFACTION = ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未评价"] as const;

/** 诉求工单与群众反映. */
export const complaints = defineDataset({
  id: "complaints",
  label: "诉求工单与群众反映",
  unit: "件",
  description:
    "各渠道有效受理的诉求工单和群众反映，以及办理状态；退回、不予受理、作废的，以前年度受理、转到本年的，不在内。",
  people: true,
  countedApart: "channel",
  leftOut: { state: NOT_HANDLED, acceptance: [ACCEPTED_BEFORE] },
  // Only what is resolved has a time in which it was.
  sameAttribute: [["state", "timeliness", "close_band", "close_day", "days_to_close"]],
  // A street and how long its matters take come before the month: that is what people ask.
  explore: [
    "channel",
    "state",
    "timeliness",
    "street",
    "category",
    "close_band",
    "accepted_month",
    "satisfaction",
    "repeated",
  ],
  columns: {
    ticket_no: { label: "工单编号", aliases: ["工单号", "编号"], type: "id", private: true },
    accepted_on: {
      label: "受理日期",
      aliases: ["受理时间", "登记日期"],
      type: "date",
      expected: true,
    },
    channel: {
      label: "渠道",
      aliases: ["来源渠道", "受理渠道"],
      type: "word",
      ...inKinds({ 工单: TICKET_CHANNELS, 群众反映: MESSAGE_CHANNELS }),
      vocabulary: "渠道",
      required: true,
    },
    kind: {
      label: "诉求类型",
      type: "word",
      words: ["咨询", "求助", "投诉", "举报", "建议", "感谢", "其他"],
    },
    category: { label: "类别", aliases: ["问题类别"], type: "word", vocabulary: "投诉类别" },
    signed_on: { label: "签收日期", type: "date" },
    first_contact_on: { label: "首次联系", aliases: ["首次联系日期"], type: "date" },
    due_on: { label: "应办结日期", type: "date", ahead: true },
    closed_on: { label: "办结日期", aliases: ["办结时间"], type: "date" },
    state: {
      label: "状态",
      aliases: ["办理状态"],
      type: "word",
      words: ["待签收", "办理中", "已办结", "退回", "延期", "不予受理", "作废"],
    },
    repeated: { label: "重复", aliases: ["是否重复"], ...YES_NO },
    solved: {
      label: "解决情况",
      type: "word",
      words: ["已解决", "部分解决", "未解决"],
      vocabulary: "解决情况",
    },
    satisfaction: {
      label: "满意度",
      type: "word",
      words: SATISFACTION,
      notYetWhile: ["handling", [OPEN]],
      note: "还没有办结的不填，不算缺",
    },
    unit: { label: "承办单位", type: "text", private: true },
    street: STREET,
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    accepted_month: monthOf("accepted_on", "受理月份", "月份", "月"),
    acceptance: ACCEPTANCE,
    accepted_weekday: weekdayColumn("accepted_on", "受理星期"),
    days_to_contact: daysColumn("accepted_on", "first_contact_on", "首次联系用时"),
    days_to_close: daysColumn("accepted_on", "closed_on", "办结用时"),
    handling: {
      label: "是否办结",
      type: "word",
      words: [CLOSED, OPEN, "不计"],
      from: ["state", "closed_on"],
      blankSays: ["closed_on"],
      note: "状态或办结日期说明办结的是办结；退回、不予受理、作废的不计",
      value: ({ state, closed_on }) => {
        if (NOT_HANDLED.some((word) => word === state)) return "不计";
        if (state === CLOSED || typeof closed_on === "string") return CLOSED;
        if (OPEN_STATES.some((word) => word === state)) return OPEN;
        return closed_on === null ? OPEN : null;
      },
      // Rows are read as they stood on that day; the database has them as they are.
      sql: (_dialect, asOf) =>
        sqlCase([
          [`state IN ${sqlTexts(NOT_HANDLED)}`, "'不计'"],
          [`closed_on > '${asOf}'`, `'${OPEN}'`],
          [`state = '${CLOSED}' OR closed_on IS NOT NULL`, `'${CLOSED}'`],
          [
            `state IN ${sqlTexts(OPEN_STATES)} OR ${sqlIsKept("complaints", "closed_on")}`,
            `'${OPEN}'`,
          ],
        ]),
    },
    close_band: {
      label: "办结用时段",
      type: "word",
      words: HANDLING_BANDS,
      from: ["accepted_on", "closed_on"],
      value: (values) => {
        const [start, end] = [dayOf(values, "accepted_on"), dayOf(values, "closed_on")];
        if (start === null || end === null) return null;
        const days = daysBetween(start, end);
        return BANDS.find(([most]) => days <= most)?.[1] ?? null;
      },
      sql: (dialect) => {
        const days = sqlDays(dialect, "accepted_on", "closed_on");
        return sqlCase(
          BANDS.map(([most, word]) => {
            // The last band has no end, and a span that is unknown is in no band.
            const within = most < Number.POSITIVE_INFINITY ? `<= ${most}` : "IS NOT NULL";
            return [`${days} ${within}`, sqlText(word)] as const;
          }),
        );
      },
    },
    close_day: {
      label: "办结用时天数",
      type: "word",
      words: HANDLING_DAYS,
      from: ["accepted_on", "closed_on"],
      value: (values) => {
        const [start, end] = [dayOf(values, "accepted_on"), dayOf(values, "closed_on")];
        if (start === null || end === null) return null;
        const days = daysBetween(start, end);
        return HANDLING_DAYS[Math.min(Math.max(days, 0), MOST_DAYS + 1)] ?? null;
      },
      sql: (dialect) => {
        const days = sqlDays(dialect, "accepted_on", "closed_on");
        return sqlCase([
          [`${days} <= 0`, sqlText(dayWord(0))],
          [`${days} <= ${MOST_DAYS}`, `concat(${sqlDigits(dialect, days)}, '天')`],
          [`${days} IS NOT NULL`, sqlText(MORE_DAYS)],
        ]);
      },
    },
    timeliness: {
      label: "按时情况",
      type: "word",
      words: ["按时办结", "逾期办结", "逾期未办结", "未到期", DUE_BEFORE, "不计"],
      from: ["accepted_on", "due_on", "closed_on", "state"],
      blankSays: ["closed_on"],
      note: "数据截至那天应办结日期还没有到的是未到期，办结没办结都一样；应办结日期在以前年度的，那一年已经算过；退回、不予受理、作废的不计；已办结而没有办结日期的算不出",
      value: (values, asOf) => {
        const [due, closed] = [dayOf(values, "due_on"), dayOf(values, "closed_on")];
        if (NOT_HANDLED.some((state) => state === values.state)) return "不计";
        if (due === null) return null;
        if (due > asOf) return "未到期";
        if (due < `${asOf.slice(0, 4)}-01-01`) return DUE_BEFORE;
        if (closed === null) {
          // Closed, and nothing says when; or nothing says whether it is.
          if (values.state === "已办结") return null;
          if (values.closed_on === undefined && !values.state) return null;
          return "逾期未办结";
        }
        if (closed > asOf) return "逾期未办结";
        return closed <= due ? "按时办结" : "逾期办结";
      },
      sql: (_, asOf) =>
        sqlCase([
          [`state IN ${sqlTexts(NOT_HANDLED)}`, "'不计'"],
          [`due_on > '${asOf}'`, "'未到期'"],
          [`due_on < '${asOf.slice(0, 4)}-01-01'`, sqlText(DUE_BEFORE)],
          [`closed_on > '${asOf}' AND due_on IS NOT NULL`, "'逾期未办结'"],
          ["closed_on <= due_on", "'按时办结'"],
          ["closed_on > due_on", "'逾期办结'"],
          ["state = '已办结'", "NULL"],
          [`state IS NULL AND NOT ${sqlIsKept("complaints", "closed_on")}`, "NULL"],
          [`due_on <= '${asOf}'`, "'逾期未办结'"],
        ]),
    },
  },
  key: ["ticket_no"],
  orders: [
    ["accepted_on", "signed_on"],
    ["accepted_on", "first_contact_on"],
    ["accepted_on", "due_on"],
    ["accepted_on", "closed_on"],
    ["signed_on", "closed_on"],
  ],
  // A system may note the call after the work as the first.
  usualOrders: [["first_contact_on", "closed_on"]],
  dated: { by: ["accepted_on"], carriedOver: true },
  afterwards: [
    { day: "closed_on", column: "state", word: "已办结", until: "办理中", before: OPEN_STATES },
    { day: "closed_on", column: "solved", until: null },
    { day: "closed_on", column: "satisfaction", until: "未评价" },
  ],
});
