/** How many matters a total row says there are, in a file without a column of 件数: 合计,9 and 共9件. */
import { COUNTED, oneOf } from "../../text/measure-words.ts";
import { summaryIn } from "../text/summary-words.ts";
import { halfWidth, meant } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";

export interface SaidCount {
  index: number;
  value: number;
}

const INSIDE = new RegExp(`(\\d{1,9})${oneOf(COUNTED)}`);
const BESIDE = new RegExp(`^(\\d{1,9})${oneOf(COUNTED)}?$`);

/** In the word itself, with what is counted behind it; or in the cell to its right, if that is no number column. */
export function saidCount(
  cells: readonly string[],
  { numbers }: { numbers: readonly Pick<Matched, "index">[] },
): SaidCount | null {
  const at = cells.findIndex((cell) => summaryIn(meant(cell)) === "total");
  if (at < 0) return null;
  const inside = INSIDE.exec(plain(cells[at]!));
  if (inside) return { index: at, value: Number(inside[1]) };
  const index = at + 1;
  if (numbers.some((matched) => matched.index === index)) return null;
  const beside = BESIDE.exec(plain(cells[index] ?? ""));
  return beside ? { index, value: Number(beside[1]) } : null;
}

function plain(cell: string): string {
  return halfWidth(meant(cell)).replace(/[\s,]/g, "");
}
