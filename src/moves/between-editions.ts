/** What two editions tell of the few matters between them: whoever has both can subtract. */

import { correctionsOf } from "../charts/corrections.ts";
import type { Rendered } from "../charts/render.ts";
import { nameOf } from "../editions/changes.ts";
import type { PublishedState } from "../editions/define.ts";
import type { Figure } from "../figures/figures.ts";
import type { Site } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { amountText } from "../text/format.ts";
import { FEW } from "./moves.ts";
import { peopleSorts } from "./people-sorts.ts";

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
      const [one] = changed.flatMap(({ rendered, before }) => {
        const text = rendered.chart.figures.includes(sort.id)
          ? lastWritten(rendered, before, figure)
          : undefined;
        return text === undefined ? [] : [{ rendered, text }];
      });
      if (!one) return [];
      const after = amountText(figure.amount, figure.unit);
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
