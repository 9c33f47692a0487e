/** The columns of a file matched to those of its dataset, and what is wrong with them. */
import type { Column, Dataset } from "../../datasets/define.ts";
import { DRAFT } from "../../datasets/draft.ts";
import { COPIES, MATTERS, MONEY, oneOf, PEOPLE, TIMES } from "../../text/measure-words.ts";
import { type CellReader, cellReader } from "../cells/cell.ts";
import { type Vocabularies, wordsOf } from "../cells/lexicon.ts";
import { type Add, cellName } from "../problems/problems.ts";
import { headMeantBy } from "../text/nearest.ts";
import { PERSONAL_HEADER } from "../text/personal/headers.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import { columnKey, headerKey, scaleOf, unitOf } from "./column-names.ts";
import { sayDateParts } from "./date-parts.ts";
import { type HaveOrNot, haveOrNotOf } from "./have-or-not.ts";
import { howWritten } from "./how-written.ts";
import { tableOf } from "./other-table.ts";
import type { RawRow } from "./piece.ts";
import { columnKeys } from "./typed.ts";

/** A column of the file matched to a column of the dataset. */
export interface Matched {
  index: number;
  key: string;
  /** Where its values stand in a typed row. */
  place: number;
  column: Column;
  read: CellReader;
  /** Whether a cell says a word that is listed for it. */
  lists: (raw: string) => boolean;
  /** What is said in it of 有 and 无, where it is of yes or no. */
  haveOrNot?: HaveOrNot | undefined;
}

/**
 * The columns that a header names, in a folder's year; null when they cannot be used. Titles `above`
 * it may say a unit; rows `below` it, whether two columns of one name say the same.
 */
export function matchColumns(
  header: RawRow,
  dataset: Dataset,
  year: number,
  vocabularies: Vocabularies,
  above: readonly RawRow[],
  below: readonly RawRow[],
  add: Add,
): Matched[] | null {
  const columns: Matched[] = [];
  const unknown: { name: string; cell: string }[] = [];
  let usable = true;
  const second = secondTable(header, dataset);
  if (second >= 0) {
    add("column-duplicate", {
      cell: cellName(second, header.row),
      value: header.cells[second]!,
      why: "从这一格起又是一份表的表头：两份表左右并排放在一个文件里",
      fix: "把右边的一份剪切到另一个文件，文件名加上 -2；内容与左边相同的就删掉",
    });
    return null;
  }
  const named = new Set(header.cells.map((raw) => columnKey(dataset, tidy(raw))));
  for (const [index, raw] of header.cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    const cell = cellName(index, header.row);
    const key = columnKey(dataset, name);
    if (!key) {
      if (name !== DRAFT.source && name !== DRAFT.confirm) unknown.push({ name, cell });
      continue;
    }
    // A month beside the day itself says nothing more; npm run cube writes both, under their own names.
    const { month, from, label } = dataset.derived?.[key] ?? {};
    if (month && name !== key && name !== label && from?.every((one) => named.has(one))) {
      unknown.push({ name, cell });
      continue;
    }
    const first = columns.find((matched) => matched.key === key);
    if (first) {
      usable = false;
      add("column-duplicate", {
        cell,
        value: name,
        ...twice(first.index, index, header, below),
      });
      continue;
    }
    const column = (dataset.columns[key] ?? dataset.derived?.[key])!;
    const wrong = wrongUnit(name, column);
    if (wrong) {
      usable = false;
      add("column-unit", {
        cell,
        value: name,
        why: `“${column.label}”不会以“${wrong.unit}”为单位，多半是列名或这一列的数写错了`,
        fix: `核对这一列是什么：是${column.label}就写成“${column.label}（${wrong.units[0]}）”；不是就改成它自己的列名`,
      });
      continue;
    }
    const scale = isNumber(column) ? scaleOf(name) : 0;
    const elsewhere = isNumber(column) && scale === 0 ? scaleAbove(above, column) : undefined;
    if (elsewhere) {
      usable = false;
      add("number-ambiguous", {
        cell,
        value: name,
        why: `表头上方写着“${elsewhere}”，这一列的列名却没有写，不知道该不该乘`,
        fix: `把单位写进列名，例如“${column.label}（${elsewhere}）”`,
      });
      continue;
    }
    const place = columnKeys(dataset).indexOf(key);
    const words = wordsOf(column, vocabularies);
    const lists = (raw: string) => words.has(wordKey(raw));
    const read = cellReader(column, scale, vocabularies, year);
    const haveOrNot = haveOrNotOf(column);
    columns.push({ index, key, place, column, read, lists, haveOrNot });
  }
  const has = (key: string) => columns.some((matched) => matched.key === key);
  const found = tableOf(unknown, dataset);
  if (found) {
    const { other, names } = found;
    add("file-name", {
      cell: unknown.find(({ name }) => name === names[0])!.cell,
      value: names.join("、"),
      why: `这几列是“${other.label}”的，不是“${dataset.label}”的：照读，每一行会算作${dataset.label}的一${dataset.unit}`,
      fix: `是“${other.label}”的，文件名改成 ${other.id}.csv；确实是“${dataset.label}”的，删掉这几列`,
    });
    return null;
  }
  const countLike = "count" in dataset.columns && !has("count") ? likeCount(unknown) : undefined;
  const keys = columns.map(({ key }) => key);
  const others = sayDateParts(unknown, dataset, keys, add);
  if (others.length < unknown.length) usable = false;
  for (const column of others) if (column !== countLike) sayUnknown(column, dataset, has, add);
  if (countLike) {
    usable = false;
    add("column-missing", {
      cell: countLike.cell,
      column: "件数",
      value: countLike.name,
      why: `没有“件数”这一列，而“${countLike.name}”像是件数；不认它，每行就会只算一件`,
      fix: "是件数就把列名改成“件数”；不是就删掉这一列",
    });
  }
  for (const [key, column] of Object.entries(dataset.columns)) {
    if (!column.required || has(key)) continue;
    usable = false;
    const near = headMeantBy(
      column.label,
      unknown.map(({ name }) => name),
    );
    const hint = howWritten(column, vocabularies);
    add("column-missing", {
      cell: `第${header.row}行`,
      column: column.label,
      why: near
        ? `没有“${column.label}”这一列，最接近的是“${near}”`
        : `没有“${column.label}”这一列`,
      fix: near
        ? `如果“${near}”就是它，把列名改成“${column.label}”`
        : `在表头加一列“${column.label}”${hint && `，每一行${hint}`}`,
    });
  }
  return usable ? columns : null;
}

/** Where a second table begins beside the first: its columns are all of them, or some, once more. */
function secondTable({ cells }: RawRow, dataset: Dataset): number {
  const keys = cells.map((cell) => columnKey(dataset, tidy(cell)));
  const at = keys.findIndex((key, index) => key !== undefined && keys.indexOf(key) < index);
  const again = keys.slice(at).filter((key) => key !== undefined);
  const apart = at > 0 && tidy(cells[at - 1]!) === "";
  const whole = at > 0 && keys[at] === keys.find((key) => key !== undefined);
  const repeats = again.every((key) => keys.indexOf(key) < at);
  return at > 0 && again.length > 1 && repeats && (apart || whole) ? at : -1;
}

/** Of two columns of one name: whether they say the same, as far as is seen. */
function twice(first: number, second: number, header: RawRow, below: readonly RawRow[]) {
  const place = cellName(first, header.row);
  const other = below.find(({ cells }) => tidy(cells[first] ?? "") !== tidy(cells[second] ?? ""));
  return other
    ? {
        why: `与 ${place} 是同一列，两列的内容却不一样（例如 ${cellName(first, other.row)} 和 ${cellName(second, other.row)}），不知道该用哪一列`,
        fix: "核对哪一列是这里要的；不要的一列删掉，或改成别的列名",
      }
    : { why: `与 ${place} 是同一列，不知道该用哪一列`, fix: "核对后删掉其中一列" };
}

export function isNumber(column: Column): boolean {
  return column.type === "quantity" || column.type === "money";
}

/** A unit in a header that its column cannot have, and those that it can. */
function wrongUnit(name: string, column: Column) {
  if (!isNumber(column)) return undefined;
  const units = column.type === "money" ? [...MONEY, "人民币"] : column.units;
  const unit = unitOf(name);
  return units && unit && !units.includes(unit) ? { unit, units } : undefined;
}

/** An unknown header that counts: were it passed over, every row would silently count as one. */
function likeCount(unknown: readonly { name: string; cell: string }[]) {
  return unknown.find(({ name }) => COUNT_LIKE.test(headerKey(name)));
}
const COUNT_LIKE =
  /^(?:案件|工单|诉求|办理|受理|办案|活动|审核|本年|全年|合计|总)*(?:[件宗案起条]数量?|数量?|数目|总[数量]|次数|件次|量)$|^(?:合计|总计|计数|计|件|宗)$/;

function sayUnknown(
  { name, cell }: { name: string; cell: string },
  dataset: Dataset,
  has: (key: string) => boolean,
  add: Add,
) {
  if (PERSONAL_HEADER.test(name)) {
    add("column-personal", {
      cell,
      value: name,
      why: "这一列像是个人信息，不能放进公开的数据",
      fix: "在 Excel 里删掉整列，再保存；已经提交过的，告诉管理网站的同事，从历史中清除",
    });
    return;
  }
  const known = Object.values(dataset.columns);
  const near = headMeantBy(
    name,
    known.map((column) => column.label),
  );
  const isFree = near !== null && !has(columnKey(dataset, near) ?? "");
  if (/罚没/.test(name) && known.some(({ type }) => type === "money")) {
    add("column-unknown", {
      cell,
      value: name,
      why: "这一列是罚款和没收合在一起的，没有用到，也不会公开",
      fix: "分成“罚款金额（元）”和“没收金额（元）”两列；分不开的，总数写进 indicators.csv，指标编号写 fines-and-confiscations",
    });
    return;
  }
  const isMoney = known.some(({ label, type }) => label === near && type === "money");
  add("column-unknown", {
    cell,
    value: name,
    ...(isFree && near && !isMoney ? { instead: near } : {}),
    why: "这一列没有用到，也不会公开",
    fix: isMoney
      ? `如果应是“${near}”，请改列名并写清单位：“${near}（元）”或“${near}（万元）”；否则可以不管`
      : near
        ? `如果应是“${near}”，请改列名；否则可以不管`
        : "可以不管，也可以删掉这一列",
  });
}

const SCALED_MONEY = new RegExp(`[百千万亿]${oneOf(MONEY)}`);
const SCALED_COUNT = new RegExp(`[百千万亿]${oneOf([...MATTERS, ...TIMES, ...PEOPLE, ...COPIES])}`);

/** A unit with a power of ten that a title row announces for the whole table (单位：万元). */
function scaleAbove(above: readonly RawRow[], column: Column): string | undefined {
  const pattern = column.type === "money" ? SCALED_MONEY : SCALED_COUNT;
  for (const { cells } of above) {
    for (const cell of cells) {
      const unit = /单位[:：]?(.{0,12})/.exec(tidy(cell).replace(/ /g, ""))?.[1];
      const scaled = unit ? pattern.exec(unit)?.[0] : undefined;
      if (scaled) return scaled;
    }
  }
  return undefined;
}
