/** Whom a row is about, and whether it is only what the report itself writes. */
import type { Column } from "../../datasets/define.ts";
import type { Batch, TypedColumns } from "./typed.ts";

type Asks = (batch: Batch, at: number) => boolean;

/** Whether a row of a dataset about people is about a person. */
export function isPersonIn(table: TypedColumns): Asks {
  const { people } = table.dataset;
  if (people === undefined) return () => false;
  if (people === true) return () => true;
  const person = table.placeOf(people.column);
  // Who does not say whom a row is about must be taken to speak of a person.
  return (batch, at) => batch.value(person, at) === null || says(batch, at, person, people.words);
}

/**
 * A row that names its section is what the report itself writes. Where rows may be about people, it
 * is so only if nothing points at one matter: no number of its own, no day, no person's amount.
 */
export function isStatedIn(table: TypedColumns): Asks {
  const section = table.placeOf("section");
  const names: Asks = (batch, at) => batch.value(section, at) !== null;
  if (table.dataset.people === undefined) return names;
  const placesOf = (...types: Column["type"][]) =>
    [...table.keys.keys()].filter((place) => types.includes(table.column(place).type));
  const single = placesOf("id", "date");
  const amounts = placesOf("money");
  const isPerson = isPersonIn(table);
  return (batch, at) => {
    const isFilled = (place: number) => batch.value(place, at) !== null;
    if (!names(batch, at) || single.some(isFilled)) return false;
    return !(amounts.some(isFilled) && isPerson(batch, at));
  };
}

export function says(batch: Batch, at: number, place: number, words: readonly string[]): boolean {
  return words.includes(batch.value(place, at) as string);
}
