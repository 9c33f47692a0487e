/** What a visitor takes away: the lines found, and a text that says how they were found. */
import { alikeText } from "../../text/alike.ts";
import { csvCell, csvLine } from "../../text/csv.ts";
import { DEMO, DEMO_COLUMN, INVENTED } from "../../text/demo.ts";
import { nameText } from "../../text/file-name.ts";
import { NOT_LISTED, numberText } from "../../text/format.ts";
import type { FileHead, Query, Rows } from "../head.ts";

/** The lines as CSV; each word is made a cell once. */
export function csvOf(head: FileHead, rows: Rows, lines: ArrayLike<number>): string {
  const { columns } = rows;
  // Of people nobody may tell an empty cell from one that is not told.
  const nothing = head.alike ? NOT_LISTED : "";
  const cells = columns.map(({ values, key }) =>
    values.map((value, code) => csvCell(code === 0 && key !== "section" ? nothing : value)),
  );
  const mark = `${head.demo ? `,${DEMO}` : ""}\r\n`;
  const labels = columns.map(({ label }) => label);
  const text = [`\ufeff${csvLine(head.demo ? [...labels, DEMO_COLUMN] : labels)}`];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    let row = "";
    for (let c = 0; c < columns.length; c++) {
      row += `${c > 0 ? "," : ""}${cells[c]![columns[c]!.codes[line]!]}`;
    }
    text.push(row + mark);
  }
  return text.join("");
}

/** Bureau, dataset and years: “青山城管局-complaints-2023-2024-筛选”. */
export function savedName(
  { bureau, shortName, demo, dataset, parts }: FileHead,
  { filters }: Query,
): string {
  const known = [...new Set(parts.map(({ year }) => year))];
  const years = known.filter((year) => filters.get("year")?.includes(year) ?? true).sort();
  const span = [...new Set([years[0], years.at(-1)])].filter((year) => year !== undefined);
  return [...(demo ? [DEMO] : []), nameText(shortName || bureau), dataset, ...span, "筛选"].join(
    "-",
  );
}

export function readmeOf(
  { bureau, label, demo, alike, columns, parts }: FileHead,
  { filters, text, sort }: Query,
  lines: number,
  address: string,
): string {
  const labelOf = (key: string) => columns.find((column) => column.key === key)?.label ?? key;
  const conditions = [...filters].map(
    ([key, words]) => `${labelOf(key)}：${words.map((word) => word || NOT_LISTED).join("、")}`,
  );
  const apart = [...new Set(parts.map((part) => `${part.label}（${part.unit}）`))];
  if (text) conditions.push(`含有文字：${text}`);
  return [
    `${bureau}：${label}${demo ? `（${DEMO}，${INVENTED}）` : ""}`,
    "",
    `筛选条件：${conditions.length > 0 ? conditions.join("；") : "无，全部数据"}`,
    ...(sort ? [`排序：${labelOf(sort.key)}，${sort.down ? "从大到小" : "从小到大"}`] : []),
    `共${numberText(lines)}行。每行的“件数”是这一行代表多少件，统计时加件数，不要数行。`,
    ...(parts.length > 1 ? [`只在同一年、同一类里相加：${apart.join("、")}。`] : []),
    ...(alike ? [`${alikeText()}。`] : []),
    `同一筛选的网址：${address}`,
    "CSV 为 UTF-8 编码，Excel、WPS 可以直接打开。",
    "",
  ].join("\r\n");
}
