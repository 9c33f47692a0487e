/** What two editions tell of the few matters between them: whoever has both can subtract. */

import { correctionsOf } from "../charts/corrections.ts";
import type { Rendered } from "../charts/render.ts";
import { nameOf } from "../editions/changes.ts";
import type { PublicValue, PublishedState } from "../editions/define.ts";
import type { Figure } from "../figures/figures.ts";
import { type CountMetric, conditionsText, type Metric } from "../metrics/define.ts";
import type { Site } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { amountText } from "../text/format.ts";
import { rewrittenText } from "./moves.ts";
import { peopleSorts } from "./people-sorts.ts";
import { type ByWord, FEW, rewritten, shiftOf } from "./shift.ts";

export interface FewBetween {
  year: number;
  /** What is counted: 受理诉求工单. */
  label: string;
  before: string;
  after: string;
  /** Whether the bureau has said why its rows were put right. */
  said: boolean;
}

/**
 * Sorts of people's matters of which there are a few more or fewer than when they were last published.
 * What has changed by dozens tells of a column no more than the statistics of a small year do.
 */
export function fewBetween(
  site: Site,
  changed: readonly { rendered: Rendered; before: PublishedState | null }[],
): FewBetween[] {
  return site.years.flatMap((year) =>
    peopleSorts(site, year).flatMap(({ sort, figure }) => {
      const now = amountText(figure.amount, figure.unit);
      const [one] = [
        ...changed.flatMap(({ rendered, before }) => {
          const text = rendered.chart.figures.includes(sort.id)
            ? lastWritten(rendered, before, figure)
            : undefined;
          return text === undefined ? [] : [{ rendered, text, after: now }];
        }),
        ...rewrittenIn(site, sort, year.year, changed).map(({ rendered, count }) => ({
          ...{ rendered, text: now, after: `${now}，${rewrittenText(count)}` },
        })),
      ];
      if (!one) return [];
      const { after } = one;
      const { chart, numbers } = one.rendered;
      const said = correctionsOf(site, chart, one.rendered.year, numbers)
        .filter(({ day, before }) => day === site.editionDay && before.year === year.year)
        .some(({ why }) => why !== "");
      return [{ year: year.year, label: sort.label, before: one.text, after, said }];
    }),
  );
}

/** How its number was written in the last edition, if a few more or fewer are written now. */
function lastWritten(
  { numbers }: Rendered,
  before: PublishedState | null,
  { amount, unit, year }: Figure,
): string | undefined {
  const [value] = amountCells(amount);
  const now = numbers.filter(
    (one) => one.year === year && one.value === value && one.unit === unit,
  );
  return before?.values.find((was) => {
    const step = Math.abs(Number(value) - Number(was.value));
    return step > 0 && step < FEW && now.some((one) => nameOf(one) === nameOf(was));
  })?.text;
}

/** Matters of which charts by two columns at least say something else, where they are as many as before. */
function rewrittenIn(
  { metrics }: Site,
  sort: CountMetric,
  year: number,
  changed: readonly { rendered: Rendered; before: PublishedState | null }[],
): { rendered: Rendered; count: number }[] {
  const whole = conditionsText(sort);
  const isOfSort = (metric: Metric | undefined) =>
    metric?.kind === "count" &&
    metric.by !== undefined &&
    metric.dataset.id === sort.dataset.id &&
    conditionsText(metric) === whole;
  const shifts = changed.flatMap(({ rendered, before }) => {
    const own = rendered.chart.figures.filter((id) => isOfSort(metrics.get(id)));
    // Of several breakdowns nobody knows which number is whose.
    if (own.length !== 1 || !before) return [];
    const [was, is] = [before.values, rendered.numbers].map((values) => byWord(values, year));
    return was && is && totalOf(was) === totalOf(is) ? [{ rendered, shift: shiftOf(was, is) }] : [];
  });
  const count = rewritten(shifts.map(({ shift }) => shift));
  return count === 0 ? [] : shifts.map(({ rendered }) => ({ rendered, count }));
}

/** The parts of a breakdown; null where one of them is no plain number. */
function byWord(values: readonly PublicValue[], year: number): ByWord | null {
  const own = values.filter((value) => value.year === year && !value.total);
  if (own.some(({ state }) => state !== "known")) return null;
  return new Map(own.map((value) => [nameOf(value), Number(value.value)]));
}

function totalOf(words: ByWord): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0);
}
