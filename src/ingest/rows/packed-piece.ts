/** A piece as one thread hands it to another, which takes a long text faster than a thousand short ones. */
import type { Piece } from "./piece.ts";

export interface PackedPiece extends Omit<Piece, "texts"> {
  /** By column: how many texts it has, and all of them one behind the other. */
  columns: { size: number; joined: string }[];
  /** How long each text is, column by column. */
  lengths: Uint32Array;
}

export function pack({ texts, ...piece }: Piece): PackedPiece {
  const lengths = new Uint32Array(texts.reduce((sum, column) => sum + column.length, 0));
  let next = 0;
  for (const column of texts) for (const { length } of column) lengths[next++] = length;
  return {
    ...piece,
    columns: texts.map((column) => ({ size: column.length, joined: column.join("") })),
    lengths,
  };
}

export function unpack({ columns, lengths, ...piece }: PackedPiece): Piece {
  let next = 0;
  const texts = columns.map(({ size, joined }) => {
    let from = 0;
    const column = new Array<string>(size);
    for (let i = 0; i < size; i++) {
      const to = from + lengths[next++]!;
      column[i] = joined.slice(from, to);
      from = to;
    }
    return column;
  });
  return { ...piece, texts };
}
