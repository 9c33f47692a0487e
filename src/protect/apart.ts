/** Which rows of a dataset may stand alone, and which may not because they are about people. */
import { type Batch, NOTHING, type TypedColumns } from "../ingest/rows/typed.ts";

/** Whether a row may stand alone, may not, or may not unless nobody fills the people column. */
export type Apartness = typeof ALONE | typeof APART | typeof UNTOLD;
export const [ALONE, APART, UNTOLD] = [0, 1, 2] as const;

export function apartnessOf(table: TypedColumns): (batch: Batch, at: number) => Apartness {
  const { people } = table.dataset;
  if (people === undefined) return () => ALONE;
  const section = table.placeOf("section");
  const alone = (batch: Batch, at: number) => (batch.codes[section]?.[at] ?? NOTHING) !== NOTHING;
  // A row that names its section is what the report itself writes.
  if (people === true) return (batch, at) => (alone(batch, at) ? ALONE : APART);
  const whose = table.placeOf(people.column);
  const totals = Object.entries(people.totalsOnly ?? {}).map(
    ([key, words]) => [table.placeOf(key), words] as const,
  );
  const says = (batch: Batch, at: number, place: number, words: readonly string[]) =>
    words.includes(batch.value(place, at) as string);
  return (batch, at) => {
    if (alone(batch, at)) return ALONE;
    if (totals.some(([place, words]) => says(batch, at, place, words))) return APART;
    if (batch.value(whose, at) === null) return UNTOLD;
    return says(batch, at, whose, people.words) ? APART : ALONE;
  };
}
