/** What a visitor takes away: the lines found, and a text that says how they were found. */
import type { Rows } from "../engine.ts";
import { digits, type FileHead, NOT_LISTED, type Query } from "../head.ts";

/** CSV as Excel opens it: byte order mark, CRLF, no cell a formula. */
export function csvOf(head: FileHead, rows: Rows, lines: ArrayLike<number>): string {
  const { columns } = rows;
  // Of people nobody may tell an empty cell from one that is not told.
  const nothing = head.alike ? NOT_LISTED : "";
  const cells = columns.map(({ values, key }) =>
    values.map((value, code) => cell(code === 0 && key !== "section" ? nothing : value)),
  );
  const mark = head.demo ? ",演示数据" : "";
  const text = [columns.map(({ label }) => cell(label)).join(",") + (head.demo ? ",数据性质" : "")];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    let row = "";
    for (let c = 0; c < columns.length; c++) {
      row += `${c > 0 ? "," : ""}${cells[c]![columns[c]!.codes[line]!]}`;
    }
    text.push(row + mark);
  }
  return `\ufeff${text.join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function readmeOf(
  { bureau, label, demo, alike, columns }: FileHead,
  { filters, text, sort }: Query,
  lines: number,
  address: string,
): string {
  const labelOf = (key: string) => columns.find((column) => column.key === key)?.label ?? key;
  const conditions = [...filters].map(
    ([key, words]) => `${labelOf(key)}：${words.map((word) => word || NOT_LISTED).join("、")}`,
  );
  if (text) conditions.push(`含有文字：${text}`);
  return [
    `${bureau}：${label}${demo ? "（演示数据，单位和数字均为虚构）" : ""}`,
    "",
    `筛选条件：${conditions.length > 0 ? conditions.join("；") : "无，全部数据"}`,
    ...(sort ? [`排序：${labelOf(sort.key)}，${sort.down ? "从大到小" : "从小到大"}`] : []),
    `共${digits(lines)}行。每行的“件数”是这一行代表多少件，统计时加件数，不要数行。`,
    ...(alike
      ? [
          "关于个人的行不单独列出：五件以上相同的并成一行，不足五件的把较次要的内容写作“未列明”后再并。",
        ]
      : []),
    `同一筛选的网址：${address}`,
    "CSV 为 UTF-8 编码，Excel、WPS 可以直接打开。",
    "",
  ].join("\r\n");
}
