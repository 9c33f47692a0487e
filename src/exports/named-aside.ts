/**
 * Names for the matters of a large export, given while it is read: by the thread that parts it into cells
 * (see Aside), while this one makes rows of what came before.
 */
import type { Piece } from "../ingest/rows/piece.ts";
import { NAME_LENGTH, plainName, rowNamer } from "./row-names.ts";

/** The key that names matters, and where their numbers stand, as far as anybody knows yet. */
export interface NumbersColumn {
  key: string;
  column: number;
}

interface NamesOfPiece {
  column: number;
  /** The names of the column's texts, one behind the other; blank where one needs a closer look. */
  names: string;
}

/** What names the matters of a piece; the thread finds it by this word. */
export function aside({ key, column }: NumbersColumn): (piece: Piece) => NamesOfPiece {
  const nameId = rowNamer(key);
  const nameOf = (text: string) => plainName(text, nameId) ?? BLANK;
  return ({ texts }) => ({ column, names: (texts[column] ?? []).map(nameOf).join("") });
}
const BLANK = " ".repeat(NAME_LENGTH);

/** The name of a text of a piece's column; undefined where it has none yet. */
export function nameIn({ told }: Piece, column: number, text: number): string | undefined {
  const named = told as NamesOfPiece | undefined;
  if (named?.column !== column) return undefined;
  const name = named.names.slice(text * NAME_LENGTH, (text + 1) * NAME_LENGTH);
  return name === BLANK ? undefined : name;
}
