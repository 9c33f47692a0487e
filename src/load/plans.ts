/** plan.csv: what is to be done next year, and what became of what an earlier report said. */
import type { YearFigures } from "../figures/figures.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { cellOf, type Row, textIn } from "../ingest/rows/row.ts";
import { nearest } from "../ingest/text/nearest.ts";
import type { Commitment, PlanItem, Year } from "../site/year.ts";

export function plansOf(
  rows: readonly Row[],
  figures: YearFigures,
  problems: Problems,
): Pick<Year, "plan" | "commitments"> {
  const plan: PlanItem[] = [];
  const commitments: Commitment[] = [];
  for (const row of rows) {
    const saidIn = yearIn(row, problems);
    const metrics = metricsIn(row, figures, problems);
    if (saidIn) commitments.push({ ...planItem(row), saidIn, metrics });
    else plan.push(planItem(row));
  }
  return { plan, commitments };
}

function planItem(row: Row): PlanItem {
  return {
    arrangement: textIn(row, "arrangement") ?? "",
    item: textIn(row, "item") ?? "",
    due: textIn(row, "due"),
    progress: textIn(row, "progress"),
    progressNote: textIn(row, "progress_note"),
    section: textIn(row, "section"),
  };
}

/** The earlier year that a row names; empty where it names none. */
function yearIn(row: Row, problems: Problems): string {
  const text = textIn(row, "said_in");
  if (text === null) return "";
  const year = /^((?:19|20)\d{2})(?:年度?)?$/.exec(text.normalize("NFKC"))?.[1];
  const own = row.file.slice(0, 4);
  if (year && year < own) return year;
  problems.add({
    ...{ code: "plan-year", file: row.file, cell: cellOf(row, "said_in"), column: "提出年度" },
    value: text,
    why: year ? `不是${own}年以前的年份` : "认不出是哪一年",
    fix: `写那份报告的年度，例如 ${Number(own) - 1}；${own}年的报告提出、下一年做的，空着`,
  });
  return "";
}

function metricsIn(row: Row, figures: YearFigures, problems: Problems) {
  const ids = (textIn(row, "figures") ?? "").split(/[、，,;；\s]+/).filter(Boolean);
  return ids.flatMap((id) => {
    const figure = figures.get(id);
    if (figure) return [figure.metric];
    const near = nearest(id, [...figures.keys()]);
    problems.add({
      ...{ code: "indicator-unknown", file: row.file, cell: cellOf(row, "figures") },
      ...{ column: "对应的数字", value: id },
      why: "没有编号是它的数字",
      fix: near ? `是不是“${near}”？` : "编号见“数据”页的指标目录；没有对应的数字就空着",
    });
    return [];
  });
}
