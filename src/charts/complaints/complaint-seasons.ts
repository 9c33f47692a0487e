import { figureOf } from "../../figures/figures.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import { monthsIn } from "../../site/ticket-tables.ts";
import type { Year } from "../../site/year.ts";
import { amountText, listText, numberText } from "../../text/format.ts";
import { labelled, wordText } from "../../text/labels.ts";
import { periodText } from "../../text/period.ts";
import { isLeftOver } from "../../text/rests.ts";
import { isExact } from "../../values/amount.ts";
import { isWholeYear } from "../../values/period.ts";
import { defineChart, type Item, type View } from "../define.ts";
import { folded } from "../forms/fold.ts";
import { lengthOf } from "../forms/length.ts";
import { monthsStandingOut, type Panel, panels } from "../forms/panels.ts";
import { groupItems } from "../items.ts";

const TABLE = "category-month";
/** Less than half as much again is no season. */
const SEASON = 1.5;
/** Of fewer matters the fullest and the emptiest month differ by chance. */
const FEWEST = 100;

/** A kind with its months, as they may be published. */
interface Kind {
  item: Item;
  months: readonly Item[];
  told: readonly Item[];
  high: Item;
  low: Item;
}

export const complaintSeasons = defineChart({
  id: "complaint-seasons",
  topic: "complaints",
  question: "什么时候反映什么？",
  view(year) {
    const groups = groupItems(year, "complaints-by-category", "sorted");
    const { unit } = figureOf(year, "complaints-by-month");
    const all = groups.flatMap((item) => kindOf(year, item));
    // Half of the months at least, or there is no course of the year to be seen.
    const kinds = all
      .filter(({ months, told }) => told.length * 2 >= months.length && told.length > 2)
      .toSorted((a, b) => strength(b) - strength(a));
    const [first] = kinds;
    const scope = `${periodText(year.period)}受理的${year.tickets}，按反映的问题和受理的月份`;
    if (!first) return noneTold(scope);
    const left = all.filter((kind) => !kinds.includes(kind));
    const shown = foldedKinds(kinds);
    const drawn = shown.map(panelOf);
    const whole = isWholeYear(year.period) ? "全年" : "这些月合计";
    const marked = kinds.filter((kind) => mostText(kind) !== "");
    const hidden = kinds.some(({ months, told }) => told.length < months.length);
    const key = [
      marked.length > 0 && `突出的一柱是${hidden ? "列出的月份里最多的" : "最多的月份"}`,
      hidden && "虚线是没有单列的",
    ]
      .filter(Boolean)
      .join("，");
    return {
      title: titleOf(kinds),
      subtitle: `${scope}。各图一个刻度：${[`这一类各月占${whole}的比例`, key, "季节差别大的在前"].filter(Boolean).join("；")}。单位：${unit}。`,
      dimension: "类别",
      ...cellsOf(kinds),
      ...(marked.length > 0 && {
        listed: {
          what: `各类${hidden ? "列出的月份里" : ""}件数最多的月份`,
          items: marked.map(({ high }) => ({ ...high, label: `${high.label}，${high.series}` })),
        },
      }),
      form: panels(drawn),
      aloud: drawn.map(({ label, text }) => labelled(label, text, unit)).join("；"),
      notes: [
        ...(shown.length < kinds.length
          ? [`其余${kinds.length - shown.length}类季节差别小，没有画；各月的件数在表里。`]
          : []),
        ...timesText(kinds),
        ...(hidden ? ["不足5件的月份，和列出来就能推算出它们的，不单列。"] : []),
        ...(left.length > 0
          ? [
              `${listText(left.map(({ item }) => item.label))}：多数月份太少，不按月列，${whole}的件数照列。`,
            ]
          : []),
      ],
    };
  },
});

/** Those of the greatest difference, as many as an embed holds. */
function foldedKinds(kinds: readonly Kind[]): readonly Kind[] {
  const of = ({ item }: Kind) => item;
  return folded(kinds, { of, bytes: 105, keep: "given" }).rows;
}

function noneTold(scope: string): View {
  return {
    title: "各类问题各月的件数未公布",
    subtitle: `${scope}。`,
    dimension: "类别",
    items: [],
    form: null,
    notes: [],
    idle: true,
  };
}

function kindOf(year: Year, item: Item): Kind[] {
  const months = monthsIn(year, TABLE, item.label);
  // What names nothing has no season.
  if (!months || item.label === UNSTATED || isLeftOver(item.label)) return [];
  const named = months.map(({ month, amount }) => ({ ...item, amount, series: `${month}月` }));
  const told = named.filter(({ amount }) => isExact(amount));
  const sorted = told.toSorted((a, b) => lengthOf(b.amount) - lengthOf(a.amount));
  const [high, low] = [sorted[0], sorted.at(-1)];
  return [{ item, months: named, told, high: high ?? item, low: low ?? item }];
}

/** How many times as much the fullest month has as the emptiest; of few it cannot be told. */
function strength({ item, months, told, high, low }: Kind): number {
  if (lengthOf(item.amount) < FEWEST || told.length < months.length) return 0;
  return lengthOf(high.amount) / Math.max(lengthOf(low.amount), 1);
}

function titleOf(kinds: readonly Kind[]): string {
  const said = seasonal(kinds).map((kind) => `${wordText(kind.item.label)}${mostText(kind)}`);
  if (said.length > 0) return said.join("，\u200b");
  const told = kinds.filter((kind) => strength(kind) > 0);
  if (told.length === 0) return "各类问题各月的件数太少，\u200b看不出季节";
  const some = told.length < kinds.length ? "能比较的" : "";
  return told.some((kind) => strength(kind) >= SEASON)
    ? `${some}各类问题各月的件数有多有少，\u200b没有哪几个月最多`
    : `${some}各类问题各月的件数\u200b相差不大`;
}

/** The two whose fullest months stand furthest above the emptiest. */
function seasonal(kinds: readonly Kind[]): Kind[] {
  return kinds.filter((kind) => strength(kind) >= SEASON && mostText(kind) !== "").slice(0, 2);
}

/** “7月最多”, of some that have the same number all; empty where those are many. */
function mostText({ told }: Kind): string {
  const most = monthsStandingOut(told);
  return most.length > 0 ? `${listText(most.map(({ series = "" }) => series))}最多` : "";
}

function timesText(kinds: readonly Kind[]): string[] {
  const said = seasonal(kinds).flatMap(({ item, high, low }) => {
    const [most, least] = [lengthOf(high.amount), lengthOf(low.amount)];
    if (least === 0) return [];
    const times = numberText(Math.round((10 * most) / least) / 10);
    return [`${wordText(item.label)}${high.series}是${low.series}的${times}倍`];
  });
  return said.length > 0 ? [`${said.join("，")}。`] : [];
}

/** The first month is the table's first column, the others stand beside it. */
function cellsOf(kinds: readonly Kind[]): Pick<View, "items" | "beyond"> {
  return {
    items: kinds.flatMap(({ months }) => months.slice(0, 1)),
    beyond: kinds.flatMap(({ months }) => months.slice(1)),
  };
}

function panelOf(kind: Kind): Panel {
  const { item, months } = kind;
  // A month that is withheld may have more.
  const isWhole = kind.told.length === months.length;
  const most = isWhole ? mostText(kind) : "";
  return {
    label: item.label,
    text: `${amountText(item.amount, item.unit)}${most && `，${most}`}`,
    whole: lengthOf(item.amount),
    items: months,
  };
}
