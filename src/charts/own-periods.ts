/** Of what time the numbers of a view are: in front of its subtitle, and for those of a time of their own. */
import type { Year } from "../site/year.ts";
import { listText } from "../text/format.ts";
import { wordText } from "../text/labels.ts";
import { fullText, periodText } from "../text/period.ts";
import { isSamePeriod, isWholeYear, type Period } from "../values/period.ts";
import type { Item, View } from "./define.ts";

type Timed = Pick<Item, "amount" | "period">;
type OfYear = Pick<Year, "period">;

/** The time that all of these are of; that of the year's data where they differ. */
export function spanOf(year: OfYear, items: readonly Timed[]): Period {
  const [first = year.period, ...others] = items
    .filter(isKnown)
    .map(({ period }) => period ?? year.period);
  return others.every((period) => isSamePeriod(period, first)) ? first : year.period;
}

/** “2023年”, “截至2023年11月30日”: stands before what a view is of. */
export function timeOf(year: OfYear, items: readonly Timed[]): string {
  return periodText(spanOf(year, items));
}

/** A view whose subtitle names the time of what is of another time than it says. */
export function withPeriods(year: OfYear, view: View): View {
  const shown = numbersOf(view);
  const span = spanOf(year, view.items);
  const said = view.subtitle.startsWith(periodText(span)) ? span : year.period;
  const others = shown.filter(({ period = year.period }) => !isSamePeriod(period, said));
  if (others.length === 0) return view;
  const sentences = [...Map.groupBy(others, ({ period = year.period }) => fullText(period))].map(
    ([time, items]) =>
      `${items.length === shown.length ? "这里" : namesOf(items)}的数字是${time}的`,
  );
  return { ...view, subtitle: `${view.subtitle}${sentences.join("；")}。` };
}

/** “截至2023年11月30日”, “其中征收征用截至2023年11月30日”: behind a title that stands alone. Empty where all is of whole years. */
export function timeText(year: OfYear, view: View): string {
  const timeIn = (period = year.period) => (isWholeYear(period) ? "" : periodText(period));
  const items = [...view.items, ...(view.told ?? [])].filter(isKnown);
  if (items.length === 0) return timeIn();
  const times = new Set(items.map(({ period }) => timeIn(period)));
  if (!times.has("")) return [...times].join("、");
  const parts = items.filter(({ period }) => timeIn(period) !== "");
  return [...Map.groupBy(parts, ({ series, label }) => series ?? label)]
    .map(([name, some]) => {
      const own = [...new Set(some.map(({ period }) => timeIn(period)))];
      return `${wordText(name)}${own.join("、")}`;
    })
    .join("；");
}

/** What a view shows of its own year; those of other years say theirs by themselves. */
function numbersOf({ items, told = [], total }: View): Item[] {
  return [...items, ...told, ...(total ? [total] : [])].filter(
    (item) => isKnown(item) && item.year === undefined,
  );
}

function isKnown({ amount }: Timed): boolean {
  return amount.state !== "unknown";
}

function namesOf(items: readonly Item[]): string {
  return listText([...new Set(items.map(({ label }) => wordText(label)))]);
}
