/** Sentences of a topic: what the body never published takes no place in them, about/ lists it once. */
import type { Item } from "../charts/define.ts";
import { itemOf } from "../charts/items.ts";
import { figureOf } from "../figures/figures.ts";
import { isUnlike } from "../figures/own-labels.ts";
import { findingOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import { everPublished } from "../site/published.ts";
import type { Year } from "../site/year.ts";
import { UNKNOWN } from "../text/format.ts";
import { beforeNumber } from "../text/labels.ts";
import { asideText, periodText } from "../text/period.ts";
import { enumerate, isNone, valueText } from "../text/sentences.ts";
import { isSamePeriod } from "../values/period.ts";
import type { Topic } from "./define.ts";

/** A number in a sentence, with its time where that is not the year's. */
export function numberOf(year: Year, id: string): string {
  const item = itemOf(year, id);
  return `${valueText(item)}${asideOf(year, item)}`;
}

/** Items that name the time of those that are not of what is `said`. */
export function timed(year: Year, items: readonly Item[], said = year.period): Item[] {
  return items.map((item) => ({ ...item, label: `${item.label}${asideOf(year, item, said)}` }));
}

function asideOf(year: Year, { amount, period = year.period }: Item, said = year.period): string {
  return amount.state === "unknown" || isSamePeriod(period, said) ? "" : asideText(period);
}

/** A part of a sentence, and the figures of which at least one must be there for it to be said. */
type Clause = readonly [ids: readonly string[], text: () => string];

/** The clauses that say something; where there is none, the first numbers that the topic has. */
export function headline(year: Year, topic: string, clauses: readonly Clause[]): string {
  const said = clauses
    .filter(([ids]) => ids.some((id) => everPublished(year, id)))
    .map(([, text]) => text());
  const numbers = said.length > 0 ? said : firstNumbers(year, topic);
  return numbers.length > 0 ? numbers.join("；\u200b") : `${year.year}年的数字${UNKNOWN}`;
}

/** What belongs together in a clause: that of it which was ever published. */
export function told(
  year: Year,
  ...parts: readonly (readonly [id: string, text: string])[]
): string {
  return parts
    .filter(([id]) => everPublished(year, id))
    .map(([, text]) => text)
    .join("，\u200b");
}

/** So many of the body's own numbers stand in a headline. */
const FEW = 2;

function firstNumbers(year: Year, topic: string): string[] {
  return [...year.figures.values()]
    .filter(({ metric, groups }) => metric.topic === topic && groups === null)
    .filter(({ metric }) => everPublished(year, metric.id) && !isExplained(year, metric.id))
    .slice(0, FEW)
    .map(({ metric }) => enumerate(timed(year, [itemOf(year, metric.id)])));
}

/** Two numbers of which the bureau has said why: no news, and none of them is the one. */
function isExplained(year: Year, id: string): boolean {
  const finding = findingOf(year, id);
  return finding !== undefined && isAnswered(year, finding);
}

/** A live number behind its name: the body's own, where it has one, else these words. */
export function named(year: Year, id: string, words: string): string {
  const { metric, unit } = figureOf(year, id);
  // What a label brings is no number of ours.
  const label = isUnlike(metric) ? metric.label.replaceAll("{{", "{ {") : words;
  return `${beforeNumber(label, unit)}{{${id}}}`;
}

/**
 * Sentences with live numbers, each of clauses: one without any number that was ever published is
 * left out, and so is a part (其中……) of what is none or not known.
 */
export function prose(year: Year, ...sentences: readonly (readonly string[])[]): string {
  return sentences
    .map((clauses) =>
      clauses
        .filter((clause) => saysSomething(year, clause))
        .flatMap((clause, i, said) => {
          const whole = said[i - 1];
          if (!isPart(clause)) return clause;
          return whole === undefined
            ? clause.slice(PART.length)
            : hasSome(year, whole)
              ? clause
              : [];
        })
        .map((clause) => (hasSome(year, clause, "unknown") ? clause : clause.replace("是{{", "{{")))
        .join("，"),
    )
    .filter((sentence) => sentence !== "")
    .map((sentence, i) => `${i === 0 ? periodText(year.period) : ""}${sentence}。`)
    .join("");
}

/** A clause that is said only where there are some. */
export function some(year: Year, id: string, clause: string): string[] {
  const { amount } = itemOf(year, id);
  return amount.state === "unknown" || (amount.state === "known" && amount.value === 0)
    ? []
    : [clause];
}

/** A clause about what there is none of this year is left out. */
export function unlessNone(year: Year, id: string, clause: string): string[] {
  return isNone(itemOf(year, id)) ? [] : [clause];
}

const PART = "其中";
const isPart = (clause: string) => clause.startsWith(PART);

/** Whether a number of a clause is known, and is not none; or only the first. */
function hasSome(year: Year, clause: string, only?: "unknown"): boolean {
  return idsIn(clause).some((id) => {
    const item = itemOf(year, id);
    if (item.amount.state === "unknown") return false;
    return only !== undefined || !isNone(item);
  });
}

function idsIn(clause: string): string[] {
  return [...clause.matchAll(/\{\{([^{}/@]+)/g)].map(([, id = ""]) => id);
}

function saysSomething(year: Year, clause: string): boolean {
  const ids = idsIn(clause);
  return ids.length === 0 || ids.some((id) => everPublished(year, id) && !isTooFew(year, id));
}

/** A median or a rate of too few: “中位数是不足10件，只列件数” says nothing. */
function isTooFew(year: Year, id: string): boolean {
  return figureOf(year, id).amount.state === "small";
}

/** How to read what the body has published of a topic. */
export function methodOf({ method }: Topic, year: Year): readonly string[] {
  return method.flatMap((line) => {
    if (typeof line === "string") return line;
    const [ids, text] = line;
    return ids.some((id) => everPublished(year, id)) ? text : [];
  });
}
