/** The order of a breakdown's groups: the same in tables, charts and downloads, never that of the rows. */
import type { Vocabularies } from "../../ingest/cells/lexicon.ts";
import { byText, placeIn } from "../../values/order.ts";
import { columnOf, type RowMetric } from "../define.ts";
import { type Group, UNSTATED } from "./counter.ts";

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
  const bureauWords = column?.vocabulary
    ? (vocabularies.get(column.vocabulary)?.values() ?? [])
    : [];
  const words = [...(column?.words ?? []), ...bureauWords];
  const isTime = column?.type === "date" || column?.type === "text";
  const place = placeIn(words);
  const last = (word: string) => LAST.indexOf(word);
  const size = ({ amount }: Group) => (amount.state === "known" && !isTime ? amount.value : 0);
  return [...groups].sort(
    (a, b) =>
      last(a.word) - last(b.word) ||
      place(a.word) - place(b.word) ||
      size(b) - size(a) ||
      byText(a.word, b.word),
  );
}
