/** Figures → items. */
import { sectionsOf } from "../metrics/figures.ts";
import type { Year } from "../site.ts";
import { figureOf, findingOf, type Item } from "./define.ts";

/** A figure as one item, with the second value if the report contradicts itself. */
export function itemOf(year: Year, id: string, label?: string): Item {
  const figure = figureOf(year, id);
  const finding = findingOf(year, id);
  return {
    label: label ?? figure.metric.label,
    amount: finding ? finding.left.amount : figure.amount,
    ...(finding ? { against: finding.right.amount } : {}),
    unit: figure.metric.unit,
    sections: sectionsOf(figure),
  };
}

/**
 * The groups of a breakdown as items. `sorted`: largest first, ties in the order of the data,
 * 其他 and 未注明 last; otherwise as the data have them (stages).
 */
export function groupItems(year: Year, id: string, order: "sorted" | "given"): Item[] {
  const figure = figureOf(year, id);
  const items = (figure.groups ?? []).map((group) => ({
    label: group.word,
    amount: group.amount,
    unit: figure.metric.unit,
    sections: group.provenance.sections,
  }));
  if (order === "given") return items;
  const last = (item: Item) => (item.label === "其他" || item.label === "未注明" ? 1 : 0);
  const size = (item: Item) => (item.amount.state === "known" ? item.amount.value : -1);
  return items.sort((a, b) => last(a) - last(b) || size(b) - size(a));
}

/** A figure as the closing row of a table, unless it is unknown or in dispute. */
export function totalOf(year: Year, id: string): { total?: Item } {
  const item = itemOf(year, id, "合计");
  return item.amount.state === "unknown" || item.against ? {} : { total: item };
}
