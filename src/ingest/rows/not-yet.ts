/** Rows that have a day, and a word that is said only until it has come: 办理中 beside a 办结日期. */
import type { Message, Problems } from "../problems/problems.ts";
import { cellOf } from "./row.ts";
import type { RowDays } from "./row-days.ts";
import type { Batch, TypedColumns } from "./typed.ts";

interface Watched {
  /** The column of the day, by its place among the date columns. */
  day: number;
  /** Where the word stands in a typed row. */
  place: number;
  label: string;
  words: readonly string[];
  /** By the code of a word. */
  known: boolean[];
  message: Message;
}

export class NotYet {
  readonly #days: RowDays;
  readonly #problems: Problems;
  readonly #watched: readonly Watched[];
  /** What comes after it has not happened yet (see as-of.ts): then the word is right. */
  readonly #asOf: number;

  constructor(table: TypedColumns, days: RowDays, problems: Problems) {
    this.#days = days;
    this.#problems = problems;
    this.#asOf = Number(table.asOf.replaceAll("-", ""));
    const { afterwards = [], columns } = table.dataset;
    this.#watched = afterwards.flatMap(({ day, column, word, before: words }) => {
      if (!words) return [];
      const { label } = columns[column]!;
      const message = contradicts(columns[day]!.label, label, word ?? "");
      const place = table.placeOf(column);
      return [{ day: days.at(day), place, label, words, known: [], message }];
    });
  }

  /** A row whose days have been read. */
  addRow(batch: Batch, at: number): void {
    for (const watched of this.#watched) {
      const day = this.#days.numbers[watched.day]!;
      if (day === 0 || day > this.#asOf) continue;
      const { place, known, words } = watched;
      const code = batch.codes[place]![at]!;
      known[code] ??= words.some((word) => word === batch.value(place, at));
      if (known[code]) this.#say(watched, batch, at);
    }
  }

  #say({ day, place, label, message }: Watched, batch: Batch, at: number): void {
    const column = this.#days.columns[day]!;
    this.#problems.add({
      ...message,
      file: batch.file,
      cell: cellOf({ row: batch.rows[at]!, columns: batch.columns }, column.key),
      column: column.label,
      value: `${batch.value(column.place, at)}，${label}${batch.value(place, at)}`,
    });
  }
}

function contradicts(day: string, label: string, word: string): Message {
  return {
    code: "date-not-yet",
    why: `有${day}，${label}却是还没有${day.slice(0, 2)}的：两处说法不一，看不出${day.slice(0, 2)}了没有，是否按时不算这一行`,
    fix: `${day.slice(0, 2)}了的，${label}改成“${word}”；退回重办、还在办的，删去${day}`,
  };
}
