/** Days of one row that come in the wrong order. */
import type { Dataset, Order } from "../../datasets/define.ts";
import type { Message, Problems } from "../problems/problems.ts";
import { cellOf } from "./row.ts";
import type { DateColumn, RowDays } from "./row-days.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** Two columns by their places among the date columns, and what is said where they are broken. */
interface Kept {
  earlier: number;
  later: number;
  message: Message;
}

export class Orders {
  readonly #days: RowDays;
  readonly #problems: Problems;
  readonly #kept: readonly Kept[];

  constructor({ dataset }: TypedColumns, days: RowDays, problems: Problems) {
    this.#days = days;
    this.#problems = problems;
    const { orders = [], usualOrders = [] } = dataset;
    this.#kept = [
      ...orders.map((order) => this.#keep(order, isSpan(order, dataset) ? impossible : wrong)),
      ...usualOrders.map((order) => this.#keep(order, unusual)),
    ];
  }

  /** A row whose days have been read. */
  addRow(batch: Batch, at: number): void {
    const { numbers } = this.#days;
    for (let i = 0; i < this.#kept.length; i++) {
      const { earlier, later } = this.#kept[i]!;
      const to = numbers[later]!;
      if (to !== 0 && to < numbers[earlier]!) this.#say(this.#kept[i]!, batch, at);
    }
  }

  #say({ earlier, later, message }: Kept, batch: Batch, at: number): void {
    const [first, second] = [this.#days.columns[earlier]!, this.#days.columns[later]!];
    this.#problems.add({
      ...message,
      file: batch.file,
      cell: cellOf({ row: batch.rows[at]!, columns: batch.columns }, second.key),
      column: second.label,
      value: `${batch.value(second.place, at)}，${first.label}${batch.value(first.place, at)}`,
    });
  }

  #keep(
    [earlier, later]: Order,
    message: (first: DateColumn, second: DateColumn) => Message,
  ): Kept {
    const [from, to] = [this.#days.at(earlier), this.#days.at(later)];
    const { columns } = this.#days;
    return { earlier: from, later: to, message: message(columns[from]!, columns[to]!) };
  }
}

/** Whether something is worked out of both days. */
function isSpan(order: Order, { derived = {} }: Dataset): boolean {
  return Object.values(derived).some(({ from }) => order.every((key) => from.includes(key)));
}

function wrong(first: DateColumn, second: DateColumn): Message {
  return {
    code: "date-order",
    why: `${second.label}比${first.label}还早，不会有这样的事`,
    fix: "对照原件核对这两个日期，改正写错的一个；常见的是年份或月份写错",
  };
}

function impossible(first: DateColumn, second: DateColumn): Message {
  const { why, ...rest } = wrong(first, second);
  return { ...rest, why: `${why}，用时和是否按时都算不出` };
}

function unusual(first: DateColumn, second: DateColumn): Message {
  return {
    code: "date-order-unusual",
    why: `${second.label}比${first.label}还早，这样的不多`,
    fix: "核对这两个日期；确实如此就不用改",
  };
}
