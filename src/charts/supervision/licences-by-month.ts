import { defineChart } from "../define.ts";
import { monthItems, withoutMonth } from "../items.ts";
import { periodsView } from "../views/periods.ts";

export const licencesByMonth = defineChart({
  id: "licences-by-month",
  topic: "supervision",
  question: "许可在哪些月份多？",
  view: (year) =>
    periodsView(year, {
      of: ["licences-by-month", "licences"],
      items: monthItems(year, "licences-by-month"),
      outside: withoutMonth(year, "licences-by-month"),
      noun: "许可",
      scope: "办理的行政许可，按决定的月份",
      dimension: "月份",
    }),
});
