/** Questions of one shape: of what was due by a day, how much came by then. */
import type { Form, Item, View } from "../charts/define.ts";
import type { PaintedPart } from "../charts/forms/looks.ts";
import { strip } from "../charts/forms/strip.ts";
import { itemOf, knownItems, restOf } from "../charts/items.ts";
import { figureOf } from "../figures/figures.ts";
import { NO_ORIGIN } from "../figures/origin.ts";
import type { Year } from "../site/year.ts";
import { amountText, UNKNOWN } from "../text/format.ts";
import { enumerate } from "../text/sentences.ts";
import { isExact, known, UNKNOWN_AMOUNT } from "../values/amount.ts";
import {
  type AskedAndKept,
  countedOf,
  leftOut,
  manyLeftOut,
  NONE_ASKED,
  noneOf,
  perHundred,
  rateShare,
} from "./counted.ts";
import type { QuestionAnswer } from "./define.ts";

export interface Timely {
  /** The metrics of what was due, of what came in time, and of the rate of the two. */
  due: string;
  inTime: string;
  rate: string;
  /** What is due: 该公开的处罚, and what is done with it: 公开. */
  noun: string;
  verb: string;
  /** What is said where none was due, short and whole: perhaps none is ever to be published. */
  none?: readonly [brief: string, title: string];
  /** The metric of all such matters: where there were none, none was due. */
  all?: string;
  /** Which matters are meant, for the subtitle. */
  scope: string;
  /** What is published of the matter where the answer is not. */
  facts: readonly Item[];
  /** What else is to be said. */
  more?: readonly string[];
}

export function timelyAnswer(year: Year, timely: Timely): QuestionAnswer {
  const { due, inTime, rate, noun, verb, more = [] } = timely;
  const isNone = timely.all !== undefined && noneOf(year, timely.all);
  const told = countedOf(year, due, inTime);
  const counted = told ?? (isNone ? { ...NONE_ASKED, unit: figureOf(year, due).unit } : null);
  const facts = knownItems(timely.facts);
  const stated = itemOf(year, rate);
  const missedLabel = `没有按时${verb}`;
  if (!counted) return withoutCounts(year, timely, facts, stated, missedLabel);
  const { asked, kept, missed, unit } = counted;
  const item = (label: string, value: number, id: string): Item => ({
    // What tells that none was due is that there was none.
    ...itemOf(year, told ? id : timely.all!, label),
    amount: known(value),
  });
  const parts: PaintedPart[] = [
    { ...item(`按时${verb}`, kept, inTime), look: "done" },
    { ...restOf(itemOf(year, due), missedLabel, known(missed)), look: "left" },
  ];
  return {
    said: said(counted, timely),
    more: [...more, ...manyLeftOut(counted)],
    brief: brief(counted, timely),
    shares: [
      {
        of: due,
        figures: [due, inTime],
        asked,
        missed,
        unit,
        clause: title(counted, timely),
        missedLabel: `${missedLabel}的${noun.replace(/^.*的/, "")}`,
      },
    ],
    view: {
      ...frame(timely, unit),
      title: title(counted, timely),
      items: [item("到期的", asked, due), ...parts.map(({ look: _, ...one }) => one)],
      form: asked > 0 ? strip(parts) : null,
      notes: [...more, ...leftOut(counted)].map((text) => `${text}。`),
    },
  };
}

/** What was due and not done in time, as short as it can be said. */
function said(counted: AskedAndKept, timely: Timely): string {
  const share = counted.kept > 0 && counted.missed > 0 ? perHundred(counted) : null;
  return share ? `${share}没有按时` : brief(counted, timely);
}

function brief({ asked, missed, unit }: AskedAndKept, { none }: Timely): string {
  if (asked === 0) return none?.[0] ?? "没有到期的";
  const all = asked === 1 ? "" : "都";
  const whole = numbered(asked, unit);
  if (missed === 0) return `${whole}${all}按时`;
  if (missed === asked) return `${whole}${all}没有按时`;
  return `${whole}里${numbered(missed, unit)}没有按时`;
}

function title(counted: AskedAndKept, { noun, verb, none }: Timely): string {
  const { asked, missed, kept, unit } = counted;
  if (asked === 0) return none?.[1] ?? `没有到期的${noun.replace(/^.*的/, "")}`;
  const all = asked === 1 ? "" : "都";
  const whole = `${numbered(asked, unit)}${noun}`;
  if (missed === 0) return `${whole}\u200b${all}按时${verb}了`;
  if (kept === 0) return `${whole}\u200b${all}没有按时${verb}`;
  const share = perHundred(counted);
  if (share) return `${noun}\u200b${share}没有按时${verb}`;
  return `${whole}里，\u200b${numbered(missed, unit)}没有按时${verb}`;
}

function numbered(value: number, unit: string): string {
  return amountText(known(value), unit);
}

function frame({ scope }: Timely, unit: string): Pick<View, "subtitle" | "dimension"> {
  return { subtitle: `${scope}。单位：${unit}。`, dimension: "项目" };
}

/** Only the rate is published, or less. */
function withoutCounts(
  year: Year,
  timely: Timely,
  facts: readonly Item[],
  stated: Item,
  missedLabel: string,
): QuestionAnswer {
  const { due, inTime, rate, noun, verb, more = [] } = timely;
  const vague = knownItems([itemOf(year, due, "到期的"), itemOf(year, inTime, `按时${verb}`)]);
  const { unit } = figureOf(year, due);
  const percent = isExact(stated.amount) && stated.amount.value <= 100 ? stated.amount.value : null;
  const rest = { ...stated, label: missedLabel, amount: known(rounded(100 - (percent ?? 0))) };
  const rateText = amountText(stated.amount, stated.unit);
  const rated = percent !== null && vague.length === 0;
  const sure = rated
    ? [{ ...stated, label: `按时${verb}` }, rest]
    : vague.length > 0
      ? vague
      : [
          { ...itemOf(year, due, "到期的"), amount: UNKNOWN_AMOUNT },
          { ...itemOf(year, inTime, `按时${verb}`), amount: UNKNOWN_AMOUNT },
        ];
  const sentence = `${noun}：\u200b${rated ? `按时${verb}率${rateText}` : enumerate(vague)}`;
  const saidSo = rated ? `按时率${rateText}` : vague.length > 1 ? enumerate(vague) : null;
  return {
    said: saidSo,
    more: [
      ...(facts.length > 0 && saidSo === null ? [`公布了${enumerate(facts)}`] : []),
      ...(vague.length === 1 ? [`公布了${enumerate(vague)}`] : []),
      ...more,
    ],
    brief: saidSo ?? "",
    shares: rated ? rateShare(rate, stated, sentence) : [],
    view: {
      ...frame(timely, rated ? stated.unit : unit),
      title: saidSo ? sentence : `${noun}是否按时${verb}，\u200b${UNKNOWN}`,
      items: sure,
      form: rated
        ? strip(sure.map((item, i) => ({ ...item, look: i === 0 ? "done" : "left" })))
        : unanswered(`按时几${unit}、没有按时几${unit}`),
      notes: more.map((text) => `${text}。`),
    },
  };
}

/** A dashed strip that says what is not published. */
export function unanswered(what: string): Form | null {
  return strip([
    {
      label: what,
      amount: UNKNOWN_AMOUNT,
      unit: "",
      origin: NO_ORIGIN,
      look: "unknown",
      text: `${what}：${UNKNOWN}`,
    },
  ]);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
