/** The report says 全年 where the year's data are not of all of it: the page would say so too. */
import type { ReportText } from "../ingest/ingest.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { periodText } from "../text/period.ts";
import { isWholeYear, type Period } from "../values/period.ts";

const WHOLE = /全年|整年/g;

export function checkWholeYear(source: ReportText, period: Period, problems: Problems): void {
  if (isWholeYear(period)) return;
  for (const [index, line] of source.text.split("\n").entries()) {
    for (const [value] of line.matchAll(WHOLE)) {
      problems.add({
        code: "report-whole-year",
        file: source.file,
        cell: `第${index + 1}行`,
        value,
        why: `site.yaml 写明这一年的数据${periodText(period)}，不是全年`,
        fix: `写成“${periodText(period)}”；说的是计划、不是已有的数字，就不用改`,
      });
    }
  }
}
