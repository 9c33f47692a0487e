/**
 * A chart as CSV and JSON: one line a value, the same columns whichever chart it is, so that many of
 * them can be put together. A line says by itself where it is from.
 */
import { yearPageOf } from "../charts/define.ts";
import { plain, type Rendered } from "../charts/render.ts";
import { periodOf, type TidyValue, tidyValues } from "../charts/tidy.ts";
import { kindsText } from "../figures/origin.ts";
import type { Site } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { sectionText } from "../text/format.ts";
import { fullText } from "../text/period.ts";
import { amountJson } from "./figures.ts";
import type { CsvTable } from "./files.ts";

interface Field {
  /** Header in CSV; key in JSON, where one cell of CSV may be several keys. */
  label: string;
  key: string;
  note: string;
  cell(chart: ChartFile, value: TidyValue): string;
}

interface ChartFile {
  site: Site;
  rendered: Rendered;
}

/** What every line says; documented in the dictionary and on the page of data. */
export const CHART_FIELDS: readonly Field[] = [
  {
    label: "图表",
    key: "id",
    note: "图表的编号，也是它的网址",
    cell: ({ rendered }) => rendered.chart.id,
  },
  {
    label: "标题",
    key: "title",
    note: "图的结论；问题在 JSON 的 question 里",
    cell: ({ rendered }) => rendered.title,
  },
  {
    label: "年度",
    key: "year",
    note: "这个数是哪一年的；历年的图一行一年",
    cell: (_, { year }) => String(year),
  },
  {
    label: "统计期间",
    key: "period",
    note: "这个数是哪一段时间的；数据没有到年底的，写到哪一天",
    cell: ({ site }, value) => fullText(periodOf(site, value)),
  },
  {
    label: "系列",
    key: "series",
    note: "图里有几组数时（中位数和九成、几个指标），是哪一组；只有一组的空着",
    cell: (_, { series }) => series,
  },
  {
    label: "分类",
    key: "dimension",
    note: "各项按什么分，如领域、月份",
    cell: ({ rendered: { view } }) => view.category ?? view.dimension,
  },
  {
    label: "项目",
    key: "label",
    note: "这一项的名称；历年的图，各项就是年度，空着",
    cell: (_, { label }) => label,
  },
  {
    label: "合计",
    key: "total",
    note: "“是”：这一行是其他各行的合计，不要再加；JSON 里是 true",
    cell: (_, { total }) => (total ? "是" : ""),
  },
  {
    label: "数值",
    key: "value",
    note: "未公布的空着，JSON 里是 null；从来不用0代替",
    cell: (_, { amount }) => amountCells(amount)[0],
  },
  {
    label: "精确程度",
    key: "state、qualifier、missing",
    note: "确数、至少、约、在两个数之间，或未公布；JSON 里 state 为 known、unknown、suppressed、hidden、small，qualifier 为 exact、at_least、about，missing 是没有算进去的件数",
    cell: (_, { amount }) => amountCells(amount)[1],
  },
  { label: "单位", key: "unit", note: "数值的单位", cell: (_, { unit }) => unit },
  {
    label: "核对",
    key: "check",
    note: "另有一个数与它不一致时，写明核对到哪一步；两个数各占一行",
    cell: (_, { check }) => check,
  },
  {
    label: "来源",
    key: "origin",
    note: "这个数取自哪里：哪份逐行数据、报告写明、统计年报；几处都有的用顿号隔开",
    cell: (_, { origin }) => kindsText(origin),
  },
  {
    label: "报告章节",
    key: "sections",
    note: "这个数在年度报告的哪一节，不取自报告的空着；多节用顿号隔开，JSON 里是列表",
    cell: (_, { origin }) => origin.sections.map(sectionText).join("、"),
  },
  {
    label: "说明",
    key: "subtitle、notes",
    note: "图的范围、单位和图下的话",
    cell: ({ rendered }) => notesOf(rendered).join(""),
  },
  {
    label: "发布单位",
    key: "bureau",
    note: "哪个单位的数",
    cell: ({ site }) => site.config.bureau,
  },
  {
    label: "数据许可",
    key: "licence",
    note: "可以怎样使用；没有写明的空着，JSON 里是 null",
    cell: ({ site }) => site.config.licence,
  },
  {
    label: "网址",
    key: "address",
    note: "图表这一年的网址；本站还没有定下网址时空着，JSON 里是 null",
    cell: ({ site, rendered }) => addressOf(site, rendered),
  },
];

function notesOf({ view }: Rendered): string[] {
  return [view.subtitle, ...view.notes].map(plain).filter((text) => text !== "");
}

function addressOf({ config }: Site, { chart, year }: Rendered): string {
  return config.url && `${config.url}${yearPageOf(chart, year)}`;
}

export function chartTable(site: Site, rendered: Rendered): CsvTable {
  return {
    fields: CHART_FIELDS.map(({ label }) => label),
    data: tidyValues(rendered).map((value) =>
      CHART_FIELDS.map(({ cell }) => cell({ site, rendered }, value)),
    ),
  };
}

/** What is true of all values stands once; `items` are the lines of the CSV, in its order. */
export function chartJson(site: Site, rendered: Rendered): Record<string, unknown> {
  const { chart, view, title, year, source } = rendered;
  return {
    id: chart.id,
    question: chart.question,
    title,
    subtitle: plain(view.subtitle),
    notes: view.notes.map(plain),
    dimension: view.category ?? view.dimension,
    year,
    bureau: site.config.bureau,
    licence: site.config.licence || null,
    address: addressOf(site, rendered) || null,
    source,
    figures: chart.figures,
    items: tidyValues(rendered).map(({ amount, origin, second: _, ...value }) => ({
      ...value,
      period: periodOf(site, value),
      ...amountJson(amount),
      origin: kindsText(origin),
      sections: origin.sections.map(sectionText),
    })),
  };
}
