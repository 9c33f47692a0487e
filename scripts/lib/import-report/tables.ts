/** What an import says of each table: what it was, where its rows went, what to look at. */
import type { Dataset } from "../../../src/datasets/define.ts";
import type { Places } from "../../../src/exports/day-checks.ts";
import type { WrongTotal } from "../../../src/exports/export-sums.ts";
import type { Recognised } from "../../../src/exports/recognise.ts";
import { LEFT_ROWS } from "../../../src/exports/row-kind.ts";
import type { TableReport } from "../../../src/exports/table-report.ts";
import type { Taken } from "../../../src/exports/taken-heads.ts";
import { cut } from "../../../src/text/cut.ts";
import { printable } from "../places.ts";

/** So many words of a column are listed. */
export const LISTED = 12;
const LEFT: Record<string, string> = {
  ...LEFT_ROWS,
  undated: "没有日期、认不出是哪一年的行（用 --year 2024 这样指明）",
};

export function tableText(table: TableReport): string {
  const { recognised, rows } = table;
  const name = printable(table.sheet === null ? table.file : `${table.file} › ${table.sheet}`);
  if (table.bodies) {
    const bodies = table.bodies.map((body) => cut(printable(body), 20)).join("、");
    return `${name}\n  是：${table.form}\n  要看：有${table.bodies.length}个单位的行（${bodies}），认不出哪一行是本单位的，没有读。site.yaml 的“单位名称”写成表里的，或者只留本单位一行，再导入`;
  }
  if (table.form) {
    const [year] = table.years.keys();
    return `${name}\n  是：${table.form}${year ? `，写成${year}年统计表的各行` : ""}${leftText(table)}`;
  }
  if (!recognised && table.noPlace) {
    const { label, instead } = table.noPlace;
    return `${name}\n  像是“${label}”：网站没有这样的表，一行也没有读。${instead}`;
  }
  if (!recognised && table.noDay) return `${name}\n${noDayText(table.noDay)}`;
  if (!recognised) {
    return `${name}\n  认不出这是什么表：前十行里没有一行像已知导出的表头。一行也没有读。`;
  }
  const unknown = table.lookedAt
    ? "——系统不认识，列已核对过"
    : "——系统不认识，请核对下面的列；核对无误，加 --confirm 再导入一次";
  const written = [...table.years.values()].reduce((sum, n) => sum + n, 0);
  const years = [...table.years].sort(([a], [b]) => a - b);
  const byYear = years.map(([year, n]) => `${year}年${n}行`).join("，");
  return [
    name,
    `  是：${recognised.system.label}${recognised.certain ? "" : unknown}`,
    `  表头下面有${rows}行：读入${written}行${byYear ? `（${byYear}）` : ""}${leftText(table)}`,
    ...[...table.sums].map(([label, sum]) => `  ${label}相加：${sum}`),
    `  用到的列：${recognised.taken.map((one) => takenText(one, recognised)).join("，")}`,
    fixedLine(recognised),
    columnsLeft("  有个人信息、不写入的列", recognised, "personal"),
    columnsLeft("  网站不用的列", recognised, "unused"),
    columnsLeft("  意思已由别的列说明的列", recognised, "second"),
    partLine(table),
    untoldLine(table, written),
    othersLine(table),
    unpartedLine(table),
    ...sharedLines(table),
    ...belowLines(table),
    noValuesLine(table),
    ...table.wrongTotals.map(totalLine),
    ...blankLines(table),
    ...dayLines(table),
    ...ofNobodyLines(table),
    ...wordLines(table),
  ]
    .filter(Boolean)
    .join("\n");
}

/** A head that may be such a day in nobody's words is the bureau's to name. */
function noDayText({ label, dated, columns }: Dataset): string {
  const days = dated!.by.map((key) => columns[key]!.label);
  return `  像是“${label}”，但认不出哪一列是${days.join("、")}，一行也没有读。有这样的列，加 --head 导出的列=${days.at(-1)}；没有的，导出时选上`;
}

/** What is written in all rows, and no column of the export says. */
function fixedLine({ fixed, system }: NonNullable<TableReport["recognised"]>): string {
  const said = Object.entries(fixed).map(
    ([key, word]) => `${system.of.dataset.columns[key]!.label}：${word}`,
  );
  const [key] = Object.keys(fixed);
  const label = key && system.of.dataset.columns[key]!.label;
  return label ? `  整份都写作：${said.join("，")}（不是这样的，加 --set ${label}=…）` : "";
}

function takenText({ head, column, either, parts = [] }: Taken, { system }: Recognised): string {
  if (parts.length > 0) {
    return `${[head, ...parts.map((part) => part.head)].join("＋")}→${column.label}（相加）`;
  }
  if (!either) return head === column.label ? head : `${head}→${column.label}`;
  const labels = either.columns.map((key) => system.of.dataset.columns[key]!.label);
  return `${head}→${labels.join("、")}（看这一行是哪一样）`;
}

/** A list of the major decisions, or of what is overdue, says too little of the year. */
function partLine({ part, lookedAt, recognised }: TableReport): string {
  if (part === undefined || lookedAt) return "";
  return `  要看：名称里写着“${part}”，像是只有一部分的清单。只导入它，全年的“${recognised!.system.of.dataset.label}”会少。有全部的，导入全部的`;
}

function unpartedLine({ unparted, recognised }: TableReport): string {
  const head = recognised?.taken.find(({ either }) => either)?.head;
  if (!head || unparted === 0) return "";
  return `  要看：${printable(head)}有${unparted}行看不出哪一部分是罚款、哪一部分是没收，没有写入，罚款、没收的合计只写“至少”。合在一起的总数写进 indicators.csv，指标编号写 fines-and-confiscations`;
}

/** Rows of other bodies: named, since a body may have had another name. */
function othersLine({ others }: TableReport): string {
  if (!others || others.rows.size === 0) return "";
  const names = [...others.rows].map(([name, { rows }]) => `${cut(printable(name), 20)} ${rows}行`);
  const what = others.areRead ? "没有一行写的是本单位的名称，照样读入了" : "写的不是本单位，没有读";
  return `  要看：“${printable(others.head)}”${what}：${listed(names)}。是不是本单位，再导入时用 --body 单位名称=是本单位（或 =别的单位）答，记下来就不再问`;
}

function sharedLines({ shared }: TableReport): string[] {
  return [...shared].map(
    ([head, { rows, cell }]) =>
      `  要看：${printable(head)}有${rows}行与上一行合并成一格（首处 ${cell}），看不出是几行一共的数，还是每行都是，只写在第一行，合计只写“至少”。每行都是的，取消合并，逐行填上；是几行一共的，几行合成一行`,
  );
}

/** The street of a merged cell stands in its first row alone. */
function belowLines({ below }: TableReport): string[] {
  return below.map(({ head, label, rows, cell, filled }) => {
    const name = printable(head);
    return filled
      ? `  ${name}空着的${rows}格（首处 ${cell}）照上一格填了`
      : `  要看：${name}一格有字、下面几格空着（首处 ${cell}，共${rows}格），像是合并单元格另存成 CSV 的，空着的没有写入。是合并的，加上 --down ${label}（照上一格填）再导入一次，或者换成原来的 .xlsx；确实没有的不用管`;
  });
}

/** #N/A is a formula of Excel that found nothing, and no cell that nobody filled in. */
function noValuesLine({ noValues }: TableReport): string {
  const said = [...noValues].map(
    ([head, { rows, cell, text }]) => `${printable(head)}${rows}格（首处 ${cell}，${text}）`,
  );
  return said.length > 0
    ? `  要看：Excel 的公式没有算出来、当作没有填的：${said.join("，")}。应当有值的，在原来的表里改好再导入`
    : "";
}

function untoldLine({ untold }: TableReport, written: number): string {
  if (!untold) return "";
  const { label, rows } = untold;
  const which = rows < written ? `有${rows}行` : "";
  const what = rows < written ? "这些行算什么，不会计入数字" : "这些行算什么，一行也不会计入数字";
  return `  要看：${which}没有说“${label}”，不知道${what}。整份都一样的，加上 --set ${label}=…`;
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
    .map(({ head, maybe }) => cut(printable(head), 40) + askedText(head, maybe));
  return heads.length === 0 ? "" : `${title}：${heads.join("，")}`;
}

/** A head is asked about, not guessed. */
function askedText(head: string, labels: readonly string[]): string {
  const which = labels.map((label) => `“${label}”`).join("还是");
  return labels.length === 0
    ? ""
    : `（是不是${which}？是就加上 --head ${cut(printable(head), 40)}=${labels[0]}）`;
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
  const isSame = written.replace(/[,，]|[余多]$/g, "") === String(stated);
  const says = isSame ? written : `${cut(printable(written), 20)}，合${stated}`;
  return `  要看：合计行 ${cell} 的${label}写${says}，${sum === null ? "却没有一行可以相加" : `各行相加是${sum}`}：核对是漏了行还是合计写错`;
}

function dayLines({ days }: TableReport): string[] {
  if (!days) return [];
  const list = ({ rows, first }: Places) =>
    first.join("；") + (rows > first.length ? `，等${rows}处` : "");
  const { orders, notYet } = days;
  return [
    orders.rows > 0
      ? `  要看：日期先后颠倒，照样写入了，但 npm run check 会停下来：${list(orders)}。在业务系统里改正后重新导出`
      : "",
    notYet.rows > 0
      ? `  有了日期、状态却是还没有的，照样写入，是否按时不算这些行：${list(notYet)}。写错了的，在业务系统里改正后重新导出`
      : "",
  ];
}

/** 负责人出庭 said once of a row with a first instance and an appeal. */
function ofNobodyLines({ ofNobody }: TableReport): string[] {
  return [...ofNobody].map(([head, { rows, first }]) => {
    const more = rows > first.length ? "等" : "";
    const name = cut(printable(head), 20);
    return `  要看：“${name}”没有写明是哪一审的，有两个审级的${rows}行（第${first.join("、")}${more}行）没有写入这一列：在导出里分成“一审${name}”“二审${name}”两列`;
  });
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
