import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems, rateNote, statedItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { partOf } from "../views/part.ts";
import { rateTitle } from "../views/rate.ts";

export const complaintResolution = defineChart({
  id: "complaint-resolution",
  topic: "complaints",
  question: "受理的工单办结了多少？",
  view(year) {
    const received = itemOf(year, "complaints", "受理");
    const resolved = itemOf(year, "complaints-resolved", "办结");
    const counts = [received, resolved];
    const said = statedItems(year, "complaints-resolved", "complaint-resolution-rate");
    const parted = partOf(received, resolved, "没有办结");
    const items = parted?.items ?? (knownItems(counts).length > 0 ? counts : said);
    const rate = rateTitle(year, {
      whole: "complaints",
      part: "complaints-resolved",
      rate: "complaint-resolution-rate",
      of: year.tickets,
      which: "受理的",
      did: "办结",
    });
    return {
      title:
        rate ??
        (parted || items === counts || items.length === 0
          ? `${year.tickets}${enumerate(counts)}`
          : enumerate(items)),
      subtitle: `${timeOf(year, items)}受理的${year.tickets}。${unitText((items.length > 0 ? items : counts).map(({ unit }) => unit))}`,
      dimension: "环节",
      items: items.length > 0 ? items : counts,
      form: parted?.form ?? bars(items.length > 0 ? items : counts),
      notes: rateNote(year, "complaint-resolution-rate"),
    };
  },
});
