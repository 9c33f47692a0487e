/** What a row of an export says under its heads, whichever columns are taken of it. */
import { meant } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import type { RowSays } from "./profile.ts";

const NONE: readonly string[] = [];

/** Looks heads up once; asked by every row. */
export class HeadPlaces {
  readonly #places: ReadonlyMap<string, number>;
  readonly #found = new Map<string, number>();
  readonly #like = new Map<RegExp, readonly number[]>();

  /** `places` are those of the heads by their keys. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
  }

  /** `unread` says whether something stands in a column of the dataset that nobody could read. */
  saysOf(cells: readonly string[], unread: RowSays["unread"] = () => false): RowSays {
    const at = (index: number) => meant(cells[index] ?? "");
    return {
      cell: (head) => {
        const index = this.#of(head);
        return index < 0 ? "" : at(index);
      },
      under: (heads) => {
        const places = this.#alike(heads);
        // Most exports have none of the heads that are asked for.
        return places.length === 0 ? NONE : places.map(at);
      },
      unread,
    };
  }

  /** -1 where a head does not stand. */
  #of(head: string): number {
    let at = this.#found.get(head);
    if (at === undefined) {
      at = this.#places.get(headKey(head)) ?? -1;
      this.#found.set(head, at);
    }
    return at;
  }

  #alike(heads: RegExp): readonly number[] {
    let found = this.#like.get(heads);
    if (!found) {
      found = [...this.#places].flatMap(([key, at]) => (heads.test(key) ? [at] : []));
      this.#like.set(heads, found);
    }
    return found;
  }
}
