/** Where numbers can be looked up, in words: the report, the statutory tables, the tables of rows. */

import { type Figure, fullOrigin, groupOrigin, isSilent } from "../figures/figures.ts";
import { isNoOrigin, type Origin, originOfAll, ROWS, STATISTICS } from "../figures/origin.ts";
import { findingOf } from "../findings/find.ts";
import { dateText, listText, namesText, sectionText } from "../text/format.ts";
import type { Site, Year } from "./year.ts";

/** What numbers of a year were taken of. */
export interface YearOrigin {
  year: Year;
  origin: Origin;
}

/**
 * “某局2023年度报告，一（四）；逐行数据：办理的案件（cases.csv）”: of numbers of one year or several.
 * Empty where they were taken of nothing.
 */
export function originText({ config }: Pick<Site, "config">, all: readonly YearOrigin[]): string {
  const found = all.filter(({ origin }) => !isNoOrigin(origin));
  const reports = found.filter(({ origin }) => origin.sections.length > 0);
  const tables = found.filter(({ origin }) => origin.statistics);
  const counted = found.filter(({ origin }) => origin.rows.length > 0);
  const names = originOfAll(counted.map(({ origin }) => origin)).rows.map(
    ({ id, label }) => `${label}（${id}.csv）`,
  );
  const origins = [
    ...(reports.length > 0 ? [reportsText(reports)] : []),
    ...(tables.length > 0 ? [{ own: true, text: `${yearsText(tables)}${STATISTICS}` }] : []),
    ...(counted.length > 0
      ? [{ own: true, text: `${yearsText(counted)}${ROWS}：${namesText(names)}` }]
      : []),
  ];
  // Whose they are is said once, where the first of them does not say it by itself.
  return origins
    .map(({ own, text }, i) => (i === 0 && own ? `${config.bureau}${text}` : text))
    .join("；");
}

/** One report by its title; of several years only the sections in which all have it. */
function reportsText(all: readonly YearOrigin[]): { own: boolean; text: string } {
  const [{ year, origin }] = all as [YearOrigin];
  const sections = (one: Origin) => one.sections.map(sectionText).join("、");
  const where = all.every((one) => sections(one.origin) === sections(origin));
  const title = all.length === 1 ? year.report?.title : "";
  const name = title || `${yearsText(all).replace(/年$/, "")}年度报告`;
  return { own: !title, text: where ? `${name}，${sections(origin)}` : name };
}

/** “2023年”, “2022–2024年”, “2021、2023年”. */
function yearsText(all: readonly YearOrigin[]): string {
  const years = all.map(({ year: { year } }) => year).sort((a, b) => a - b);
  const [first, last] = [years[0]!, years.at(-1)!];
  const gapless = last - first === years.length - 1;
  return `${years.length > 1 && gapless ? `${first}–${last}` : years.join("、")}年`;
}

/** Of a figure with its groups; where two numbers of it disagree, of both. */
export function figureOrigin(year: Pick<Year, "checks">, figure: Figure): Origin {
  const own = findingOf(year, figure.metric.id) ? fullOrigin(figure) : figure.origin;
  const groups = figure.groups ?? [];
  return originOfAll([own, ...groups.map((group) => groupOrigin(figure, group))]);
}

/** What the numbers of a year were taken of, all together. */
export function yearOrigin(year: Pick<Year, "figures" | "checks">): Origin {
  return originOfAll(
    [...year.figures.values()]
      .filter((figure) => !isSilent(figure))
      .map((figure) => figureOrigin(year, figure)),
  );
}

/** “2023年度的数字取自《……》（2024年1月31日成文）和逐行数据”; empty for a year without numbers. */
export function yearOriginBrief(year: Year): string {
  return originSentence(year, () => ROWS);
}

/** The same with the names of the tables: “……和逐行数据（办理的案件）”. */
export function yearOriginText(year: Year): string {
  return originSentence(year, (tables) => `${ROWS}（${namesText(tables)}）`);
}

function originSentence(year: Year, rowsText: (tables: readonly string[]) => string): string {
  const { sections, statistics, rows } = yearOrigin(year);
  const { title = "", dated = "" } = year.report ?? {};
  const report = title ? `《${title}》` : "年度报告";
  const origins = [
    ...(sections.length > 0 ? [`${report}${dated && `（${dateText(dated)}成文）`}`] : []),
    ...(statistics ? [STATISTICS] : []),
    ...(rows.length > 0 ? [rowsText(rows.map(({ label }) => label))] : []),
  ];
  return origins.length > 0 ? `${year.year}年度的数字取自${listText(origins)}` : "";
}
