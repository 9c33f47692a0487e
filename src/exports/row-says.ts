/** What a row of an export says under its heads, whichever columns are taken of it. */
import { meant } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import type { RowSays } from "./profile.ts";

const NONE: readonly string[] = [];
const NOT_UNREAD = () => false;

/** Looks heads up once; asked by every row. */
export class HeadPlaces {
  readonly #places: ReadonlyMap<string, number>;
  readonly #found = new Map<string, number>();
  readonly #like = new Map<RegExp, readonly number[]>();
  /** The row that is asked. */
  #cells: readonly string[] = [];
  #unread: RowSays["unread"] = NOT_UNREAD;
  /** One for all rows: it is asked of each before the next comes. */
  readonly #says: RowSays = {
    cell: (head) => this.#at(this.#of(head)),
    under: (heads) => {
      const places = this.#alike(heads);
      return places.length === 0 ? NONE : places.map((index) => this.#at(index));
    },
    unread: (key) => this.#unread(key),
  };

  /** `places` are those of the heads by their keys. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
  }

  /**
   * What a row says, until the next row is asked; `unread` says whether something stands in a column of
   * the dataset that nobody could read.
   */
  saysOf(cells: readonly string[], unread: RowSays["unread"] = NOT_UNREAD): RowSays {
    this.#cells = cells;
    this.#unread = unread;
    return this.#says;
  }

  #at(index: number): string {
    const cell = index < 0 ? "" : (this.#cells[index] ?? "");
    return cell === "" ? "" : meant(cell);
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
