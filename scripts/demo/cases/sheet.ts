/** cases.csv of a year, as its cases stood on 31 December. */
import { type DateForm, lastDay } from "../calendar.ts";
import type { Sheet } from "../output.ts";
import { seeded } from "../random.ts";
import { sometimes } from "../words.ts";
import { WITHHELD } from "./disclosure.ts";
import { executionOf } from "./enforcement.ts";
import { type Case, dealtWith } from "./life.ts";
import { isLarge } from "./penalty.ts";

const HEADER = [
  "案件编号",
  "立案日期",
  "案件来源",
  "程序",
  "执法领域",
  "案由",
  "当事人类型",
  "决定书文号",
  "决定日期",
  "处罚种类",
  "罚款金额",
  "没收金额",
  "入账金额",
  "法制审核",
  "听证",
  "执行情况",
  "结案日期",
  "结案方式",
  "街道",
  "公开方式",
  "不公开依据",
  "公示日期",
  "公示到期",
  "状态",
  "撤销原因",
  "应当审核",
];
const AMOUNTS = [10, 11, 12];

/** How this year's export of the cases was made. */
export interface CaseForm {
  date: DateForm;
  /** Amounts in 万元, the header saying so. */
  tenThousands: boolean;
  /** The word used before the law of 2021: 一般程序. */
  oldWord: boolean;
  /** A total row under the data. */
  totalRow: boolean;
}

export interface CaseTotals {
  cases: number;
  carried: number;
  disclosed: number;
  byField: Map<string, number>;
  /** 处罚种类 of each decision, as cases.csv writes them. */
  penalties: string[];
  /** Fines and what was confiscated, in 元. */
  amount: number;
  /** Decisions made on the spot. */
  simple: number;
}

/** Heavy penalties of the ordinary procedure, and what was heard. */
function mustBeReviewed(one: Case): boolean {
  return one.hearing || (!one.simple && isLarge(one));
}

/** Writes the cases of a year as they stood on 31 December. */
export function writeCases(year: number, sheet: Sheet, form: CaseForm): CaseTotals {
  const random = seeded(`${year} cases as exported`);
  const { carried, filed } = dealtWith(year);
  const cases = [...carried, ...filed];
  const last = lastDay(year);
  const decisions = new Map(
    cases
      .filter(({ ended, outcome }) => ended <= last && /处罚/.test(outcome))
      .sort((a, b) => a.ended - b.ended || (a.number < b.number ? -1 : 1))
      .map((one, index) => [one, `示城执罚决〔${year}〕第${String(index + 1).padStart(3, "0")}号`]),
  );
  const money = (yuan: number | null) =>
    yuan === null ? "" : String(form.tenThousands ? yuan / 10_000 : yuan);
  const totals: CaseTotals = {
    cases: cases.length,
    carried: carried.length,
    disclosed: 0,
    byField: new Map(),
    penalties: [],
    amount: 0,
    simple: 0,
  };
  const sums = [0, 0, 0];

  sheet.row(
    HEADER.map((name, i) => (form.tenThousands && AMOUNTS.includes(i) ? `${name}（万元）` : name)),
  );
  for (const one of cases) {
    const { ended, field } = one;
    const is = (day: number | null): day is number => day !== null && day <= last;
    const day = (at: number | null) => (is(at) ? form.date(at) : "");
    const decision = decisions.get(one);
    const punished = decision !== undefined && one.outcome === "处罚";
    const revoked = punished && is(one.revoked?.on ?? null) ? one.revoked : null;
    const { enforcement, closed, how, received } = executionOf(one, last);
    totals.byField.set(field.name, (totals.byField.get(field.name) ?? 0) + 1);
    if (punished && is(one.disclosed)) totals.disclosed++;
    const amounts = punished ? [one.fine, one.confiscated, received] : [null, null, null];
    for (const [i, amount] of amounts.entries()) sums[i]! += amount ?? 0;
    if (punished) {
      totals.penalties.push(one.penalties);
      totals.amount += (one.fine ?? 0) + (one.confiscated ?? 0);
      if (one.simple) totals.simple++;
    }
    const [fine = "", confiscated = "", got = ""] = amounts.map(money);
    sheet.row([
      one.number,
      form.date(one.filed),
      sometimes(random, one.origin),
      one.simple ? "简易程序" : form.oldWord && random() < 0.7 ? "一般程序" : "普通程序",
      random() < 0.06 ? field.alias : field.name,
      sometimes(random, one.cause),
      sometimes(random, one.party),
      decision ?? "",
      decision === undefined ? "" : form.date(ended),
      punished ? one.penalties : "",
      fine,
      confiscated,
      got,
      one.reviews.some(({ on }) => on <= last) ? "是" : "否",
      sometimes(random, one.hearing && decision !== undefined ? "是" : "否"),
      punished ? sometimes(random, enforcement) : "",
      revoked?.state === "已撤销" ? day(revoked.on) : day(closed),
      revoked?.state === "已撤销" ? "决定被撤销" : is(closed) ? how : "",
      sometimes(random, one.street),
      punished ? one.disclosure : "",
      punished && one.disclosure === "不公开" ? WITHHELD : "",
      punished ? day(one.disclosed) : "",
      punished && is(one.disclosed) ? form.date(one.disclosedUntil ?? last) : "",
      punished ? (revoked?.state ?? (is(one.repaired) ? "已修复" : "有效")) : "",
      revoked?.why ?? "",
      // Written down since 2023.
      year < 2023 || decision === undefined ? "" : mustBeReviewed(one) ? "是" : "否",
    ]);
  }
  if (form.totalRow) {
    const row = HEADER.map(() => "");
    row[0] = "合计";
    for (const [i, column] of AMOUNTS.entries()) row[column] = money(sums[i] ?? 0);
    sheet.row(row);
  }
  sheet.end();
  return totals;
}
