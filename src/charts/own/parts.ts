/** The chart of a total by the parts that the data name (关系: 合计). */
import { findingOf } from "../../findings/find.ts";
import type { Check } from "../../findings/index.ts";
import type { Metric } from "../../metrics/define.ts";
import type { Year } from "../../site/year.ts";
import { UNKNOWN } from "../../text/format.ts";
import { labelled } from "../../text/labels.ts";
import { shareOf } from "../../text/of-whole.ts";
import { enumerate, itemText } from "../../text/sentences.ts";
import { largest } from "../../text/standing-out.ts";
import type { Chart, Item, View } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems, totalOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { partsOf, saidOf } from "./own-metrics.ts";

/** Its id is the total's, so that the address stays. */
export function partsChart(whole: Metric, parts: readonly string[]): Chart {
  const { id, label, topic } = whole;
  return {
    id: `parts-${id}`,
    topic,
    question: `${label}由哪些部分组成？`,
    figures: [id, ...parts],
    own: true,
    view: (year) => partsView(year, whole),
  };
}

function partsView(year: Year, { id, label, unit }: Metric): View {
  const parts = partsOf(year, id);
  const items = parts.map((part) => itemOf(year, part, partLabel(year, part)));
  const known = knownItems(items);
  const whole = itemOf(year, id);
  const finding = findingOf(year, id);
  // A total in dispute stands beside its parts, with both its values.
  const drawn = finding ? [{ ...whole, label: "合计" }, ...items] : items;
  return {
    title: titleOf(whole, known, finding),
    subtitle: `${timeOf(year, [whole, ...items])}${label}，按组成部分。单位：${unit}。`,
    dimension: "组成部分",
    items: drawn,
    told: [whole],
    ...totalOf(year, id),
    form: known.length > 0 ? bars(drawn) : null,
    notes: [],
    shows: known.length > 0 ? [id, ...parts] : [],
    ...(finding ? { finding } : {}),
  };
}

/** Parts that do not make up their total are no shares of it. */
function titleOf(whole: Item, parts: readonly Item[], finding: Check | undefined): string {
  if (finding) return `${whole.label}：\u200b${finding.rule.broken}`;
  const of =
    whole.amount.state === "known" ? `${itemText(whole)}，\u200b` : `${whole.label}里，\u200b`;
  if (parts.length === 0) return `${whole.label}的各部分${UNKNOWN}`;
  if (parts.length === 1) return of + enumerate(parts);
  const share = shareOf(whole, parts, (count) => labelled(whole.label, count, whole.unit));
  return share ?? of + largest(parts, whole);
}

/** Beside its whole a part need not say again that it is one, nor in a table whose. */
function partLabel(year: Year, id: string): string {
  const figure = year.figures.get(id);
  const label = saidOf(figure)?.listed?.item ?? figure?.metric.label ?? id;
  return label.replace(/^其中[：:，,]?(?=.)/, "");
}
