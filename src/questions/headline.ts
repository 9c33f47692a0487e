/** The headlines of the home page and of topics, and what stands under them: by rule, from the answers alone. */
import type { Year } from "../site/year.ts";
import { countWord, listText, UNKNOWN } from "../text/format.ts";
import { wholeText } from "../text/period.ts";
import type { Topic } from "../topics/define.ts";
import { isWholeYear } from "../values/period.ts";
import { changesOf } from "./changes.ts";
import type { KeptShare, Question } from "./define.ts";
import { BETWEEN } from "./fitted.ts";
import { extremes } from "./weigh.ts";

/** As much as chance alone seldom makes it. */
const STRIKING = 2;

/**
 * The answer of which the greatest share was missed, then that of the least. Where those are the two
 * of the year before and another has moved more than both, that one has the second place.
 */
export function homeHeadline(year: Year, questions: readonly Question[]): string {
  const clauses = chosen(year, questions).map(({ clause }) => clause);
  const open = questions.filter(({ answer }) => answer(year).said === null).length;
  if (clauses.length === 0) {
    return questions.length === 0
      ? `${year.year}年的数字`
      : open === questions.length
        ? `${year.year}年的${countWord(open)}个问题，\u200b答案都${UNKNOWN}`
        : `${year.year}年，\u200b${countWord(questions.length - open)}个问题有答案`;
  }
  const rest = clauses.length === 1 && open > 0 ? [`另有${countWord(open)}个问题还不能回答`] : [];
  return joined(year, [...clauses, ...rest]);
}

/**
 * What the questions of a topic found: the worst answer and the best, as on the home page. One alone
 * is followed by what else it found, or by what cannot be told; where none is answered, the topic's numbers stand.
 */
export function topicHeadline(
  year: Year,
  topic: Pick<Topic, "id" | "headline">,
  questions: readonly Question[],
): string {
  const own = questions.filter((question) => question.topic === topic.id);
  const clauses = chosen(year, own).map(({ clause }) => clause);
  const answers = own.map(({ name, answer }) => ({ name, ...answer(year) }));
  if (clauses.length === 0) {
    // A rate without its counts is an answer too.
    const [rate] = answers.filter(({ said, shares }) => said !== null && shares.length === 0);
    return rate ? joined(year, [rate.view.title]) : topic.headline(year);
  }
  const open = answers.filter(({ said }) => said === null).map(({ name }) => name);
  const rest =
    clauses.length > 1
      ? []
      : open.length > 0
        ? [`${listText(open)}还不能回答`]
        : answers.flatMap(({ besides }) => besides ?? []);
  return joined(year, [...clauses, ...rest]);
}

function joined(year: Year, clauses: readonly string[]): string {
  return `${timeOf(year)}${clauses.join(BETWEEN)}`;
}

/** What time a headline is of, where it is not the whole year: 截至2024年11月30日， */
export function timeOf(year: Year): string {
  return isWholeYear(year.period) ? "" : `${wholeText(year.period)}，\u200b`;
}

function chosen(year: Year, questions: readonly Question[]): KeptShare[] {
  const { worst, best } = extremesOf(year, questions);
  const both = [worst, best].flatMap((one) => one ?? []);
  const last = year.earlier.at(-1);
  if (!last || both.length < 2) return both;
  const before = extremesOf(last, questions);
  const same = worst?.of === before.worst?.of && best?.of === before.best?.of;
  if (!same) return both;
  const [first] = changesOf(year, questions);
  const isAnother = first && both.every(({ of }) => of !== first.now.of);
  return isAnother && first.size >= STRIKING && worst ? [worst, first.now] : both;
}

function extremesOf(year: Year, questions: readonly Question[]) {
  return extremes(questions.flatMap(({ answer }) => answer(year).shares));
}

/** How many questions there are, how many are answered, what the marks mean. */
export function homeLead(year: Year, questions: readonly Question[]): string {
  const open = questions.filter(({ answer }) => answer(year).said === null).length;
  const all = countWord(questions.length);
  const gaps =
    open === 0
      ? ""
      : open === questions.length
        ? "都还不能回答：虚线是没有公布，不是零。"
        : `${countWord(open)}个还不能回答：虚线是没有公布，不是零。`;
  return `${all}个问题，看${year.self}依法办事怎么样。${gaps}实心是问到的事；点问题，看依据、历年和逐行数据。`;
}
