/** notes.csv: what the bureau says about findings, and which definitions it has changed. */
import type { YearFigures } from "../figures/figures.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Refused } from "../ingest/rows/refused.ts";
import { cellOf, type Row, textIn } from "../ingest/rows/row.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { type Amount, fromQuantity } from "../values/amount.ts";
import { type Check, CORRECTED, type Note } from "./define.ts";
import { findingsOf } from "./find.ts";

export interface Notes {
  /** By the finding's id. */
  notes: ReadonlyMap<string, Note>;
  /** Figures whose definition changed in this year (状态: 口径变化): id → what changed. */
  redefined: ReadonlyMap<string, string>;
  /** Why a published number was put right: figure id → what the bureau says, the newest last. */
  corrected: ReadonlyMap<string, readonly Pick<Note, "text" | "date">[]>;
}

/** The state of a note that is not about a finding but about a changed definition. */
const REDEFINED = "口径变化";

/** The notes of a year; one that names no finding is a problem. */
export function notesOf(
  rows: readonly Row[],
  checks: readonly Check[],
  figures: YearFigures,
  refused: Refused,
  problems: Problems,
): Notes {
  const notes = new Map<string, Note>();
  const redefined = new Map<string, string>();
  const corrected = new Map<string, Pick<Note, "text" | "date">[]>();
  const ids = findingsOf({ checks }).map(({ id }) => id);
  // What is found follows from all rows: with some of them wrong nobody knows what will be.
  if (!refused.any) {
    const names = { checks: checks.map(({ id }) => id), figures: [...figures.keys()] };
    sayUnknownNotes(rows, { findings: ids, ...names }, problems);
  }
  const byDay = rows.toSorted((a, b) => compare(textIn(a, "date"), textIn(b, "date")));
  for (const row of byDay) {
    const id = textIn(row, "finding") ?? "";
    if (textIn(row, "state") === REDEFINED && figures.has(id)) {
      redefined.set(id, textIn(row, "text") ?? "");
      continue;
    }
    // The finding itself is gone once its numbers agree.
    const about = checks.find((check) => check.id === id)?.figure.metric.id ?? id;
    if (textIn(row, "state") === CORRECTED && !ids.includes(id) && figures.has(about)) {
      const note = { text: textIn(row, "text") ?? "", date: textIn(row, "date") ?? "" };
      corrected.set(about, [...(corrected.get(about) ?? []), note]);
      continue;
    }
    if (!ids.includes(id)) continue;
    notes.set(id, {
      text: textIn(row, "text") ?? "",
      state: textIn(row, "state") ?? "",
      date: textIn(row, "date") ?? "",
      holds: amountIn(row, "holds"),
      askedOn: textIn(row, "asked_on") ?? "",
      askedOf: textIn(row, "asked_of") ?? "",
    });
  }
  return { notes, redefined, corrected };
}

/** Ids of a year that notes may name. */
export interface NotesName {
  findings: readonly string[];
  checks: readonly string[];
  figures: readonly string[];
}

/** Says which notes are about nothing that there is. */
export function sayUnknownNotes(
  rows: readonly Row[],
  { findings, checks, figures }: NotesName,
  problems: Problems,
): void {
  for (const row of rows) {
    const id = textIn(row, "finding") ?? "";
    const state = textIn(row, "state");
    if (findings.includes(id)) continue;
    if (state === REDEFINED && figures.includes(id)) continue;
    if (state === CORRECTED && [...figures, ...checks].includes(id)) continue;
    const near = nearest(id, findings);
    problems.add({
      code: "note-unknown",
      file: row.file,
      cell: cellOf(row, "finding"),
      value: id,
      why: "没有这个编号的核对发现，这条说明不会显示",
      fix: near ? `是不是“${near}”？` : "编号见“核对”页；数字已经改对的，可以删掉这一行",
    });
  }
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

function amountIn(row: Row, key: string): Amount | null {
  const value = row.values[key];
  return typeof value === "object" && value !== null && "value" in value
    ? fromQuantity(value)
    : null;
}
