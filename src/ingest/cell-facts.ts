/** All that one cell says, whatever else stands in its row. */
import type { Dataset, Value } from "../datasets/define.ts";
import type { Header, Matched } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import type { Problems } from "./problems.ts";
import { readCell, type Saying } from "./read-cell.ts";
import { isCountLike, wrongIn } from "./row-checks.ts";
import { isHeaderWord, isNoteWord, isTotalWord } from "./row-kinds.ts";
import { tidy } from "./text.ts";

/** The row must be looked at as a whole: there is an error, or it may be no row of data. */
export const CLOSER = 1;
/** The cell alone shows that the row is data, and no header once more. */
export const DATA = 2;
/** There is something to say, and the row is good all the same. */
export const SAYS = 4;

export interface Facts {
  flags: number;
  value: Value;
  say?: Saying;
}

/** A file that is being read. */
export interface File {
  path: string;
  header: Header;
  dataset: Dataset;
  problems: Problems;
  ledger: Ledger;
}

const LOOK_CLOSER: Facts = { flags: CLOSER, value: null };

export function factsOf(
  { header, dataset }: File,
  index: number,
  matched: Matched | undefined,
  raw: string,
): Facts {
  const name = tidy(raw);
  const named = (header.names[index] ?? "") !== "";
  if (wrongIn(raw) || isTotalWord(raw) || isNoteWord(raw)) return LOOK_CLOSER;
  if (!named && name !== "") return LOOK_CLOSER;
  if (header.mayCount.includes(index) && isCountLike(name)) return LOOK_CLOSER;
  const flags = name !== "" && !isHeaderWord(name, index, header, dataset) ? DATA : 0;
  if (!matched) return { flags, value: null };
  const { value, say } = readCell(matched, raw);
  if (value === undefined) return LOOK_CLOSER;
  return say ? { flags: flags | SAYS, value, say } : { flags, value };
}
