/**
 * A cell in the one way in which the site would write it. Whatever the reader of its column makes of
 * the cell, it makes of what is written instead: each proposal is read again, and taken only so.
 */
import { YES_NO } from "../datasets/columns.ts";
import type { Matched } from "../ingest/rows/columns.ts";
import { type ReadCell, readCell } from "../ingest/rows/read-cell.ts";
import { isReversed } from "../ingest/text/garbled.ts";
import { halfWidth, isBlank, tidy, unwrapped, wordKey } from "../ingest/text/tidy.ts";
import { plainDigits } from "../values/decimals.ts";
import type { Value } from "../values/value.ts";
import type { FixKind } from "./kinds.ts";

export interface FixedCell {
  kind: FixKind;
  text: string;
}

/** What may be said of a cell that is certain; anything else leaves it as it is. */
const CERTAIN: readonly (string | undefined)[] = [undefined, "normalised", "date-zone"];

/** Null where the cell stays as it is. */
export function fixCell(matched: Matched, raw: string): FixedCell | null {
  if (isBlank(raw)) return blankOf(matched, raw);
  // Without its mark it would be stored as nobody has seen it.
  if (isReversed(raw)) return null;
  const read = readCell(matched, raw);
  if (read.value === undefined || !CERTAIN.includes(read.message?.code)) return null;
  // What stands around ="0012" keeps Excel from counting with it.
  if (unwrapped(tidy(raw)) !== undefined) return null;
  const found = proposals(matched, raw, read.value).find(
    ({ text }) => text !== raw && isSame(matched, read, text),
  );
  return found ?? null;
}

function proposals({ column }: Matched, raw: string, value: Value): FixedCell[] {
  const tidied: FixedCell = { kind: "text", text: tidy(raw) };
  switch (column.type) {
    case "date":
      return typeof value === "string" ? [{ kind: "date", text: value }] : [];
    case "quantity":
    case "money":
      return [...digitsOf(value), { kind: "text", text: halfWidth(raw) }, tidied];
    case "id":
    case "period":
      return [{ kind: "text", text: halfWidth(raw) }, tidied];
    case "word":
      // Another writing of the same characters; another word for it is the bureau's to choose.
      return typeof value === "string" && wordKey(raw) === wordKey(value)
        ? [{ kind: "text", text: value }, tidied]
        : [tidied];
    case "words":
    case "text":
      return [tidied];
  }
}

/** An exact number without words, unit and marks between thousands. */
function digitsOf(value: Value): FixedCell[] {
  if (typeof value !== "object" || value === null || !("qualifier" in value)) return [];
  const plain = value.qualifier === "exact" && !value.words && !value.bounds && !value.suppressed;
  return plain ? [{ kind: "number", text: plainDigits(value.value) }] : [];
}

/** 无 beside 有 says no; elsewhere it is one of the words by which offices leave a cell empty. */
function blankOf(matched: Matched, raw: string): FixedCell | null {
  if (raw === "" || matched.column.words === YES_NO.words) return null;
  const read = readCell(matched, raw);
  return isSame(matched, read, "") ? { kind: "blank", text: "" } : null;
}

function isSame(matched: Matched, read: ReadCell, text: string): boolean {
  const again = readCell(matched, text);
  const { message, unit } = again;
  const stays = message === undefined || message.code === read.message?.code;
  const says = !matched.column.unitIn || unit === read.unit;
  return stays && says && keyOf(again.value) === keyOf(read.value);
}

function keyOf(value: Value | undefined): string {
  return JSON.stringify(value ?? null);
}
