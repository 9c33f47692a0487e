/** What of the bureau's own stands on a topic's page beside its charts: statutory tables, single numbers. */
import type { Chart, Item } from "../charts/define.ts";
import { itemOf } from "../charts/items.ts";
import { isOwn, saidOf, sameThroughout } from "../charts/own/own-metrics.ts";
import type { Figure } from "../figures/figures.ts";
import type { Statement } from "../figures/statements.ts";
import type { Year } from "../site/year.ts";

/** A number and what its row says of it. */
export interface OwnLine {
  id: string;
  item: Item;
  note: string;
  /** A total of others in its table. */
  isTotal: boolean;
}

/** A statutory table, as it is printed: its lines in their order. */
export interface OwnTable {
  kind: string;
  lines: readonly OwnLine[];
}

/** The statutory tables of a topic in a year. */
export function tablesOf(year: Year, topic: string): readonly OwnTable[] {
  const listed = ownIn(year, topic)
    .flatMap(({ statements }) =>
      statements
        .filter(({ listed }) => listed)
        .map((said) => ({ said, item: itemOf(year, said.id) })),
    )
    .sort((a, b) => inFiles(a.said, b.said));
  const parents = new Set(listed.map(({ said }) => said.parent));
  const tables = Map.groupBy(listed, ({ said }) => said.listed!.kind);
  return [...tables].map(([kind, lines]) => ({
    kind,
    lines: lines.map(({ said, item }) => ({
      id: said.id,
      item: { ...item, label: said.listed!.item },
      note: said.note,
      isTotal: parents.has(said.id),
    })),
  }));
}

/** The numbers of a topic in a year that no table has and none of these charts draws. */
export function restOf(year: Year, topic: string, drawn: readonly Chart[]): readonly OwnLine[] {
  const shown = new Set(
    drawn.filter(({ own }) => own).flatMap((chart) => chart.view(year).shows ?? []),
  );
  const rest = ownIn(year, topic).filter(
    (figure) => !shown.has(figure.metric.id) && figure.statements.some(({ listed }) => !listed),
  );
  return rest.map((figure) => {
    const said = saidOf(figure) ?? figure.statements[0]!;
    const whole = said.parent === null ? undefined : year.figures.get(said.parent);
    const notes = [
      said.note,
      whole ? `“${whole.metric.label}”的一部分` : "",
      sameThroughout(year, said.id) ? "" : "各年的名称、单位或说明不同，口径不同，不比较",
    ];
    return {
      id: said.id,
      item: itemOf(year, said.id),
      note: notes.filter((note) => note !== "").join("；"),
      isTotal: false,
    };
  });
}

function ownIn(year: Year, topic: string): readonly Figure[] {
  return [...year.figures.values()].filter(
    ({ metric, statements }) => metric.topic === topic && isOwn(metric.id) && statements.length > 0,
  );
}

/** Part 2 of a table before part 10, and the rows as they stand. */
function inFiles(a: Statement, b: Statement): number {
  if (a.file === b.file) return a.row - b.row;
  return a.file.length - b.file.length || (a.file < b.file ? -1 : 1);
}
