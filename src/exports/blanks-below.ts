/** Cells that were merged from top to bottom and saved as CSV: only the first row of each kept what it says. */
import type { Column } from "../datasets/define.ts";
import { cellName } from "../ingest/problems/problems.ts";
import { isBlank, wordKey } from "../ingest/text/tidy.ts";
import type { Recognised } from "./recognise.ts";
import type { Taken } from "./taken-heads.ts";

/** A column with blanks as merged cells leave them. */
export interface BlanksBelow {
  head: string;
  label: string;
  rows: number;
  /** The first of them. */
  cell: string;
  /** Whether they were filled with what stands above, as somebody has asked. */
  filled: boolean;
}

interface Watched {
  taken: Taken;
  /** Somebody said that its cells were merged. */
  fills: boolean;
  last: string;
  lastRow: string;
  ruledOut: boolean;
  rows: number;
  blanks: number;
  groups: number;
  words: Set<string>;
  cell: string;
}

/** More different texts than this are no words of merged cells. */
const MOST_WORDS = 300;

/** How a matter ended: blank in all that go on. */
const ENDED = ["closed_how", "enforcement", "result", "conclusion"];

export class ColumnsBelow {
  readonly #watched: readonly Watched[];

  /** `filled` are the labels of columns that were merged. */
  constructor({ taken, system }: Recognised, filled: readonly string[] = []) {
    const { dated, afterwards = [] } = system.of.dataset;
    // What is only known once a matter is over is blank for another reason.
    const later = new Set([...afterwards.map(({ column }) => column), ...ENDED]);
    const labels = new Set(filled.map(wordKey));
    this.#watched = taken.flatMap((one) => {
      const { key, column, head } = one;
      const fills = labels.has(wordKey(column.label)) || labels.has(wordKey(head));
      if (!fills && (later.has(key) || one.either || !isAbout(key, column, dated?.by[0])))
        return [];
      return [
        {
          taken: one,
          fills,
          ...{ last: "", lastRow: "", ruledOut: false, rows: 0, blanks: 0, groups: 0 },
          words: new Set<string>(),
          cell: "",
        },
      ];
    });
  }

  /** The cells of a record, filled where that was asked. */
  take(cells: readonly string[], row: number): readonly string[] {
    let own = cells;
    for (const one of this.#watched) {
      if (one.ruledOut && !one.fills) continue;
      const { index } = one.taken;
      const cell = cells[index] ?? "";
      const isEmpty = isBlank(cell);
      if (isEmpty && one.fills && one.last !== "") {
        if (own === cells) own = [...cells];
        (own as string[])[index] = one.last;
      }
      watch(one, cell, isEmpty, row);
    }
    return own;
  }

  get found(): BlanksBelow[] {
    return this.#watched
      .filter((one) => (one.fills ? one.blanks > 0 : looksMerged(one)))
      .map(({ taken: { head, column }, blanks, cell, fills }) => {
        return { head, label: column.label, rows: blanks, cell, filled: fills };
      });
  }
}

/** The words and the first day of a matter, of which each row has one. */
function isAbout(key: string, column: Column, day: string | undefined): boolean {
  if (column.type !== "word" && column.type !== "words") return key === day;
  const isYesNo = column.words?.includes("是") && column.words.includes("否");
  return !isYesNo && column.notYetWhile === undefined;
}

function watch(one: Watched, cell: string, isEmpty: boolean, row: number): void {
  one.rows++;
  if (isEmpty) {
    // Nothing stands above the first.
    if (one.last === "") one.ruledOut = true;
    if (one.blanks++ === 0) one.cell = cellName(one.taken.index, row);
    if (one.lastRow !== "") one.groups++;
  } else {
    // Equal words one below the other would have been merged.
    if (cell === one.lastRow) one.ruledOut = true;
    one.last = cell;
    if (one.words.size < MOST_WORDS) one.words.add(cell);
  }
  one.lastRow = isEmpty ? "" : cell;
}

/** Words with blank cells below them, several times, as src/ingest/rows/merged-cells.ts has it. */
function looksMerged({ ruledOut, rows, blanks, groups, words }: Watched): boolean {
  return !ruledOut && groups >= 2 && blanks * 3 >= rows && words.size >= 2;
}
