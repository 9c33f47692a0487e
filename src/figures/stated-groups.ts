/** A breakdown that no rows give and the report states: 一审 10 and 二审 7, each a row of indicators.csv. */
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import { wordKey } from "../ingest/text/tidy.ts";
import {
  columnOf,
  conditionsText,
  isRowMetric,
  type Metric,
  type RowMetric,
} from "../metrics/define.ts";
import type { Group } from "../metrics/engine/counter.ts";
import { sameUnit } from "../text/units.ts";
import type { Statement } from "./statements.ts";

/**
 * The statements whose 上级指标 is the breakdown itself, under their own names or the words that these
 * hold; else those of the whole that it breaks down, where their names hold the column's words.
 */
export function statedGroups(
  metric: Metric,
  metrics: readonly Metric[],
  statements: readonly Statement[],
  vocabularies: Vocabularies,
): Group[] {
  if (!isRowMetric(metric) || metric.by === undefined) return [];
  if (metric.kind !== "count" && metric.kind !== "path") return [];
  if (statements.every(({ parent }) => parent === null)) return [];
  const column = columnOf(metric.dataset, metric.by);
  const words = wordsOf(column, vocabularies);
  const partsOf = (ids: readonly string[]) =>
    statements.filter(
      ({ parent, unit, amount }) =>
        parent !== null &&
        ids.includes(parent) &&
        amount.state !== "unknown" &&
        sameUnit(unit, metric.unit),
    );
  const own = partsOf([metric.id]);
  if (own.length > 0)
    return once(own.map((said) => [wordIn(said.label, words) ?? said.label, said]));
  const conditions = conditionsText(metric);
  const wholes = metrics.filter(
    (other) =>
      isRowMetric(other) &&
      other.kind === "count" &&
      other.by === undefined &&
      other.dataset === metric.dataset &&
      conditionsText(other) === conditions,
  );
  const others = metrics.filter(
    (other): other is RowMetric =>
      isRowMetric(other) && other.dataset === metric.dataset && other.by !== undefined,
  );
  // Where a whole is broken down in one way only, its parts are of that, in whatever words.
  const only = others.every((other) => other === metric || conditionsText(other) !== conditions);
  const isOfAnother = (label: string) =>
    others.some(
      ({ by }) =>
        by !== metric.by &&
        wordIn(label, wordsOf(columnOf(metric.dataset, by!), vocabularies)) !== undefined,
    );
  return once(
    partsOf(wholes.map(({ id }) => id)).flatMap((said) => {
      const word = wordIn(said.label, words);
      if (word !== undefined) return [[word, said] as const];
      return only && !isOfAnother(said.label) ? [[said.label, said] as const] : [];
    }),
  );
}

/** Each word once; where two numbers go by one word nothing can be said which is meant. */
function once(said: readonly (readonly [string, Statement])[]): Group[] {
  const byWord = Map.groupBy(said, ([word]) => word);
  const ids = (all: readonly (readonly [string, Statement])[]) =>
    new Set(all.map(([, { id }]) => id)).size;
  if ([...byWord.values()].some((all) => ids(all) > 1)) return [];
  return [...byWord].map(([word, all]) => {
    const sections = [...new Set(all.map(([, { section }]) => section))];
    const rows = all.map(([, { file, row }]) => ({ file, row }));
    const provenance = { rows, total: rows.length, stated: rows.length, sections };
    const [, { amount, period }] = all[0]!;
    return { word, amount, period, provenance };
  });
}

/** The one word that a name is or holds, the longest where one holds another: 二审案件 → 二审. */
export function wordIn(label: string, words: ReadonlyMap<string, string>): string | undefined {
  const key = wordKey(label);
  const exact = words.get(key);
  if (exact !== undefined) return exact;
  const held = [...words].filter(([writing]) => writing.length > 1 && key.includes(writing));
  const longest = held.filter(([one]) =>
    held.every(([other]) => other === one || !other.includes(one)),
  );
  const found = new Set(longest.map(([, word]) => word));
  return found.size === 1 ? [...found][0] : undefined;
}
