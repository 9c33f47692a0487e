/** The dictionary of docs/: every dataset, column, metric, chart, rule and problem, from the code. */
import { charts } from "../../src/charts/index.ts";
import type { Column, Dataset } from "../../src/datasets/define.ts";
import { datasets } from "../../src/datasets/index.ts";
import { CHART_FIELDS } from "../../src/downloads/charts.ts";
import { rules } from "../../src/findings/index.ts";
import { KINDS } from "../../src/ingest/problems/kinds.ts";
import { columnOf } from "../../src/metrics/define.ts";
import { metrics, tables } from "../../src/metrics/index.ts";
import { questions } from "../../src/questions/index.ts";
import { topics } from "../../src/topics/index.ts";
import { wordsOf } from "../../src/topics/words.ts";

const TYPE = {
  text: "文字",
  word: "词表用词",
  words: "词表用词，可多个，用分号隔开",
  date: "日期",
  period: "一段时间，例如 截至2023年11月",
  quantity: "数量",
  money: "金额，元；表头写“（万元）”的按万元读",
  id: "编号",
};
const SEVERITY = { error: "错误，停止生成", warning: "提醒", note: "已处理" };

const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\n/g, " ");
const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: string[], rows: string[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows].join("\n");

/** The dictionary as Markdown: every dataset, column, metric, chart, rule and problem there is. */
export function dictionary(): string {
  const parts = [
    "# 数据字典",
    "本文件由 `npm run docs` 从代码生成，不要手改；测试会检查它与代码一致。",
    "## 数据表",
    ...datasets.flatMap((dataset) => [
      `### ${dataset.label}（\`${dataset.id}.csv\`）`,
      dataset.description,
      table(
        ["列名", "英文名", "也可写作", "内容", "要求"],
        Object.entries(dataset.columns).map(([key, column]) =>
          row(
            column.label,
            `\`${key}\``,
            (column.aliases ?? []).join("、"),
            [
              TYPE[column.type],
              wordsOf(column)?.join("、"),
              column.vocabulary && !column.given && `词表“${column.vocabulary}”`,
              column.kinds && kindsText(column.kinds),
              column.note,
            ]
              .filter(Boolean)
              .join("。"),
            [column.required && "必需", column.filled && "必填", column.private && "不公开"]
              .filter(Boolean)
              .join("，"),
          ),
        ),
      ),
      ...daysText(dataset),
      ...Object.entries(dataset.derived ?? {}).map(
        ([key, { label, note }]) =>
          `由各列算出：${label}（\`${key}\`）。${note ? `${note}。` : ""}`,
      ),
    ]),
    "## 指标",
    table(
      ["编号", "名称", "单位", "栏目", "定义", "算法"],
      metrics.map((metric) =>
        row(
          `\`${metric.id}\``,
          metric.label,
          metric.unit,
          topics.find(({ id }) => id === metric.topic)?.label ?? "",
          `${metric.definition} 依据：${metric.basis}`,
          metric.kind === "reported"
            ? "报告写明"
            : metric.kind === "ratio"
              ? `\`${metric.numerator}\` ÷ \`${metric.denominator}\``
              : `\`${metric.dataset.id}\`${metric.by ? `，按${columnOf(metric.dataset, metric.by).label}` : ""}`,
        ),
      ),
    ),
    "## 两列的表",
    "关于个人的两列的表，小数目和能推算出它们的都不列（隐去）；街道、类别的网页由它们做成，每年各有一个 CSV（`data/<年度>/<编号>.csv`）。",
    table(
      ["编号", "名称", "单位", "定义", "算法"],
      tables.map((one) =>
        row(
          `\`${one.id}\``,
          one.label,
          one.unit,
          one.definition,
          `\`${one.dataset.id}\`，按${one.by.map((key) => columnOf(one.dataset, key).label).join("、")}`,
        ),
      ),
    ),
    "## 图表",
    table(
      ["编号", "回答的问题", "用到的指标"],
      charts.map((chart) =>
        row(`\`${chart.id}\``, chart.question, chart.figures.map((id) => `\`${id}\``).join("、")),
      ),
    ),
    "## 首页的问题",
    "`site.yaml` 的 `问题` 用这些名称排先后，或者不列。没有相应栏目的单位不问；有栏目而不能回答的写“未公布”和缺什么。",
    table(
      ["编号", "名称", "问题", "依据", "用到的指标", "要有哪些列"],
      questions.map(({ id, name, question, basis, chart, needs }) =>
        row(
          `\`${id}\``,
          name,
          question,
          basis,
          chart.figures.map((figure) => `\`${figure}\``).join("、"),
          needs
            .map(
              ({ dataset, columns }) =>
                `“${dataset.label}”的${Object.keys(columns)
                  .map((key) => dataset.columns[key]?.label)
                  .join("、")}`,
            )
            .join("；"),
        ),
      ),
    ),
    "## 图表的 CSV 和 JSON",
    "每张图都有（`charts/<编号>/<编号>-<年度>.csv`、`.json`），一行一个数，图里画出来的数都在里面；哪张图都是这些列。JSON 里各行相同的只写一次，各行在 `items` 里；另有 `question`（回答的问题）、`title`（图题）、`source`（来源）、`figures`（用到的指标）。网址不含单位名，单位改名也不变；从网页下载时，文件名是“单位-编号-年度”。",
    table(
      ["列名", "JSON", "内容"],
      CHART_FIELDS.map(({ label, key, note }) => row(label, `\`${key}\``, note)),
    ),
    "## 核对规则",
    table(
      ["编号", "要求", "不符合时的说法"],
      rules.map((rule) => row(`\`${rule.id}\``, rule.label, rule.broken)),
    ),
    "## 会报出的问题",
    table(
      ["代号", "问题", "轻重"],
      Object.entries(KINDS).map(([code, [severity, label]]) =>
        row(`\`${code}\``, label, SEVERITY[severity]),
      ),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What a word of the bureau's own may be: it says so in vocabularies.yaml. */
function kindsText(kinds: NonNullable<Column["kinds"]>): string {
  const list = Object.entries(kinds).map(([kind, words]) =>
    words.length > 0 ? `${kind}（${words.join("、")}）` : kind,
  );
  return `本单位加的词要写明归类：${list.join("；")}`;
}

/** In which order the days of a row come, and which of them tells its year. */
function daysText({ columns, orders = [], usualOrders = [], dated }: Dataset): string[] {
  const label = (key: string) => columns[key]?.label ?? key;
  const pairs = (list: typeof orders) =>
    list.map((order) => order.map(label).join(" ≤ ")).join("；");
  const by = (dated?.by ?? []).map(label).join("、");
  return [
    orders.length > 0 ? `日期的先后，颠倒的是错误：${pairs(orders)}。` : "",
    usualOrders.length > 0 ? `日期的先后，颠倒的是提醒：${pairs(usualOrders)}。` : "",
    dated
      ? `是哪一年的行，看${by}：在文件夹年份以后的是错误，以前的${dated.carriedOver ? "是提醒（可以是以前转来的）" : "也是错误，跨年的除外"}。`
      : "",
  ].filter(Boolean);
}
