/** 办理的案件 and their 法制审核: every case lives its whole life, each year's files show it as it then stood. */
import { addWorkdays, type DateForm, firstDay, lastDay, workdayFrom } from "./calendar.ts";
import type { Sheet } from "./output.ts";
import { between, chooser, logNormal, oneOf, type Random, seeded } from "./random.ts";
import { outerStreet, sometimes, townStreet } from "./words.ts";

interface Field {
  name: string;
  alias: string;
  weight: number;
  /** Share that is settled on the spot. */
  simple: number;
  /** Share of legal persons among the parties of the ordinary procedure. */
  legalPersons: number;
  /** Median fine in yuan. */
  fine: number;
  causes: readonly string[];
  outer?: true;
}

const FIELDS: readonly Field[] = [
  {
    name: "市容环卫",
    alias: "市容",
    weight: 40,
    simple: 0.55,
    legalPersons: 0.3,
    fine: 1200,
    causes: [
      "擅自占用城市道路经营",
      "未按规定分类投放生活垃圾",
      "擅自设置户外广告",
      "运输撒漏污染路面",
    ],
  },
  {
    name: "规划建设",
    alias: "规划",
    weight: 17,
    simple: 0,
    legalPersons: 0.45,
    fine: 26_000,
    causes: [
      "未取得建设工程规划许可证进行建设",
      "未按建设工程规划许可证的规定进行建设",
      "临时建筑超过期限不拆除",
    ],
    outer: true,
  },
  {
    name: "环境保护",
    alias: "环保",
    weight: 14,
    simple: 0.15,
    legalPersons: 0.5,
    fine: 5200,
    causes: ["油烟未经净化排放", "夜间违规施工产生噪声", "露天焚烧产生烟尘"],
  },
  {
    name: "燃气",
    alias: "燃气",
    weight: 9,
    simple: 0.05,
    legalPersons: 0.55,
    fine: 8000,
    causes: ["使用不合格的燃气燃烧器具", "未按规定进行安全检查", "在保护范围内擅自施工"],
  },
  {
    name: "住建",
    alias: "住建领域",
    weight: 9,
    simple: 0,
    legalPersons: 0.95,
    fine: 15_000,
    causes: ["施工现场未采取防尘措施", "未取得施工许可证擅自施工", "未按规定公示物业信息"],
    outer: true,
  },
  {
    name: "园林绿化",
    alias: "城市园林绿化",
    weight: 7,
    simple: 0.3,
    legalPersons: 0.5,
    fine: 3000,
    causes: ["擅自砍伐城市树木", "擅自占用城市绿地"],
  },
  {
    name: "水务",
    alias: "水务领域",
    weight: 4,
    simple: 0.05,
    legalPersons: 0.7,
    fine: 6000,
    causes: ["未取得排水许可证排放污水", "擅自取用地下水"],
  },
];
const fieldOf = chooser(FIELDS.map((field) => [field, field.weight]));
const originOf = chooser([
  ["巡查发现", 44],
  ["投诉举报", 26],
  ["数字城管", 12],
  ["部门移送", 9],
  ["上级交办", 6],
  ["媒体曝光", 1],
  ["其他", 2],
]);
const simpleParty = chooser([
  ["自然人", 58],
  ["个体工商户", 37],
  ["法人", 5],
]);
const naturalParty = chooser([
  ["自然人", 55],
  ["个体工商户", 43],
  ["非法人组织", 2],
]);
const outcomeOf = chooser<Outcome>([
  ["处罚", 87],
  ["不予处罚", 5.5],
  ["终止调查", 3],
  ["移送其他机关", 2.2],
  ["撤销案件", 1.8],
  ["移送司法", 0.5],
]);
type Outcome = "处罚" | "不予处罚" | "终止调查" | "移送其他机关" | "撤销案件" | "移送司法";
const ordinaryPenalties = chooser([
  ["罚款", 76],
  ["警告；罚款", 8],
  ["罚款；没收违法所得", 6],
  ["警告", 3],
  ["通报批评；罚款", 2.5],
  ["罚款；没收非法财物", 2.2],
  ["罚款；责令停产停业", 0.9],
  ["罚款；暂扣许可证件", 0.6],
  ["警告；罚款；没收违法所得", 0.5],
  ["吊销许可证件", 0.3],
]);
const reasonOf = chooser([
  ["证据不充分", 30],
  ["违法行为事实不清", 22],
  ["程序材料不全", 18],
  ["裁量说理不足", 14],
  ["处罚对象认定不清", 10],
  ["适用法律不当", 6],
]);
const endOf = chooser([
  ["自觉履行", 80],
  ["分期延期", 5],
  ["申请法院强制执行", 8],
  ["行政强制执行", 4],
  ["终结", 1.5],
]);
const WITHHELD = "政府信息公开条例第十五条";
const REVOKED_BY = ["行政复议决定撤销", "人民法院判决撤销", "自行核查发现认定事实不清"];

interface Review {
  on: number;
  round: number;
  passed: boolean;
  reason: string;
}

interface Case {
  number: string;
  filed: number;
  origin: string;
  simple: boolean;
  field: Field;
  cause: string;
  party: string;
  street: string;
  outcome: Outcome;
  reviews: readonly Review[];
  reviewed: boolean;
  hearing: boolean;
  /** Decision, or the day on which the case ended without one. */
  ended: number;
  penalties: string;
  fine: number | null;
  confiscated: number | null;
  enforcement: string;
  paid: number;
  disclosure: string;
  disclosed: number | null;
  disclosedUntil: number | null;
  repaired: number | null;
  revoked: { on: number; why: string; state: string } | null;
}

/** Every case filed in a year, whatever year it ends in. */
function filedIn(year: number): Case[] {
  const random = seeded(`${year} cases`);
  const total = 590 + 22 * (year - 2023) + between(random, -12, 12);
  const filed = Array.from({ length: total }, () => {
    const day = firstDay(year) + Math.floor(random() * (lastDay(year) - firstDay(year) + 1));
    return random() < 0.04 ? day : workdayFrom(day);
  })
    .filter((day) => day <= lastDay(year))
    .sort((a, b) => a - b);
  return filed.map((day, index) =>
    lifeOf(random, day, `示城执立〔${year}〕第${String(index + 1).padStart(3, "0")}号`),
  );
}

function lifeOf(random: Random, filed: number, number: string): Case {
  const field = fieldOf(random);
  const simple = random() < field.simple;
  const legal = random() < field.legalPersons;
  const party = simple ? simpleParty(random) : legal ? "法人" : naturalParty(random);
  const outcome = simple ? "处罚" : outcomeOf(random);
  const punished = outcome === "处罚";
  const penalties = punished
    ? simple
      ? random() < 0.38
        ? "警告"
        : "罚款"
      : ordinaryPenalties(random)
    : "";
  const fine = penalties.includes("罚款") ? fineOf(random, simple, party, field.fine) : null;
  const unlawful = penalties.includes("没收违法所得");
  const confiscated = unlawful ? rounded(logNormal(random, 4000, 0.8)) : null;
  const large = (fine ?? 0) >= 20_000 || /责令|吊销|没收/.test(penalties);

  const reviewed = !simple && punished && (large || random() < 0.34);
  const heard = reviewed && random() < (large ? 0.14 : 0.03);
  const start = addWorkdays(filed, Math.round(logNormal(random, 18, 0.5)));
  const reviews = reviewed ? reviewsFrom(random, start) : [];
  const ready = reviews.at(-1)?.on ?? start;
  const ended = simple ? filed : addWorkdays(ready, between(random, 3, heard ? 25 : 12));

  const atOnce = simple || penalties === "警告";
  const enforcement = !punished ? "" : atOnce ? "自觉履行" : endOf(random);
  const wait = enforcement === "自觉履行" ? between(random, 0, 14) : between(random, 45, 210);
  const paid = atOnce ? ended : ended + wait;

  const disclosure = disclosureOf(random, simple, punished, party);
  const delay = random();
  const disclosed =
    disclosure !== "公开" || delay > 0.965
      ? null
      : addWorkdays(
          ended,
          delay < 0.88 ? between(random, 1, 7) : between(random, 8, delay < 0.95 ? 15 : 40),
        );
  const disclosedUntil = disclosed === null ? null : disclosed + (large ? 1096 : 365);
  const repaired =
    disclosed !== null && party === "法人" && paid < ended + 60 && random() < 0.12
      ? workdayFrom(disclosed + between(random, 95, 240))
      : null;
  const undone = punished && !simple ? random() : 1;
  const revoked =
    undone < 0.022
      ? {
          on: workdayFrom(Math.max(ended, disclosed ?? 0) + between(random, 40, 120)),
          why: oneOf(random, REVOKED_BY),
          state: undone < 0.014 ? "已撤销" : undone < 0.019 ? "已变更" : "确认违法",
        }
      : null;
  return {
    number,
    filed,
    origin: originOf(random),
    simple,
    field,
    cause: oneOf(random, field.causes),
    party,
    street: (field.outer ? outerStreet : townStreet)(random),
    outcome,
    reviews,
    reviewed,
    hearing: heard,
    ended,
    penalties,
    fine,
    confiscated,
    enforcement,
    paid,
    disclosure,
    disclosed,
    disclosedUntil,
    repaired: revoked ? null : repaired,
    revoked,
  };
}

/** A review that is not passed is followed by another; the third passes. */
function reviewsFrom(random: Random, start: number): Review[] {
  const reviews: Review[] = [];
  let on = start;
  for (let round = 1; ; round++) {
    const passed = round === 3 || random() >= (round === 1 ? 0.2 : 0.18);
    reviews.push({ on, round, passed, reason: passed ? "" : reasonOf(random) });
    if (passed) return reviews;
    on = addWorkdays(on, between(random, 4, 16));
  }
}

function fineOf(random: Random, simple: boolean, party: string, median: number): number {
  // 行政处罚法第五十一条: what may be imposed on the spot.
  if (simple) return party === "法人" ? between(random, 2, 30) * 100 : between(random, 1, 4) * 50;
  return rounded(logNormal(random, party === "法人" ? median * 1.5 : median, 0.8));
}

function rounded(yuan: number): number {
  const step = yuan < 2000 ? 50 : yuan < 20_000 ? 100 : 500;
  return Math.max(50, Math.round(yuan / step) * step);
}

function disclosureOf(random: Random, simple: boolean, punished: boolean, party: string): string {
  if (!punished) return "";
  if (simple || party === "自然人") return "仅汇总";
  return random() < 0.03 ? "不公开" : "公开";
}

/** Whether the case was still undecided when a year began. */
function carriedInto(year: number) {
  return (one: Case) => one.ended >= firstDay(year);
}

/** The cases that a year dealt with: carried over from the year before, and filed in it. */
function dealtWith(year: number): { carried: Case[]; filed: Case[] } {
  return { carried: filedIn(year - 1).filter(carriedInto(year)), filed: filedIn(year) };
}

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

/** How far a decision was carried out by a day. */
function executionOf(
  one: Case,
  last: number,
): { enforcement: string; closed: number; how: string; received: number | null } {
  const { outcome, enforcement, ended, paid } = one;
  const due = (one.fine ?? 0) + (one.confiscated ?? 0);
  const owed = due > 0 ? due : null;
  if (outcome !== "处罚") return { enforcement: "", closed: ended, how: outcome, received: null };
  if (paid > last) {
    const waited = last - ended;
    const urged = waited <= 60 || enforcement === "终结";
    const now = waited <= 15 ? "未到期" : urged ? "催告中" : enforcement;
    const part = enforcement === "分期延期" && owed !== null ? rounded(owed / 3) : null;
    return { enforcement: now, closed: paid, how: "", received: part };
  }
  if (enforcement === "终结") return { enforcement, closed: paid, how: "终结执行", received: null };
  const forced = enforcement.endsWith("强制执行");
  return {
    enforcement,
    closed: paid,
    how: forced ? "强制执行完毕" : "履行完毕",
    received: owed,
  };
}

export interface ReviewTotals {
  reviews: number;
  passed: number;
}

/** Writes the reviews held in a year, of its own cases and of those carried over. */
export function writeReviews(
  year: number,
  sheet: Sheet,
  { date, aliases }: { date: DateForm; aliases: boolean },
): ReviewTotals {
  const random = seeded(`${year} reviews as exported`);
  const { carried, filed } = dealtWith(year);
  const held = [...carried, ...filed]
    .flatMap((one) => one.reviews.map((review) => ({ ...review, number: one.number })))
    .filter(({ on }) => on >= firstDay(year) && on <= lastDay(year))
    .sort((a, b) => a.on - b.on || (a.number < b.number ? -1 : 1));
  sheet.row(["审核编号", "案件编号", "审核日期", "审核次序", "审核结论", "未通过原因"]);
  for (const [index, { on, number, round, passed, reason }] of held.entries()) {
    const conclusion = passed ? (aliases ? "同意" : "通过") : aliases ? "退回补正" : "未通过";
    sheet.row([
      `示审〔${year}〕${String(index + 1).padStart(3, "0")}`,
      number,
      date(on),
      String(round),
      conclusion,
      passed ? "" : sometimes(random, reason),
    ]);
  }
  sheet.end();
  return { reviews: held.length, passed: held.filter(({ passed }) => passed).length };
}
