import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const supervisionByYear = defineChart({
  id: "supervision-by-year",
  topic: "supervision",
  question: "许可和抽查历年怎样变化？",
  view: (year) =>
    yearsView(year, ["licence-in-time-rate", "licences", "inspections", "inspection-problems"]),
});
