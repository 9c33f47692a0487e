import { PENALTY_KINDS } from "../datasets/decisions.ts";
import type { Figure, YearFigures } from "../figures/figures.ts";
import { originOfAll, originOfRows, originOfStatement } from "../figures/origin.ts";
import type { Statement } from "../figures/statements.ts";
import { isRowMetric } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import { addendText } from "../text/format.ts";
import { sameUnit } from "../text/units.ts";
import { type Amount, isExact, isPartial, known, sum } from "../values/amount.ts";
import { roundTo } from "../values/decimals.ts";
import { isSamePeriod, isWholeYear } from "../values/period.ts";
import { compare } from "./compare.ts";
import type { Check, Relation, Rule, Side } from "./define.ts";
import { asPrinted } from "./printed.ts";
import { amountsOf, counterpartOf, kindsOf } from "./statutory-items.ts";

const KINDS = "penalties-by-kind";
const PENALTIES = "行政处罚";
const [OTHER] = PENALTY_KINDS;

/** An item of the statutory tables, and the figure that it is. */
interface FormItem {
  figure: Figure;
  said: Statement;
  kind: string;
  item: string;
}

/** What rows say of an item, in its unit. */
interface Counted {
  amount: Amount;
  addends: readonly Amount[];
  of: readonly Figure[];
  relation: Relation;
}

/** The yearly statutory tables (国办发〔2018〕118号) count the same matters as the rows, of a whole year. */
export const formRows: Rule = {
  id: "form-rows",
  label: "统计年报写的数等于逐行数据相加",
  broken: "统计年报与逐行数据对不上",
  matters: "年报的数应当能从逐件的登记里数出来；对不上，就不知道差的是哪些。",
  mayBe:
    "逐行数据只登记了一部分（例如只有普通程序的），两处登记的时间、计数的办法不同，或者有一处写错；单看这两个数，看不出是哪一种",
  check: (figures) => {
    // What others are part of comes first.
    const items = itemsOf(figures).toSorted((a, b) => Number(isTotal(b)) - Number(isTotal(a)));
    return items.flatMap((one) => {
      const counted = countedOf(one, items, figures);
      return counted === null ? [] : [checkOf(one, counted, figures)];
    });
  },
};

/** What the tables of a whole year say; a part of a year has no yearly table. */
function itemsOf(figures: YearFigures): FormItem[] {
  return [...figures.values()].flatMap((figure): FormItem[] => {
    const said = figure.statements.find(
      ({ listed, amount }) => listed && amount.state !== "unknown",
    );
    if (!said?.listed || !isWholeYear(said.period)) return [];
    return isSamePeriod(said.period, figure.rowsPeriod) ? [{ figure, said, ...said.listed }] : [];
  });
}

function isTotal({ item }: FormItem): boolean {
  return /^(?:合计|总计)/.test(item);
}

function countedOf(
  one: FormItem,
  items: readonly FormItem[],
  figures: YearFigures,
): Counted | null {
  const { kind, item, said } = one;
  const scale = scaleOf(said.unit);
  if (scale !== null) {
    const amounts = kind === PENALTIES ? amountsOf(item) : null;
    return amounts && added(amounts.figures, figures, amounts.relation, scale);
  }
  const penalties = figures.get(KINDS);
  if (kind === PENALTIES && penalties && sameUnit(said.unit, penalties.metric.unit)) {
    if (isTotal(one)) return added([KINDS], figures, "equal");
    const kinds = joinedIn(one, items);
    if (kinds) return ofGroups(penalties, kinds, "equal");
  }
  const other = counterpartOf(kind, item);
  if (!other) return null;
  const [figure] = other.figures.map((id) => figures.get(id));
  if (!figure || !sameUnit(said.unit, figure.metric.unit)) return null;
  return other.groups
    ? ofGroups(figure, other.groups, other.relation)
    : added(other.figures, figures, other.relation);
}

/** The kinds that an item counts; null where it is no kind, or another item counts one of them as well. */
function joinedIn(one: FormItem, items: readonly FormItem[]): readonly string[] | null {
  const own = kindsOf(one.item);
  if (own === null) return null;
  const others = items
    .filter(({ kind, said }) => kind === PENALTIES && sameUnit(said.unit, one.said.unit))
    .filter((other) => other !== one)
    .flatMap(({ item }) => kindsOf(item) ?? []);
  if (own.some((kind) => others.includes(kind))) return null;
  // What has no column of its own stands under 其他.
  return own[0] === OTHER ? PENALTY_KINDS.filter((kind) => !others.includes(kind)) : own;
}

/** Figures of rows added up, divided by a scale: at least what is known of them; null where nothing is. */
function added(
  ids: readonly string[],
  figures: YearFigures,
  relation: Relation,
  scale = 1,
): Counted | null {
  const of = ids.flatMap((id) => figures.get(id) ?? []);
  const told = of.filter(({ computed }) => computed.state !== "unknown");
  if (told.length === 0) return null;
  const addends = told.map(({ computed }) => divided(computed, scale));
  return { amount: atLeast(sum(addends), of.length - told.length), addends, of: told, relation };
}

/** Groups of a figure added up. What may belong to any of them makes each a lower bound. */
function ofGroups(figure: Figure, words: readonly string[], relation: Relation): Counted | null {
  const { computed, groups, groupsStated } = figure;
  if (computed.state === "unknown" || groups === null || groupsStated) return null;
  const unplaced = computed.state === "known" ? computed.undetermined : 0;
  const unstated = groups.find(({ word }) => word === UNSTATED);
  const open = unplaced + (unstated?.amount.state === "known" ? unstated.amount.value : 0);
  const addends = groups.filter(({ word }) => words.includes(word)).map(({ amount }) => amount);
  // Rows that are all known and say other words: there are none.
  const all = addends.length > 0 ? sum(addends) : known(0);
  return { amount: atLeast(all, open), addends, of: [figure], relation };
}

/** A number to which more may belong that is not told. */
function atLeast(amount: Amount, untold: number): Amount {
  if (amount.state !== "known" || untold === 0) return amount;
  return { ...amount, undetermined: amount.undetermined + untold };
}

const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^亿元/, 1e8],
  [/^百万元/, 1e6],
  [/^万元/, 1e4],
  [/^千元/, 1e3],
  [/^元/, 1],
];

/** How many 元 a unit of money is; null where it is none. */
function scaleOf(unit: string): number | null {
  return POWERS.find(([name]) => name.test(unit.trim()))?.[1] ?? null;
}

/** An amount in a larger unit, to the 分 of what it was. */
function divided(amount: Amount, scale: number): Amount {
  if (amount.state !== "known" || scale === 1) return amount;
  const decimals = 2 + Math.log10(scale);
  const { words: _, bounds, ...plain } = amount;
  return {
    ...plain,
    value: roundTo(amount.value / scale, decimals),
    ...(bounds && { bounds: [bounds[0] / scale, bounds[1] / scale] as const }),
  };
}

function checkOf(
  { figure, said, item }: FormItem,
  { amount, addends, of, relation }: Counted,
  figures: YearFigures,
): Omit<Check, "id" | "rule"> {
  const isMoney = scaleOf(said.unit) !== null;
  const left: Side = {
    amount: isMoney ? asPrinted(said.amount) : said.amount,
    label: `年报“${item}”`,
    working: "",
    sections: [said.section],
    origin: originOfStatement(said),
    period: said.period,
  };
  const few = addends.length > 1 && addends.length <= FEW;
  const right: Side = {
    amount,
    label: `${rowsOf(of)}逐行相加${onlyOf(of, figures)}`,
    working: few ? addends.map(addendText).join("+") : "",
    sections: [],
    origin: originOfAll(
      of.map(({ metric, computed, provenance }) => originOfRows(metric, computed, provenance)),
    ),
    period: figure.rowsPeriod,
  };
  const check = { ...compare(figure, left, right, relation), unit: said.unit };
  const beside = of.length === 1 ? of[0]!.metric.id : undefined;
  // Rows that are not all known can only disprove a number, never confirm it.
  const open = amount.state === "known" && isPartial(amount) && check.holds;
  return { ...check, ...(beside && { beside }), ...(open && { holds: null }) };
}
const FEW = 8;

/** “办理的案件”: the tables whose rows were added. */
function rowsOf(of: readonly Figure[]): string {
  const tables = of.flatMap(({ metric }) => (isRowMetric(metric) ? [metric.dataset.label] : []));
  return [...new Set(tables)].map((label) => `“${label}”`).join("、");
}

/** What all cases have in common that the tables do not ask for: 登记的都是普通程序. */
function onlyOf(of: readonly Figure[], figures: YearFigures): string {
  const isOfCases = of.some(({ metric }) => isRowMetric(metric) && metric.dataset.id === "cases");
  const { groups, groupsStated, computed } = figures.get("cases-by-procedure") ?? {};
  if (!isOfCases || !groups || groupsStated || !computed || !isExact(computed)) return "";
  const words = groups.map(({ word }) => word);
  return words.length === 1 && words[0] !== UNSTATED ? `（登记的都是${words[0]}）` : "";
}
