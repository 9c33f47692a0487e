/** What an import says to a clerk: what each table was, where its rows went, what to look at. */

import type { WrongTotal } from "../../src/exports/export-sums.ts";
import type { Imported, TableReport } from "../../src/exports/import.ts";
import { LEFT_ROWS } from "../../src/exports/row-kind.ts";
import type { Change } from "../../src/exports/year-rows.ts";
import { cut } from "../../src/text/cut.ts";
import { printable } from "./places.ts";

/** So many words of a column are listed. */
const LISTED = 12;
const LEFT: Record<string, string> = {
  ...LEFT_ROWS,
  undated: "没有日期、认不出是哪一年的行（用 --year 2024 这样指明）",
};

export function tableText(table: TableReport): string {
  const { recognised, rows } = table;
  const name = printable(table.sheet === null ? table.file : `${table.file} › ${table.sheet}`);
  if (table.form) {
    const [year] = table.years.keys();
    return `${name}\n  是：${table.form}${year ? `，写成${year}年统计表的各行` : ""}${leftText(table)}`;
  }
  if (!recognised) {
    return `${name}\n  认不出这是什么表：前十行里没有一行像已知导出的表头。一行也没有读。`;
  }
  const unknown = table.lookedAt
    ? "——系统不认识，列已核对过"
    : "——系统不认识，请核对下面的列；核对无误，加 --confirm 再导入一次，列名不变就不再问";
  const written = [...table.years.values()].reduce((sum, n) => sum + n, 0);
  const years = [...table.years].sort(([a], [b]) => a - b);
  const byYear = years.map(([year, n]) => `${year}年${n}行`).join("，");
  return [
    name,
    `  是：${recognised.system.label}${recognised.certain ? "" : unknown}`,
    `  表头下面有${rows}行：读入${written}行${byYear ? `（${byYear}）` : ""}${leftText(table)}`,
    ...[...table.sums].map(([label, sum]) => `  ${label}相加：${sum}`),
    `  用到的列：${recognised.taken.map(({ head, column }) => (head === column.label ? head : `${head}→${column.label}`)).join("，")}`,
    columnsLeft("  有个人信息、不写入的列", recognised, "personal"),
    columnsLeft("  网站不用的列", recognised, "unused"),
    columnsLeft("  意思已由别的列说明的列", recognised, "second"),
    table.untold
      ? `  要看：没有说“${table.untold}”，不知道这些行算什么，一行也不会计入数字。整份都一样的，加上 --set ${table.untold}=…`
      : "",
    ...table.wrongTotals.map(totalLine),
    ...blankLines(table),
    ...orderLines(table),
    ...wordLines(table),
  ]
    .filter(Boolean)
    .join("\n");
}

function leftText({ left }: TableReport): string {
  return [...left]
    .map(([kind, { rows, first }]) => {
      const more = rows > first.length ? "等" : "";
      return `；${LEFT[kind]}${rows}行没有读（第${first.join("、")}${more}行）`;
    })
    .join("");
}

function columnsLeft(
  title: string,
  { left }: NonNullable<TableReport["recognised"]>,
  wanted: string,
): string {
  const heads = left
    .filter(({ why }) => why === wanted)
    .map(({ head, maybe }) => cut(printable(head), 20) + askedText(head, maybe));
  return heads.length === 0 ? "" : `${title}：${heads.join("，")}`;
}

/** A head is asked about, not guessed. */
function askedText(head: string, labels: readonly string[]): string {
  const which = labels.map((label) => `“${label}”`).join("还是");
  return labels.length === 0
    ? ""
    : `（是不是${which}？是就加上 --head ${cut(printable(head), 20)}=${labels[0]}）`;
}

/** What nothing in the export says, at once: npm run check could only say it of a file that nobody typed. */
function blankLines({ blank }: TableReport): string[] {
  const [had, none] = [
    blank.filter(({ head }) => head !== null),
    blank.filter(({ head }) => head === null),
  ];
  const list = (ones: typeof blank) =>
    ones
      .map(({ label, head }) =>
        head === null || head === label ? label : `${printable(head)}→${label}`,
      )
      .join("，");
  return [
    none.length > 0
      ? `  导出里没有、写成空列的：${list(none)}。按它们分的数都写“未注明”；整份都一样的，加 --set ${none[0]!.label}=…，导不出来的不用管`
      : "",
    had.length > 0
      ? `  整份都空着的列：${list(had)}。凭它们算的都写“未公布”；应该有的，核对导出时是不是没有选上`
      : "",
  ];
}

function totalLine({ cell, label, written, stated, sum }: WrongTotal): string {
  const says = written === String(stated) ? written : `${cut(printable(written), 20)}，合${stated}`;
  return `  要看：合计行 ${cell} 的${label}写${says}，${sum === null ? "却没有一行可以相加" : `各行相加是${sum}`}：核对是漏了行还是合计写错`;
}

function orderLines({ orders: { rows, first } }: TableReport): string[] {
  if (rows === 0) return [];
  const more = rows > first.length ? `，等${rows}处` : "";
  return [
    `  要看：日期先后颠倒，照样写入了，但 npm run check 会停下来：${first.join("；")}${more}。在业务系统里改正后重新导出`,
  ];
}

function wordLines({ words }: TableReport): string[] {
  return [...words.values()].flatMap(({ label, replaced, unknown, prose }) => {
    const changed = [...replaced].map(
      ([from, { word, rows }]) => `${cut(printable(from), 20)}→${word || "（不填）"} ${rows}行`,
    );
    const lines = changed.length === 0 ? [] : [`  ${label}换成网站的词：${listed(changed)}`];
    for (const [text, { rows, cell, why, fix, proposal }] of [...unknown].slice(0, LISTED)) {
      const meant = proposal ? `是不是“${proposal}”？` : "";
      lines.push(
        `  要看：${label}的“${cut(printable(text), 20)}”（${cell}，共${rows}行）没有写入：${why}。${meant || fix}`,
      );
    }
    if (prose > 0) lines.push(`  ${label}：有${prose}行是一段文字，可能有个人信息，没有写入`);
    if (unknown.size > LISTED)
      lines.push(`  要看：${label}还有${unknown.size - LISTED}个别的写法也是这样`);
    return lines;
  });
}

function listed(parts: readonly string[]): string {
  return parts.slice(0, LISTED).join("，") + (parts.length > LISTED ? `，等${parts.length}个` : "");
}

export function repeatsText({ repeats }: Imported): string[] {
  return repeats.map(
    ({ label, year, rows, differing }) =>
      `${label}，${year}年：有${rows}行与前面的是同一件（编号相同），只算一次${
        differing > 0 ? `；要看：其中${differing}行内容不一样，用了后读到的` : ""
      }`,
  );
}

export function changeText(file: string, rows: number, change: Change | null): string {
  if (!change) return `${file}：新写，${rows}行`;
  const parts = [
    ["新增", change.added],
    ["更改", change.changed],
    ["没有变", change.same],
    ["这次导出里没有、原样保留", change.kept],
    ["换掉原来同一段日子的", change.replaced],
  ].flatMap(([says, n]) => (n ? [`${says}${n}行`] : []));
  return `${file}：现有${rows}行，${parts.join("，")}`;
}

/** Whether a person should look at what was found. */
export function mustLook({ tables, stopped, said, repeats }: Imported): boolean {
  return (
    stopped.length > 0 ||
    repeats.some(({ differing }) => differing > 0) ||
    said.length > 0 ||
    tables.some(
      ({ recognised, form, left, words, untold, lookedAt, orders, wrongTotals }) =>
        !(recognised?.certain || lookedAt || form) ||
        untold !== undefined ||
        orders.rows > 0 ||
        wrongTotals.length > 0 ||
        left.has("undated") ||
        [...words.values()].some(({ unknown }) => unknown.size > 0),
    )
  );
}
