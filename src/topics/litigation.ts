import { itemOf } from "../charts/items.ts";
import { litigation } from "../datasets/litigation.ts";
import { findingOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import { isNone } from "../text/sentences.ts";
import type { Topic } from "./define.ts";
import { headline, named, numberOf, prose, some, told } from "./told.ts";

export const litigationTopic: Topic = {
  id: "litigation",
  nav: "诉讼复议",
  label: "诉讼与复议",
  description: "行政诉讼、行政复议、劳动仲裁、行政赔偿，负责人出庭和法律顾问。",
  headline: (year) => {
    const disputed = findingOf(year, "reconsiderations");
    // What has been explained is no news.
    const explained = disputed && isAnswered(year, disputed);
    const reconsideration = disputed
      ? "复议件数未核定"
      : `复议${numberOf(year, "reconsiderations")}`;
    return headline(year, "litigation", [
      [
        ["litigation", "head-appearances"],
        () =>
          told(
            year,
            ["litigation", `被诉${numberOf(year, "litigation")}`],
            // Nobody was absent where there was no hearing.
            isNone(itemOf(year, "hearings"))
              ? ["hearings", "一审没有开庭"]
              : ["head-appearances", `负责人出庭${numberOf(year, "head-appearances")}`],
          ),
      ],
      ...(explained ? [] : [[["reconsiderations"], () => reconsideration] as const]),
    ]);
  },
  lead: (year) =>
    prose(
      year,
      [
        named(year, "litigation", `以${year.self}为被告的行政诉讼`),
        named(year, "hearings", "一审开庭"),
        named(year, "head-appearances", "其中负责人出庭"),
      ],
      [
        named(year, "reconsiderations", "行政复议"),
        named(year, "arbitrations", "劳动仲裁"),
        ...some(year, "compensations", "行政赔偿{{compensations}}"),
      ],
      [
        ...some(year, "third-party-litigation", "只是第三人的行政诉讼{{third-party-litigation}}"),
        ...some(
          year,
          "third-party-reconsiderations",
          "只是第三人的行政复议{{third-party-reconsiderations}}",
        ),
      ],
    ),
  sections: [
    {
      id: "heads",
      question: "负责人出庭了吗",
      charts: ["head-appearances", "reconsideration-hearings"],
    },
    { id: "outcomes", question: "官司输赢", charts: ["litigation-outcomes"] },
    {
      id: "reconsiderations",
      question: "复议纠正了吗",
      charts: ["reconsideration-outcomes", "reconsideration-passages"],
    },
    { id: "suits", question: "有多少官司", charts: ["litigation-by-instance", "disputes"] },
    { id: "ways", question: "一件纠纷走过的路", charts: ["dispute-ways"] },
    { id: "appeals", question: "判决之后", charts: ["appeal-outcomes"] },
    { id: "years", question: "比往年多吗", charts: ["litigation-by-year"] },
    { id: "counsel", question: "谁来代理", charts: ["legal-counsel"] },
  ],
  datasets: [litigation],
  method: [
    [
      ["hearings"],
      "出庭率等于一审中负责人出庭的起数除以实际开庭的起数，没有开庭的、写明不适用的不在分母里；不足10起时只列起数。未出庭不等于违法：有正当理由的可以委托工作人员。",
    ],
    [["litigation-by-instance"], "二审、再审不一定来自当年的一审，各审级之间不相除。"],
    [
      ["litigation-lost"],
      "输赢只在一审裁判里数：判决撤销（含部分）、变更、确认违法或无效、限期履行、给付、承担协议责任、赔偿的是败诉；撤诉不算，改正后撤诉另列。",
    ],
    [["appeal-outcomes"], "二审的撤销、变更对的是一审判决，驳回上诉是维持一审，都不按字面算输赢。"],
    [
      ["litigation-lost", "reconsiderations-corrected"],
      "败诉率以审结的一审为分母，纠错率以已受理并审结的复议为分母；别处的分母不一定相同，不与别处的率比较。",
    ],
  ],
};
