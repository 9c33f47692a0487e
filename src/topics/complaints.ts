import { complaints } from "../datasets/complaints.ts";
import { everPublished } from "../site/published.ts";
import type { Topic } from "./define.ts";
import { headline, named, numberOf, prose, some, told } from "./told.ts";

export const complaintsTopic: Topic = {
  id: "complaints",
  nav: "诉求",
  alsoCalled: ["投诉"],
  label: "诉求与群众反映",
  description: "工单、群众反映、网络舆情和整改公布。",
  headline: (year) =>
    headline(year, "complaints", [
      [
        ["complaints", "complaints-resolved"],
        () =>
          told(
            year,
            ["complaints", `受理${year.tickets}${numberOf(year, "complaints")}`],
            ["complaints-resolved", `办结${numberOf(year, "complaints-resolved")}`],
          ),
      ],
      ...(everPublished(year, "complaints")
        ? []
        : [[["messages"], () => `群众反映${numberOf(year, "messages")}`] as const]),
    ]),
  lead: (year) =>
    prose(
      year,
      [
        named(year, "complaints", `受理${year.tickets}`),
        ...some(year, "other-requests", "其中咨询、求助、建议、感谢等不是投诉的{{other-requests}}"),
        named(year, "complaints-resolved", "办结"),
      ],
      [
        ...some(year, "tickets-left-out", "另有退回、不予受理、作废的{{tickets-left-out}}"),
        ...some(
          year,
          "carried-over-tickets",
          "以前年度受理、转到本年办理的{{carried-over-tickets}}",
        ),
      ],
      [
        named(year, "messages", "接到群众反映"),
        ...some(year, "messages-left-out", "另有退回、不予受理、作废的{{messages-left-out}}"),
      ],
      [
        named(year, "online-opinions", "处置网络舆情"),
        named(year, "rectification-updates", "公布问题整改情况"),
      ],
    ),
  sections: [
    {
      id: "how-fast",
      question: "办得快吗",
      charts: ["handling-by-day", "handling-bands", "complaints-on-time", "complaint-resolution"],
      rate: "on-time-rate",
    },
    {
      id: "when",
      question: "什么时候反映什么",
      charts: [
        "complaint-seasons",
        "complaints-by-month",
        "complaints-by-category",
        "complaints-by-weekday",
      ],
    },
    {
      id: "my-street",
      question: "我住的地方",
      charts: ["complaints-on-streets", "handling-by-street", "complaints-by-street"],
    },
    {
      id: "satisfied",
      question: "满意吗",
      charts: ["satisfaction", "satisfaction-by-category"],
      rate: "satisfaction-rate",
    },
    {
      id: "solved",
      question: "办结等于解决吗",
      charts: ["complaints-solved", "complaints-repeated"],
    },
    {
      id: "channels",
      question: "从哪里来",
      charts: ["complaints-by-channel", "messages-by-channel", "online-opinions"],
    },
  ],
  datasets: [complaints],
  method: [
    [
      ["complaints", "messages"],
      "工单按件计，群众反映按次计，两者不相加；退回、不予受理、作废的工单不算受理。",
    ],
    [
      ["complaints"],
      "咨询、求助、建议、感谢是诉求，不是投诉；写明全是投诉、举报的，才叫投诉工单。",
    ],
    [["complaints"], "办理用时按自然日算，期限由平台给定，本站不自算。"],
    [
      ["complaints"],
      "按时办结率以已到期的工单为分母，满意率以作了评价的工单为分母；没有公布时不算。",
    ],
  ],
};
