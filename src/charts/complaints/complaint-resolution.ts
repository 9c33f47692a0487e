import { figureOf } from "../../figures/figures.ts";
import { amountText } from "../../text/format.ts";
import { periodText } from "../../text/period.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { divisionText, itemOf } from "../items.ts";

export const complaintResolution = defineChart({
  id: "complaint-resolution",
  topic: "complaints",
  question: "受理的工单办结了多少？",
  view(year) {
    const received = itemOf(year, "complaints", "受理");
    const resolved = itemOf(year, "complaints-resolved", "办结");
    const rate = figureOf(year, "complaint-resolution-rate");
    const all =
      isExact(received.amount) &&
      isExact(resolved.amount) &&
      !received.against &&
      !resolved.against &&
      received.amount.value > 0 &&
      received.amount.value === resolved.amount.value;
    return {
      title: all
        ? `受理的${valueText(received)}${year.tickets}\u200b全部办结`
        : `${year.tickets}${enumerate([received, resolved])}`,
      subtitle: `${periodText(year.period)}受理的${year.tickets}。单位：件。`,
      dimension: "环节",
      items: [received, resolved],
      form: bars([received, resolved]),
      notes:
        rate.amount.state === "known"
          ? [
              `办结率${amountText(rate.amount, "%")}，${divisionText(resolved.amount, received.amount)}。`,
            ]
          : [],
    };
  },
});
