import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const casesByYear = defineChart({
  id: "cases-by-year",
  topic: "cases",
  question: "案件历年怎样变化？",
  view: (year) =>
    yearsView(year, ["disclosure-on-time-rate", "cases", "penalty-disclosures", "legal-reviews"]),
});
