/** What the bureau has explained or corrected, with the number that holds: from then on that is the number. */
import type { Figure, YearFigures } from "../figures/figures.ts";
import { dateText } from "../text/format.ts";
import { isExact } from "../values/amount.ts";
import { ASKED, type Check, type Note } from "./define.ts";
import type { Notes } from "./notes.ts";

/** Whether the bureau has said something about a finding. */
export function isAnswered({ notes }: Pick<Notes, "notes">, { id }: Check): boolean {
  const note = notes.get(id);
  return note !== undefined && note.state !== ASKED;
}

/** “2025年2月18日已更正”. */
export function answeredText({ date, state }: Note): string {
  return `${dateText(date)}${state}`;
}

export function settle(
  checks: readonly Check[],
  figures: YearFigures,
  answers: Pick<Notes, "notes">,
): { checks: Check[]; figures: YearFigures } {
  const settled = checks.map((check) => {
    const note = answers.notes.get(check.id);
    const says = check.holds === false && check.relation === "equal" && isAnswered(answers, check);
    return says && note?.holds && isExact(note.holds) ? { ...check, settled: note } : check;
  });
  const all = new Map(figures);
  for (const { figure, settled: note } of settled) {
    const id = figure.metric.id;
    const open = settled.some((one) => one.figure.metric.id === id && isOpen(one));
    if (note?.holds && !open) all.set(id, withNumber(figure, note));
  }
  return { checks: settled, figures: all };
}

function isOpen({ holds, relation, settled }: Check): boolean {
  return holds === false && relation === "equal" && !settled;
}

function withNumber(figure: Figure, note: Note): Figure {
  return { ...figure, amount: note.holds ?? figure.amount, settled: answeredText(note) };
}
