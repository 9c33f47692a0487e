/** Whether a person should look at what an import found. */
import type { Imported } from "../../../src/exports/importing.ts";
import type { TableReport } from "../../../src/exports/table-report.ts";
import { mustDecide } from "./repeats.ts";

export function mustLook({ tables, stopped, said, repeats }: Imported): boolean {
  return (
    stopped.length > 0 ||
    repeats.some(({ decided, answer }) => !answer && mustDecide(decided)) ||
    said.some(({ look }) => look !== false) ||
    tables.some(
      ({
        noPlace,
        recognised,
        form,
        bodies,
        left,
        words,
        untold,
        lookedAt,
        days,
        ofNobody,
        wrongTotals,
        unparted,
        shared,
        below,
        noValues,
        others,
        part,
      }) =>
        !(recognised?.certain || lookedAt || form || noPlace) ||
        bodies !== undefined ||
        untold !== undefined ||
        asksUnit(recognised) ||
        (days?.orders.rows ?? 0) > 0 ||
        ofNobody.size > 0 ||
        unparted > 0 ||
        shared.size > 0 ||
        below.some(({ filled }) => !filled) ||
        noValues.size > 0 ||
        (others?.rows.size ?? 0) > 0 ||
        (part !== undefined && !lookedAt) ||
        wrongTotals.length > 0 ||
        left.has("undated") ||
        [...words.values()].some(({ unknown }) => unknown.size > 0),
    )
  );
}

/** Amounts of which nobody knows whether they are 元 or 万元 are not written. */
function asksUnit(recognised: TableReport["recognised"]): boolean {
  return (
    recognised?.left.some(({ maybe }) => maybe.some((label) => label.endsWith("元）"))) ?? false
  );
}
