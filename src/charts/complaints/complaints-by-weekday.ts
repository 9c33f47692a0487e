import { UNSTATED } from "../../metrics/engine/counter.ts";
import { amountText } from "../../text/format.ts";
import { defineChart } from "../define.ts";
import { groupItems } from "../items.ts";
import { periodsView } from "../views/periods.ts";

export const complaintsByWeekday = defineChart({
  id: "complaints-by-weekday",
  topic: "complaints",
  question: "诉求在星期几多？",
  view(year) {
    const groups = groupItems(year, "complaints-by-weekday", "own");
    const undated = groups.filter(({ label }) => label === UNSTATED);
    return periodsView(year, {
      of: ["complaints-by-weekday", "complaints"],
      items: groups.filter((item) => !undated.includes(item)),
      outside: {
        items: undated,
        notes: undated.map(
          ({ amount, unit }) => `另有${amountText(amount, unit)}没有写日期，不知道是星期几。`,
        ),
      },
      noun: year.tickets,
      scope: `受理的${year.tickets}，按受理那天是星期几`,
      dimension: "星期",
    });
  },
});
