/**
 * What the explorer adds up, and nothing across it: one sort of one year. Of each it knows the true
 * numbers, by every column, as they are published: what is shown of rows about people hides the rare
 * words first, and would flatter.
 */
import type { Dataset } from "../datasets/define.ts";
import { type CountMetric, columnOf, isRowMetric } from "../metrics/define.ts";
import { type Group, UNSTATED } from "../metrics/engine/counter.ts";
import { byColumn, sortsOf } from "../metrics/sorts.ts";
import type { Year } from "../site/year.ts";
import { amountText } from "../text/format.ts";
import { type Amount, isExact, known, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { byText, placeIn } from "../values/order.ts";
import type { Countable, Sort, Total } from "./head.ts";

type Counted = Pick<Year, "year" | "figures" | "columnTotals" | "release">;

/** How the lines of a sort are told. */
export function tellSorts(years: readonly Counted[], dataset: Dataset): Sort[] {
  const words = (where: Readonly<Record<string, string | readonly string[]>>) =>
    Object.entries(where).map(([key, own]): [string, string[]] => [key, [own].flat()]);
  const latest = years.at(-1);
  return (latest ? sortsIn(latest, dataset) : []).map(({ where, except = {} }) => ({
    where: words(where),
    except: words(except),
  }));
}

function sortsIn({ figures }: Counted, dataset: Dataset): readonly CountMetric[] {
  return sortsOf(
    dataset,
    [...figures.values()].map(({ metric }) => metric),
  );
}

/** Latest year first; in a year every sort of which something is counted, or the first alone. */
export function partsOf(years: readonly Counted[], dataset: Dataset): Countable[] {
  return [...years].reverse().flatMap((year) => {
    if (!year.release(dataset.id)) return [];
    const totals = year.columnTotals(dataset.id);
    const parts = sortsIn(year, dataset).map((sort, at): Countable => {
      const figure = year.figures.get(sort.id);
      const own = figure && isRowMetric(figure.metric) ? figure.metric : sort;
      const columns = (dataset.explore ?? []).flatMap((key) => {
        const { groups } = totals.get(byColumn(sort, key).id) ?? {};
        const place = placeIn(columnOf(dataset, key).words ?? []);
        const inOrder = [...(groups ?? [])].sort(
          (a, b) => place(a.word) - place(b.word) || byText(a.word, b.word),
        );
        return inOrder.length > 0 ? [[key, inOrder.map(totalOf)] as const] : [];
      });
      return {
        id: `${year.year}.${sort.id}`,
        year: String(year.year),
        sort: at,
        label: figure?.only ?? own.label,
        unit: figure?.unit ?? own.unit,
        total: figure ? toldOf(figure.only ? sumOf(columns[0]?.[1]) : figure.computed) : null,
        columns: Object.fromEntries(columns),
      };
    });
    const counted = parts.filter(({ total }) => total !== null && total.matters > 0);
    return counted.length > 0 ? counted : parts.slice(0, 1);
  });
}

/** All rows, by the words of a column. */
function sumOf(words: readonly Total[] = []): Amount {
  return words.length > 0
    ? known(words.reduce((all, { matters }) => all + matters, 0))
    : UNKNOWN_AMOUNT;
}

function totalOf({ word, amount }: Group): Total {
  const told = toldOf(amount);
  return {
    word: word === UNSTATED ? "" : word,
    ...(told ?? { matters: 0, text: amountText(amount, "") }),
  };
}

/** A number that is known, as it is written where digits alone do not say it: 30余. */
function toldOf(amount: Amount): { matters: number; text?: string } | null {
  if (amount.state !== "known") return null;
  const { value } = amount;
  return isExact(amount) ? { matters: value } : { matters: value, text: amountText(amount, "") };
}
