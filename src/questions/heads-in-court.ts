import type { Item } from "../charts/define.ts";
import type { PaintedPart } from "../charts/forms/looks.ts";
import { strip } from "../charts/forms/strip.ts";
import { tally } from "../charts/forms/tally.ts";
import { itemOf, knownItems, restOf } from "../charts/items.ts";
import { RATE_ALONE } from "../charts/litigation/head-appearances.ts";
import { litigation } from "../datasets/litigation.ts";
import type { Year } from "../site/year.ts";
import { amountText, UNKNOWN } from "../text/format.ts";
import { periodText, wholeText } from "../text/period.ts";
import { enumerate } from "../text/sentences.ts";
import { isExact, known } from "../values/amount.ts";
import { type AskedAndKept, countedOf, leftOut, rateShare } from "./counted.ts";
import { defineQuestion, type QuestionAnswer } from "./define.ts";
import { unanswered } from "./timely.ts";

export const headsInCourt = defineQuestion({
  id: "heads-in-court",
  name: "负责人出庭",
  question: "被告上法庭，负责人到了吗？",
  topic: "litigation",
  duty: "被诉行政机关负责人应当出庭应诉；不能出庭的，应当委托工作人员出庭。负责人是正职、副职和参与分管被诉行为的负责人，一个审级开庭几次到一次即可。",
  basis: "行政诉讼法第三条第三款；法释〔2020〕3号第二条、第七条",
  needs: [
    {
      of: "每件官司",
      dataset: litigation,
      columns: { heard: "开庭了没有", head_appeared: "负责人到了没有" },
    },
  ],
  answer,
});

/** Since then heads shall attend hearings of reconsiderations (行政复议法第五十一条第三款): none was absent before. */
const HEARINGS_SINCE = 2024;

function answer(year: Year): QuestionAnswer {
  const counted = countedOf(year, "hearings", "head-appearances");
  const hearings = itemOf(year, "hearings", "一审开庭");
  const present = itemOf(year, "head-appearances", "负责人出庭");
  const rateId = "head-appearance-rate";
  const rate = itemOf(year, rateId);
  const exempt = itemOf(year, "hearings-not-applicable");
  const reconsidered = countedOf(
    year,
    "reconsideration-hearings",
    "heads-at-reconsideration-hearings",
  );
  const time = wholeText(year.period);
  const more = [
    ...(reconsidered && reconsidered.asked > 0 && year.year >= HEARINGS_SINCE
      ? [
          `${enumerate([
            itemOf(year, "reconsideration-hearings", "复议听证"),
            itemOf(year, "heads-at-reconsideration-hearings", "负责人参加"),
          ])}，不算在内`,
        ]
      : []),
    ...(isExact(exempt.amount) && exempt.amount.value > 0
      ? [`另有${amountText(exempt.amount, exempt.unit)}写明不适用，不算没有到`]
      : []),
    ...(counted ? leftOut(counted) : []),
  ];
  const subtitle = `${periodText(year.period)}，以${year.self}为被告、实际开庭的一审案件。`;
  const notes = [...more.map((text) => `${text}。`), "每个审级都应当出庭，这里只数一审。"];
  if (!counted) {
    const facts = knownItems([hearings, present]);
    const sure = facts.length > 0 ? facts : knownItems([rate]);
    const onlyRate = facts.length === 0 && sure.length > 0;
    const saidSo = facts.length > 1 || onlyRate;
    const waiting: PaintedPart = { ...hearings, label: "一审开庭", look: "unknown" };
    return {
      said: saidSo ? enumerate(sure) : null,
      more: [...(saidSo || sure.length === 0 ? [] : [`公布了${enumerate(sure)}`]), ...more],
      brief: saidSo ? enumerate(sure) : "",
      shares: onlyRate ? rateShare(rateId, rate, enumerate(sure)) : [],
      view: {
        title:
          sure.length > 0
            ? `${enumerate(sure)}${saidSo ? "" : `，\u200b负责人到了几${hearings.unit}${UNKNOWN}`}`
            : `开庭几${hearings.unit}、负责人到了几${hearings.unit}，\u200b${UNKNOWN}`,
        subtitle: onlyRate
          ? `${periodText(year.period)}，${RATE_ALONE}。单位：${rate.unit}。`
          : `${subtitle}单位：${hearings.unit}。`,
        dimension: "项目",
        items: sure.length > 0 ? sure : [hearings, present],
        form:
          (hearings.against
            ? null
            : tally([
                {
                  parts: [
                    { ...waiting, text: `${enumerate([hearings])}，负责人到了没有：${UNKNOWN}` },
                  ],
                },
              ])) ?? unanswered(`负责人到了几${hearings.unit}`),
        notes: onlyRate ? more.map((text) => `${text}。`) : notes,
      },
    };
  }
  const { asked, kept, missed, unit } = counted;
  const item = (label: string, value: number): Item => ({
    ...present,
    label,
    unit,
    amount: known(value),
  });
  const absent = restOf(item("", missed), "没有到", known(missed));
  const parts: PaintedPart[] = [
    { ...item("到了", kept), look: "done" },
    ...(missed > 0 ? [{ ...absent, look: "missed" as const }] : []),
  ];
  const title = titleOf(counted, time);
  return {
    said: saidOf(counted, time),
    more,
    brief: saidOf(counted, time),
    shares: [
      {
        of: "hearings",
        figures: ["hearings", "head-appearances"],
        asked,
        missed,
        unit,
        clause: title,
        missedLabel: "负责人没有到的一审开庭",
      },
    ],
    view: {
      title,
      subtitle: `${subtitle}${asked > 0 ? `一个方块是一${unit}开庭${missed > 0 ? "，带斜线的没有到" : ""}。` : `单位：${unit}。`}`,
      dimension: "项目",
      items: [{ ...hearings, amount: known(asked) }, item("负责人到了", kept), absent],
      form: asked > 0 ? (tally([{ parts }]) ?? strip(parts)) : null,
      notes: [
        ...notes,
        ...(missed > 0 ? ["没有到不等于违法：有正当理由的，可以委托工作人员出庭。"] : []),
      ],
    },
  };
}

function saidOf({ asked, kept, unit }: AskedAndKept, time: string): string {
  if (asked === 0) return `${time}没有开庭`;
  const whole = numbered(asked, unit);
  const all = asked === 1 ? "" : "都";
  if (kept === asked) return `${whole}${all}到了`;
  if (kept === 0) return `${whole}${all}没有到`;
  return `${whole}到了${numbered(kept, unit)}`;
}

function titleOf(counted: AskedAndKept, time: string): string {
  const { asked, kept, unit } = counted;
  if (asked === 0) return `${time}没有一审开庭`;
  const whole = `一审开庭${numbered(asked, unit)}，\u200b负责人`;
  const all = asked === 1 ? "" : "都";
  if (kept === asked) return `${whole}${all}到了`;
  if (kept === 0) return `${whole}${all}没有到`;
  return `${whole}到了${numbered(kept, unit)}`;
}

function numbered(value: number, unit: string): string {
  return amountText(known(value), unit);
}
