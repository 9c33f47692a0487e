/**
 * What a row says both to have and not to have: a fine beside 警告 alone, 罚款 of 0, a penalty in a case
 * that ended in 不予处罚.
 */
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
  /** Where the words stand with which there is none, and what their column is called. */
  end: number;
  endLabel: string;
  /** By the code of such a word, whether it is one. */
  ends: boolean[];
  /** Another measure has said already that the words stand beside such an end. */
  again: boolean;
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
      const [end] = none.ended;
      return {
        ...{ key, label, none, known: [], ends: [], again: false },
        ...{ place: table.placeOf(key), held: table.placeOf(held), end: table.placeOf(end) },
        ...{ heldLabel: columns[held]!.label, endLabel: columns[end]!.label },
      };
    });
    for (const [at, { held }] of this.#watched.entries()) {
      this.#watched[at]!.again = this.#watched.slice(0, at).some((one) => one.held === held);
    }
  }

  addRow(batch: Batch, at: number): void {
    for (const watched of this.#watched) {
      this.#addEnd(watched, batch, at);
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

  #addEnd(watched: Watched, batch: Batch, at: number): void {
    const { end, ends, none, held, place } = watched;
    const code = batch.codes[end]![at]!;
    if (code === NULL_CODE) return;
    ends[code] ??= none.ended[1].includes(batch.value(end, at) as string);
    if (!ends[code]) return;
    if (batch.codes[held]![at] !== NULL_CODE) {
      if (!watched.again) this.#sayEnd(watched, batch, at, none.unless[0]);
    } else if ((batch.quantity(place, at)?.value ?? 0) > 0) {
      this.#sayEnd(watched, batch, at, watched.key);
    }
  }

  #sayEnd({ end, endLabel, heldLabel }: Watched, batch: Batch, at: number, key: string): void {
    const { table } = batch;
    const place = table.placeOf(key);
    const value = batch.value(place, at);
    const said = Array.isArray(value) ? value.join("、") : batch.quantity(place, at)?.value;
    const how = batch.value(end, at);
    const { label } = table.dataset.columns[key]!;
    this.#problems.add({
      code: "end-contradicts",
      file: batch.file,
      cell: cellOf({ row: batch.rows[at]!, columns: batch.columns }, key),
      column: label,
      value: `${said}，${endLabel}${how}`,
      why: `${endLabel}是没有处罚的那几种，${label}却写着：两处说法不一，现在照${label}计入`,
      fix: `核对这两格：没有处罚的，${heldLabel}和金额空着；有处罚的，改正${endLabel}；先处罚、后移送的不用改`,
    });
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
