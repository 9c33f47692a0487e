import { licences } from "../datasets/licences.ts";
import type { Topic } from "./define.ts";
import { headline, named, numberOf, prose, told, unlessNone } from "./told.ts";

export const supervisionTopic: Topic = {
  id: "supervision",
  nav: "监督",
  label: "许可与监督检查",
  description: "行政许可、征收征用和双随机抽查。",
  headline: (year) =>
    headline(year, "supervision", [
      [["licences"], () => `办理许可${numberOf(year, "licences")}`],
      [
        ["inspections", "inspection-problems"],
        () =>
          told(
            year,
            ["inspections", `随机抽查${numberOf(year, "inspections")}`],
            ["inspection-problems", `发现问题${numberOf(year, "inspection-problems")}`],
          ),
      ],
    ]),
  lead: (year) =>
    prose(
      year,
      [named(year, "licences", "办理的许可有"), named(year, "levies", "征收征用")],
      [
        ...unlessNone(year, "licences", named(year, "licences-granted", "当年准予许可")),
        ...unlessNone(year, "licences", named(year, "licences-refused", "不予许可")),
      ],
      unlessNone(year, "licences", "许可从受理到决定的用时，中位数是{{licence-days}}"),
      [
        named(year, "inspections", "双随机抽查"),
        named(year, "inspected", "抽取检查对象"),
        named(year, "inspected-average", "平均每次"),
        named(year, "inspection-problems", "发现问题"),
      ],
    ),
  sections: [
    { id: "licences", question: "办了哪些许可", charts: ["licences-by-item", "licences-levies"] },
    { id: "in-time", question: "按时决定了吗", charts: ["licences-in-time"] },
    { id: "outcomes", question: "批准了吗", charts: ["licences-by-outcome"] },
    { id: "when", question: "什么时候办得多", charts: ["licences-by-month"] },
    { id: "inspections", question: "抽查发现了什么", charts: ["random-inspections"] },
    { id: "years", question: "比往年多吗", charts: ["supervision-by-year"] },
  ],
  datasets: [licences],
  method: [
    [["licences"], "许可的申请、受理、准予、不予各按自己的口径计，不要求相加相等。"],
    [
      ["licences-by-outcome"],
      "许可的决定计入作出决定的年度；准予延续、准予变更算准予，后来被撤销、注销的也在内。",
    ],
    [
      ["licence-days", "licences-due"],
      "决定用时按自然日算；法定期限按工作日算，期限届满的日期由办理系统给定，本站不自算。",
    ],
    [["inspected-average"], "抽查的平均数由报告取整，以抽取对象除以抽查次数核对。"],
  ],
};
