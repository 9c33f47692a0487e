/** What an import says to a clerk: what each table was, where its rows went, what to look at. */

import type { Column, Dataset } from "../../src/datasets/define.ts";
import { bareLabel } from "../../src/exports/answers.ts";
import { headsWithInitials } from "../../src/exports/code-heads.ts";
import type { Places } from "../../src/exports/day-checks.ts";
import type { WrongTotal } from "../../src/exports/export-sums.ts";
import type { BackAnswer } from "../../src/exports/going-back.ts";
import type { Imported } from "../../src/exports/importing.ts";
import type { Recognised } from "../../src/exports/recognise.ts";
import { LEFT_ROWS } from "../../src/exports/row-kind.ts";
import type { Differing, RowOrigin } from "../../src/exports/same-numbers.ts";
import type { TableReport } from "../../src/exports/table-report.ts";
import type { Taken } from "../../src/exports/taken-heads.ts";
import type { Change } from "../../src/exports/year-rows.ts";
import { cut } from "../../src/text/cut.ts";
import { dateText } from "../../src/text/format.ts";
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

/** What is written in all rows, and no column of the export says. */
function fixedLine({ fixed, system }: NonNullable<TableReport["recognised"]>): string {
  const said = Object.entries(fixed).map(
    ([key, word]) => `${system.of.dataset.columns[key]!.label}：${word}`,
  );
  const [key] = Object.keys(fixed);
  const label = key && system.of.dataset.columns[key]!.label;
  return label ? `  整份都写作：${said.join("，")}（不是这样的，加 --set ${label}=…）` : "";
}

function takenText({ head, column, either }: Taken, { system }: Recognised): string {
  if (!either) return head === column.label ? head : `${head}→${column.label}`;
  const labels = either.columns.map((key) => system.of.dataset.columns[key]!.label);
  return `${head}→${labels.join("、")}（看这一行是哪一样）`;
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
  return `  要看：“${printable(others.head)}”${what}：${listed(names)}。是不是本单位的，在 imports.yaml 里写一行“单位: { ${cut(printable([...others.rows.keys()][0]!), 20)}: 是本单位 }”或“别的单位”，再导入就不再问`;
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

/** One command that answers all that keeps the rows from being certain; empty where nothing does. */
export function answersText({ tables }: Imported): string {
  const unsure = tables.some(
    ({ recognised, lookedAt }) => recognised && !recognised.certain && !lookedAt,
  );
  const untold = new Set(tables.flatMap((table) => table.untold?.label ?? []));
  const asked = [...new Set(tables.flatMap(wordsAsked))];
  const heads = [...new Set(tables.flatMap(headsAsked))];
  if (!unsure && untold.size === 0 && asked.length === 0 && heads.length === 0) return "";
  const files = new Set(tables.map(({ file }) => printable(file)));
  const answers = [
    ...[...untold].map((label) => `--set ${label}=…`),
    ...heads.map((head) => `--head ${head}`),
    ...asked.map((word) => `--word ${word}`),
    ...(unsure ? ["--confirm"] : []),
  ];
  const fill = /…/.test(answers.join("")) ? "，“…”处填上" : "";
  return `核对无误${fill}、不是的一段删去，用这一条答完，下次不再问：npm run import -- ${[...files, ...answers].join(" ")}`;
}

/** Heads that are asked: an amount in one of two units, the name of a field. */
function headsAsked({ recognised }: TableReport): string[] {
  return (recognised?.left ?? []).flatMap(({ head, maybe: [label, second] }) => {
    if (!label) return [];
    if (second && bareLabel(label) === bareLabel(second)) {
      return [`${inShell(head)}=${bareLabel(label)}（…）`];
    }
    return headsWithInitials(head).length > 1 ? [`${inShell(head)}=${label}`] : [];
  });
}

/** An argument as it can be typed. */
function inShell(text: string): string {
  return /^[\p{L}\d_=…（）-]+$/u.test(text) ? text : `'${printable(text).replaceAll("'", "")}'`;
}

/** 状态=3=…: what a person knows and no list of words. A new word of the bureau's own belongs in vocabularies.yaml. */
function wordsAsked({ words }: TableReport): string[] {
  return [...words.values()].flatMap(({ label, unknown }) => {
    return [...unknown].slice(0, LISTED).flatMap(([text, { proposal, isFixed }]) => {
      if (!isFixed || cut(text, 20) !== text || /[='…]/.test(text)) return [];
      return [inShell(`${label}=${text}=${proposal ?? "…"}`)];
    });
  });
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

/** Amounts of which nobody knows whether they are 元 or 万元 are not written. */
function asksUnit(recognised: TableReport["recognised"]): boolean {
  return (
    recognised?.left.some(({ maybe }) => maybe.some((label) => label.endsWith("元）"))) ?? false
  );
}

function listed(parts: readonly string[]): string {
  return parts.slice(0, LISTED).join("，") + (parts.length > LISTED ? `，等${parts.length}个` : "");
}

/** Rows with the same number as others, and which of them was taken. */
export function repeatsText({ repeats }: Imported): string[] {
  return repeats.flatMap(({ label, year, alike, between, decided, asked, answer, dataset }) => {
    const of = `${label}，${year}年：`;
    const rows = alike.length + between;
    const first = alike.slice(0, PLACES).map(({ first, second }) => placesText(first, second));
    const where =
      first.length > 0 ? `：${first.join("；")}${alike.length > PLACES ? "等" : ""}` : "";
    const taken = answer
      ? `按 imports.yaml 的“编号相同: ${answer}”`
      : "用了更新日期晚的，或后读到的文件里的";
    return [
      rows > 0 ? `${of}有${rows}行与前面的是同一件（编号和内容都相同），只算一次${where}` : "",
      decided.length > 0
        ? `${of}${mustDecide(decided) ? "要看：" : ""}其中${decided.length}行编号相同、内容不一样，${taken}：${differingText(decided, dataset)}`
        : "",
      asked.length > 0
        ? `${of}有${asked.length}行与前面的编号相同、内容不一样，不知道算哪一行：${differingText(asked, dataset)}`
        : "",
    ].filter(Boolean);
  });
}

/** What to do where a person must say which row counts. */
export const ASK_SAME =
  "是写错了编号的，在业务系统里改正后重新导出；确实是同一件的，加 --same 后一行（或 前一行）；确实是两件的（如一份决定处罚两个当事人），加 --same 都要。答过的记在 imports.yaml";
const PLACES = 5;

/** Rows that only the order of the files has decided. */
function mustDecide(decided: readonly Differing[]): boolean {
  return decided.some(
    ({ first, second }) => first.table !== second.table && first.updated === second.updated,
  );
}

function differingText(pairs: readonly Differing[], { columns }: Dataset): string {
  const labels = Object.values<Column>(columns).map(({ label }) => label);
  const texts = pairs.slice(0, PLACES).map(({ first, second, places }) => {
    const what = places.map((at) => labels[at]).join("、") || "当事人";
    return `${placesText(first, second)}，${what}不同`;
  });
  return texts.join("；") + (pairs.length > PLACES ? `，等${pairs.length}处` : "");
}

function placesText(first: RowOrigin, second: RowOrigin): string {
  return first.table === second.table
    ? `${printable(second.table)} 第${first.row}行和第${second.row}行`
    : `${printable(first.table)} 第${first.row}行和 ${printable(second.table)} 第${second.row}行`;
}

/** What to do where an export is older than what is there. */
export const ASK_BACK =
  "拿错了旧的导出，换成新的再导入；这份里新的事也要的，加 --back 保留（回头的行留着原来的）；确实退回重办、重新统计了，加 --back 照写";

/** Matters that an export has less far than they stand in the data folder. */
export function backText(file: string, change: Change | null, answer?: BackAnswer): string[] {
  if (!change?.back) return [];
  const { rows, first, until, older } = change.back;
  const steps = first.map(({ origin, label, before, now }) => {
    const at = origin ? `${printable(origin.table)} 第${origin.row}行的` : "";
    return `${at}${label}原来是${before}，这份里是${now || "空的"}`;
  });
  const more = rows > first.length && first[0]?.origin ? `，等${rows}行` : "";
  const days =
    until.before && until.now
      ? `（原来的写到${dateText(until.before)}，这份到${dateText(until.now)}）`
      : "";
  const says = older
    ? `像是旧的导出${days}`
    : `这份导出更新${days}，有的事却回到前一步（例如重新办理的），请核对`;
  const done = answer === "保留" ? "；原来的留着" : answer || !older ? "；照这份写了" : "";
  return [`${file}：要看：${says}：${steps.join("；")}${more}${done}`];
}

export function changeText(file: string, rows: number, change: Change | null): string {
  if (!change) return `${file}：新写，${rows}行`;
  const parts = [
    ["新增", change.added],
    ["更改", change.changed],
    ["没有变", change.same],
    ["这次导出里没有、原样保留", change.kept],
    ["换掉或去掉原来的", change.replaced],
  ].flatMap(([says, n]) => (n ? [`${says}${n}行`] : []));
  return `${file}：现有${rows}行，${parts.join("，")}`;
}

/** Columns that --counts leaves out, a line for each reason. */
export function notCountedText(left: readonly { label: string; why: string }[]): string[] {
  return [...Map.groupBy(left, ({ why }) => why)].map(
    ([why, own]) => `  没有写的列：${own.map(({ label }) => label).join("，")}（${why}）`,
  );
}

/** Whether a person should look at what was found. */
export function mustLook({ tables, stopped, said, repeats }: Imported): boolean {
  return (
    stopped.length > 0 ||
    repeats.some(({ decided, answer }) => !answer && mustDecide(decided)) ||
    said.some(({ look }) => look !== false) ||
    tables.some(
      ({
        noPlace,
        recognised,
        form,
        bodies,
        left,
        words,
        untold,
        lookedAt,
        days,
        ofNobody,
        wrongTotals,
        unparted,
        shared,
        below,
        noValues,
        others,
      }) =>
        !(recognised?.certain || lookedAt || form || noPlace) ||
        bodies !== undefined ||
        untold !== undefined ||
        asksUnit(recognised) ||
        (days?.orders.rows ?? 0) > 0 ||
        ofNobody.size > 0 ||
        unparted > 0 ||
        shared.size > 0 ||
        below.some(({ filled }) => !filled) ||
        noValues.size > 0 ||
        (others?.rows.size ?? 0) > 0 ||
        wrongTotals.length > 0 ||
        left.has("undated") ||
        [...words.values()].some(({ unknown }) => unknown.size > 0),
    )
  );
}
