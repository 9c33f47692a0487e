import { figureOf } from "../../figures/figures.ts";
import { yearText } from "../../text/period.ts";
import { MONTHS, periodsOf } from "../../text/periods.ts";
import { unitText } from "../../text/units.ts";
import { UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { isWholeYear } from "../../values/period.ts";
import { defineChart } from "../define.ts";
import { heat } from "../forms/heat.ts";
import { listedWhole, monthItems, monthsOf, withoutMonth } from "../items.ts";

export const publicityCalendar = defineChart({
  id: "publicity-calendar",
  topic: "publicity",
  question: "普法宣传在哪些月份开展？",
  view(year) {
    const items = monthItems(year, "publicity-by-month");
    const undated = withoutMonth(year, "publicity-by-month");
    const which = listedWhole(year, "publicity-by-month", "publicity-events")?.which ?? "";
    const stated = which + (undated.items.length > 0 ? "写明月份的" : "");
    const rows = [...year.earlier, year].map((one) => {
      const months = monthItems(one, "publicity-by-month");
      return {
        label: String(one.year),
        months: Array.from({ length: 12 }, (_, i) =>
          i < monthsOf(one) ? (months[i]?.amount ?? UNKNOWN_AMOUNT) : null,
        ),
      };
    });
    const several = rows.length > 1 ? `${rows[0]?.label}–${year.year}` : String(year.year);
    const drawn = [...year.earlier, year].flatMap((one) =>
      monthItems(one, "publicity-by-month").map((item) => ({
        ...item,
        label: `${year.earlier.length > 0 ? `${one.year}年` : ""}${item.label}`,
      })),
    );
    const ends = [...year.earlier, year]
      .filter(({ period }) => !isWholeYear(period))
      .map(({ period }) => `${yearText(period)}。`);
    return {
      title:
        items.length > 0
          ? `${several}年${stated}普法宣传，\u200b${periodsOf(drawn, MONTHS)}`
          : "普法宣传的月份未公布",
      subtitle: `${several}年面向社会的普法宣传，按月份。${unitText(items.map(({ unit }) => unit))}${ends.join("")}`,
      dimension: "月份",
      category: "月份",
      items: [...items, ...undated.items],
      beyond: year.earlier.flatMap((one) =>
        [
          ...monthItems(one, "publicity-by-month"),
          ...withoutMonth(one, "publicity-by-month").items,
        ].map((item) => ({ ...item, year: one.year })),
      ),
      form: items.length > 0 ? heat(rows, figureOf(year, "publicity-by-month").unit) : null,
      notes: items.length > 0 ? undated.notes : [],
    };
  },
});
