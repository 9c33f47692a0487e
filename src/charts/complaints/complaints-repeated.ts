import { periodText } from "../../text/period.ts";
import { defineChart } from "../define.ts";
import { shareView } from "../views/share.ts";

export const complaintsRepeated = defineChart({
  id: "complaints-repeated",
  topic: "complaints",
  question: "有多少诉求是重复反映？",
  view: (year) =>
    shareView(year, {
      whole: ["complaints-told", "写明是否重复"],
      part: ["complaints-repeated", "重复反映"],
      rate: "repeat-rate",
      noun: year.tickets,
      which: "写明的",
      did: "重复反映",
      left: "不是重复反映",
      asked: "有多少重复反映",
      scope: (span) => `${periodText(span)}受理、写明是否重复的${year.tickets}`,
    }),
});
