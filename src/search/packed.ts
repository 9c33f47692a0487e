/** What the search looks in, and how it lies in its file: a text's number only where it has stood before. */

/** Id of a place and the numbers of its texts. */
export type PackedPlace = readonly [id: string, ...texts: number[]];

export interface SearchIndex {
  texts: readonly string[];
  pages: readonly (readonly [address: string, title: string, ...PackedPlace[]])[];
  /** The titles as they are typed by first letters. */
  initials: readonly string[];
}

/** As SearchIndex, with the title by the number of its text, and in place of each number how it is told. */
export interface PackedIndex {
  texts: readonly string[];
  pages: readonly (readonly [address: string, title: number, ...PackedPlace[]])[];
  initials: readonly string[];
}

/** Texts are numbered as they first stand: the next new one needs no number, and nothing repeats better than 0. */
class Turns {
  #next = 0;

  tell(number: number): number {
    if (number !== this.#next) return number + 1;
    this.#next++;
    return 0;
  }

  number(told: number): number {
    return told === 0 ? this.#next++ : told - 1;
  }
}

export function packed({ texts, pages, initials }: SearchIndex): PackedIndex {
  const turns = new Turns();
  const all = [...texts];
  const numbers = new Map(all.map((text, number) => [text, number]));
  const titleOf = (title: string): number => {
    const number = numbers.get(title) ?? all.push(title) - 1;
    numbers.set(title, number);
    return number;
  };
  return {
    pages: pages.map(
      ([address, title, ...places]) =>
        [
          address,
          titleOf(title),
          ...places.map(
            ([id, ...own]): PackedPlace => [id, ...own.map((number) => turns.tell(number))],
          ),
        ] as const,
    ),
    texts: all,
    initials,
  };
}

export function unpacked({ texts, pages, initials }: PackedIndex): SearchIndex {
  const turns = new Turns();
  return {
    texts,
    pages: pages.map(
      ([address, title, ...places]) =>
        [
          address,
          texts[title]!,
          ...places.map(
            ([id, ...own]): PackedPlace => [id, ...own.map((told) => turns.number(told))],
          ),
        ] as const,
    ),
    initials,
  };
}
