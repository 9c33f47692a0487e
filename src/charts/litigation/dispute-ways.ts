import { figureOf } from "../../figures/figures.ts";
import { THEN } from "../../metrics/engine/paths.ts";
import { wholeText } from "../../text/period.ts";
import { saysNothing } from "../../text/rests.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { routes } from "../forms/routes.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

export const disputeWays = defineChart({
  id: "dispute-ways",
  topic: "litigation",
  question: "一起争议会走过哪些审级？",
  view(year) {
    const { amount } = figureOf(year, "dispute-ways");
    // A row that belongs to no dispute may be a further step of any.
    const isWhole = isExact(amount);
    const view = breakdownView(year, {
      of: "dispute-ways",
      noun: "争议",
      scope: "的争议，把每一起当年经过的复议、仲裁和各审级按先后连起来",
      dimension: "经过",
      outcomes: true,
      finding: (items) =>
        isWhole
          ? groupsTitle(items, (way) => !way.includes(THEN), {
              of: "争议",
              which: "",
              did: "当年只经过一个程序",
              time: wholeText(figureOf(year, "dispute-ways").period),
            })
          : null,
    });
    const form = routes(
      view.items.filter(({ label }) => !saysNothing(label)),
      THEN,
    );
    if (!form) return view;
    return {
      ...view,
      subtitle: `${view.subtitle}一行一条路，圆点是经过的程序，末尾是走过这条路的起数。`,
      form,
      notes: ["上一年、下一年的程序不在这里；没有编号、连不起来的不算。"],
    };
  },
});
