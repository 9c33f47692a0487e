/**
 * What is said only once a matter is closed, in a row that says it is not: 满意 beside 办理中, or
 * without the day that other rows have.
 */
import type { Derived } from "../../datasets/define.ts";
import type { Value } from "../../values/value.ts";
import type { ProblemInput, Problems } from "../problems/problems.ts";
import { NULL_CODE } from "./dictionary.ts";
import { cellOf } from "./row.ts";
import type { Batch, TypedColumns } from "./typed.ts";

interface Watched {
  key: string;
  label: string;
  place: number;
  /** By the code of a word, whether it says anything yet: 未评价 does not. */
  says: boolean[];
  /** The word that says nothing yet. */
  until: string | null;
  /** What tells whether it is too early, and its words with which it is. */
  teller: Derived;
  early: readonly string[];
  /** The columns of the file that tell it, by their places; and what a row holds there. */
  tellers: readonly (readonly [key: string, place: number])[];
  values: Record<string, Value>;
  /** The columns of the file last read. */
  given: readonly number[] | null;
  /** Of those, the places where a blank tells it. */
  blanks: readonly number[];
  /** Whether some row has the day that tells: while none has, a blank says nothing. */
  isTold: boolean;
  /** Rows that only a blank says it of. */
  waiting: ProblemInput[];
}

/** In so many rows without any day nobody fills it. */
const MOST_WAITING = 10_000;

export class SaidEarly {
  readonly #problems: Problems;
  readonly #watched: readonly Watched[];

  constructor(table: TypedColumns, problems: Problems) {
    this.#problems = problems;
    const { columns, derived = {}, afterwards = [] } = table.dataset;
    this.#watched = Object.entries(columns).flatMap(([key, { label, notYetWhile }]) => {
      const [by, early] = notYetWhile ?? [];
      const teller = by === undefined ? undefined : derived[by];
      if (!teller || !early) return [];
      const until = afterwards.find(({ column }) => column === key)?.until ?? null;
      return [
        {
          key,
          label,
          place: table.placeOf(key),
          says: [],
          until,
          teller,
          early,
          tellers: [],
          values: {},
          given: null,
          blanks: [],
          isTold: false,
          waiting: [],
        },
      ];
    });
  }

  addRow(batch: Batch, at: number): void {
    for (const watched of this.#watched) {
      if (watched.given !== batch.given) readColumns(watched, batch);
      const { place, says, until, blanks } = watched;
      watched.isTold ||= blanks.some((blank) => batch.codes[blank]![at] !== NULL_CODE);
      const code = batch.codes[place]![at]!;
      if (code === NULL_CODE) continue;
      says[code] ??= batch.value(place, at) !== until;
      if (says[code] && this.#isEarly(watched, batch, at)) this.#say(watched, batch, at);
    }
  }

  #isEarly({ teller, early, tellers, values }: Watched, batch: Batch, at: number): boolean {
    for (const [key, place] of tellers) values[key] = batch.value(place, at);
    const told = teller.value(values, batch.table.asOf);
    return typeof told === "string" && early.includes(told);
  }

  endOfYear(): void {
    for (const { isTold, waiting } of this.#watched) {
      if (isTold) for (const one of waiting) this.#problems.add(one);
    }
  }

  #say(watched: Watched, batch: Batch, at: number): void {
    const { key, label, place, tellers, values, waiting } = watched;
    const { columns } = batch.table.dataset;
    const isStated = tellers.some(([, from]) => batch.codes[from]![at] !== NULL_CODE);
    const told = tellers.map(
      ([from]) => `${columns[from]!.label}${values[from] === null ? "空着" : values[from]}`,
    );
    const problem = {
      code: "said-early",
      file: batch.file,
      cell: cellOf({ row: batch.rows[at]!, columns: batch.columns }, key),
      column: label,
      value: `${batch.value(place, at)}，${told.join("，")}`,
      why: `还没有办结，却有${label}：两处说法不一，${label}照写的计入，办结的不算这一行`,
      fix: `办结了的，补上办结日期、状态改成“已办结”；还在办的，删去${label}；办结后又重新办理的不用改`,
    } as const;
    if (isStated) this.#problems.add(problem);
    else if (waiting.length < MOST_WAITING) waiting.push(problem);
  }
}

function readColumns(watched: Watched, { given, table }: Batch): void {
  watched.given = given;
  watched.tellers = watched.teller.from
    .map((key) => [key, table.placeOf(key)] as const)
    .filter(([, place]) => given.includes(place));
  watched.values = {};
  const { blankSays = [] } = watched.teller;
  watched.blanks = watched.tellers.flatMap(([key, place]) =>
    blankSays.includes(key) ? [place] : [],
  );
}
