/**
 * Every metric once more, written by hand as SQL over the demo's rows: none of it comes from the
 * metrics, the derived columns or the cube. `value` gives one number, `groups` a word and a number.
 */

import type { Metric } from "../../src/metrics/define.ts";
import { metrics } from "../../src/metrics/index.ts";
import { metricWords } from "../../src/metrics/words.ts";
import { yearUntil } from "../../src/values/period.ts";

export interface ByHand {
  value: string;
  groups?: string;
}

const VALID = "(state IS NULL OR state NOT IN ('退回', '不予受理', '作废'))";
const ALL_TICKETS = "channel IN ('12345热线', '12319热线', '数字城管', '上级交办')";
const TICKETS = `${ALL_TICKETS} AND ${VALID}`;
/** Accepted in an earlier year: the demo's files hold none, and its numbers are of each year's own. */
const CARRIED_OVER = (year: number) => `${TICKETS} AND year(accepted_on) < ${year}`;
const ALL_MESSAGES =
  "channel IN ('领导留言', '网站信箱', '公众号', '小程序', '来信来访', '媒体', '其他')";
const MESSAGES = `${ALL_MESSAGES} AND ${VALID}`;
const RATED = "satisfaction IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')";
const HANDLED = `${TICKETS} AND state = '已办结' AND closed_on >= accepted_on`;
const SUITS = "category = '行政诉讼' AND role IS DISTINCT FROM '第三人'";
const FIRST = `${SUITS} AND instance = '一审'`;
const HEARD = `${FIRST} AND heard = '是' AND head_appeared IS DISTINCT FROM '不适用'`;
const LOST =
  "('撤销', '部分撤销', '变更', '确认违法', '确认无效', '责令履行', '给付', '承担协议责任', '判决赔偿')";
const DECIDED_FIRST = `${FIRST} AND state = '已结' AND (result IS NULL OR result NOT IN ('不予受理', '移送'))`;
const DECIDED_SECOND = `${SUITS} AND instance = '二审' AND state = '已结'
  AND (result IS NULL OR result NOT IN ('不予受理', '移送'))`;
const AGAINST_US = "category = '行政复议' AND role IS DISTINCT FROM '第三人'";
const RECONSIDERED = `${AGAINST_US} AND state = '已结' AND result IS DISTINCT FROM '不予受理'`;
const PUBLIC = "audience IN ('公众', '经营者', '学生')";

/** 每年放假和调休上班的日子：国务院办公厅历年节假日安排通知. */
const OFF = [
  "2022-01-01 2022-01-03",
  "2022-01-31 2022-02-06",
  "2022-04-03 2022-04-05",
  "2022-04-30 2022-05-04",
  "2022-06-03 2022-06-05",
  "2022-09-10 2022-09-12",
  "2022-10-01 2022-10-07",
  "2022-12-31 2023-01-02",
  "2023-01-21 2023-01-27",
  "2023-04-05 2023-04-05",
  "2023-04-29 2023-05-03",
  "2023-06-22 2023-06-24",
  "2023-09-29 2023-10-06",
  "2023-12-30 2024-01-01",
  "2024-02-10 2024-02-17",
  "2024-04-04 2024-04-06",
  "2024-05-01 2024-05-05",
  "2024-06-10 2024-06-10",
  "2024-09-15 2024-09-17",
  "2024-10-01 2024-10-07",
  "2025-01-01 2025-01-01",
];
const WORKED =
  "2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09 " +
  "2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 " +
  "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12";

/** A table of working days, numbered, for the deadline of disclosure. */
export const WORKDAYS = `
  CREATE OR REPLACE TABLE worked AS
  SELECT day, row_number() OVER (ORDER BY day) AS n
  FROM (SELECT CAST(range AS DATE) AS day FROM range(DATE '2022-01-01', DATE '2025-01-20', INTERVAL 1 DAY))
  WHERE day IN (${WORKED.split(" ")
    .map((day) => `DATE '${day}'`)
    .join(", ")})
     OR (dayofweek(day) BETWEEN 1 AND 5
         AND NOT (${OFF.map((span) => `day BETWEEN '${span.replace(" ", "' AND '")}'`).join(" OR ")}))`;

/** 件数 of the rows that meet a condition; null where there is none. */
const count = (table: string, where = "true") => `SELECT sum(count) FROM ${table} WHERE ${where}`;

/** Those of a whole that meet a condition: none of them is zero, no whole is unknown. */
const among = (table: string, whole: string, where: string) =>
  `SELECT CASE WHEN count(*) > 0 THEN coalesce(sum(count) FILTER (${where}), 0) END
   FROM ${table} WHERE ${whole}`;

const countBy = (table: string, by: string, where = "true"): ByHand => ({
  value: count(table, where),
  groups: `SELECT coalesce(CAST(${by} AS VARCHAR), '未注明'), sum(count) FROM ${table} WHERE ${where} GROUP BY 1`,
});

const share = (part: string, whole: string): ByHand => ({
  value: `SELECT CASE WHEN (${whole}) >= 10 THEN round((${part}) * 100.0 / (${whole}), 2) END`,
});

/** The smallest value that at least the share q do not exceed; none under ten. */
const days = (from: string, to: string, q: number, where: string) =>
  `SELECT CASE WHEN count(*) >= 10 THEN min(d) FILTER (c >= ${q}) END
   FROM (SELECT d, cume_dist() OVER (ORDER BY d) AS c
         FROM (SELECT ${to} - ${from} AS d FROM complaints WHERE ${where} AND ${to} >= ${from}))`;

/** Of a group: where five are on either side of it. */
const daysBy = (by: string, q: number, fewest: number): ByHand => ({
  value: days("accepted_on", "closed_on", q, HANDLED),
  // Groups of which no ticket has both days are there too, without a number.
  groups: `
    SELECT g, CASE WHEN count(d) >= ${fewest} THEN min(d) FILTER (c >= ${q}) END
    FROM (SELECT g, d, cume_dist() OVER (PARTITION BY g ORDER BY d) AS c
          FROM (SELECT coalesce(${by}, '未注明') AS g, closed_on - accepted_on AS d
                FROM complaints WHERE ${HANDLED}))
    GROUP BY g`,
});

const weekday = (day: string) =>
  `['周一', '周二', '周三', '周四', '周五', '周六', '周日'][CAST(isodow(${day}) AS INTEGER)]`;

const month = (day: string) => `strftime(${day}, '%Y-%m')`;

const DUE = (year: number) =>
  `${TICKETS} AND state NOT IN ('退回', '不予受理', '作废')
   AND due_on <= DATE '${year}-12-31'
   AND (closed_on IS NOT NULL OR state IS DISTINCT FROM '已办结')`;
const ON_TIME = (year: number) => `${DUE(year)} AND closed_on <= due_on`;

/** A penalty counts in the year of its decision. */
const DECIDED_IN = (year: number) =>
  `(decided_on IS NULL OR decided_on BETWEEN DATE '${year}-01-01' AND DATE '${year}-12-31')`;

/** Penalties of the year of which a column says 是. */
const REVIEWABLE = (column: string, year: number) =>
  `${column} = '是' AND penalties IS NOT NULL AND ${DECIDED_IN(year)}`;

/** The seventh working day after the decision. */
const DECIDED = `(
  SELECT c.*, (SELECT w.day FROM worked w
               WHERE w.n = 7 + (SELECT max(v.n) FROM worked v WHERE v.day <= c.decided_on)) AS last
  FROM cases c WHERE decided_on IS NOT NULL AND disclosure = '公开'
    AND (penalties IS NOT NULL OR closed_how IS NULL OR closed_how NOT IN
      ('不予处罚', '撤销案件', '移送其他机关', '移送司法', '终止调查')))`;
const DISCLOSURES_DUE = (year: number) =>
  count(DECIDED, `${DECIDED_IN(year)} AND last <= DATE '${year}-12-31'`);
const DISCLOSED_IN_TIME = (year: number) =>
  count(DECIDED, `${DECIDED_IN(year)} AND disclosed_on <= last AND last <= DATE '${year}-12-31'`);

/** Heavy to light, as the notes of the statistics tables list them. */
const HEAVIEST = `CASE
  ${[
    "行政拘留",
    "限制从业",
    "责令关闭",
    "责令停产停业",
    "限制开展生产经营活动",
    "吊销许可证件",
    "降低资质等级",
    "暂扣许可证件",
    "没收非法财物",
    "没收违法所得",
    "罚款",
    "通报批评",
    "警告",
    "其他",
  ]
    .map((kind) => `WHEN contains(';' || penalties || ';', ';${kind};') THEN '${kind}'`)
    .join(" ")} END`;
const LOST_SUITS = among("litigation", DECIDED_FIRST, `result IN ${LOST}`);
const CORRECTED = among(
  "litigation",
  RECONSIDERED,
  "result IN ('撤销', '部分撤销', '变更', '确认违法', '确认无效', '责令履行', '承担协议责任')",
);

const ways = (table: string, key: string, day: string, step: string): ByHand => {
  const steps = `SELECT array_to_string(list(${step} ORDER BY ${day}, ${step}), '→') AS way
    FROM ${table} WHERE ${key} IS NOT NULL AND ${step} IS NOT NULL GROUP BY ${key}`;
  return {
    value: `SELECT nullif(count(*), 0) FROM (${steps})`,
    groups: `SELECT way, count(*) FROM (${steps}) GROUP BY way`,
  };
};

/** A licence, too, counts in the year of its decision. */
const LICENSED_IN = (year: number) => `(decided_on IS NULL OR year(decided_on) = ${year})`;
const LICENCES_DUE = (year: number) =>
  `due_on <= DATE '${year}-12-31' AND ${LICENSED_IN(year)} AND (decided_on IS NOT NULL OR result IS NULL)
   AND (result IS NULL OR result LIKE '准予%' OR result = '不予')`;
const LICENCES_IN_TIME = (year: number) => `${LICENCES_DUE(year)} AND decided_on <= due_on`;
const licenceDays = (q: number, year: number) =>
  `SELECT CASE WHEN count(*) >= 10 THEN min(d) FILTER (c >= ${q}) END
   FROM (SELECT d, cume_dist() OVER (ORDER BY d) AS c
         FROM (SELECT decided_on - accepted_on AS d FROM licences
               WHERE decided_on >= accepted_on AND year(decided_on) = ${year}
                 AND (result LIKE '准予%' OR result = '不予')))`;

/** The SQL of a metric; one without it is told what to write, and where. */
export function byHandOf(metric: Metric, year: number): ByHand {
  const own = byHand(year)[metric.id];
  if (own) return own;
  const labelOf = (id: string) => metrics.find((one) => one.id === id)?.label ?? id;
  throw new Error(
    [
      `The metric ${metric.id} has no SQL written by hand. Add to byHand() in tests/support/byhand.ts`,
      `  "${metric.id}": { value: "SELECT …"${"by" in metric ? ', groups: "SELECT word, number …"' : ""} },`,
      "written from its definition and its sentence, not from what the code makes of them:",
      `  ${metric.definition}`,
      metric.kind === "reported" ? "" : `  ${metricWords(metric, yearUntil(year), labelOf)}`,
    ].join("\n"),
  );
}

/** The SQL of every metric that is computed from rows. */
function byHand(year: number): Readonly<Record<string, ByHand>> {
  return {
    cases: { value: count("cases") },
    "cases-by-field": countBy("cases", "field"),
    "cases-by-month": countBy("cases", month("filed_on")),
    "cases-by-origin": countBy("cases", "origin"),
    "cases-by-procedure": countBy("cases", "procedure"),
    "penalties-by-kind": countBy(
      "cases",
      HEAVIEST,
      `penalties IS NOT NULL AND ${DECIDED_IN(year)}`,
    ),
    fines: { value: `SELECT sum(fine) FROM cases WHERE ${DECIDED_IN(year)}` },
    confiscations: { value: `SELECT sum(confiscated) FROM cases WHERE ${DECIDED_IN(year)}` },
    "disclosures-due": { value: DISCLOSURES_DUE(year) },
    "disclosures-on-time": { value: DISCLOSED_IN_TIME(year) },
    "disclosure-on-time-rate": share(DISCLOSED_IN_TIME(year), DISCLOSURES_DUE(year)),
    "reviews-required": { value: count("cases", REVIEWABLE("review_required", year)) },
    "reviews-told": {
      value: count("cases", `${REVIEWABLE("review_required", year)} AND legal_review IS NOT NULL`),
    },
    "reviews-required-done": {
      value: count("cases", `${REVIEWABLE("review_required", year)} AND legal_review = '是'`),
    },
    "review-rate": share(
      count("cases", `${REVIEWABLE("review_required", year)} AND legal_review = '是'`),
      count("cases", `${REVIEWABLE("review_required", year)} AND legal_review IS NOT NULL`),
    ),
    "heard-decisions": { value: count("cases", REVIEWABLE("hearing", year)) },
    "heard-decisions-told": {
      value: count("cases", `${REVIEWABLE("hearing", year)} AND legal_review IS NOT NULL`),
    },
    "heard-decisions-reviewed": {
      value: count("cases", `${REVIEWABLE("hearing", year)} AND legal_review = '是'`),
    },
    "legal-reviews": { value: count("legal_reviews") },
    "legal-reviews-passed": { value: count("legal_reviews", "conclusion = '通过'") },
    "legal-reviews-returned": countBy("legal_reviews", "reason", "conclusion = '未通过'"),
    "review-ways": ways("legal_reviews", "case_no", "reviewed_on", "conclusion"),

    litigation: { value: count("litigation", SUITS) },
    "litigation-by-instance": countBy("litigation", "instance", SUITS),
    hearings: { value: count("litigation", HEARD) },
    "head-appearances": { value: count("litigation", `${HEARD} AND head_appeared = '是'`) },
    "hearings-not-applicable": {
      value: among("litigation", FIRST, "heard = '是' AND head_appeared = '不适用'"),
    },
    "head-appearance-rate": share(
      count("litigation", `${HEARD} AND head_appeared = '是'`),
      count("litigation", HEARD),
    ),
    "reconsideration-hearings": {
      value: among("litigation", `${AGAINST_US} AND heard IS NOT NULL`, "heard = '是'"),
    },
    "heads-at-reconsideration-hearings": {
      value: among("litigation", `${AGAINST_US} AND heard = '是'`, "head_appeared = '是'"),
    },
    reconsiderations: { value: count("litigation", AGAINST_US) },
    compensations: { value: count("litigation", "category = '行政赔偿'") },
    "third-party-litigation": {
      value: among("litigation", "category = '行政诉讼'", "role = '第三人'"),
    },
    "third-party-reconsiderations": {
      value: among("litigation", "category = '行政复议'", "role = '第三人'"),
    },
    arbitrations: { value: count("litigation", "category = '劳动仲裁'") },
    "litigation-concluded": { value: count("litigation", DECIDED_FIRST) },
    "litigation-outcomes": countBy("litigation", "result", DECIDED_FIRST),
    "litigation-lost": { value: LOST_SUITS },
    "litigation-loss-rate": share(LOST_SUITS, count("litigation", DECIDED_FIRST)),
    "appeal-outcomes": countBy(
      "litigation",
      `CASE WHEN result IN ('驳回上诉', '维持') THEN '维持原判' WHEN result = '发回重审' THEN result
            WHEN result LIKE '%撤诉' OR result = '调解' THEN '没有裁判' ELSE '改变原判' END`,
      DECIDED_SECOND,
    ),
    "own-appeals-dismissed": {
      value: among(
        "litigation",
        DECIDED_SECOND,
        "role = '上诉人' AND result IN ('驳回上诉', '维持')",
      ),
    },
    "reconsiderations-concluded": { value: count("litigation", RECONSIDERED) },
    "reconsideration-outcomes": countBy("litigation", "result", RECONSIDERED),
    "reconsiderations-corrected": { value: CORRECTED },
    "reconsideration-correction-rate": share(CORRECTED, count("litigation", RECONSIDERED)),
    "dispute-ways": ways(
      "litigation",
      "dispute_no",
      "accepted_on",
      "(CASE WHEN category = '劳动仲裁' THEN '仲裁' WHEN category = '行政复议' THEN '复议' ELSE instance END)",
    ),

    licences: { value: count("licences") },
    "licences-accepted": { value: count("licences", `year(accepted_on) = ${year}`) },
    "licences-granted": {
      value: count("licences", `${LICENSED_IN(year)} AND result LIKE '准予%'`),
    },
    "licences-refused": { value: count("licences", `${LICENSED_IN(year)} AND result = '不予'`) },
    "licences-revoked": { value: count("licences", `${LICENSED_IN(year)} AND result = '撤销'`) },
    "licences-by-outcome": countBy(
      "licences",
      `CASE WHEN NOT ${LICENSED_IN(year)} THEN '其他年度的决定' WHEN result IS NOT NULL THEN result
            WHEN accepted_on IS NOT NULL AND decided_on IS NULL THEN '尚未决定' END`,
    ),
    "licences-by-item": countBy("licences", "item"),
    "licences-by-month": countBy("licences", month("decided_on")),
    "licence-days": { value: licenceDays(0.5, year) },
    "licence-days-p90": { value: licenceDays(0.9, year) },
    "licences-due": { value: count("licences", LICENCES_DUE(year)) },
    "licences-in-time": { value: count("licences", LICENCES_IN_TIME(year)) },
    "licence-in-time-rate": share(
      count("licences", LICENCES_IN_TIME(year)),
      count("licences", LICENCES_DUE(year)),
    ),

    "publicity-events": { value: count("publicity", PUBLIC) },
    "publicity-by-form": countBy("publicity", "form", PUBLIC),
    "publicity-by-month": countBy("publicity", month("started_on"), PUBLIC),
    "publicity-by-day": countBy("publicity", "started_on", PUBLIC),
    "publicity-participants": { value: `SELECT sum(participants) FROM publicity WHERE ${PUBLIC}` },
    "publicity-leaflets": { value: `SELECT sum(leaflets) FROM publicity WHERE ${PUBLIC}` },
    "staff-learning": countBy("publicity", "form", "audience = '本单位人员'"),

    complaints: { value: count("complaints", TICKETS) },
    "complaints-resolved": { value: count("complaints", `${TICKETS} AND state = '已办结'`) },
    "tickets-left-out": countBy(
      "complaints",
      "state",
      `${ALL_TICKETS} AND state IN ('退回', '不予受理', '作废')`,
    ),
    "messages-left-out": countBy(
      "complaints",
      "state",
      `${ALL_MESSAGES} AND state IN ('退回', '不予受理', '作废')`,
    ),
    "carried-over-tickets": { value: among("complaints", TICKETS, `year(accepted_on) < ${year}`) },
    "carried-over-due": {
      value: among(
        "complaints",
        TICKETS,
        `${CARRIED_OVER(year)} AND due_on BETWEEN DATE '${year}-01-01' AND DATE '${year}-12-31'`,
      ),
    },
    "carried-over-on-time": {
      value: among(
        "complaints",
        TICKETS,
        `${CARRIED_OVER(year)} AND year(due_on) = ${year} AND closed_on <= due_on`,
      ),
    },
    "other-requests": {
      value: among("complaints", TICKETS, "kind IN ('咨询', '求助', '建议', '感谢')"),
    },
    "complaint-resolution-rate": share(
      count("complaints", `${TICKETS} AND state = '已办结'`),
      count("complaints", TICKETS),
    ),
    messages: { value: count("complaints", MESSAGES) },
    "complaints-by-channel": countBy("complaints", "channel", TICKETS),
    "messages-by-channel": countBy("complaints", "channel", MESSAGES),
    "complaints-by-month": countBy("complaints", month("accepted_on"), TICKETS),
    "complaints-by-weekday": countBy("complaints", weekday("accepted_on"), TICKETS),
    "complaints-by-street": countBy("complaints", "street", TICKETS),
    "complaints-by-category": countBy("complaints", "category", TICKETS),
    "handling-days": { value: days("accepted_on", "closed_on", 0.5, HANDLED) },
    "handling-days-p90": { value: days("accepted_on", "closed_on", 0.9, HANDLED) },
    "handling-days-by-street": daysBy("street", 0.5, 10),
    "handling-days-p90-by-street": daysBy("street", 0.9, 50),
    "handling-days-by-category": daysBy("category", 0.5, 10),
    "handling-days-p90-by-category": daysBy("category", 0.9, 50),
    "handling-bands": countBy(
      "complaints",
      `CASE WHEN closed_on = accepted_on THEN '当天'
            WHEN closed_on - accepted_on BETWEEN 1 AND 3 THEN '1至3天'
            WHEN closed_on - accepted_on BETWEEN 4 AND 7 THEN '4至7天'
            WHEN closed_on - accepted_on BETWEEN 8 AND 15 THEN '8至15天'
            WHEN closed_on - accepted_on BETWEEN 16 AND 30 THEN '16至30天'
            WHEN closed_on - accepted_on > 30 THEN '30天以上' END`,
      `${TICKETS} AND state = '已办结'`,
    ),
    "handling-by-day": countBy(
      "complaints",
      `CASE WHEN closed_on = accepted_on THEN '当天'
            WHEN closed_on - accepted_on BETWEEN 1 AND 90 THEN (closed_on - accepted_on)::text || '天'
            WHEN closed_on - accepted_on > 90 THEN '90天以上' END`,
      `${TICKETS} AND state = '已办结'`,
    ),
    "complaints-by-solved": countBy("complaints", "solved", TICKETS),
    "contact-days": { value: days("accepted_on", "first_contact_on", 0.5, TICKETS) },
    "complaints-due": { value: count("complaints", DUE(year)) },
    "complaints-on-time": { value: count("complaints", ON_TIME(year)) },
    "on-time-rate": share(count("complaints", ON_TIME(year)), count("complaints", DUE(year))),
    "complaints-told": { value: count("complaints", `${TICKETS} AND repeated IS NOT NULL`) },
    "complaints-repeated": { value: count("complaints", `${TICKETS} AND repeated = '是'`) },
    "repeat-rate": share(
      count("complaints", `${TICKETS} AND repeated = '是'`),
      count("complaints", `${TICKETS} AND repeated IS NOT NULL`),
    ),
    satisfaction: countBy("complaints", "satisfaction", `${TICKETS} AND satisfaction IS NOT NULL`),
    "complaints-rated": { value: count("complaints", `${TICKETS} AND ${RATED}`) },
    "complaints-satisfied": {
      value: count(
        "complaints",
        `${TICKETS} AND satisfaction LIKE '%满意' AND satisfaction NOT LIKE '%不满意'`,
      ),
    },
    "satisfaction-rate": share(
      count(
        "complaints",
        `${TICKETS} AND satisfaction LIKE '%满意' AND satisfaction NOT LIKE '%不满意'`,
      ),
      count("complaints", `${TICKETS} AND ${RATED}`),
    ),
  };
}
