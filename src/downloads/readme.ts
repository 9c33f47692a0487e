/** What is to be known of a chart's numbers by whoever finds them in a folder years later. */
import { apaCitation, citation } from "../charts/citation.ts";
import { baseOf } from "../charts/embed.ts";
import { plain, type Rendered } from "../charts/render.ts";
import { methodText } from "../figures/method.ts";
import { checkText, datedStateText } from "../findings/words.ts";
import type { Site, Year } from "../site/year.ts";
import { DEMO, INVENTED } from "../text/demo.ts";
import { yearText } from "../text/period.ts";
import { CHART_FIELDS } from "./charts.ts";

/** As plain text: a byte order mark and CRLF, as every editor of every system opens it. */
export function readmeText(site: Site, year: Year, rendered: Rendered): string {
  const parts = [head(site, year, rendered), ...sections(site, year, rendered)];
  return `\ufeff${parts.map((lines) => lines.join("\r\n")).join("\r\n\r\n")}\r\n`;
}

function head({ config }: Site, year: Year, { title, chart, view, source }: Rendered): string[] {
  return [
    ...(config.demo ? [`${DEMO}：${INVENTED}，不是任何机关的统计。`] : []),
    title,
    `问题：${chart.question}`,
    `单位：${config.bureau}`,
    `年度：${yearText(year.period)}`,
    `范围和计量单位：${plain(view.subtitle)}`,
    `来源：${source}`,
  ];
}

function sections(site: Site, year: Year, rendered: Rendered): string[][] {
  const { chart, view } = rendered;
  const base = baseOf(site);
  const figures = chart.figures.flatMap((id) => {
    const figure = year.figures.get(id);
    return figure && site.metrics.has(id) ? [figure] : [];
  });
  const broken = year.checks.filter(
    ({ holds, figure }) => holds === false && chart.figures.includes(figure.metric.id),
  );
  const methods = figures.flatMap((figure) => [
    `${figure.metric.label}：${figure.metric.definition}依据：${figure.metric.basis}。`,
    `　　${methodText(figure, year)}。`,
  ]);
  const disagreements = broken.map(
    (check) =>
      `${check.figure.metric.label}：${checkText(check)}（${datedStateText(year, check)}）。`,
  );
  return [
    part("图下的话", view.notes.map(plain)),
    part("怎样数", methods),
    part("核对发现", disagreements.length > 0 ? disagreements : ["这些数字没有发现不一致。"]),
    part("数字写法", QUALIFIERS),
    part(
      "数据的列",
      CHART_FIELDS.map(({ label, note }) => `${label}：${note}。`),
    ),
    part("数据许可", [site.config.licence || "没有写明，使用前请问发布单位。"]),
    part("引用格式", [
      `GB/T 7714-2025：${citation(site, year, rendered, base)}`,
      `APA：${apaCitation(site, year, rendered, base)}`,
    ]),
  ].filter((lines) => lines.length > 0);
}

/** How the files say that a number is not exact. */
const QUALIFIERS = [
  "“至少”：报告写“余”“多”“以上”，或者有的没有写明，实际可能更多。",
  "“约”：报告写的是约数。",
  "“未公布”：没有数字，不是零；CSV 里空着，JSON 里是 null。",
  "“≠”：同一个数有两处写得不一样，两个都照录；“※”：已经说明为什么。",
];

function part(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`【${title}】`, ...lines] : [];
}
