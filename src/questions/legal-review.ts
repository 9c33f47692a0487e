import type { Form, Item } from "../charts/define.ts";
import type { PaintedPart } from "../charts/forms/looks.ts";
import { type StripRow, strip, strips } from "../charts/forms/strip.ts";
import { itemOf, knownItems, restOf } from "../charts/items.ts";
import { cases } from "../datasets/cases.ts";
import { findingsOf } from "../findings/find.ts";
import type { Year } from "../site/year.ts";
import { amountText, listText, UNKNOWN } from "../text/format.ts";
import { periodText, wholeText } from "../text/period.ts";
import { enumerate } from "../text/sentences.ts";
import { sameUnit } from "../text/units.ts";
import { known } from "../values/amount.ts";
import { type AskedAndKept, countedOf, leftOut, plainOf } from "./counted.ts";
import { defineQuestion, type QuestionAnswer } from "./define.ts";
import { type Reviewed, reviewedOf } from "./reviewed.ts";
import { unanswered } from "./timely.ts";

export const legalReview = defineQuestion({
  id: "legal-review",
  name: "法制审核",
  question: "处罚之前，该法制审核的审核了吗？",
  topic: "cases",
  duty: "四类处罚决定，没有法制审核或者审核没有通过的不得作出：涉及重大公共利益的；直接关系重大权益、经过听证的；疑难复杂、涉及多个法律关系的；法律法规规定的其他。其余的处罚，法律不要求审核。",
  basis: "行政处罚法第五十八条第一款",
  needs: [
    {
      of: "每件处罚",
      dataset: cases,
      columns: { review_required: "应不应当审核", legal_review: "审核了没有" },
    },
  ],
  answer,
});

function answer(year: Year): QuestionAnswer {
  const duty = toldOf(year, "reviews-required", "reviews-told", "reviews-required-done");
  const heard = toldOf(year, "heard-decisions", "heard-decisions-told", "heard-decisions-reviewed");
  const reviewed = reviewedOf(year);
  const facts = knownItems([
    itemOf(year, "legal-reviews", "审核"),
    itemOf(year, "legal-reviews-passed", "其中审核通过"),
  ]);
  const item = (label: string, value: number, unit: string, id: string): Item => ({
    ...itemOf(year, id, label),
    amount: known(value),
    unit,
  });
  const dutyParts: PaintedPart[] = duty
    ? [
        { ...item("审核了", duty.kept, duty.unit, "reviews-required-done"), look: "done" },
        {
          ...restOf(item("", 0, duty.unit, "reviews-required"), "没有审核", known(duty.missed)),
          look: "left",
        },
        ...(duty.blank > 0
          ? [
              {
                ...item(BLANK, duty.blank, duty.unit, "reviews-required"),
                look: "unknown" as const,
              },
            ]
          : []),
      ]
    : [];
  const wayParts: PaintedPart[] = reviewed
    ? [
        { label: "一次通过", value: reviewed.once, look: "done" as const },
        { label: "退回后通过", value: reviewed.later, look: "next" as const },
        { label: "退回后还没有通过", value: reviewed.notYet, look: "left" as const },
        { label: "没有结论", value: reviewed.open, look: "left" as const },
      ]
        .filter(({ value, label }) => value > 0 || label === "一次通过")
        .map(({ label, value, look }) => ({
          ...item(label, value, reviewed.unit, "review-ways"),
          look,
        }))
    : [];
  // The first strip is the answer; the second says what became of all that were sent, on the same scale.
  const rows: StripRow[] = [
    { label: "该审核的处罚", parts: dutyParts },
    { label: "送去审核的案件", parts: wayParts },
  ].filter(({ parts }) => parts.length > 0);
  const said = duty ? saidOf(duty) : heard ? `听证过的${saidOf(heard)}` : null;
  const more = [
    ...(said === null && !reviewed && facts.length > 0
      ? [`公布了${enumerate(facts)}${unitsDiffer(facts) ? "，件次和件不能相减" : ""}`]
      : []),
    ...(reviewed ? [reviewedText(reviewed)] : []),
    ...(duty || !heard ? [] : ["法律要求审核的还有另外三类，那些没有公布"]),
    ...procedureText(year),
    ...(duty ? leftOut(duty) : []),
  ];
  const unknown = [
    itemOf(year, "reviews-required", "应当审核"),
    itemOf(year, "reviews-required-done", "审核了"),
  ];
  return {
    said,
    more,
    brief: [
      said ?? "",
      reviewed ? `送审的退回${numbered(returnedOf(reviewed), reviewed.unit)}` : "",
    ]
      .filter(Boolean)
      .join("，"),
    shares: duty
      ? [
          {
            of: "reviews-required",
            figures: ["reviews-required", "reviews-required-done"],
            asked: duty.asked,
            missed: duty.missed,
            unit: duty.unit,
            clause: titleOf(duty, wholeText(year.period)),
            missedLabel: "应当审核而没有审核的处罚",
          },
        ]
      : [],
    view: {
      title: duty
        ? titleOf(duty, wholeText(year.period))
        : heard
          ? `听证过的处罚，\u200b${saidOf(heard)}；\u200b其余该审核的${UNKNOWN}`
          : `该法制审核的处罚审核了没有，\u200b${UNKNOWN}`,
      subtitle: `${periodText(year.period)}。${
        wayParts.length === 0
          ? `写明应当法制审核的处罚决定。单位：${unknown[0]!.unit}。`
          : dutyParts.length > 0
            ? `写明应当法制审核的处罚决定，和送去法制审核的全部案件，同一刻度。单位：${reviewed?.unit}。`
            : `送去法制审核的案件，一次通过的和退回的。单位：${reviewed?.unit}。`
      }`,
      dimension: "项目",
      items:
        duty || wayParts.length > 0
          ? [
              ...(duty
                ? [item("应当审核", duty.asked + duty.blank, duty.unit, "reviews-required")]
                : []),
              ...[...dutyParts, ...wayParts].map(({ look: _, ...one }) => one),
            ]
          : unknown,
      form: rows.length > 0 ? formOf(rows) : unanswered("该审核的几件、审核了几件"),
      notes: [
        ...more.map((text) => `${text}。`),
        ...(duty && wayParts.length > 0
          ? ["应当审核的按处罚决定数，送审的按案件数，范围不同，不能相减。"]
          : []),
      ],
    },
  };
}

/** One alone says of what it is by its parts; those of different units have no scale in common. */
function formOf(rows: readonly StripRow[]): Form | null {
  const [first] = rows;
  const units = rows.flatMap(({ parts }) => parts.map(({ unit }) => unit));
  return rows.length > 1 && units.every((unit) => sameUnit(unit, units[0]!))
    ? strips(rows)
    : strip(first?.parts ?? []);
}

const BLANK = "没有写审核了没有";

/** Of the decisions that had to be reviewed those of which it is written whether they were, and how many others. */
interface Told extends AskedAndKept {
  blank: number;
}

/** Null where that is written of none. */
function toldOf(year: Year, required: string, told: string, kept: string): Told | null {
  const counted = countedOf(year, told, kept);
  const all = plainOf(year, required);
  const stated = counted ?? countedOf(year, required, kept);
  if (!stated) return null;
  const blank = counted && all ? all.value - counted.asked : 0;
  if (blank < 0 || (blank > 0 && stated.asked === 0)) return null;
  const { others } = countedOf(year, required, kept) ?? stated;
  return { ...stated, blank, others };
}

function saidOf({ asked, missed, kept, unit, blank }: Told): string {
  if (asked === 0) return "没有应当审核的";
  const all = asked === 1 ? "" : "都";
  const told = blank > 0 ? "写明的" : "";
  const rest = blank > 0 ? `，另有${numbered(blank, unit)}${BLANK}` : "";
  if (missed === 0) return `${told}${numbered(asked, unit)}${all}审核了${rest}`;
  if (kept === 0) return `${told}${numbered(asked, unit)}${all}没有审核${rest}`;
  return `${told}${numbered(asked, unit)}里${numbered(missed, unit)}没有审核${rest}`;
}

function titleOf(duty: Told, time: string): string {
  const { asked, missed, kept, unit, blank } = duty;
  if (asked === 0) return `${time}没有应当法制审核的处罚`;
  const all = asked === 1 ? "" : "都";
  const whole = `该法制审核的${numbered(asked + blank, unit)}处罚`;
  if (blank > 0) {
    const done = kept > 0 ? [`${numbered(kept, unit)}审核了`] : [];
    const left = missed > 0 ? [`${numbered(missed, unit)}没有审核`] : [];
    const parts = [...done, ...left, `${numbered(blank, unit)}${BLANK}`];
    return `${whole}，\u200b${parts.join("，")}`;
  }
  if (missed === 0) return `${whole}\u200b${all}审核了`;
  if (kept === 0) return `${whole}\u200b${all}没有审核`;
  return `${whole}，\u200b${numbered(missed, unit)}没有审核`;
}

function returnedOf({ later, notYet }: Reviewed): number {
  return later + notYet;
}

/** “送审236件，退回50件：补正一次通过37件，两次通过13件”. */
function reviewedText(reviewed: Reviewed): string {
  const { total, notYet, rounds, unit } = reviewed;
  const returned = returnedOf(reviewed);
  const whole = `送审${numbered(total, unit)}`;
  if (returned === 0) return `${whole}，没有退回的`;
  const became = [
    ...rounds.map(({ times, value }) => `补正${times}次通过${numbered(value, unit)}`),
    ...(notYet > 0 ? [`还没有通过${numbered(notYet, unit)}`] : []),
  ];
  return `${whole}，退回${numbered(returned, unit)}：${listText(became, "、")}`;
}

/** Decisions that were made against what the review said, or before it. */
function procedureText(year: Year): string[] {
  return findingsOf(year)
    .filter(({ rule }) => rule.about === "procedure")
    .map(({ left, unit }) => `${left.label}${amountText(left.amount, unit)}，要核实`);
}

function unitsDiffer(items: readonly Item[]): boolean {
  return new Set(items.map(({ unit }) => unit)).size > 1;
}

function numbered(value: number, unit: string): string {
  return amountText(known(value), unit);
}
