/** The cells of one column, each looked at once: columns repeat their days and words. */
import { flagsOf } from "../ingest/rows/cell-alone.ts";
import type { Header } from "../ingest/rows/header.ts";
import { plainIdFlags } from "../ingest/rows/plain-rows.ts";
import { isPlainId } from "../ingest/text/plain-id.ts";
import { type FixedCell, fixCell } from "./cell.ts";

/** What a cell is mended to, and what it tells of its row as it is and as it would be (cell-alone.ts). */
export interface LookedAt {
  fixed: FixedCell | null;
  flags: number;
  flagsThen: number;
}

/** So many different cells are kept in mind. */
const MOST_CELLS = 1 << 16;

/** Looks at the cells of a column; `blanks`: a word that says nothing is mended too. */
export function lookingAt(
  index: number,
  header: Header,
  { blanks }: { blanks: boolean },
): (raw: string) => LookedAt {
  const known = new Map<string, LookedAt>();
  const matched = header.at[index];
  const flagsOfId = plainIdFlags(header.names[index] ?? "");
  const plainId: LookedAt = { fixed: null, flags: flagsOfId, flagsThen: flagsOfId };
  return (raw) => {
    if (matched?.column.type === "id" && isPlainId(raw)) return plainId;
    const found = known.get(raw);
    if (found) return found;
    if (known.size >= MOST_CELLS) known.clear();
    const mended = matched ? fixCell(matched, raw) : null;
    const fixed = mended?.kind === "blank" && !blanks ? null : mended;
    const flags = flagsOf(raw, index, header);
    const flagsThen = fixed ? flagsOf(fixed.text, index, header) : flags;
    const looked = { fixed, flags, flagsThen };
    known.set(raw, looked);
    return looked;
  };
}
