import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const licencesByItem = defineChart({
  id: "licences-by-item",
  topic: "supervision",
  question: "办理了哪些许可？",
  view: (year) =>
    breakdownView(year, {
      of: "licences-by-item",
      whole: "licences",
      noun: "许可",
      scope: "办理的行政许可，按事项",
      dimension: "事项",
    }),
});
