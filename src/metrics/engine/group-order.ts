/** The order of a breakdown's groups: the same in tables, charts and downloads, never that of the rows. */
import type { Column } from "../../datasets/define.ts";
import type { Vocabularies } from "../../ingest/cells/lexicon.ts";
import { byText, placeIn } from "../../values/order.ts";
import { columnOf, type RowMetric } from "../define.ts";
import { type Group, UNSTATED } from "./counter.ts";
import type { CrossTable } from "./cross-table.ts";

/** What is in no other group, and what says nothing: they close every list. */
export const LAST: readonly string[] = ["其他", UNSTATED];

/**
 * Words as the vocabulary has them (审级, 用时段, the bureau's own), days and months as they follow
 * one another, anything else the largest first.
 */
export function inOrder(
  groups: readonly Group[],
  metric: RowMetric,
  vocabularies: Vocabularies,
): Group[] {
  const column = metric.by === undefined ? undefined : columnOf(metric.dataset, metric.by);
  const isTime = column?.type === "date" || column?.type === "text";
  const place = placeIn(wordsOf(column, vocabularies));
  const size = ({ amount }: Group) => (amount.state === "known" && !isTime ? amount.value : 0);
  return [...groups].sort(
    (a, b) =>
      lastly(a.word) - lastly(b.word) ||
      place(a.word) - place(b.word) ||
      size(b) - size(a) ||
      byText(a.word, b.word),
  );
}

/** A table in the order of its words: what was merged as it is declared, the rest as in a breakdown. */
export function inOwnOrder(table: CrossTable, vocabularies: Vocabularies): CrossTable {
  const { dataset, by, merged } = table.metric;
  const [byRow, byColumn] = by.map((key, at) => {
    const words =
      merged && at === 1 ? Object.keys(merged) : wordsOf(columnOf(dataset, key), vocabularies);
    const place = placeIn(words);
    return (a: string, b: string) => lastly(a) - lastly(b) || place(a) - place(b) || byText(a, b);
  });
  return table.inOrder(byRow!, byColumn!);
}

function lastly(word: string): number {
  return LAST.indexOf(word);
}

function wordsOf(column: Column | undefined, vocabularies: Vocabularies): string[] {
  const own = column?.vocabulary ? (vocabularies.get(column.vocabulary)?.values() ?? []) : [];
  return [...(column?.words ?? []), ...own];
}
