/** How the cells of a column are written, in a message: a clerk who is told to fill it needs no other page. */
import type { Column } from "../../datasets/define.ts";
import { listText } from "../../text/format.ts";
import { type Vocabularies, wordsOf } from "../cells/lexicon.ts";

const MOST_NAMED = 8;

export function howWritten(column: Column, vocabularies: Vocabularies): string {
  const words = [...new Set(wordsOf(column, vocabularies).values())];
  if (words.length > MOST_NAMED) return `写${words.slice(0, MOST_NAMED).join("、")}这样的词`;
  if (words.length > 1) return `写${listText(words, "或")}`;
  switch (column.type) {
    case "date":
      return "写成 2023-01-05 这样";
    case "quantity":
      return "写数字，例如 40、73余";
    case "money":
      return "写数字，列名里写清单位";
    default:
      return column.note ? `写${column.note.split("；")[0]}` : "";
  }
}
