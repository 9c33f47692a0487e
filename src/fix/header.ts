/** A name of a header as the dictionary writes it; its unit stays. */
import type { Dataset } from "../datasets/define.ts";
import { columnKey, scaleOf, unitBehind, unitOf } from "../ingest/rows/column-names.ts";
import { tidy } from "../ingest/text/tidy.ts";

/** Null where the cell stays as it is, as one does that names no column. */
export function fixName(dataset: Dataset, raw: string): string | null {
  const key = columnKey(dataset, tidy(raw));
  const column = key === undefined ? undefined : (dataset.columns[key] ?? dataset.derived?.[key]);
  if (!column) return null;
  const { scale = "", unit = "" } = unitBehind(tidy(raw));
  const name = scale || unit ? `${column.label}（${scale}${unit}）` : column.label;
  const same =
    columnKey(dataset, name) === key &&
    scaleOf(name) === scaleOf(tidy(raw)) &&
    unitOf(name) === unitOf(tidy(raw));
  return same && name !== raw ? name : null;
}
