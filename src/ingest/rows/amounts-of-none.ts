/** Amounts of what a row is said to have none of: a fine beside 警告 alone; and none of what it has: 罚款 of 0. */
import type { NoneIn } from "../../datasets/define.ts";
import type { Problems } from "../problems/problems.ts";
import { NULL_CODE } from "./dictionary.ts";
import { cellOf } from "./row.ts";
import type { Batch, TypedColumns } from "./typed.ts";

interface Watched {
  key: string;
  label: string;
  place: number;
  none: NoneIn;
  /** Where the words stand that tell, and what their column is called. */
  held: number;
  heldLabel: string;
  /** By the code of the words, whether there is some of it. */
  known: boolean[];
}

export class AmountsOfNone {
  readonly #problems: Problems;
  readonly #watched: readonly Watched[];

  constructor(table: TypedColumns, problems: Problems) {
    this.#problems = problems;
    const { columns } = table.dataset;
    this.#watched = Object.entries(columns).flatMap(([key, { label, none }]) => {
      if (!none) return [];
      const [held] = none.unless;
      const place = table.placeOf(key);
      const heldLabel = columns[held]!.label;
      return [{ key, label, place, none, held: table.placeOf(held), heldLabel, known: [] }];
    });
  }

  addRow(batch: Batch, at: number): void {
    for (const watched of this.#watched) {
      const code = batch.codes[watched.held]![at]!;
      if (code === NULL_CODE || batch.codes[watched.place]![at] === NULL_CODE) continue;
      const amount = batch.quantity(watched.place, at);
      if (amount === null || amount.suppressed) continue;
      const { known, none, held } = watched;
      known[code] ??= hasSome(batch.value(held, at), none);
      if (known[code] === amount.value > 0) continue;
      this.#say(watched, batch, at, amount.value);
    }
  }

  #say({ key, label, held, heldLabel, none }: Watched, batch: Batch, at: number, amount: number) {
    const words = batch.value(held, at);
    const said = Array.isArray(words) ? words.join("、") : "";
    const some = none.unless[1].join("或");
    this.#problems.add({
      code: "amount-unusual",
      file: batch.file,
      cell: cellOf({ row: batch.rows[at]!, columns: batch.columns }, key),
      column: label,
      value: `${amount}，${heldLabel}${said}`,
      why:
        amount > 0
          ? `${heldLabel}里没有${some}，却有${label}`
          : `${heldLabel}里有${some}，${label}却是0`,
      fix: `核对这两格：漏了一种的，${heldLabel}补上；没有这笔金额、还不知道金额的，${label}空着；确实如此就不用改`,
    });
  }
}

function hasSome(words: unknown, { unless }: NoneIn): boolean {
  return Array.isArray(words) && words.some((word) => unless[1].includes(word));
}
