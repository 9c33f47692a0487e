/** Numbers that the report gives for a time of their own, such as 截至11月, say so under the title. */
import { listText } from "../text/format.ts";
import { wordText } from "../text/labels.ts";
import { fullText } from "../text/period.ts";
import type { Item, View } from "./define.ts";

/** A view whose subtitle names the time of what is not of the year's own. */
export function withPeriods(view: View): View {
  const own = view.items.filter(hasPeriod);
  if (own.length === 0) return view;
  const said = [...Map.groupBy(own, ({ period }) => fullText(period))].map(([time, items]) => {
    const names = items.length === view.items.length ? "这里" : listText(items.map(nameOf));
    return `${names}的数字是${time}的`;
  });
  return { ...view, subtitle: `${view.subtitle}${said.join("；")}。` };
}

type TimedItem = Item & Required<Pick<Item, "period">>;

function hasPeriod(item: Item): item is TimedItem {
  return item.period !== undefined && item.amount.state !== "unknown";
}

function nameOf({ label }: Item): string {
  return wordText(label);
}
