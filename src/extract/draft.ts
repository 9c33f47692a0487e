/** A prose report as a file → the draft of a year's folder, and what a person must look at. */
import { parseQuantity } from "../ingest/cells/numbers.ts";
import { type DraftTable, tablesOf } from "./breakdowns.ts";
import { type Disagreement, disagreementsOf } from "./disagreements.ts";
import { foundIn } from "./found.ts";
import { outlineOf } from "./outline.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { NotAReport } from "./report-line.ts";
import { type DraftRow, isPlanned, rowsOf } from "./rows.ts";
import { indicatorsCsv, reportMd } from "./write.ts";

export interface Draft {
  year: number;
  title: string;
  /** What the title calls the body; empty where it has no title. */
  bureau: string;
  rows: DraftRow[];
  disagreements: Disagreement[];
  report: string;
  indicators: string;
  /** Rows of other tables, where a sentence gives a breakdown. */
  tables: DraftTable[];
}

/** Throws NotAReport where the file cannot be read or has no text; `year` goes before what the report says. */
export async function draftOf(name: string, bytes: Uint8Array, year?: number): Promise<Draft> {
  const outline = outlineOf(await paragraphsOf(name, bytes), year ?? null);
  if (outline.blocks.length === 0) {
    throw new NotAReport("没有读到文字。是扫描件或图片的，先识别成文字，另存为 .docx");
  }
  if (outline.year === null) {
    throw new NotAReport("看不出是哪一年的报告。加上 --year，例如 --year 2024");
  }
  const found = foundIn(outline);
  const byFound = rowsOf(outline, found);
  const rows = [...new Set(byFound.values())];
  const disagreements = disagreementsOf(rows, outline.year);
  for (const { id } of disagreements) {
    for (const row of rows.filter((one) => one.id === id)) {
      row.asks.push("与报告别处不一致，核对取得对不对；报告就是这样写的，清空这一格照录");
    }
  }
  for (const row of rows) {
    const planned = isPlanned(outline, row.found);
    if (planned) row.asks.push("像是下一年的打算，不是本年度的数");
    const read = parseQuantity(row.found.value, { said: true });
    if (!read.ok) row.asks.push(`数值读不出来：${read.why}`);
  }
  return {
    year: outline.year,
    title: outline.title,
    bureau: bureauIn(outline.title, outline.blocks[0]?.text ?? ""),
    rows,
    disagreements,
    report: reportMd(outline, byFound),
    indicators: indicatorsCsv(rows),
    tables: tablesOf(rows),
  };
}

/** Who the report is of, as its title says, else its first sentence. */
function bureauIn(title: string, opening: string): string {
  const titled = /^(.{2,30}?)(?:关于|(?:19|20)\d{2}年)/.exec(title)?.[1];
  const said =
    /(?:^|[，,])\s*(\p{Script=Han}{2,20}?(?:局|人民政府|委员会))(?=[在紧坚认深以全始])/u.exec(
      opening,
    )?.[1];
  return titled ?? said ?? "";
}
