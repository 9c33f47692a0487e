import type { Item } from "../charts/define.ts";
import type { PaintedPart } from "../charts/forms/looks.ts";
import { strip } from "../charts/forms/strip.ts";
import { type TallyRow, tally } from "../charts/forms/tally.ts";
import { groupItems, itemOf, knownItems, restOf } from "../charts/items.ts";
import { AGAINST, CORRECTED, litigation } from "../datasets/litigation.ts";
import { figureOf } from "../figures/figures.ts";
import { NO_ORIGIN } from "../figures/origin.ts";
import type { Year } from "../site/year.ts";
import { amountText, listText, UNKNOWN } from "../text/format.ts";
import { periodText } from "../text/period.ts";
import { enumerate, valueText } from "../text/sentences.ts";
import { unitText } from "../text/units.ts";
import { isExact, known, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { type AskedAndKept, countedOf, leftOut, NONE_ASKED, noneOf } from "./counted.ts";
import { defineQuestion, type KeptShare, type QuestionAnswer } from "./define.ts";
import { unanswered } from "./timely.ts";

export const lost = defineQuestion({
  id: "lost",
  name: "败诉和纠错",
  question: "官司败了几件，复议被纠正几件？",
  topic: "litigation",
  duty: "法院判决撤销、变更、确认违法或无效、限期履行、给付、承担协议责任、赔偿的，是败诉；复议决定变更、撤销、确认违法或无效、责令履行、承担协议责任的，是被纠正。一件争议只在一审数一次：二审、再审的结果不按字面算输赢，撤诉、调解、和解也不算。",
  basis:
    "行政诉讼法第七十条至第七十八条；行政复议法第六十三条至第六十七条、第七十一条（2023年度：2017年修正的行政复议法第二十八条）",
  needs: [
    {
      of: "每件官司和复议",
      dataset: litigation,
      columns: { state: "审结了没有", result: "结果怎样" },
    },
  ],
  answer,
});

/** Court and reconsideration, each with its own words and metrics. */
interface Forum {
  /** The metric of all such matters: where there were none, none was concluded. */
  all: string;
  concluded: string;
  against: string;
  outcomes: string;
  /** The words of the results that are against the body. */
  results: readonly string[];
  name: string;
  noun: string;
  verb: string;
}

const FORUMS: readonly Forum[] = [
  {
    all: "litigation",
    concluded: "litigation-concluded",
    against: "litigation-lost",
    outcomes: "litigation-outcomes",
    results: AGAINST,
    name: "官司（一审）",
    noun: "官司",
    verb: "败诉",
  },
  {
    all: "reconsiderations",
    concluded: "reconsiderations-concluded",
    against: "reconsiderations-corrected",
    outcomes: "reconsideration-outcomes",
    results: CORRECTED,
    name: "行政复议",
    noun: "复议",
    verb: "被纠正",
  },
];

function answer(year: Year): QuestionAnswer {
  const forums = FORUMS.map((forum) => ({
    forum,
    counted: againstOf(year, forum),
    outcomes: outcomesText(year, forum),
  }));
  const instances = groupItems(year, "litigation-by-instance", "own").filter(
    ({ amount }) => amount.state !== "unknown" && !(isExact(amount) && amount.value === 0),
  );
  const suits = knownItems([itemOf(year, "litigation", "行政诉讼")]);
  const reviews = knownItems([itemOf(year, "reconsiderations", "复议")]);
  const known = forums.filter(({ counted }) => counted !== null);
  const waiting = forums.filter(({ counted }) => counted === null);
  const saidParts = known.map(({ forum, counted }) => saidOf(forum, counted!));
  const unanswerable = waiting.map(({ forum }) => `${forum.noun}的结果${UNKNOWN}`);
  const facts = factsText(
    waiting.some(({ forum }) => forum === FORUMS[0])
      ? instances.length > 0
        ? instances
        : suits
      : [],
    waiting.some(({ forum }) => forum === FORUMS[1]) ? reviews : [],
  );
  const said = saidParts.length > 0 ? [...saidParts, ...unanswerable].join("，\u200b") : null;
  const more = [
    ...(facts ? [facts] : []),
    ...forums.flatMap(({ outcomes, counted }) => (counted && outcomes ? [outcomes] : [])),
    ...known.flatMap(({ counted }) => leftOut(counted!)),
  ];
  const rows: TallyRow[] = forums.map(({ forum, counted }) => ({
    label: forum.name,
    parts: counted
      ? partsOf(year, forum, counted)
      : [waitingPart(forum === FORUMS[0] ? firstInstance(instances) : reviews[0], forum)],
  }));
  const units = [...new Set(known.map(({ counted }) => counted!.unit))];
  const concluded = known.some(({ counted }) => counted!.asked > 0);
  return {
    said,
    more,
    brief: saidParts.join("，"),
    shares: known.map(({ forum, counted }) => shareOf(forum, counted!)),
    view: {
      title:
        said === null
          ? `官司败了几件、复议被纠正几件，\u200b${UNKNOWN}`
          : [...known.map(({ forum, counted }) => clauseOf(forum, counted!)), ...unanswerable].join(
              "；\u200b",
            ),
      subtitle: `${periodText(year.period)}，以${year.self}为被告、当年审结的一审和审结的行政复议。${
        concluded
          ? `一个方块是${listText(
              units.map((unit) => `一${unit}`),
              "或",
            )}，实心的是败诉或者被纠正。`
          : unitText(
              units.length > 0
                ? units
                : FORUMS.map(({ concluded: all }) => figureOf(year, all).unit),
            )
      }`,
      dimension: "项目",
      items: forums.flatMap(({ forum, counted }) => itemsOf(year, forum, counted)),
      form: concluded
        ? (tally(rows) ?? strip(partsOfWorst(year, known)))
        : said === null
          ? (tally(rows) ?? unanswered("败诉、被纠正的几件"))
          : null,
      notes: [
        ...more.map((text) => `${text}。`),
        "一件争议只在一审数一次；二审、再审另外看，撤诉、调解、和解不算。",
      ],
    },
  };
}

/** What was decided against the body is what is asked about. */
function againstOf(year: Year, { all, concluded, against }: Forum): Counted | null {
  const counted = countedOf(year, concluded, against);
  if (counted) return { ...counted, kept: counted.missed, missed: counted.kept };
  return noneOf(year, all) ? { ...NONE_ASKED, unit: figureOf(year, all).unit, isNone: true } : null;
}

interface Counted extends AskedAndKept {
  /** There was none at all: nobody need say how many were concluded. */
  isNone?: true;
}

function saidOf({ noun, verb }: Forum, { asked, missed, unit, isNone }: Counted): string {
  if (isNone) return `没有${noun}`;
  if (asked === 0) return `${noun}没有审结的`;
  const whole = `${noun}${numbered(asked, unit)}`;
  return missed === 0 ? `${whole}没有${verb}` : `${whole}${verb}${numbered(missed, unit)}`;
}

function clauseOf({ noun, verb }: Forum, { asked, missed, unit, isNone }: Counted): string {
  if (isNone) return `没有${noun}`;
  if (asked === 0) return `没有审结的${noun}`;
  const whole = `${noun}审结${numbered(asked, unit)}，\u200b`;
  return missed === 0 ? `${whole}没有${verb}` : `${whole}${verb}${numbered(missed, unit)}`;
}

function shareOf(forum: Forum, counted: Counted): KeptShare {
  const { asked, missed, unit } = counted;
  return {
    of: forum.concluded,
    figures: [forum.concluded, forum.against],
    asked,
    missed,
    unit,
    clause: clauseOf(forum, counted),
    missedLabel: `${forum.verb}的${forum.noun}`,
  };
}

/** “败诉的：撤销2件、确认违法1件”; empty where there is none, or it is not known. */
function outcomesText(year: Year, { outcomes, results, verb }: Forum): string {
  const groups = groupItems(year, outcomes, "sorted").filter(
    ({ label, amount }) => results.includes(label) && isExact(amount) && amount.value > 0,
  );
  return groups.length > 0 ? `${verb}的：${enumerate(groups).replaceAll("，", "、")}` : "";
}

/** What is written of the matters whose results are not: instances may be of one dispute. */
function factsText(suits: readonly Item[], reviews: readonly Item[]): string {
  if (suits.length + reviews.length === 0) return "";
  const one = suits.length > 1 ? "（可能是同一件争议）" : "";
  return `公布了${[suits.map((item) => `${item.label}${valueText(item)}`).join("、") + one, ...reviews.map((item) => `${item.label}${valueText(item)}`)].filter((text) => text !== "").join("，")}`;
}

function partsOf(year: Year, forum: Forum, { asked, missed, unit }: AskedAndKept): PaintedPart[] {
  const item = (id: string, label: string, value: number): Item => ({
    ...itemOf(year, id, label),
    amount: known(value),
    unit,
  });
  return [
    { ...item(forum.against, forum.verb, missed), look: "done" },
    {
      ...restOf(item(forum.concluded, "", 0), `没有${forum.verb}`, known(asked - missed)),
      look: "left",
    },
  ];
}

/** Too many to be counted: the forum with the most matters, as one strip. */
function partsOfWorst(
  year: Year,
  forums: readonly { forum: Forum; counted: AskedAndKept | null }[],
): PaintedPart[] {
  const [most] = forums.toSorted((a, b) => (b.counted?.asked ?? 0) - (a.counted?.asked ?? 0));
  return most?.counted ? partsOf(year, most.forum, most.counted) : [];
}

function firstInstance(instances: readonly Item[]): Item | undefined {
  return instances.find(({ label }) => label === "一审");
}

function waitingPart(item: Item | undefined, { noun }: Forum): PaintedPart {
  const none: Item = { label: noun, amount: UNKNOWN_AMOUNT, unit: "件", origin: NO_ORIGIN };
  const text = item ? `${item.label}${valueText(item)}，结果${UNKNOWN}` : `结果${UNKNOWN}`;
  // Of two numbers neither is drawn.
  return { ...(item?.against ? none : (item ?? none)), look: "unknown", text };
}

function itemsOf(year: Year, forum: Forum, counted: Counted | null): Item[] {
  if (counted?.isNone) return [itemOf(year, forum.all, forum.noun)];
  const [whole, part] = [
    itemOf(year, forum.concluded, `审结的${forum.noun}`),
    itemOf(year, forum.against, `其中${forum.verb}`),
  ];
  return counted
    ? [
        { ...whole, amount: known(counted.asked) },
        { ...part, amount: known(counted.missed) },
      ]
    : [whole, part];
}

function numbered(value: number, unit: string): string {
  return amountText(known(value), unit);
}
