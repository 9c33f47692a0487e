import { defineChart } from "../define.ts";
import { yearsView } from "../views/years.ts";

export const complaintsByYear = defineChart({
  id: "complaints-by-year",
  topic: "complaints",
  question: "诉求历年怎样变化？",
  view: (year) =>
    yearsView(year, ["on-time-rate", "satisfaction-rate", "complaints", "handling-days"]),
});
