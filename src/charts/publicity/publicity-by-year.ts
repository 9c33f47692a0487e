import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const publicityByYear = defineChart({
  id: "publicity-by-year",
  topic: "publicity",
  question: "普法宣传历年怎样变化？",
  view: (year) => yearsView(year, ["publicity-events", "publicity-participants"]),
});
