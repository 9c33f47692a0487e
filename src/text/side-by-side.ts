/** Counts of different matters: none of them is the largest of anything, so each is told by itself. */
import { namesText, UNKNOWN } from "./format.ts";
import { wordText } from "./labels.ts";
import { enumerate, isNone, itemText, type Named } from "./sentences.ts";
import { MOST_NAMED } from "./standing-out.ts";

/** Longer, and a title takes more than two lines of a phone. */
const LONGEST = 26;

/**
 * “行政诉讼37件，行政复议20件，劳动仲裁1件”: as many as a title holds, what is asked about first. What is
 * none is told only where all are; what the bureau has explained is no news.
 */
export function sideBySide(items: readonly Named[], asked: Named | undefined = items[0]): string {
  if (!asked) return UNKNOWN;
  const told = items.filter(({ amount }) => amount.state !== "unknown");
  if (told.length === 0) return itemText(asked);
  const open = asked.amount.state === "unknown" ? [asked] : [];
  const first = [asked, ...told.filter((item) => item !== asked)].filter(
    (item) => !open.includes(item),
  );
  if (first.length > 1 && first.every(isNone)) {
    const names = namesText(
      first.map(({ label }) => wordText(label)),
      "和",
    );
    return [`${names}都没有`, ...open.map(itemText)].join("；\u200b");
  }
  const news = first.filter((item) => !item.explained && !isNone(item));
  const said = news.length > 0 ? news : first.slice(0, 1);
  const fitting = said
    .slice(0, MOST_NAMED)
    .filter((_, i) => i === 0 || enumerate(said.slice(0, i + 1)).length <= LONGEST);
  return [enumerate(fitting), ...open.map(itemText)].join("；\u200b");
}
