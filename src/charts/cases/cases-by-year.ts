import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const casesByYear = defineChart({
  id: "cases-by-year",
  topic: "cases",
  question: "案件历年怎样变化？",
  view: (year) => yearsView(year, ["cases", "penalty-disclosures", "legal-reviews"]),
});
