/** Typed rows as they stood on the day up to which their year's data go (see src/datasets/as-of.ts). */
import { newsDays } from "../../datasets/as-of.ts";
import type { Afterwards } from "../../datasets/define.ts";
import { NULL_CODE } from "./dictionary.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** A column of days, by their codes whether they are later. */
interface Days {
  place: number;
  later: boolean[];
  brings: readonly Afterwards[];
}

/** Days later than that of the data, and what they bring, are taken back. */
export class AsOf {
  readonly #table: TypedColumns;
  readonly #days: readonly Days[];

  constructor(table: TypedColumns) {
    this.#table = table;
    const { afterwards = [] } = table.dataset;
    this.#days = newsDays(table.dataset).map((key) => ({
      place: table.placeOf(key),
      later: [],
      brings: afterwards.filter(({ day }) => day === key),
    }));
  }

  apply(batch: Batch): void {
    for (const { place, later, brings } of this.#days) {
      if (!batch.given.includes(place)) continue;
      const { values } = this.#table.dictionaries[place]!;
      const days = batch.codes[place]!;
      for (let at = 0; at < batch.length; at++) {
        const day = days[at]!;
        if (day === NULL_CODE) continue;
        later[day] ??= String(values[day]) > this.#table.asOf;
        if (!later[day]) continue;
        days[at] = NULL_CODE;
        for (const said of brings) this.#takeBack(batch, at, said);
      }
    }
  }

  #takeBack(batch: Batch, at: number, { column, word, until }: Afterwards): void {
    const place = this.#table.placeOf(column);
    const value = batch.given.includes(place) ? batch.value(place, at) : null;
    if (value === null || (word !== undefined && value !== word)) return;
    batch.codes[place]![at] = this.#table.dictionaries[place]!.codeOf(until);
  }
}
