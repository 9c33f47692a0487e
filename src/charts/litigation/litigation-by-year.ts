import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const litigationByYear = defineChart({
  id: "litigation-by-year",
  topic: "litigation",
  question: "诉讼和复议历年怎样变化？",
  view: (year) =>
    yearsView(year, ["litigation", "reconsiderations", "hearings", "head-appearances"]),
});
