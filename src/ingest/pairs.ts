/** Numbers for pairs of numbers, in the order they came; tuples are pairs of pairs. */
export class Pairs {
  /** By the first number, by the second. Neighbours in a file are mostly neighbours here. */
  readonly #numbers: (number | undefined)[][] = [];
  #size = 0;

  numberOf(first: number, second: number): number {
    const row = this.#numbers[first];
    return row?.[second] ?? this.#add(first, second);
  }

  #add(first: number, second: number): number {
    this.#numbers[first] ??= [];
    this.#numbers[first][second] = this.#size;
    return this.#size++;
  }
}

/** Numbers for tuples of numbers: which places of a list of codes they are made of is said once. */
export class Tuples {
  readonly #places: readonly number[];
  readonly #steps: readonly Pairs[];

  constructor(places: readonly number[]) {
    this.#places = places;
    this.#steps = places.slice(1).map(() => new Pairs());
  }

  /** The same number for the same codes at the places. One place's number is its code. */
  numberOf(codes: Int32Array): number {
    const places = this.#places;
    const steps = this.#steps;
    if (places.length === 0) return 0;
    let number = codes[places[0]!]!;
    for (let i = 0; i < steps.length; i++) {
      number = steps[i]!.numberOf(number, codes[places[i + 1]!]!);
    }
    return number;
  }
}
