/** What `npm run fix` would change, for a clerk: file, cell, before → after. */
import type { FixedFile } from "../../src/fix/fix.ts";
import { FIX_KINDS, type Mending } from "../../src/fix/kinds.ts";
import { excerpt } from "../../src/ingest/problems/problems.ts";
import { printable } from "./places.ts";
import { styled } from "./terminal.ts";

/** So many places of one column are listed each. */
const LISTED = 5;

export function changesText({ path, changes }: FixedFile, all = false): string {
  const groups = Map.groupBy(changes, ({ kind, column = "" }) => `${kind} ${column}`);
  const lines = [...groups.values()].flatMap((group) => {
    const shown = all ? group : group.slice(0, LISTED);
    const more = group.length - shown.length;
    return [
      ...shown.map(changeText),
      ...(more > 0 ? [`    ……“${group[0]!.column ?? ""}”一列这样的还有${more}处`] : []),
    ];
  });
  return [styled("bold", printable(path)), ...lines].join("\n");
}

function changeText({ kind, cell, column, before, after }: Mending): string {
  const where = cell ? `${cell}（${kind === "header" ? "列名" : (column ?? "")}）` : "整份文件";
  const is = after === "" ? "（空着）" : cell ? `“${excerpt(after)}”` : after;
  const was = cell ? `“${excerpt(before)}”` : before;
  return `    ${FIX_KINDS[kind]}　${where}　${was} → ${is}`;
}
