/**
 * Which rows may be released one by one, and which only as part of an equivalence class. The second
 * are about people: personal information unless it is anonymised (个人信息保护法 第四条).
 */

import { NULL_CODE } from "../../ingest/rows/dictionary.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";

export type ReleaseMode = typeof INDIVIDUAL | typeof IN_CLASS;
export const [INDIVIDUAL, IN_CLASS] = [0, 1] as const;

export function releaseModeOf(table: TypedColumns): (batch: Batch, at: number) => ReleaseMode {
  const { people } = table.dataset;
  if (people === undefined) return () => INDIVIDUAL;
  const section = table.placeOf("section");
  // A row that names its section is what the report itself writes.
  const isStated = (batch: Batch, at: number) =>
    (batch.codes[section]?.[at] ?? NULL_CODE) !== NULL_CODE;
  if (people === true) return (batch, at) => (isStated(batch, at) ? INDIVIDUAL : IN_CLASS);
  const person = table.placeOf(people.column);
  const totalsOnly = Object.entries(people.totalsOnly ?? {}).map(
    ([key, words]) => [table.placeOf(key), words] as const,
  );
  const says = (batch: Batch, at: number, place: number, words: readonly string[]) =>
    words.includes(batch.value(place, at) as string);
  return (batch, at) => {
    if (isStated(batch, at)) return INDIVIDUAL;
    if (totalsOnly.some(([place, words]) => says(batch, at, place, words))) return IN_CLASS;
    // Who does not say whom a row is about must be taken to speak of a person.
    const isPerson = batch.value(person, at) === null || says(batch, at, person, people.words);
    return isPerson ? IN_CLASS : INDIVIDUAL;
  };
}
