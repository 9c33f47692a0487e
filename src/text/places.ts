import type { RowRef } from "../values/provenance.ts";
import { numberText } from "./format.ts";

/** More would be read by nobody; the explorer shows the rows themselves. */
const MOST_RUNS = 8;

/** Rows as people name them: “2023/cases.csv 第2–7行”. `total` may exceed the rows listed. */
export function placesText({ rows, total }: { rows: readonly RowRef[]; total: number }): string {
  const byFile = Map.groupBy(rows, ({ file }) => file);
  const files = [...byFile].map(([file, refs]) => ({
    file,
    runs: runs(refs.map(({ row }) => row)),
  }));
  const listed = files.map(
    ({ file, runs }) => `${file} 第${runs.slice(0, MOST_RUNS).join("、")}行`,
  );
  // Rows about people are counted, never named: see src/protect.
  if (listed.length === 0) return total > 0 ? `共${numberText(total)}行` : "";
  const partly = total > rows.length || files.some(({ runs }) => runs.length > MOST_RUNS);
  const more = partly ? `等共${numberText(total)}行` : "";
  return `${listed.join("；")}${more}`;
}

/** Consecutive numbers as ranges: 2, 3, 4, 7 → 2–4, 7. */
function runs(numbers: readonly number[]): string[] {
  const parts: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && n <= last[1] + 1) last[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
