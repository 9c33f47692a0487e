import { type Figure, figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { amountText, UNKNOWN } from "../../text/format.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { sameUnit } from "../../text/units.ts";
import { isExact, known } from "../../values/amount.ts";
import { isSamePeriod } from "../../values/period.ts";
import { defineChart, type Item } from "../define.ts";
import { lengthOf } from "../forms/length.ts";
import { type WayStep, way } from "../forms/way.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** A step with its numbers: what is counted at all, what of it was done. */
interface Step extends WayStep {
  items: readonly Item[];
  /** How much was not done of what was due, as a finding. */
  found?: { missed: number; text: string };
}

export const reviewToDisclosure = defineChart({
  id: "review-to-disclosure",
  topic: "cases",
  question: "一件案子从立案到执行，各步各有多少？",
  view(year) {
    const steps = [handled(year), reviewed(year), punished(year), disclosed(year), enforced(year)];
    const items = steps.flatMap((step) => step.items);
    const drawn = steps.filter(({ whole }) => whole).length > 1;
    const told = items.length > 0 ? items : [itemOf(year, "cases", "案件")];
    return {
      title: titleOf(steps, told),
      subtitle: `${timeOf(year, told)}。${
        drawn ? "条形同一刻度，是逐行数出来、可以相比的件数，实心是做到了的；其余" : ""
      }各步的单位和范围不同，只写明，不相减。`,
      dimension: "环节",
      items: told,
      form: way(steps),
      aloud: steps.map((step) => `${step.name}：${enumerate(step.items) || UNKNOWN}`).join("；"),
      notes: [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});

/** The step of which the greatest share was not done, or what was all done; else what there is. */
function titleOf(steps: readonly Step[], items: readonly Item[]): string {
  const found = steps.flatMap((step) => step.found ?? []);
  const [worst] = found.toSorted((one, other) => other.missed - one.missed);
  if (worst && worst.missed > 0) return worst.text;
  if (worst) return found.map(({ text }) => text).join("；\u200b");
  const [first] = knownItems(items);
  if (!first) return `案件各步的件数${UNKNOWN}`;
  const gaps = steps.filter(({ text }) => text === "").map(({ name }) => name);
  const all = gaps.length > 1 ? `这${gaps.length}步` : "";
  const rest = gaps.length > 0 ? `；\u200b${gaps.join("、")}${all}${UNKNOWN}` : "";
  return `${enumerate([first])}${rest}`;
}

function handled(year: Year): Step {
  const all = itemOf(year, "cases", "案件");
  const items = knownItems([all]);
  return {
    name: "办理",
    text: items.map(valueText).join(""),
    items,
    ...comparable(year, "cases", all),
  };
}

function reviewed(year: Year): Step {
  const words: Words = {
    whole: "写明的应当审核的",
    done: "审核了",
    of: (count) => `应当法制审核的${count}处罚`,
    verb: "审核",
  };
  const step = doneOf(year, "审核", "reviews-told", "reviews-required-done", words);
  if (step) return step;
  const items = [
    ...saidOf(year, "reviews-told", "reviews-required-done", words),
    ...knownItems([
      itemOf(year, "legal-reviews", "法制审核"),
      itemOf(year, "legal-reviews-passed", "其中审核通过"),
    ]),
  ];
  return { name: "审核", text: enumerate(items), items };
}

function punished(year: Year): Step {
  const all = itemOf(year, "penalties-by-kind", "处罚决定");
  const money = knownItems([itemOf(year, "fines", "罚款")]);
  const items = [...knownItems([all]), ...money];
  const text = enumerate(items);
  return { name: "处罚", text, items, ...comparable(year, "penalties-by-kind", all) };
}

function disclosed(year: Year): Step {
  const words: Words = {
    whole: "到期应公示的",
    done: "按时公示",
    of: (count) => `应公示的${count}处罚决定`,
    verb: "按时公示",
  };
  const step = doneOf(year, "公开", "disclosures-due", "disclosures-on-time", words);
  if (step) return step;
  const items = [
    ...saidOf(year, "disclosures-due", "disclosures-on-time", words),
    ...knownItems([itemOf(year, "penalty-disclosures", "公示信息")]),
  ];
  return { name: "公开", text: enumerate(items), items };
}

function enforced(year: Year): Step {
  const items = knownItems([itemOf(year, "penalties-collected", "入账")]);
  return { name: "执行", text: enumerate(items), items };
}

interface Words {
  whole: string;
  done: string;
  /** What was due, with its count, and what was to be done with it: for the title. */
  of: (count: string) => string;
  verb: string;
}

/** A step of which the rows tell how many it was due for, and how many went through it. */
function doneOf(year: Year, name: string, of: string, kept: string, words: Words): Step | null {
  const whole = itemOf(year, of, words.whole);
  const done = itemOf(year, kept, words.done);
  const { whole: bar } = comparable(year, of, whole);
  if (!bar || !comparable(year, kept, done).whole) return null;
  const [asked, missed] = [lengthOf(whole.amount), lengthOf(whole.amount) - lengthOf(done.amount)];
  if (asked === 0 || missed < 0) return null;
  const text = `${words.whole}${valueText(whole)}，${words.done}${valueText(done)}`;
  const left = amountText(known(missed), whole.unit);
  const all = asked === 1 ? "" : "都";
  const became = missed === 0 ? `${all}${words.verb}了` : `，\u200b${left}没有${words.verb}`;
  const found = { missed: missed / asked, text: `${words.of(valueText(whole))}${became}` };
  return { name, text, items: [whole, done], whole, done, found };
}

/** Where they make no bar, what is known all the same: none were due, or of some it cannot be told. */
function saidOf(year: Year, of: string, kept: string, words: Words): Item[] {
  const whole = itemOf(year, of, words.whole);
  if (isExact(whole.amount) && whole.amount.value === 0) return [whole];
  return knownItems([whole, itemOf(year, kept, words.done)]);
}

/** A number that the rows of cases tell, of the whole time of the data: those are parts of one another. */
function comparable(year: Year, id: string, whole: Item): { whole?: Item } {
  const figure: Figure = figureOf(year, id);
  const isCounted = figure.amount === figure.computed && isSamePeriod(figure.period, year.period);
  const fits = isCounted && !whole.against && sameUnit(whole.unit, figureOf(year, "cases").unit);
  return fits && isExact(whole.amount) ? { whole } : {};
}
