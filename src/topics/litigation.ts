import { itemOf } from "../charts/items.ts";
import { litigation } from "../datasets/litigation.ts";
import { findingOf } from "../findings/find.ts";
import { valueText } from "../text/sentences.ts";
import type { Topic } from "./define.ts";
import { headline, prose } from "./told.ts";

export const litigationTopic: Topic = {
  id: "litigation",
  nav: "诉讼复议",
  label: "诉讼与复议",
  description: "行政诉讼、行政复议、劳动仲裁，负责人出庭和法律顾问。",
  headline: (year) => {
    const disputed = findingOf(year, "reconsiderations");
    const reconsideration = disputed
      ? "复议件数未核定"
      : `复议${valueText(itemOf(year, "reconsiderations"))}`;
    return headline(year, "litigation", [
      [
        ["litigation", "head-appearances"],
        () =>
          `被诉${valueText(itemOf(year, "litigation"))}，\u200b负责人出庭${valueText(itemOf(year, "head-appearances"))}`,
      ],
      [["reconsiderations"], () => reconsideration],
    ]);
  },
  lead: (year) =>
    prose(
      year,
      [
        `以${year.self}为被告的行政诉讼{{litigation}}`,
        "一审开庭{{hearings}}",
        "其中负责人出庭{{head-appearances}}",
      ],
      ["行政复议{{reconsiderations}}", "劳动仲裁{{arbitrations}}"],
    ),
  datasets: [litigation],
  method: [
    [["hearings"], "出庭率等于负责人出庭的起数除以实际开庭的起数；不足10起时只列起数。"],
    [["litigation-by-instance"], "二审、再审不一定来自当年的一审，各审级之间不相除。"],
    [["litigation"], "败诉率以审结案件为分母；没有公布裁判结果的年度，不算胜诉率和败诉率。"],
  ],
};
