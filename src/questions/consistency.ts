import type { Item } from "../charts/define.ts";
import type { PaintedPart } from "../charts/forms/looks.ts";
import { strip } from "../charts/forms/strip.ts";
import { tally } from "../charts/forms/tally.ts";
import { fullOrigin } from "../figures/figures.ts";
import { NO_ORIGIN, originOfAll } from "../figures/origin.ts";
import { findingsOf, madeOf } from "../findings/find.ts";
import type { Check } from "../findings/index.ts";
import { isAnswered } from "../findings/settled.ts";
import { stateText } from "../findings/words.ts";
import type { Year } from "../site/year.ts";
import { amountText, dateText } from "../text/format.ts";
import { labelled } from "../text/labels.ts";
import { periodText } from "../text/period.ts";
import { known } from "../values/amount.ts";
import { defineQuestion, type QuestionAnswer } from "./define.ts";

/** So many disagreements are told on the home page; the page of checks has all. */
const TOLD = 2;
const UNIT = "处";
const NOTHING = "没有可以核对的数字";

export const consistency = defineQuestion({
  id: "consistency",
  name: "数字核对",
  question: "报告里的数字，对得上吗？",
  topic: null,
  duty: "总数等于各部分之和，报告、统计年报和逐行的数据一致，前后两处写法一致，比率等于分子除以分母。对不上的，两个数字都照录。",
  basis: "本站口径：同样的规则对每一年逐条执行，列在“关于本站”",
  needs: [],
  ofAll: true,
  answer,
});

function answer(year: Year): QuestionAnswer {
  const made = madeOf(year).filter(isOfNumbers);
  const broken = findingsOf(year).filter(isOfNumbers);
  const explained = broken.filter((check) => isAnswered(year, check));
  const open = broken.filter((check) => !explained.includes(check));
  const holding = made.length - broken.length;
  const item = (label: string, value: number): Item => ({
    label,
    amount: known(value),
    unit: UNIT,
    origin: originOfAll(made.map(({ figure }) => fullOrigin(figure))),
  });
  const states = [...new Set(explained.map((check) => stateText(year, check)))];
  const parts: PaintedPart[] = [
    { ...item("对得上", holding), look: "done" },
    ...(open.length > 0
      ? [{ ...item("对不上，还没有说明", open.length), look: "unequal" as const }]
      : []),
    ...states.map((state) => ({
      ...item(state, explained.filter((check) => stateText(year, check) === state).length),
      look: "explained" as const,
    })),
  ];
  const told = broken.slice(0, TOLD).map((check) => brokenText(year, check));
  const more = [
    ...told,
    ...(broken.length > TOLD ? [`另有${broken.length - TOLD}处见“核对”`] : []),
  ];
  const all = made.length === 1 ? "" : "都";
  // Explained, two numbers still stand; corrected, one does.
  const isCorrected = open.length === 0 && states.join() === "已更正";
  const said =
    made.length === 0
      ? null
      : broken.length === 0
        ? `${made.length}处${all}对得上`
        : holding === 0
          ? `${made.length}处${all}对不上`
          : `${made.length}处对上${holding}处${open.length === 0 ? `，\u200b${broken.length}处${states.join("或")}` : ""}`;
  const clause =
    made.length === 0
      ? NOTHING
      : broken.length === 0
        ? `核对了${made.length}处数字，\u200b${all}对得上`
        : `核对了${made.length}处数字，\u200b${broken.length}处${isCorrected ? "原来" : ""}对不上${open.length === 0 ? `、${states.join("或")}` : ""}`;
  return {
    said,
    more,
    brief: said ?? "",
    ...(said === null && { unsaid: NOTHING }),
    shares:
      made.length > 0
        ? [
            {
              of: "checks",
              figures: [],
              asked: made.length,
              missed: open.length,
              unit: UNIT,
              clause,
              missedLabel: "对不上、还没有说明的数字",
            },
          ]
        : [],
    view: {
      title: clause,
      subtitle: `${periodText(year.period)}的数字。${made.length > 0 ? keyText(open.length, states) : ""}`,
      dimension: "核对的结果",
      items:
        made.length > 0
          ? parts.map(({ look: _, ...one }) => one)
          : [{ ...item("可以核对的数字", 0), origin: NO_ORIGIN }],
      // Where nothing was checked, no number was: the published ones are what was looked at.
      ...(made.length > 0 ? {} : { from: "公布的数字" }),
      form: made.length > 0 ? (tally([{ parts }]) ?? strip(parts)) : null,
      notes: more.map((text) => `${text}。`),
    },
  };
}

/** What the marks mean, of those that are drawn. */
function keyText(open: number, states: readonly string[]): string {
  const signs = [
    "一个方块是一处核对",
    ...(open > 0 ? ["有≠的对不上，还没有说明"] : []),
    ...(states.length > 0 ? [`有※的原来对不上，${states.join("或")}`] : []),
  ];
  return `${signs.join("；")}。`;
}

/** Whether the law was kept is asked elsewhere. */
function isOfNumbers({ rule }: Check): boolean {
  return rule.about !== "procedure";
}

/** “行政复议6件≠11件，本局还没有说明”; what has been said of it comes first, without the mark. */
function brokenText(year: Year, check: Check): string {
  const { figure, left, right, relation, unit, id, settled } = check;
  const { label } = figure.metric;
  const [first, second] = [left, right].map(({ amount }) => amountText(amount, unit));
  const note = isAnswered(year, check) ? year.notes.get(id) : undefined;
  if (!note) {
    const sign = relation === "equal" ? "≠" : "，大于";
    return `${labelled(label, `${first}${sign}${second}`, unit)}，${year.self}还没有说明`;
  }
  const said = `${year.self}${dateText(note.date)}${note.state}`;
  return settled?.holds
    ? `${labelled(label, amountText(settled.holds, unit), unit)}，${said}；原来写的是${first}和${second}`
    : `${labelled(label, `${first}和${second}`, unit)}，${said}`;
}
