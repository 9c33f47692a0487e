import { COUNT, FOR_METRICS, monthOf, SECTION, STREET, YES_NO } from "./columns.ts";
import {
  DECIDED_ELSEWHERE,
  DECISION_BLANKS,
  DECISION_COLUMNS,
  ENDS_WITHOUT,
  heaviestOf,
  heaviestSql,
  LISTED,
  NO_DECISION,
  NO_KINDS,
  noDecision,
  noDecisionSql,
  PENALTY_KINDS,
  UNDECIDED,
} from "./decisions.ts";
import { type Derived, dayOf, defineDataset } from "./define.ts";
import { PARTY_TYPE } from "./party-type.ts";
import { sqlCase, sqlIsKept, sqlText } from "./sql.ts";
import { daysDueLater, isDueLater, workdaysAfter } from "./workdays.ts";

/** Working days within which a decision is disclosed (国办发〔2018〕118号). */
export const DISCLOSE_WITHIN = 7;

export const NOT_REQUIRED = "不是应当审核的";
export const NOT_HEARD = "没有听证";
/** Nobody has written whether there was a review. */
export const REVIEW_BLANK = "没有填";

/** Whether the penalties of the year that say 是 in a column were reviewed; the law asks it of no other. */
function reviewedWhere(key: "review_required" | "hearing", label: string, not: string): Derived {
  return {
    label,
    type: "word",
    words: ["已审核", "未审核", REVIEW_BLANK, not, ...NO_DECISION],
    from: [key, "legal_review", ...DECISION_COLUMNS],
    tells: [key, "legal_review", "decided_on"],
    onlyWhether: ["closed_on", "disclosed_on"],
    blankSays: ["legal_review", ...DECISION_BLANKS],
    note: `当年已经作出的处罚决定；没有填审核了没有的写“${REVIEW_BLANK}”，整列没有填过的不能判断`,
    value: (values, asOf) => {
      if (values[key] === "否") return not;
      const none = noDecision(values, asOf);
      if (none !== null) return none;
      const decided = dayOf(values, "decided_on") !== null || Array.isArray(values.penalties);
      if (values[key] !== "是" || !decided) return null;
      if (values.legal_review === "是") return "已审核";
      if (values.legal_review === "否") return "未审核";
      // Where no row says whether there was a review, nothing is said of any.
      return values.legal_review === undefined ? null : REVIEW_BLANK;
    },
    sql: (_, asOf) =>
      sqlCase([
        [`${key} = '否'`, sqlText(not)],
        ...noDecisionSql(asOf),
        [`${key} IS NULL OR (decided_on IS NULL AND penalties IS NULL)`, "NULL"],
        ["legal_review = '是'", "'已审核'"],
        ["legal_review = '否'", "'未审核'"],
        [sqlIsKept("cases", "legal_review"), sqlText(REVIEW_BLANK)],
      ]),
  };
}

/** 办理的案件. */
export const cases = defineDataset({
  id: "cases",
  label: "办理的案件",
  unit: "件",
  description: "本年度办理的行政执法案件。",
  people: {
    column: "party_type",
    words: ["自然人"],
    totalsOnly: { disclosure: ["仅汇总", "不公开"] },
  },
  explore: [
    "field",
    "filed_month",
    "heaviest",
    "procedure",
    "origin",
    "street",
    "disclosure_timeliness",
    "party_type",
    "enforcement",
    "closed_how",
    "legal_review",
    "hearing",
  ],
  columns: {
    case_no: { label: "案件编号", aliases: ["案号", "编号"], type: "id", private: true },
    filed_on: {
      label: "立案日期",
      aliases: ["立案时间"],
      type: "date",
      expected: true,
      note: "当场处罚没有立案的不填",
    },
    origin: {
      label: "案件来源",
      type: "word",
      words: ["巡查发现", "投诉举报", "上级交办", "部门移送", "媒体曝光", "数字城管", "其他"],
    },
    procedure: {
      label: "程序",
      aliases: ["适用程序", "办案程序"],
      type: "word",
      words: ["简易程序", "普通程序"],
      synonyms: { 一般程序: "普通程序" },
      vocabulary: "程序",
    },
    field: {
      label: "执法领域",
      aliases: ["领域", "案件领域"],
      type: "word",
      vocabulary: "执法领域",
      required: true,
    },
    cause: { label: "案由", aliases: ["违法行为"], type: "text", private: true },
    party_type: {
      label: "当事人类型",
      ...PARTY_TYPE,
      note: "只知道不是个人的，写“法人及非法人组织”；没有这一列、没有填的，当作自然人保护",
    },
    decision_no: { label: "决定书文号", aliases: ["文号"], type: "id", private: true },
    decided_on: { label: "决定日期", aliases: ["处罚决定日期"], type: "date" },
    penalties: {
      label: "处罚种类",
      type: "words",
      words: PENALTY_KINDS,
      notHere: NO_KINDS,
    },
    fine: {
      label: "罚款金额",
      aliases: ["罚款数额"],
      type: "money",
      none: { unless: ["penalties", ["罚款"]], ended: ["closed_how", ENDS_WITHOUT] },
      note: "处罚种类里没有罚款的不填，不算缺",
    },
    confiscated: {
      label: "没收金额",
      type: "money",
      none: {
        unless: ["penalties", ["没收违法所得", "没收非法财物"]],
        ended: ["closed_how", ENDS_WITHOUT],
      },
      note: "处罚种类里没有没收的不填，不算缺",
    },
    received: { label: "入账金额", type: "money" },
    legal_review: { label: "法制审核", ...YES_NO },
    review_required: {
      label: "应当审核",
      aliases: ["应当法制审核", "是否应当审核"],
      note: "决定属于行政处罚法第五十八条所列、应当法制审核的，填“是”",
      ...YES_NO,
    },
    hearing: { label: "听证", ...YES_NO },
    enforcement: {
      label: "执行情况",
      type: "word",
      words: [
        "未到期",
        "自觉履行",
        "分期延期",
        "催告中",
        "申请法院强制执行",
        "行政强制执行",
        "终结",
      ],
    },
    closed_on: { label: "结案日期", type: "date" },
    closed_how: {
      label: "结案方式",
      type: "word",
      words: [
        "履行完毕",
        "强制执行完毕",
        "不予处罚",
        "撤销案件",
        "移送其他机关",
        "移送司法",
        "终止调查",
        "终结执行",
        "决定被撤销",
        "其他",
      ],
    },
    street: STREET,
    disclosure: { label: "公开方式", type: "word", words: ["公开", "仅汇总", "不公开"] },
    disclosure_reason: { label: "不公开依据", type: "text", private: true },
    disclosed_on: { label: "公示日期", type: "date" },
    disclosed_until: { label: "公示到期", type: "date", lasting: true },
    state: {
      label: "状态",
      type: "word",
      words: ["有效", "已变更", "已撤销", "确认违法", "确认无效", "已修复"],
    },
    revoked_why: { label: "撤销原因", type: "text", private: true },
    count: COUNT,
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    filed_month: monthOf("filed_on", "立案月份", "月份", "月"),
    decided_month: monthOf("decided_on", "决定月份"),
    listed: LISTED,
    heaviest: {
      label: "最重的处罚种类",
      type: "word",
      words: [...PENALTY_KINDS, ...NO_DECISION],
      from: DECISION_COLUMNS,
      tells: ["decided_on", "penalties"],
      onlyWhether: ["closed_on", "disclosed_on"],
      blankSays: DECISION_BLANKS,
      note: `一份决定有两种以上处罚的，只按最重的一种计一次，从轻到重是：${PENALTY_KINDS.join("、")}（统计表填表说明）；决定日期不在本年度的写“${DECIDED_ELSEWHERE}”，计入作出决定的年度；决定日期、处罚种类、结案和执行情况都没有填的还在办，写“${UNDECIDED}”；决定日期整列没有填过的不能判断`,
      value: heaviestOf,
      sql: (_, asOf) => heaviestSql(asOf),
    },
    required_review: reviewedWhere("review_required", "应当审核的是否审核", NOT_REQUIRED),
    heard_review: reviewedWhere("hearing", "听证案件是否审核", NOT_HEARD),
    disclosure_timeliness: {
      label: "公示按时情况",
      type: "word",
      words: ["按时公示", "超期公示", "超期未公示", "未到期", "不需公示", ...NO_DECISION],
      from: ["disclosure", ...DECISION_COLUMNS],
      tells: ["disclosure", "decided_on", "disclosed_on"],
      onlyWhether: ["closed_on"],
      note: "公开方式为“公开”的处罚决定，决定次日起7个工作日内；数据截至那天期限还没有到的是未到期，公示没公示、公开方式填没填都一样；期限到了、公开方式没有填的不能判断；工作日历没有的年份不算",
      value: (values, asOf) => {
        const none = noDecision(values, asOf);
        if (none !== null) return none;
        if (values.disclosure === "不公开" || values.disclosure === "仅汇总") return "不需公示";
        const decided = dayOf(values, "decided_on");
        if (decided === null) return null;
        if (isDueLater(decided, DISCLOSE_WITHIN, asOf)) return "未到期";
        // Only decisions of some social effect are public (行政处罚法第四十八条): the bureau says which.
        if (values.disclosure === null || values.disclosure === undefined) return null;
        const deadline = workdaysAfter(decided, DISCLOSE_WITHIN);
        if (deadline === null) return null;
        const disclosed = dayOf(values, "disclosed_on");
        // Where no row has a day nothing says that it has not been.
        if (values.disclosed_on === undefined) return null;
        if (disclosed === null || disclosed > asOf) return "超期未公示";
        return disclosed <= deadline ? "按时公示" : "超期公示";
      },
      deadline: { of: "decided_on", workdays: DISCLOSE_WITHIN },
      blankSays: ["disclosed_on", ...DECISION_BLANKS],
      sql: (_, asOf) => {
        const later = daysDueLater(DISCLOSE_WITHIN, asOf);
        return sqlCase([
          ...noDecisionSql(asOf),
          ["disclosure IN ('不公开', '仅汇总')", "'不需公示'"],
          [`deadline > '${asOf}'`, "'未到期'"],
          ...(later
            ? [[`decided_on BETWEEN '${later.from}' AND '${later.until}'`, "'未到期'"] as const]
            : []),
          ["disclosure IS NULL", "NULL"],
          ["disclosed_on <= deadline", "'按时公示'"],
          [`disclosed_on > deadline AND disclosed_on <= '${asOf}'`, "'超期公示'"],
          [`NOT ${sqlIsKept("cases", "disclosed_on")}`, "NULL"],
          [`deadline <= '${asOf}'`, "'超期未公示'"],
        ]);
      },
    },
  },
  key: ["case_no"],
  numbers: ["decision_no"],
  orders: [
    ["filed_on", "decided_on"],
    ["filed_on", "closed_on"],
    ["filed_on", "disclosed_on"],
    ["decided_on", "closed_on"],
    ["decided_on", "disclosed_on"],
    ["decided_on", "disclosed_until"],
    ["disclosed_on", "disclosed_until"],
  ],
  dated: { by: ["filed_on", "decided_on"], carriedOver: true, ofTheYear: ["decided_on"] },
});
