import { everPublished } from "../../site/published.ts";
import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems, itemOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { breakdownView } from "../views/breakdown.ts";

/** Two or three numbers of different units are statements; more of one unit are bars. */
const FEW = 3;

export const complaintsByChannel = defineChart({
  id: "complaints-by-channel",
  topic: "complaints",
  question: "群众的诉求从哪些渠道来？",
  view(year) {
    const received = itemOf(year, "complaints");
    const heard = itemOf(year, "messages");
    const tickets = groupItems(year, "complaints-by-channel", "sorted");
    const messages = groupItems(year, "messages-by-channel", "sorted");
    const dimension = "渠道";
    if (tickets.length + messages.length > FEW) {
      const view = breakdownView(year, {
        of: "complaints-by-channel",
        whole: "complaints",
        noun: year.tickets,
        scope: `受理的${year.tickets}，按渠道`,
        dimension,
        are: "来自",
      });
      return {
        ...view,
        told: [...(view.told ?? []), ...(everPublished(year, "messages") ? [heard] : [])],
        notes: everPublished(year, "messages")
          ? [`另接到${enumerate([{ ...heard, label: "群众反映" }])}，单位不同，不相加。`]
          : [],
      };
    }
    const named = (items: typeof tickets, what: string) =>
      items.map((item) => ({ ...item, label: `${item.label}${what}` }));
    const groups = [...named(tickets, year.tickets), ...named(messages, "群众反映")];
    // Of what this body never told nothing is said, nor is a unit explained that nothing has.
    const told = [
      ...(everPublished(year, "complaints") ? [received] : []),
      ...(everPublished(year, "messages") ? [heard] : []),
    ];
    const items = groups.length > 0 ? groups : told.length > 0 ? told : [received, heard];
    const units = new Set(items.map(({ unit }) => unit));
    return {
      title: enumerate(items),
      subtitle: `${timeOf(year, items)}。${
        units.size > 1
          ? "工单按件计，反映按次计，单位不同，不相加，也不用同一把尺。"
          : unitText([...units])
      }`,
      dimension,
      items,
      form: bars(items),
      notes: [],
    };
  },
});
