/**
 * What a bureau owes the public each year, and by when. The law says “before” a day: on the day itself
 * only the date is told, and what has no date is unknown, never late.
 */
import { OPENNESS, STATISTICS } from "../ingest/config/yearly-papers.ts";
import { dateText } from "../text/format.ts";

export type HowKept = "met" | "on-the-day" | "missed" | "unknown";

export interface YearlyDuty {
  name: string;
  /** The day before which it must be public, ISO. */
  before: string;
  basis: string;
  /** The day on which it was published, ISO; empty when not known. */
  published: string;
  /** The day of a paper that came while the year was still running: of half a year, and none of the year. */
  early: string;
  kept: HowKept;
}

/** The duties of a year. `report` is 发布日期 of the report: not the day on which it was signed. */
export function yearlyDuties(
  year: number,
  report: string,
  papers: ReadonlyMap<string, string> = new Map(),
): YearlyDuty[] {
  const duty = (name: string, day: string, basis: string, published: string): YearlyDuty => {
    const before = `${year + 1}-${day}`;
    const isEarly = published !== "" && published < `${year + 1}-01-01`;
    const [early, whole] = isEarly ? [published, ""] : ["", published];
    return { name, before, basis, published: whole, early, kept: kept(before, whole) };
  };
  return [
    duty(
      "法治政府建设年度报告",
      "04-01",
      "《法治政府建设与责任落实督察工作规定》第二十四条",
      report,
    ),
    duty(STATISTICS, "01-31", "国办发〔2018〕118号", papers.get(STATISTICS) ?? ""),
    duty(OPENNESS, "01-31", "政府信息公开条例第四十九条", papers.get(OPENNESS) ?? ""),
  ];
}

function kept(before: string, published: string): HowKept {
  if (published === "") return "unknown";
  if (published === before) return "on-the-day";
  return published < before ? "met" : "missed";
}

/** How a duty was kept, in words. */
export function keptText({ kept, early }: YearlyDuty): string {
  if (early) return `${dateText(early)}公布的那份写的不是全年，不能判断`;
  return {
    met: "按时",
    "on-the-day": "正在期限当天，只列日期，不判断是否按时",
    missed: "晚于期限",
    unknown: "公布日期没有写明，不能判断",
  }[kept];
}
