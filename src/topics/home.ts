/** The home page: which figures stand at a glance, and what each is worth saying beside it. */
import { groupItems, itemOf } from "../charts/items.ts";
import { findingsOf, madeOf } from "../findings/find.ts";
import type { Year } from "../site/year.ts";
import { countWord } from "../text/format.ts";
import { enumerate, largest, valueText } from "../text/sentences.ts";

interface Entry {
  id: string;
  note?: (year: Year) => string;
}

const beside =
  (...ids: [string, string][]) =>
  (year: Year) =>
    enumerate(ids.map(([id, label]) => itemOf(year, id, label)));

const mostly = (id: string) => (year: Year) => {
  const items = groupItems(year, id, "sorted");
  return items.length > 0 ? largest(items) : "";
};

export const glance: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: "做了什么",
    entries: [
      { id: "cases", note: mostly("cases-by-field") },
      { id: "licences", note: beside(["levies", "行政征收征用"]) },
      { id: "complaints", note: beside(["complaints-resolved", "办结"]) },
      {
        id: "inspections",
        note: beside(["inspected", "抽取对象"], ["inspection-problems", "发现问题"]),
      },
    ],
  },
  {
    title: "依法情况",
    entries: [
      {
        id: "legal-reviews",
        note: (year) =>
          `${enumerate([itemOf(year, "legal-reviews-passed", "基本满足处罚条件")])}；件次与件不能相减`,
      },
      { id: "penalty-disclosures" },
      {
        id: "litigation",
        note: (year) => enumerate(groupItems(year, "litigation-by-instance", "own")),
      },
      {
        id: "head-appearances",
        note: beside(["hearings", "一审开庭"], ["head-appearance-rate", "出庭率"]),
      },
      { id: "reconsiderations" },
    ],
  },
  {
    title: "群众反映与普法",
    entries: [
      { id: "online-opinions", note: beside(["news-releases", "发布新闻稿"]) },
      { id: "messages", note: beside(["rectification-updates", "公布整改情况"]) },
      { id: "publicity-events", note: mostly("publicity-by-form") },
    ],
  },
];

/** The year in one sentence, with what does not add up. */
export function homeHeadline(year: Year): string {
  const broken = findingsOf(year).length;
  const checked = madeOf(year).length;
  const start = `全年办案${valueText(itemOf(year, "cases"))}，\u200b被诉${valueText(itemOf(year, "litigation"))}`;
  if (broken > 0) return `${start}；\u200b报告里有${countWord(broken)}处\u200b数字对不上`;
  return checked > 0 ? `${start}；\u200b核对过的数字都对得上` : start;
}

export function homeLead(): string {
  return "一审开庭{{hearings}}，其中负责人出庭{{head-appearances}}。下面每个数字都能点开，看到定义、出处和逐行数据；没有公布的写“未公布”，不写零。";
}
