import { AGAINST, CORRECTED, litigation, MOVED, NOT_ACCEPTED } from "../datasets/litigation.ts";
import { count, type Metric, paths, ratio, reported } from "./define.ts";

const THIRD_PARTY = "第三人";
/** Where the bureau is a third party, the matter is not one against it. */
const AGAINST_US = { except: { role: THIRD_PARTY } } as const;
const FIRST_INSTANCE = { category: "行政诉讼", instance: "一审" } as const;
const CONCLUDED = {
  except: { role: THIRD_PARTY, result: [NOT_ACCEPTED, MOVED] },
  universe: "category",
} as const;
const RECONSIDERED = {
  except: { role: THIRD_PARTY, result: NOT_ACCEPTED },
  universe: "category",
} as const;
const OWN_BASIS = "本站口径";
const SUIT_BASIS = "行政诉讼法第六十九条至第七十八条";
const APPEAL_BASIS = "行政诉讼法第八十九条";
const RECONSIDERATION_BASIS =
  "行政复议法第六十三条至第六十七条、第七十一条（2023年度：2017年修正的行政复议法第二十八条）";
const HEAD_BASIS = "行政诉讼法第三条第三款；法释〔2020〕3号第二条、第七条";
const HEARING_BASIS = "行政复议法（2023年修订）第五十一条第三款，2024年1月1日起";
/** Heard at first instance; where the duty is said not to apply, nobody was absent. */
const HEARD = {
  except: { role: THIRD_PARTY, head_appeared: "不适用" },
  exceptTells: "head_appeared",
  universe: "category",
} as const;

export const litigationMetrics: readonly Metric[] = [
  count(litigation, {
    id: "litigation",
    label: "以本局为被告的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为被告的行政诉讼案件，各审级分别计件；本局只是第三人的不算。",
    ...AGAINST_US,
    where: { category: "行政诉讼" },
  }),
  count(litigation, {
    id: "litigation-by-instance",
    label: "各审级的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "行政诉讼案件按审级分；二审、再审不一定来自当年的一审，各审级不能相除。",
    ...AGAINST_US,
    where: { category: "行政诉讼" },
    by: "instance",
  }),
  count(litigation, {
    id: "hearings",
    label: "一审开庭",
    unit: "起",
    topic: "litigation",
    definition:
      "本局为被告、实际开庭的一审案件，一案开庭几次计一起；没有开庭的（撤诉、书面审）不在内，写明负责人出庭“不适用”的另列。",
    basis: "法释〔2020〕3号第七条",
    ...HEARD,
    where: { ...FIRST_INSTANCE, heard: "是" },
  }),
  count(litigation, {
    id: "head-appearances",
    label: "行政机关负责人出庭",
    unit: "起",
    topic: "litigation",
    definition:
      "实际开庭的一审案件中，正职、副职或参与分管的负责人至少到庭一次的；二审、再审同样有出庭的义务，这里只数一审。",
    basis: HEAD_BASIS,
    within: "hearings",
    ...HEARD,
    where: { ...FIRST_INSTANCE, heard: "是", head_appeared: "是" },
  }),
  count(litigation, {
    id: "hearings-not-applicable",
    label: "写明负责人出庭不适用的一审开庭",
    unit: "起",
    topic: "litigation",
    definition: "实际开庭的一审案件中，负责人出庭写“不适用”的：不算未出庭，也不在出庭率的分母里。",
    basis: OWN_BASIS,
    ...AGAINST_US,
    universe: "category",
    where: { ...FIRST_INSTANCE, heard: "是", head_appeared: "不适用" },
  }),
  ratio({
    id: "head-appearance-rate",
    label: "负责人出庭率",
    unit: "%",
    topic: "litigation",
    definition:
      "一审中负责人出庭的起数除以实际开庭的起数；没有开庭的、写明不适用的不在分母里；开庭不足10起时不算。各地分母不同，不与别处的率比较。",
    basis: OWN_BASIS,
    numerator: "head-appearances",
    denominator: "hearings",
  }),
  count(litigation, {
    id: "reconsiderations",
    label: "行政复议",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为被申请人的行政复议案件；本局只是第三人的不算。",
    ...AGAINST_US,
    where: { category: "行政复议" },
  }),
  count(litigation, {
    id: "reconsideration-hearings",
    label: "行政复议听证",
    unit: "件",
    topic: "litigation",
    definition: "本局为被申请人、举行了听证的行政复议案件；与一审开庭分开数。",
    basis: HEARING_BASIS,
    ...AGAINST_US,
    universe: "category",
    where: { category: "行政复议", heard: "是" },
  }),
  count(litigation, {
    id: "heads-at-reconsideration-hearings",
    label: "负责人参加行政复议听证",
    unit: "件",
    topic: "litigation",
    definition: "举行了听证的行政复议案件中，本局负责人参加的；不并入负责人出庭率。",
    basis: HEARING_BASIS,
    within: "reconsideration-hearings",
    ...HEARD,
    where: { category: "行政复议", heard: "是", head_appeared: "是" },
  }),
  count(litigation, {
    id: "arbitrations",
    label: "劳动仲裁",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为一方的劳动仲裁纠纷。",
    where: { category: "劳动仲裁" },
  }),
  count(litigation, {
    id: "compensations",
    label: "行政赔偿",
    unit: "件",
    topic: "litigation",
    definition: "本年度以本局为一方的行政赔偿案件，各审级分别计件；不并入行政诉讼和行政复议。",
    where: { category: "行政赔偿" },
  }),
  count(litigation, {
    id: "third-party-litigation",
    label: "本局为第三人的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "本局只是第三人的行政诉讼案件，各审级分别计件；不在以本局为被告的行政诉讼里。",
    universe: "category",
    where: { category: "行政诉讼", role: THIRD_PARTY },
  }),
  count(litigation, {
    id: "third-party-reconsiderations",
    label: "本局为第三人的行政复议",
    unit: "件",
    topic: "litigation",
    definition: "本局只是第三人的行政复议案件；不在以本局为被申请人的行政复议里。",
    universe: "category",
    where: { category: "行政复议", role: THIRD_PARTY },
  }),
  count(litigation, {
    id: "litigation-concluded",
    label: "审结的一审行政诉讼",
    unit: "件",
    topic: "litigation",
    definition:
      "当年审结的一审行政诉讼，含上年转入的；撤诉、驳回起诉、调解的在内，不予立案和移送其他法院的不在内。",
    basis: OWN_BASIS,
    within: "litigation",
    ...CONCLUDED,
    where: { ...FIRST_INSTANCE, state: "已结" },
  }),
  count(litigation, {
    id: "litigation-outcomes",
    label: "一审行政诉讼的结果",
    unit: "件",
    topic: "litigation",
    definition:
      "审结的一审行政诉讼，按裁判结果分；本局改变原来的行为、原告因此撤诉的，写“改正后撤诉”。",
    basis: SUIT_BASIS,
    ...CONCLUDED,
    where: { ...FIRST_INSTANCE, state: "已结" },
    by: "result",
  }),
  count(litigation, {
    id: "litigation-lost",
    label: "一审败诉的行政诉讼",
    unit: "件",
    topic: "litigation",
    definition:
      "当年审结的一审中，判决撤销（含部分）、变更、确认违法或无效、限期履行、给付、承担协议责任、赔偿的；撤诉不算败诉。二审结果不按字面算输赢。",
    basis: "行政诉讼法第七十条至第七十八条（第六十九条为驳回请求）",
    within: "litigation-concluded",
    ...CONCLUDED,
    where: { ...FIRST_INSTANCE, state: "已结", result: AGAINST },
  }),
  ratio({
    id: "litigation-loss-rate",
    label: "一审行政诉讼败诉率",
    unit: "%",
    topic: "litigation",
    definition:
      "一审败诉的除以审结的一审（含撤诉、驳回起诉、调解，不含不予立案和移送）；审结不足10件时不算。各地分母不同，不与别处的率比较。",
    basis: OWN_BASIS,
    numerator: "litigation-lost",
    denominator: "litigation-concluded",
  }),
  count(litigation, {
    id: "appeal-outcomes",
    label: "二审对一审判决的结果",
    unit: "件",
    topic: "litigation",
    definition:
      "审结的二审，按对一审判决怎样分：驳回上诉是维持一审，撤销、变更对的是一审判决，所以不按字面算输赢。",
    basis: APPEAL_BASIS,
    ...CONCLUDED,
    where: { category: "行政诉讼", instance: "二审", state: "已结" },
    by: "earlier_judgment",
  }),
  count(litigation, {
    id: "own-appeals-dismissed",
    label: "本局上诉被驳回",
    unit: "件",
    topic: "litigation",
    definition: "审结的二审中，本局上诉而一审判决被维持的：一审怎样输，仍旧怎样输。",
    basis: APPEAL_BASIS,
    ...CONCLUDED,
    where: {
      category: "行政诉讼",
      instance: "二审",
      state: "已结",
      role: "上诉人",
      earlier_judgment: "维持原判",
    },
  }),
  count(litigation, {
    id: "reconsiderations-concluded",
    label: "审结的行政复议",
    unit: "件",
    topic: "litigation",
    definition: "已受理并当年审结的行政复议；不予受理的不在内，本局只是第三人的不在内。",
    basis: "行政复议法第三十条、第三十三条、第四十一条、第六十一条以下",
    within: "reconsiderations",
    ...RECONSIDERED,
    where: { category: "行政复议", state: "已结" },
  }),
  count(litigation, {
    id: "reconsideration-outcomes",
    label: "行政复议的结果",
    unit: "件",
    topic: "litigation",
    definition:
      "审结的行政复议案件，按复议结果分；驳回复议请求（实体）与驳回复议申请（程序）分列。",
    basis: RECONSIDERATION_BASIS,
    ...RECONSIDERED,
    where: { category: "行政复议", state: "已结" },
    by: "result",
  }),
  count(litigation, {
    id: "reconsiderations-corrected",
    label: "被纠错的行政复议",
    unit: "件",
    topic: "litigation",
    definition:
      "审结的行政复议中，决定变更、撤销（含部分）、确认违法、确认无效（2024年起）、责令履行、承担协议责任的；调解、和解、改正后撤回的另列，不算。",
    basis: RECONSIDERATION_BASIS,
    within: "reconsiderations-concluded",
    ...RECONSIDERED,
    where: { category: "行政复议", state: "已结", result: CORRECTED },
  }),
  ratio({
    id: "reconsideration-correction-rate",
    label: "行政复议纠错率",
    unit: "%",
    topic: "litigation",
    definition:
      "被纠错的除以已受理并审结的（含调解、撤回、终止，不含不予受理）；审结不足10件时不算。官方的率分母不同，不与全国的率比较。",
    basis: OWN_BASIS,
    numerator: "reconsiderations-corrected",
    denominator: "reconsiderations-concluded",
  }),
  paths(litigation, {
    id: "dispute-ways",
    label: "争议走过的审级",
    unit: "起",
    topic: "litigation",
    definition:
      "每一起争议在本年度经过的复议、仲裁和各审级，按先后连起来；有一段没有写明审级的，不知道经过了哪些，列作未注明。",
    key: "dispute_no",
    order: "accepted_on",
    of: "stage",
  }),
  reported({
    id: "counsel-cases",
    label: "法律顾问代理行政诉讼",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的行政诉讼案件。",
  }),
  reported({
    id: "counsel-cases-first",
    label: "法律顾问代理一审",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的一审行政诉讼案件。",
  }),
  reported({
    id: "counsel-cases-second",
    label: "法律顾问代理二审",
    unit: "件",
    topic: "litigation",
    definition: "由法律顾问代理的二审行政诉讼案件。",
  }),
  reported({
    id: "counsel-advice",
    label: "法律顾问提供咨询",
    unit: "次",
    topic: "litigation",
    definition: "法律顾问提供法律咨询服务的次数。",
  }),
];
