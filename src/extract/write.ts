/** A draft as the files of a data folder: report.md with references, indicators.csv with its marks. */
import { stringify } from "yaml";
import { indicators } from "../datasets/indicators.ts";
import { csvLine } from "../text/csv.ts";
import type { FoundNumber } from "./found.ts";
import type { Outline } from "./outline.ts";
import type { DraftRow } from "./rows.ts";

type Key = keyof typeof indicators.columns;

export function indicatorsCsv(rows: readonly DraftRow[]): string {
  const columns = Object.entries(indicators.columns) as [Key, { label: string }][];
  const lines = [
    columns.map(([, { label }]) => label),
    ...rows.map((row) => columns.map(([key]) => cellOf(row, key))),
  ];
  // With the mark Excel reads it as UTF-8.
  return `\ufeff${lines.map(csvLine).join("")}`;
}

/** A draft says in its mark what is to be decided; a number of which nothing is open has none. */
function cellOf(row: DraftRow, key: Key): string {
  const { found } = row;
  switch (key) {
    case "label":
      return found.elsewhere ? `${found.elsewhere}${found.label}` : found.label;
    case "value":
    case "unit":
    case "period":
      return found[key];
    case "source":
      return found.sentence;
    case "confirm":
      return row.asks.length > 0 ? `待确认：${row.asks.join("；")}` : "";
    case "note":
      return "";
    default:
      return row[key];
  }
}

/** The report in its own structure; each number that has a row is a reference to it. */
export function reportMd(outline: Outline, rows: ReadonlyMap<FoundNumber, DraftRow>): string {
  const { title, number, dated, published, blocks } = outline;
  const head = { 标题: title, 文号: number, 成文日期: dated, 发布日期: published };
  const byBlock = Map.groupBy(rows, ([{ block }]) => block);
  const several = new Set(
    [...Map.groupBy(new Set(rows.values()), ({ id }) => id)]
      .filter(
        ([, own]) =>
          own.length > 1 || own.some(({ asks }) => asks.some((one) => /不一致/.test(one))),
      )
      .map(([id]) => id),
  );
  const body = blocks.map(({ level, text }, at) => {
    if (level > 0) return `${"#".repeat(level)} ${escaped(text)}`;
    let [written, end] = ["", 0];
    for (const [{ start, end: stop, spoken }, { id, section }] of byBlock.get(at) ?? []) {
      if (spoken) continue;
      const reference = several.has(id) ? `${id}@${section}` : id;
      written += `${escaped(text.slice(end, start))}{{${reference}}}`;
      end = stop;
    }
    return startEscaped(`${written}${escaped(text.slice(end))}`);
  });
  return `---\n${stringify(head)}---\n\n${body.join("\n\n")}\n`;
}

/** Text that Markdown leaves as it is. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffd]/gu, "")
    .replace(/[{}｛｝]/g, "")
    .replace(/[\\`*_[\]<>#|]/g, "\\$&")
    .replace(/&(?=[a-z#]\w*;)/gi, "\\&");
}

/** What would begin a list at the start of a paragraph. */
function startEscaped(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/, "$1\\$2").replace(/^([-+=~])/, "\\$1");
}
