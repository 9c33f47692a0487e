/** Whether a figure of one year may be held against that of another, and if not, why. */
import { type Figure, figureOf } from "../figures/figures.ts";
import { plainly } from "../figures/own-labels.ts";
import { fullText } from "../text/period.ts";
import { isSamePart } from "../values/period.ts";
import type { Year } from "./year.ts";

/** A few words for a cell of a table, and the whole of it for a note. */
export interface Reason {
  short: string;
  long: string;
}

/** Null where nothing stands against it; `from` is the earlier year. */
export function whyNot(from: Year, to: Year, id: string): Reason | null {
  const between = [...to.earlier, to].filter(({ year }) => year > from.year);
  const redefined = between.find((one) => one.redefined.has(id));
  if (redefined) {
    return {
      short: "口径有变化，不能直接比较",
      long: `从${redefined.year}年起口径有变化，前后不能直接比较`,
    };
  }
  const [before, now] = [figureOf(from, id), figureOf(to, id)];
  if (before.amount.state === "unknown" || now.amount.state === "unknown") return null;
  if (!isSamePart(before.period, now.period)) {
    const spans = [before, now].map(({ period }) => fullText(period));
    return { short: "期间不同，不比较", long: `${spans.join("与")}期间不同，不能直接比较` };
  }
  if ([from, to].some((year) => leavesOut(year, id)))
    return {
      short: "有的没有写全，不比较",
      long: "有的没有写全，写全了的不一定像全部，不能直接比较",
    };
  const differs = difference(before, now);
  if (differs === "") return null;
  return {
    short: "口径不同，不能直接比较",
    long: `${from.year}年与${to.year}年${differs}不同，口径不同，不能直接比较`,
  };
}

/** Where it cannot be told of so many beside the others whether they belong, what is told may be of another sort. */
const MANY = 0.1;

function leavesOut(year: Year, id: string): boolean {
  const { metric, computed, ofSome } = figureOf(year, id);
  if (ofSome) return true;
  const whole = metric.kind === "ratio" ? figureOf(year, metric.denominator).computed : computed;
  return whole.state === "known" && whole.undetermined > whole.value * MANY;
}

/** In what the reports of two years differ about an indicator: 名称, 说明, 单位. */
function difference(before: Figure, now: Figure): string {
  if (before.metric.unit !== now.metric.unit) return "的单位";
  const [first, second] = [before, now].map(saidOf);
  if (!first || !second) return "";
  if (plainly(first.label) !== plainly(second.label)) return "的名称";
  // A blank says nothing, also not that it means something else.
  const notes = [first, second].map(({ note }) => plainly(note));
  return notes.every(Boolean) && notes[0] !== notes[1] ? "的说明" : "";
}

/** The statement that is shown; none where the rows are. */
function saidOf({ statements, amount }: Figure) {
  return statements.find((said) => said.amount === amount);
}
