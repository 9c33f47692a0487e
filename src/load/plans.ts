/** plan.csv: what is to be done next year, and what became of what an earlier report said. */
import type { YearFigures } from "../figures/figures.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Refused } from "../ingest/rows/refused.ts";
import { cellOf, type Row, textIn } from "../ingest/rows/row.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { wordKey } from "../ingest/text/tidy.ts";
import type { Commitment, PlanItem, Year } from "../site/year.ts";

export function plansOf(
  rows: readonly Row[],
  figures: YearFigures,
): Pick<Year, "plan" | "commitments"> {
  const plan: PlanItem[] = [];
  const commitments: Commitment[] = [];
  for (const row of rows) {
    const saidIn = yearIn(row);
    const metrics = idsIn(row).flatMap((id) => figures.get(id)?.metric ?? []);
    if (saidIn) commitments.push({ ...planItem(row), saidIn, metrics });
    else plan.push(planItem(row));
  }
  return { plan, commitments };
}

/** What its rows may name of other tables. */
export interface PlanNames {
  /** Ids of the year's figures. */
  figures: readonly string[];
  /** The items that an earlier year has set itself; undefined where nobody knows. */
  plannedIn: (year: string) => readonly string[] | undefined;
  /** Rows of the year that have an error. */
  refused: Refused;
}

/** Says what its rows name that is not there. */
export function sayPlans(rows: readonly Row[], named: PlanNames, problems: Problems): void {
  for (const row of rows) {
    sayYear(row, named, problems);
    for (const id of idsIn(row)) {
      if (named.figures.includes(id) || named.refused.mayBe(id)) continue;
      const near = nearest(id, named.figures);
      problems.add({
        ...{ code: "indicator-unknown", file: row.file, cell: cellOf(row, "figures") },
        ...{ column: "对应的数字", value: id },
        why: "没有编号是它的数字",
        fix: near ? `是不是“${near}”？` : "编号见“数据”页的指标目录；没有对应的数字就空着",
      });
    }
  }
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
function yearIn(row: Row): string {
  const year = yearSaid(row);
  return year !== undefined && year < row.file.slice(0, 4) ? year : "";
}

function yearSaid(row: Row): string | undefined {
  const text = textIn(row, "said_in") ?? "";
  return /^((?:19|20)\d{2})(?:年度?)?$/.exec(text.normalize("NFKC"))?.[1];
}

function sayYear(row: Row, { plannedIn }: PlanNames, problems: Problems): void {
  const text = textIn(row, "said_in");
  if (text === null) return;
  const year = yearIn(row);
  const own = row.file.slice(0, 4);
  if (year === "") {
    problems.add({
      ...{ code: "plan-year", file: row.file, cell: cellOf(row, "said_in"), column: "提出年度" },
      value: text,
      why: yearSaid(row) ? `不是${own}年以前的年份` : "认不出是哪一年",
      fix: `写那份报告的年度，例如 ${Number(own) - 1}；${own}年的报告提出、下一年做的，空着`,
    });
    return;
  }
  const planned = plannedIn(year);
  const item = textIn(row, "item") ?? "";
  // A year of which no plan is kept may have set itself anything.
  if (!planned || planned.length === 0) return;
  if (planned.some((one) => wordKey(one) === wordKey(item))) return;
  const near = nearest(item, planned);
  problems.add({
    ...{ code: "plan-unsaid", file: row.file, cell: cellOf(row, "item"), column: "事项" },
    value: item,
    why: `${year}/plan.csv 的安排里没有这一项，网站却会写成${year}年提出的`,
    fix: near
      ? `照那一年写，是不是“${near}”？`
      : `照 ${year}/plan.csv 里的“事项”写；不是那一年提出的，改提出年度`,
  });
}

function idsIn(row: Row): string[] {
  return (textIn(row, "figures") ?? "").split(/[、，,;；\s]+/).filter(Boolean);
}
