/** Every form with every state of an amount: a word for what is not told, and no mark. No browser. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { type Form, type Item, WIDTHS } from "../src/charts/define.ts";
import { bars } from "../src/charts/forms/bars.ts";
import { columns } from "../src/charts/forms/columns.ts";
import { conflict } from "../src/charts/forms/conflict.ts";
import { heat } from "../src/charts/forms/heat.ts";
import { histogram } from "../src/charts/forms/histogram.ts";
import { intervals } from "../src/charts/forms/intervals.ts";
import { ledger } from "../src/charts/forms/ledger.ts";
import { markRows, unitMarks } from "../src/charts/forms/marks.ts";
import { panels } from "../src/charts/forms/panels.ts";
import { pathPoints } from "../src/charts/forms/path.ts";
import { rates } from "../src/charts/forms/rates.ts";
import { routes } from "../src/charts/forms/routes.ts";
import { small } from "../src/charts/forms/small.ts";
import { statements } from "../src/charts/forms/statements.ts";
import { strip, strips } from "../src/charts/forms/strip.ts";
import { labelsOf } from "../src/charts/forms/strip-labels.ts";
import { textWidth } from "../src/charts/forms/svg.ts";
import { tally } from "../src/charts/forms/tally.ts";
import { trend } from "../src/charts/forms/trend.ts";
import { way } from "../src/charts/forms/way.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { enumerate } from "../src/text/sentences.ts";
import { type Amount, known } from "../src/values/amount.ts";

const WRITTEN_AS = { before: "不到", digits: "3", after: "", behind: "" };
const STATES: Record<string, { amount: Amount; says: string }> = {
  exact: { amount: known(3), says: "3" },
  about: { amount: known(3, "about"), says: "约3" },
  "at least": { amount: known(3, "at_least"), says: "3余" },
  missing: { amount: { ...known(3), missing: 2 }, says: "至少3" },
  undetermined: { amount: { ...known(3), undetermined: 2 }, says: "至少3" },
  "at most": { amount: { ...known(3, "about"), bounds: [0, 3] }, says: "至多3" },
  "as it was written": { amount: { ...known(3, "about"), words: WRITTEN_AS }, says: "不到3" },
  between: {
    amount: { ...known(3, "at_least"), words: { ...WRITTEN_AS, before: "", digits: "3–5" } },
    says: "3–5",
  },
  "of which nothing is known but that it is vague": {
    amount: { ...known(0), missing: 1 },
    says: "写明的0",
  },
  zero: { amount: known(0), says: "0" },
  large: { amount: known(123_456_789.55), says: "123,456,789.55" },
  unknown: { amount: { state: "unknown" }, says: "未公布" },
  suppressed: { amount: { state: "suppressed" }, says: "<5" },
  hidden: { amount: { state: "hidden" }, says: "隐去" },
  small: { amount: { state: "small" }, says: "不足10件" },
  "under forty": { amount: { state: "small", under: 40, counted: "起" }, says: "不足40起" },
  "a share of nothing": { amount: { state: "small", under: 1 }, says: "没有可算的" },
};
const WITHHELD = Object.keys(STATES).filter((name) => STATES[name]!.amount.state !== "known");

const item = (amount: Amount, label = "网格", unit = "件"): Item => ({
  label,
  amount,
  unit,
  origin: NO_ORIGIN,
});
const side = (amount: Amount, label = "报告总数") => ({ label, amount, working: "", sections: [] });

/** Each form of an amount between two plain ones; null where the form leaves such amounts to another. */
const FORMS: Record<string, (amount: Amount, label?: string) => Form | null> = {
  bars: (amount, label) => bars([item(known(20)), item(amount, label), item(known(7))]),
  columns: (amount) => columns([known(20), amount, known(7)].map((one) => item(one, "1月"))),
  "columns of a year": (amount) =>
    columns(Array.from({ length: 12 }, (_, i) => item(i % 5 === 4 ? amount : known(i), `${i}月`))),
  heat: (amount) =>
    heat(
      [{ label: "2023", months: Array.from({ length: 12 }, (_, i) => (i ? known(i) : amount)) }],
      "件",
    ),
  "heat of five years": (amount) =>
    heat(
      [2019, 2020, 2021, 2022, 2023].map((year) => ({
        label: String(year),
        months: Array.from({ length: 12 }, (_, i) => (i % 3 ? known(i) : amount)),
      })),
      "件",
    ),
  intervals: (amount, label) =>
    intervals(
      [known(20), amount, known(7)].map((one, i) => ({
        middle: item(one, i === 1 ? label : "别处", "天"),
        most: item(one.state === "known" ? known(one.value * 2) : one, "", "天"),
      })),
      ["中位数", "从受理到办结"],
    ),
  "intervals without an end": (amount) =>
    intervals(
      [known(20), known(7)].map((one) => ({ middle: item(one), most: item(amount) })),
      ["中位数", "从受理到办结"],
    ),
  "rows of marks": (amount, label) => markRows([item(known(20)), item(amount, label)]),
  "unit marks": (amount) => unitMarks(item(known(8), "出庭"), item(amount, "未出庭")),
  statements: (amount, label) => statements([item(known(20)), item(amount, label)]),
  conflict: (amount, label) =>
    conflict({
      id: "cases",
      relation: "equal",
      unit: "件",
      left: side(known(5), label),
      right: side(amount),
      difference: null,
      holds: false,
    } as unknown as Parameters<typeof conflict>[0]),
  trend: (amount, label = "案件") =>
    trend([
      { label, items: [known(20), amount, known(7)].map((one, i) => item(one, `${2021 + i}`)) },
    ]),
  "trend of twelve years": (amount) =>
    trend(
      ["案件", "诉讼", "许可"].map((label) => ({
        label,
        items: Array.from({ length: 12 }, (_, i) =>
          item(i % 3 === 1 ? amount : known(i), `${2012 + i}`),
        ),
      })),
    ),
  panels: (amount, label) => panels([panelOf([known(20), amount, known(7)], label)]),
  histogram: (amount) =>
    histogram(
      [known(20), amount, known(7)].map((one, i) => ({
        ...{ from: i * 10, until: i * 10 + 10, item: item(one) },
      })),
      [
        { at: 5, text: "一半5天" },
        { at: 25, text: "九成25天" },
      ],
    ),
  ledger: (amount, label) =>
    ledger(
      [known(20), amount].map((one, i) => ({
        ...{ count: item(one, i === 1 ? label : "别处"), middle: item(one, "", "天") },
        ...{ most: item(one, "", "天"), rate: item(one, "", "%") },
      })),
      { count: "件数", days: "天数", rate: "按时率" },
    ),
  rates: (amount, label) =>
    rates(
      [known(20), amount].map((one, i) => ({
        ...{ base: item(one, "", "件"), rate: item(one, i === 1 ? label : "别处", "件") },
      })),
      item(known(14), "全部"),
      { base: "评价", rate: "不满意", all: "全部" },
    ),
  routes: (amount) => routes([item(known(4), "复议→一审"), item(amount, "复议")], "→"),
  strip: (amount) =>
    strip([
      { ...item(known(20)), look: "done" },
      { ...item(amount), look: "left" },
    ]),
  strips: (amount, label) =>
    strips([
      { label: "别处", parts: [{ ...item(known(20)), look: "done" }] },
      {
        ...(label && { label }),
        parts: [
          { ...item(known(7)), look: "done" },
          { ...item(amount), look: "left" },
        ],
      },
    ]),
  tally: (amount) =>
    tally([
      {
        parts: [
          { ...item(known(8)), look: "done" },
          { ...item(amount), look: "missed" },
        ],
      },
    ]),
  way: (amount) =>
    way([
      { name: "立案", text: "立案20件", whole: item(known(20)) },
      { name: "审核", text: enumerate([item(amount)]), whole: item(known(9)), done: item(amount) },
    ]),
};

function panelOf(amounts: readonly Amount[], label = "网格") {
  const items = amounts.map((one, i) => ({ ...item(one), series: `${i + 1}月` }));
  return { label, text: "", whole: 78, items };
}

/** Where the bars are too many for words of their own, a dashed stump is what is not told; the table has the word. */
const STUMPS = ["panels", "histogram"];
const stumps = (svg: string) => (svg.match(/stroke-dasharray="2 2"/g) ?? []).length;

/** Of days, and not of amounts. */
const NO_AMOUNTS = ["deadlines"];

test("every form there is is tried", () => {
  const folder = "src/charts/forms";
  const forms = readdirSync(folder).flatMap((file) =>
    [
      ...readFileSync(`${folder}/${file}`, "utf8").matchAll(
        /export function (\w+)\((?:[^()]|\([^()]*\))*\): Form\b/g,
      ),
    ].map(([, name = ""]) => name),
  );
  const made = Object.values(FORMS).map(String).join();
  const untried = forms.filter((name) => !new RegExp(`\\b${name}\\b\\)?\\(`).test(made));
  expect(untried).toEqual(NO_AMOUNTS);
  expect(forms.length).toBeGreaterThan(10);
});

/** These write some of the numbers they draw; their tables have all. */
const SOME = [
  ...STUMPS,
  "columns of a year",
  "intervals without an end",
  "trend",
  "trend of twelve years",
];

const spaceless = (text: string) => text.replace(/\s/g, "");

interface Drawn {
  svg: string;
  texts: { text: string; x1: number; x2: number; y: number }[];
  /** How many marks are filled or measured by their length. */
  marks: number;
  width: number;
  height: number;
}

function drawn(form: Form, width: (typeof WIDTHS)[keyof typeof WIDTHS]): Drawn {
  const svg = form.draw(width);
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const root = document.querySelector("svg")!;
  const [, , , height = 0] = (root.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const inherited = (node: Element, name: string): string => {
    const own = node.getAttribute(name);
    return own ?? (node.parentElement ? inherited(node.parentElement, name) : "");
  };
  const texts = [...root.querySelectorAll("text")].map((node) => {
    const text = node.textContent ?? "";
    const [x, y] = [node.getAttribute("x"), node.getAttribute("y")];
    const size = Number(inherited(node, "font-size") || 16);
    // A unit in its number's text has a size of its own.
    const pieces = [...node.childNodes].map((piece) => {
      const of = (piece.nodeType === 1 ? piece : node) as Element;
      const bold = inherited(of, "font-weight") === "bold";
      const own = Number(inherited(of, "font-size") || 16);
      const moved = of === node ? 0 : Number(of.getAttribute("dx") ?? 0);
      return moved + textWidth(piece.textContent ?? "", own, bold);
    });
    const long = pieces.reduce((sum, piece) => sum + piece, 0);
    const before = { start: 0, middle: 0.5, end: 1 }[inherited(node, "text-anchor")] ?? 0.5;
    const x1 = Number(x) - before * long;
    return { text, x1, x2: x1 + long, y: Number(y) - 0.32 * size };
  });
  const filled = [...root.querySelectorAll("rect, path, circle")].filter((node) =>
    /^var\(--(?:mark|seq-\d)\)$/.test(inherited(node, "fill")),
  );
  return { svg, texts, marks: filled.length, width, height };
}

describe.each(Object.entries(FORMS))("%s", (name, form) => {
  test.each(Object.entries(STATES))("%s", (_, { amount, says }) => {
    for (const width of Object.values(WIDTHS)) {
      const made = form(amount);
      if (made === null) continue;
      const { svg, texts, height } = drawn(made, width);
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      // A word that has no room in a line stands in several.
      const words = texts.map(({ text }) => text).join("");
      if (amount.state !== "known" && STUMPS.includes(name)) {
        expect(stumps(svg)).toBeGreaterThan(stumps(form(known(3))!.draw(width)));
      } else if (amount.state !== "known" || !SOME.includes(name)) {
        expect(spaceless(words)).toContain(says);
      }
      // Where the reader's font is another, it does not begin within its number.
      if (name === "statements") expect(svg).not.toMatch(/<text[^>]*>\s*(?:件|人次)\s*<\/text>/);
      for (const { text, x1, x2, y } of texts) {
        expect(x1, `${text} at ${width}`).toBeGreaterThan(-1.5);
        expect(x2, `${text} at ${width}`).toBeLessThan(width + 1.5);
        expect(y - 7, text).toBeGreaterThan(-1);
        expect(y + 7, text).toBeLessThan(height + 1);
      }
    }
  });

  test("what is not told has a word of its own, and no mark", () => {
    for (const width of Object.values(WIDTHS)) {
      const all = WITHHELD.flatMap((name) => {
        const made = form(STATES[name]!.amount);
        return made ? [{ name, ...drawn(made, width) }] : [];
      });
      const zero = form(known(0));
      for (const one of all) {
        const words = one.texts.map(({ text }) => text).join("");
        for (const other of WITHHELD)
          expect(words.includes(STATES[other]!.says), `${one.name}: ${words}`).toBe(
            other === one.name && !STUMPS.includes(name),
          );
        // Zero is a number, and a cell of the heat has its own colour.
        if (zero) expect(one.marks, one.name).toBeLessThanOrEqual(drawn(zero, width).marks);
      }
    }
  });

  test.each([
    "涉及城市生活垃圾分类投放收集运输处置及再生资源回收站点占道经营扰民综合类投诉事项",
    "Wi-Fi/5G基站ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "𠮷".repeat(40),
    "小区🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠",
    "<b>粗</b>与“引号”&amp;",
    "עיריית תל אביב יפו מחלקת התלונות הציבוריות",
  ])("a long name is whole: %s", (label) => {
    for (const width of Object.values(WIDTHS)) {
      const made = form(known(3), label);
      if (made === null || form.length < 2) continue;
      const { texts } = drawn(made, width);
      expect(spaceless(texts.map(({ text }) => text).join(""))).toContain(spaceless(label));
      for (const { text, x1, x2 } of texts) {
        expect(x1, text).toBeGreaterThan(-1.5);
        expect(x2, text).toBeLessThan(width + 1.5);
      }
    }
  });
});

test.each<[string, readonly Amount[], string]>([
  ["398 beside none", [known(398), known(0)], "数字图"],
  ["398 beside what is not published", [known(398), { state: "unknown" }], "数字图"],
  ["none beside none", [known(0), known(0)], "数字图"],
  ["two", [known(398), known(1)], "条形图"],
  ["one of three", [known(398), known(0), known(0)], "条形图"],
])("one bar is a number: %s", (_, amounts, kind) => {
  expect(bars(amounts.map((amount, i) => item(amount, `甲${i}`)))!.kind).toBe(kind);
});

test("the text alternative tells them apart as well", () => {
  const said = WITHHELD.map((name) => enumerate([item(STATES[name]!.amount)]));
  expect(said).toEqual([
    ...["网格未公布", "网格<5件", "网格隐去", "网格不足10件，只列件数"],
    ...["网格不足40起，只列起数", "网格没有可算的"],
  ]);
});

describe("numbers in different units", () => {
  const KINDS: [name: string, units: readonly string[], together: boolean][] = [
    ["one unit", ["件", "件"], true],
    ["one unit under two names", ["件", "起"], true],
    ["㎡ and 平方米", ["㎡", "平方米"], true],
    ["件次 and 件", ["件次", "件", "件", "条"], false],
    ["件 and 次", ["件", "次"], false],
    ["件 and 元", ["件", "元"], false],
    ["two alike and one apart", ["件", "件", "家"], false],
    ["名 and 名次", ["名", "名次"], false],
  ];

  test.each(KINDS)("%s stand on one axis only if they are one", (_, units, together) => {
    const form = bars(units.map((unit, i) => item(known(20 + i), `甲${i}`, unit)))!;
    expect(form.kind).toBe(together ? "条形图" : "数字图");
    const marks = markRows(units.map((unit, i) => item(known(2 + i), `甲${i}`, unit)));
    expect(marks !== null).toBe(together);
    for (const width of Object.values(WIDTHS)) {
      const text = parseHTML(form.draw(width)).document.documentElement!.textContent!;
      for (const unit of units) expect(text).toContain(unit);
      // A length beside another length is a comparison.
      if (!together) expect(form.draw(width)).not.toContain("<rect");
    }
  });

  test("are marks of one size on a phone, in drawings of few and of many", () => {
    const sizes = [7, 12, 16, 21, 25].map((most) => {
      const form = markRows([item(known(most), "驳回诉讼请求"), item(known(1), "维持")])!;
      const { document } = parseHTML(form.draw(WIDTHS.narrow));
      const marks = [...document.querySelectorAll("rect")];
      expect(marks).toHaveLength(most + 1);
      const lines = Map.groupBy(marks, (mark) => mark.getAttribute("y"));
      // What was last named stands alone in its row.
      const own = [...lines.values()].slice(0, -1).map(({ length }) => length);
      expect(Math.max(...own)).toBeLessThanOrEqual(10);
      if (own.length > 1) expect(own.at(-1)).toBeGreaterThan(2);
      return marks[0]!.getAttribute("width");
    });
    expect(new Set(sizes).size).toBe(1);
  });

  test("that contradict another number are both written, and neither is drawn", () => {
    const disputed = { ...item(known(6)), against: known(11) };
    const form = bars([disputed, item(known(20), "公示", "条")])!;
    expect(form.kind).toBe("数字图");
    const svg = form.draw(WIDTHS.narrow);
    expect(svg).toContain("6件≠11件");
    expect(svg).not.toMatch(/一格＝|<rect/);
  });
});

describe("a small picture", () => {
  test.each([
    ["M10 20L30 40", [10, 20, 30, 40]],
    ["M10,20l5-5h-10v7", [5, 15, 15, 22]],
    ["M0 100v-60m12 60v-80", [0, 20, 12, 100]],
    ["m1 2 3 4zl1 1", [1, 2, 4, 6]],
    ["M0 0C0 10 10 10 10 0", [0, 0, 10, 10]],
    ["M0 0c0-1e1 10-10 10 0s5 5 10 0", [0, -10, 20, 5]],
    ["M5 5H.5V-.5", [0.5, -0.5, 5, 5]],
  ])("a path goes where its commands lead: %s", (d, box) => {
    const points = pathPoints(d);
    const of = (at: 0 | 1) => points.map((point) => point[at]);
    expect([
      Math.min(...of(0)),
      Math.min(...of(1)),
      Math.max(...of(0)),
      Math.max(...of(1)),
    ]).toEqual(box);
  });

  test("a command that nothing draws is no guess", () => {
    expect(() => pathPoints("M0 0a1 1 0 0 0 2 0")).toThrow("framed");
  });

  const months = (label: string) =>
    panelOf(
      Array.from({ length: 12 }, (_, i) => known(i + 1)),
      label,
    );
  const forms = Object.entries({
    ...FORMS,
    "panels of a year": (_: Amount) => panels([months("一"), months("二"), months("三")]),
  });

  test.each(forms)("%s: framed by its marks, lines and dots to be seen", (_, make) => {
    for (const width of Object.values(WIDTHS)) {
      const svg = make(known(9))?.draw(width) ?? "";
      const [, x = "", y = "", wide = "", high = ""] =
        /viewBox="(\S+) (\S+) (\S+) (\S+)" preserveAspectRatio/.exec(small(svg)) ?? [];
      if (x === "") continue;
      const whole = Number(/viewBox="0 0 \S+ (\S+)"/.exec(svg)![1]);
      const scale = Math.max(Number(wide), Number(high)) / 80;
      expect(Number(x)).toBeGreaterThan(-30);
      expect(Number(x) + Number(wide)).toBeLessThan(width + 30);
      expect(Number(y) + Number(high)).toBeLessThan(whole + 30);
      const lines = [...small(svg).matchAll(/ (?:stroke-width|r)="([\d.]+)"/g)]
        .map(([, px]) => Number(px))
        .filter((px) => px > 1);
      for (const px of lines) expect(px / scale, small(svg)).toBeGreaterThan(1.2);
    }
  });

  test("columns that start where the one before ends are framed where they stand", () => {
    const svg = panels([months("一"), months("二")])!.draw(WIDTHS.narrow);
    const [, x, , wide] = /viewBox="(\S+) (\S+) (\S+)/.exec(small(svg))!.map(Number);
    expect(wide! + x!).toBeGreaterThan(300);
    expect(x!).toBeLessThan(5);
  });
});

describe("names under a strip", () => {
  const named = (shares: readonly number[], long: number, width: number) => {
    const whole = shares.reduce((sum, one) => sum + one, 0);
    let at = 0;
    return shares.map((share, i) => {
      const x1 = at;
      at += (share / whole) * width;
      return { text: "案".repeat(long), bold: i === 0, x1, x2: at };
    });
  };
  test("each stands there once, none over another or outside, and no stroke through one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 24 }),
        fc.constantFrom(...Object.values(WIDTHS)),
        (shares, long, width) => {
          const parts = named(shares, long, width);
          const labels = labelsOf(parts, width);
          // Short names always find a place.
          if (labels === null) {
            expect(long * 50).toBeGreaterThan(width);
            return;
          }
          expect(labels).toHaveLength(parts.length);
          for (const [i, one] of labels.entries()) {
            expect(one.from).toBeGreaterThanOrEqual(0);
            expect(one.to).toBeLessThanOrEqual(width + 1);
            for (const other of labels.slice(i + 1))
              expect(one.line !== other.line || one.to < other.from || one.from > other.to).toBe(
                true,
              );
            for (const { led, line } of labels)
              expect(led !== null && line > one.line && led > one.from && led < one.to).toBe(false);
          }
        },
      ),
      { seed: 16, numRuns: 400 },
    );
  });

  test("names of any length stand whole, none over another or outside", () => {
    for (const long of [4, 9, 16, 23, 40]) {
      const parts = [500, 120, 30, 2, 0, 1].map((share, i) => ({
        ...item(known(share), `${"案".repeat(long)}${i}`),
        look: i === 0 ? ("done" as const) : ("left" as const),
      }));
      for (const width of Object.values(WIDTHS)) {
        const { texts } = drawn(strip(parts)!, width);
        expect(texts.map(({ text }) => text).join("")).toContain(`${"案".repeat(2)}5`);
        for (const [i, one] of texts.entries()) {
          expect(one.x1, one.text).toBeGreaterThan(-1.5);
          expect(one.x2, one.text).toBeLessThan(width + 1.5);
          for (const other of texts.slice(i + 1))
            expect(
              Math.abs(one.y - other.y) >= 16 || one.x2 < other.x1 || other.x2 < one.x1,
              `${one.text} ${other.text}`,
            ).toBe(true);
        }
      }
    }
  });

  test("two stand at the ends, without a stroke", () => {
    expect(labelsOf(named([5, 1], 5, 328), 328)!.map(({ line, led }) => [line, led])).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});

test("months in a row of which nothing is known are one cell with one word", () => {
  const year = (label: string, at: (month: number) => Amount) => ({
    label,
    months: Array.from({ length: 12 }, (_, i) => at(i)),
  });
  const unknown: Amount = { state: "unknown" };
  const form = heat(
    [
      year("2022", () => unknown),
      year("2023", (i) => (i === 0 || i > 9 ? unknown : known(i))),
      year("2024", (i) => (i === 4 ? { state: "suppressed" } : i === 5 ? unknown : known(i))),
    ],
    "次",
  )!;
  for (const width of Object.values(WIDTHS)) {
    const { texts } = drawn(form, width);
    expect(texts.filter(({ text }) => text === "未公布")).toHaveLength(4);
    expect(texts.filter(({ text }) => text === "<5")).toHaveLength(1);
  }
});

test("no line of the scale goes through a name that stands above its bar", () => {
  const names = ["没收违法所得、没收非法财物、没收违法所得", "乙", "丙"];
  const form = bars(names.map((label, i) => item(known(i * 7), label)))!;
  for (const width of Object.values(WIDTHS)) {
    const { svg, texts } = drawn(form, width);
    const lines = [...svg.matchAll(/<line y2="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)"/g)].map(
      (found) => found.slice(1).map(Number),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { text, x1, x2, y } of texts.filter(({ text }) => names.includes(text)))
      for (const [to, from, x] of lines)
        expect(x! < x1 - 1 || x! > x2 || y < from! || y > to!, `${text} ${width}`).toBe(true);
  }
});

test("rates that stand on one page are drawn on one scale", () => {
  const rate = (label: string, ...values: number[]) => ({
    label,
    items: values.map((value, i) => item(known(value), String(2022 + i), "%")),
  });
  const [high, low] = [rate("按时办结率", 94.6, 95.36, 96.05), rate("满意率", 84.99, 85.04, 85.83)];
  const heights = (form: Form | null) =>
    [...form!.draw(WIDTHS.narrow).matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  const [above] = heights(trend([high], [high, low]));
  const [below] = heights(trend([low], [high, low]));
  // 94.6 stands higher than 84.99.
  expect(above).toBeLessThan(below! - 15);
  expect(heights(trend([high, low])).slice(0, 1)).toEqual([above]);
});
