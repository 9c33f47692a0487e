import type { Item } from "../define.ts";

/** Says why days of streets are not told, where some are not (src/protect/quantiles.ts). */
export function hiddenDaysNote(items: readonly Item[]): string[] {
  return items.some(({ amount }) => amount.state === "hidden")
    ? ["隐去的天数，办得这么久的只有几件；写出来就知道它们在哪里。"]
    : [];
}
