/**
 * A problem is a value: what is wrong, in which spreadsheet cell, what is written there, why it
 * cannot stay and how it should look. Every message is written for a clerk who works in Excel.
 */
import { cut } from "../../text/cut.ts";
import { withoutPersonal } from "../text/privacy.ts";
import { type Code, KINDS, type Severity } from "./kinds.ts";

/** One place where a problem stands: a spreadsheet cell (B12) or a line of a text file. */
export interface Occurrence {
  cell: string;
  value: string;
}

export interface Problem {
  code: Code;
  severity: Severity;
  /** Path inside the data folder, e.g. `2023/cases.csv`. */
  file: string;
  /** Header of the column, where there is one. */
  column?: string;
  /** The first few places; `count` says how many there are in all. */
  places: Occurrence[];
  count: number;
  why: string;
  fix: string;
  /** The one word that is probably meant: a person has to say so. */
  instead?: string;
}

/** What is said when a problem is found; equal ones are counted together. */
export interface ProblemInput {
  code: Code;
  file: string;
  cell?: string;
  column?: string;
  value?: string;
  why: string;
  fix: string;
  instead?: string | undefined;
}

/** What is wrong with something, why it cannot stay, and how it should look; wherever it stands. */
export type Message = Pick<ProblemInput, "code" | "why" | "fix" | "instead">;

/** A message of one file, perhaps with the place in it. */
export type Remark = Message & Pick<ProblemInput, "cell" | "value">;

/** Reports a problem of the file at hand; gives false where somebody has answered for it. */
export type Add = (code: Code, what: Omit<ProblemInput, "code" | "file">) => unknown;

/** Whether somebody has answered for a place in which something personal stands. */
export type MayStand = (report: ProblemInput) => boolean;

const PLACES_KEPT = 5;
const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Collects every problem of every file; a hundred equal ones in a column become one. */
export class Problems {
  #groups = new Map<string, Problem>();
  readonly #placesKept: number;
  /** Asked of personal data alone. */
  answered: MayStand = () => false;

  constructor(placesKept = PLACES_KEPT) {
    this.#placesKept = placesKept;
  }

  /** Gives false where somebody has answered for it: then it is none. */
  add(report: ProblemInput): boolean {
    if (report.code === "personal" && this.answered(report)) return false;
    const { cell, value = "" } = report;
    const problem = this.of(report);
    if (cell === undefined) problem.count++;
    else this.again(problem, () => ({ cell, value }));
    return true;
  }

  /** Says something else, once, of what has been said of so many places at least; else nothing changes. */
  reword(said: Omit<ProblemInput, "cell" | "value">, places: number, other: ProblemInput): void {
    const key = keyOf(said);
    if ((this.#groups.get(key)?.count ?? 0) < places) return;
    this.#groups.delete(key);
    this.add(other);
  }

  /** The problem that reports of one kind, file, column and wording are counted under. */
  of(report: Omit<ProblemInput, "cell" | "value">): Problem {
    const { code, file, column, why, fix, instead } = report;
    const key = keyOf(report);
    let problem = this.#groups.get(key);
    if (!problem) {
      problem = {
        code,
        severity: KINDS[code][0],
        // A name or a reason may hold or quote something personal: it is not printed whole either.
        file: withoutPersonal(file),
        ...(column === undefined ? {} : { column: withoutPersonal(column) }),
        places: [],
        count: 0,
        why: withoutPersonal(why),
        fix: withoutPersonal(fix),
        ...(instead === undefined ? {} : { instead }),
      };
      this.#groups.set(key, problem);
    }
    return problem;
  }

  /** Counts one more place; only the first few are asked for. */
  again(problem: Problem, place: () => Occurrence): void {
    problem.count++;
    if (problem.places.length >= this.#placesKept) return;
    const { cell, value } = place();
    problem.places.push({ cell, value: excerpt(value) });
  }

  /** All problems, errors first, then in the order they were met. */
  get list(): Problem[] {
    return [...this.#groups.values()].sort(
      (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity],
    );
  }

  get hasErrors(): boolean {
    return this.list.some((problem) => problem.severity === "error");
  }
}

function keyOf({ code, file, column, why, fix }: Omit<ProblemInput, "cell" | "value">): string {
  return [code, file, column, why, fix].join("\u0000");
}

/** What is written in a cell, fit for a message: short, nothing personal, nothing invisible. */
export function excerpt(text: string): string {
  const seen = withoutPersonal(text.slice(0, 400)).replace(UNSEEN, "·");
  const short = cut(seen, 30);
  return short === seen ? seen : `${short}…`;
}
/** Control and format characters, lone surrogates, line breaks; not what joins two emoji into one. */
export const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d\p{Extended_Pictographic})[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Spreadsheet coordinate of a zero-based column and a one-based row: (1, 12) → B12. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** Spreadsheet letters of a zero-based column. */
export function columnName(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}
