import type { Item } from "../charts/define.ts";
import { deadlines } from "../charts/forms/deadlines.ts";
import { daysBetween } from "../datasets/days.ts";
import { NO_ORIGIN } from "../figures/origin.ts";
import { type HowKept, keptText, type YearlyDuty } from "../report/yearly-duties.ts";
import type { Year } from "../site/year.ts";
import { dateText, listText } from "../text/format.ts";
import { known, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { defineQuestion, type QuestionAnswer } from "./define.ts";

const UNIT = "份";
const STATES: readonly [kept: HowKept, label: string][] = [
  ["met", "按时"],
  ["missed", "晚于期限"],
  ["on-the-day", "期限当天"],
  ["unknown", "日期没有公布"],
];

export const papers = defineQuestion({
  id: "papers",
  name: "年度报告",
  question: "年度报告，按时公布了吗？",
  topic: null,
  duty: "每年要公布三份：法治政府建设年度报告，4月1日之前；行政执法统计年报和政府信息公开年报，1月31日前。看公布的日期，不是成文的日期。",
  basis:
    "《法治政府建设与责任落实督察工作规定》第二十四条；国办发〔2018〕118号；政府信息公开条例第四十九条",
  needs: [],
  answer,
});

function answer(year: Year): QuestionAnswer {
  const { duties } = year;
  const of = (kept: HowKept) => duties.filter((duty) => duty.kept === kept);
  const counts = STATES.map(([kept, label]) => ({ kept, label, list: of(kept) })).filter(
    ({ list }) => list.length > 0,
  );
  const item = (label: string, value: number): Item => ({
    label,
    amount: known(value),
    unit: UNIT,
    origin: NO_ORIGIN,
  });
  const [met, missed, unknown] = [of("met"), of("missed"), of("unknown")];
  const undated = unknown.filter(({ early }) => early === "");
  const judged = met.length + missed.length;
  const said =
    unknown.length === duties.length
      ? null
      : counts.length === 1
        ? `${duties.length}份${judged > 0 ? "都" : "都是"}${counts[0]!.label}`
        : counts.map(({ label, list }) => `${label}${list.length}份`).join("，");
  const more = [
    ...missed.map((duty) => `${duty.name}晚了${daysBetween(duty.before, duty.published)}天`),
    ...of("on-the-day").map(
      (duty) => `${duty.name}${dateText(duty.published)}公布，正是期限那天，不判断`,
    ),
    ...unknown.filter(({ early }) => early !== "").map((duty) => `${duty.name}：${keptText(duty)}`),
    ...(undated.length > 0
      ? [
          `没有公布${listText(
            undated.map(({ name }) => name),
            "、",
          )}的公布日期`,
        ]
      : []),
  ];
  const clause =
    missed.length > 0
      ? `${missed.length === 1 ? missed[0]!.name : `${missed.length}份年度报告`}\u200b晚于期限`
      : `${judged}份年度报告${judged === 1 ? "" : "都"}\u200b按时公布${undated.length > 0 ? `、${undated.length}份没有公布日期` : ""}`;
  return {
    said,
    more,
    brief: said ?? "",
    shares:
      judged > 0
        ? [
            {
              of: "papers",
              figures: [],
              asked: judged,
              missed: missed.length,
              unit: UNIT,
              clause,
              missedLabel: "晚于期限的年度报告",
            },
          ]
        : [],
    view: {
      title: said === null ? "三份年度报告的公布日期，\u200b未公布" : `年度报告：\u200b${said}`,
      subtitle: `${year.year}年度的三份，看公布的日期。竖线是期限；实心圆按时，空心圆晚于期限或者正是那天。`,
      from: "公布年度报告的日期",
      dimension: "公布得怎样",
      items:
        said === null
          ? [{ ...item("按时公布", 0), amount: UNKNOWN_AMOUNT }]
          : counts.map(({ label, list }) => item(label, list.length)),
      form: deadlines(duties),
      notes: duties.map((duty) => `${dutyText(duty)}。`),
    },
  };
}

function dutyText(duty: YearlyDuty): string {
  const day = duty.published ? `${dateText(duty.published)}公布，` : "";
  return `${duty.name}：期限是${dateText(duty.before)}前；${day}${keptText(duty)}`;
}
