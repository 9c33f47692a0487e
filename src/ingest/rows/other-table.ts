/** A table of one dataset under the name of another: suits in cases.csv would be counted as cases. */
import type { Dataset } from "../../datasets/define.ts";
import { datasets } from "../../datasets/index.ts";
import { columnKey } from "./column-names.ts";

/** So many columns that only another dataset has are no chance. */
const ENOUGH = 2;

/** The dataset, of those whose rows are matters, to which columns that this one has not belong; and which they are. */
export function tableOf(
  unknown: readonly { name: string }[],
  dataset: Dataset,
): { other: Dataset; names: string[] } | undefined {
  const lists = datasets.filter(({ dated }) => dated);
  if (!lists.includes(dataset)) return undefined;
  const owners = unknown.map(({ name }) => ({
    name,
    having: lists.filter((one) => one !== dataset && columnKey(one, name) !== undefined),
  }));
  const own = owners.flatMap(({ name, having: [only, more] }) =>
    only && !more ? [{ name, only }] : [],
  );
  for (const other of lists) {
    const names = own.flatMap(({ name, only }) => (only === other ? [name] : []));
    if (names.length >= ENOUGH) return { other, names };
  }
  return undefined;
}
