/** A chart's numbers as everybody can read them, by which two states of it are held against each other. */
import { createHash } from "node:crypto";
import type { PublicValue } from "../editions/define.ts";
import type { Site } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { amountText } from "../text/format.ts";
import type { View } from "./define.ts";
import { periodOf, type TidyValue, tidyValues } from "./tidy.ts";

/** Those of its table, its drawing and its words; of a number in dispute the first writing. */
export function publicValues(
  site: Pick<Site, "years">,
  { view, year }: { view: View; year: number },
): PublicValue[] {
  const tidy = tidyValues({ view, year }).filter(({ second }) => !second);
  const told = (view.told ?? []).map((item) => ({
    ...item,
    year: item.year ?? year,
    series: item.series ?? "",
    label: item.category ?? item.label,
    total: true,
  }));
  const all = [...tidy, ...told].map((value) => publicValue(site, value));
  // The whole in the title is most often the table's total, under another name.
  return all.filter(
    (value, i) =>
      i < tidy.length ||
      !all.slice(0, tidy.length).some((one) => one.total && one.text === value.text),
  );
}

function publicValue(
  site: Pick<Site, "years">,
  value: Pick<TidyValue, "year" | "period" | "series" | "label" | "total" | "amount" | "unit">,
): PublicValue {
  const { year, series, label, total, amount, unit } = value;
  const [number, precision] = amountCells(amount);
  return {
    year,
    series,
    label,
    total,
    ...periodOf(site, value),
    state: amount.state,
    value: number,
    precision,
    unit,
    text: amountText(amount, unit),
  };
}

/** Tells whether anything that a chart says has changed; how it is drawn does not count. */
export function contentOf(view: View, source: string, values: readonly PublicValue[]): string {
  const { title, subtitle, notes } = view;
  const said = JSON.stringify([title, subtitle, notes, source, values]);
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}
