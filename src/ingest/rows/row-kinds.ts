/** What a row below the header is: data, or one of the things that people put between data. */
import type { Message } from "../problems/problems.ts";
import { isImportedName } from "../text/imported-name.ts";
import { type Summary, summaryIn, summaryOf } from "../text/summary-words.ts";
import { halfWidth, isBlank, isFormula, isNothing, meant, tidy, wordKey } from "../text/tidy.ts";
import { columnKey, isFillIn } from "./column-names.ts";
import { isNumber, type Matched } from "./columns.ts";
import { isFootnote, isNoteLabel, isNoteSentence, isToSign } from "./footnotes.ts";
import type { CellTest, Header } from "./header.ts";
import type { RawRow } from "./piece.ts";

/**
 * A kind of row that is no data. Most rows are read cell by cell, where no cell sees its row
 * (plain-rows.ts): so a kind says what one cell tells of it, without the others.
 */
export type RowKind = {
  is(cells: readonly string[], header: Header): boolean;
  /** What is said of such a row. */
  message?: Message;
  /** Its numbers are held against the sums of the rows. */
  adds?: true;
  /** Its first cell is shown. */
  shows?: true;
  /** It counts as data all the same: then this is said instead of what is blank in it. */
  counts?: true;
} & (
  | { /** A row is of this kind only with such a cell in it. */ onlyWith: CellTest }
  | { /** A row with such a cell in it is not of this kind. */ neverWith: CellTest }
);

/** In the order in which they are asked; a row that is none of them is data. */
export const ROW_KINDS = {
  blank: {
    is: (cells) => cells.every(isNothing),
    neverWith: (cell) => !isNothing(cell),
  },
  header: {
    is: isHeaderAgain,
    neverWith: (cell, index, header) => {
      const name = tidy(cell);
      return name !== "" && !isHeaderWord(name, index, header);
    },
    message: {
      code: "header-repeated",
      why: "这一行又是表头，多半是几份表拼在一起",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  /** 1、2、3 or 甲、乙、1、2 below the names, as statutory forms number their columns. */
  numbers: {
    is: numbersColumns,
    neverWith: (cell) => !isNothing(cell) && !COLUMN_NUMBER.test(halfWidth(meant(cell))),
    message: {
      code: "header-repeated",
      why: "这一行是各列的栏号，不是数据",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  /** 必填, 下拉, 格式：2023-01-05 below the names of a template. */
  hints: {
    is: (cells, header) => {
      const filled = cells.filter((cell) => !isNothing(cell));
      return filled.length > 1 && filled.every((cell, at) => saysHow(cell, at, header));
    },
    neverWith: (cell, index, header) => !isNothing(cell) && !saysHow(cell, index, header),
    message: {
      code: "header-repeated",
      why: "这一行说的是各列怎样填，不是数据",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  example: {
    is: (cells, header) => {
      const first = cells.findIndex((cell) => !isNothing(cell));
      return first >= 0 && isExample(cells[first]!, first, header);
    },
    onlyWith: isExample,
    shows: true,
    message: {
      code: "row-unfilled",
      why: "这一行是填写的示例，不是真的一件，没有计入",
      fix: "删掉这一行；确实是一件的，去掉“示例”两个字",
    },
  },
  total: {
    ...summary("total"),
    adds: true,
    message: {
      code: "total-row",
      why: "合计行不是一件事，计入会重复",
      fix: "不用改；网站自己会算合计",
    },
  },
  statistic: {
    ...summary("statistic"),
    shows: true,
    message: {
      code: "total-row",
      why: "平均、占比、上年同期之类的行不是一件事，没有计入",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  part: {
    ...summary("part"),
    shows: true,
    message: {
      code: "total-row",
      why: "“其中”的一行已经含在上面的行里，计入会重复，没有计入",
      fix: "不用改；要分开统计的，把上面一行改成各部分，每部分一行",
    },
  },
  note: {
    is: isNote,
    onlyWith: isNoteCell,
    shows: true,
    message: {
      code: "note-row",
      why: "这一行只有一句附注或填表人，不是数据",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  /** A template's row: numbered beforehand, and nothing filled in. */
  unfilled: {
    is: (cells, header) => !cells.some((cell, index) => isFilled(cell, index, header)),
    neverWith: isFilled,
    shows: true,
    message: {
      code: "row-unfilled",
      why: "这一行只有序号、0或横线，别的格都是空的，像是空的模板行，没有计入",
      fix: "不用改；是漏填的，补上各格",
    },
  },
  /** 上年结转, 转下页, 件均罚款 in the place of a number, and amounts: of other rows, whatever it is called. */
  labelled: {
    is: isLabelled,
    onlyWith: isLabel,
    shows: true,
    message: {
      code: "total-row-suspected",
      why: "编号一列写的是文字，别的格只有数字，像是结转、过次页这样的行，不是一件事，没有计入",
      fix: "不是一件事的删掉这一行；是一件事的，写上它的编号，补上空着的格",
    },
  },
  /** The word of the rows below it, where rows say how many they are. */
  heading: {
    is: isHeading,
    neverWith: (cell, index, header) => !isNothing(cell) && !mayHead(cell, index, header),
    shows: true,
    message: {
      code: "row-unfilled",
      why: "这一行只有一个词，别的格和件数都是空的，像是分组标题，没有计入",
      fix: "是分组标题就不用改，也可以删掉这一行；确实是一类、件数没有公布的，件数写“未公布”",
    },
  },
  /** A total that does not say so. */
  nameless: {
    is: (cells, header) =>
      countsItself(header) && !cells.some((cell, index) => isNamed(cell, index, header)),
    neverWith: isNamed,
    adds: true,
    message: {
      code: "total-row",
      why: "这一行只有数字，别的格都是空的，当作合计，没有计入",
      fix: "是合计就不用改；是一件事就补上别的格",
    },
  },
  /** The same where rows say how many they are: it may be all that is of no known kind. */
  unnamed: {
    is: (cells, header) =>
      header.count !== undefined && !cells.some((cell, index) => isNamed(cell, index, header)),
    neverWith: isNamed,
    counts: true,
    message: {
      code: "total-row-suspected",
      why: "这一行只有数字，像是没有名字的合计；现在当作“未注明”的一类计入，是合计就会重复计算",
      fix: "是合计就删掉这一行，或在第一格写“合计”；确实是没有注明的一类就不用改",
    },
  },
} as const satisfies Record<string, RowKind>;

/** Whether a total is of all rows above or of a section; 市容环卫 汇总 may be of rows that stand anywhere. */
export function isOfAll(cells: readonly string[]): boolean {
  return cells.some((cell) => summaryIn(meant(cell)) === "total");
}

export type RowKindName = keyof typeof ROW_KINDS;
const NAMES = Object.keys(ROW_KINDS) as RowKindName[];

export function kindOf({ cells }: RawRow, header: Header): RowKindName | "data" {
  return NAMES.find((name) => ROW_KINDS[name].is(cells, header)) ?? "data";
}

const COLUMN_NUMBER = /^(?:\(?\d{1,2}\)?|[①-⑳]|[甲乙丙丁戊己庚辛]|[A-H]|[栏列行项](?:次|号|目))$/;

/** Whether the cells count on from left to right, and one of them stands where a word must. */
function numbersColumns(cells: readonly string[], header: Header): boolean {
  const named = cells.findIndex((cell) => !isNothing(cell));
  const filled = [...cells.keys()].filter(
    (index) =>
      !isNothing(cells[index]!) && !(index === named && /^[栏列行项]/.test(meant(cells[index]!))),
  );
  const said = filled.map((index) => halfWidth(meant(cells[index]!)).replace(/[()]/g, ""));
  if (said.length < 3 || !said.every((text) => COLUMN_NUMBER.test(text))) return false;
  const stems = said.filter((text) => !/^[\d①-⑳]/.test(text));
  const figures = said.slice(stems.length).map((text) => CIRCLED.indexOf(text) + 1 || Number(text));
  return (
    [STEMS, LETTERS].some((list) => stems.every((text, at) => list[at] === text)) &&
    figures.every((number, at) => number === at + 1 || number === stems.length + at + 1) &&
    filled.some((index) => isWordUnlisted(cells[index]!, index, header))
  );
}

function isWordUnlisted(cell: string, index: number, { at }: Header): boolean {
  return at[index]?.column.type === "word" && !at[index]?.lists(cell);
}
const STEMS = "甲乙丙丁戊己庚辛";
const LETTERS = "ABCDEFGH";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

function saysHow(cell: string, index: number, { at }: Header): boolean {
  const text = meant(cell);
  return text.length < 40 && isFillIn(text) && !at[index]?.lists(cell);
}

/** Whether a cell begins as an example of a form does: 示例, （样例）, 示例：A001, 例1. */
function isExample(cell: string, index: number, { at }: Header): boolean {
  const column = at[index]?.column;
  if (column?.type === "text" || at[index]?.lists(cell)) return false;
  return EXAMPLE.test(wordKey(cell));
}
const EXAMPLE =
  /^[([【]?(?:填[写报]?)?(?:(?:示例|样例|范例|举例|例子)(?:行|数据)?|例)(?:$|[\d)\]】:：])/;

/** Whether a row of the body says the header once more, in whichever writing. */
function isHeaderAgain(cells: readonly string[], header: Header): boolean {
  let filled = 0;
  for (const [index, raw] of cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    filled++;
    if (!isHeaderWord(name, index, header)) return false;
  }
  return filled > 0;
}

function isHeaderWord(name: string, index: number, header: Header): boolean {
  if (name === header.names[index]) return true;
  // No header has a digit; most rows start with one, and this is asked of every row.
  if (/\d/.test(name)) return false;
  const key = columnKey(header.dataset, name);
  return key !== undefined && header.at[index]?.key === key;
}

/** A row of this kind says so in a cell; a list of numbers, in its first. */
function summary(kind: Summary): Pick<RowKind, "is"> & { onlyWith: CellTest } {
  const onlyWith: CellTest = (cell, index, header) => summaryAt(cell, index, header) === kind;
  return {
    is: (cells, header) => {
      const first = cells.findIndex((cell) => !isNothing(cell));
      const says = "count" in header.dataset.columns ? [...cells.keys()] : [first];
      return says.some(
        (index) =>
          onlyWith(cells[index] ?? "", index, header) &&
          trusts(cells, index, header, index === first),
      );
    },
    onlyWith,
  };
}

/** What a cell says its row to be; a word that a vocabulary lists is a category all the same. */
function summaryAt(cell: string, index: number, header: Header): Summary | null {
  const matched = header.at[index];
  const text = meant(cell);
  // =SUM(A1:A9) is a formula that was not computed.
  return matched?.lists(cell) || isFormula(text) ? null : summaryOf(text);
}

/**
 * A cell is believed where no text says 年终工作汇总, or if nothing else names the row. A list of
 * numbers may have one that is called total, and a column that is not used may say anything.
 */
function trusts(
  cells: readonly string[],
  index: number,
  { at, dataset, columns }: Header,
  first: boolean,
): boolean {
  const cell = meant(cells[index]!);
  const column = at[index]?.column;
  if ("count" in dataset.columns && (column || first)) {
    if (column?.type === "word") return true;
    const alone = summaryIn(cell);
    // 共3000 as the amount of a matter is only a way to write it.
    if (
      alone &&
      !(column && isNumber(column)) &&
      (column?.type !== "text" || alone !== "part" || /[:：]/.test(cell))
    )
      return true;
  }
  return !columns.some(
    (matched) => matched.index !== index && matched.column.required && names(cells, matched),
  );
}

/** Whether a cell says of what its row is; a number under 类别 says only how many, beside 诉讼小计. */
function names(cells: readonly string[], { index, column, lists }: Matched): boolean {
  const cell = cells[index] ?? "";
  if (isBlank(cell)) return false;
  return (
    column.type !== "word" || lists(cell) || !/^[\d,.]+[件起宗次条个场]?次?$/.test(halfWidth(cell))
  );
}

function isSaid(cells: readonly string[], index: number): boolean {
  return !isBlank(cells[index] ?? "");
}

/** A footnote under the table: the row says nothing else. */
function isNote(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => isSaid(cells, index));
  if (header.columns.length < 2 || filled.length === 0) return false;
  if (filled.length === 1) return isNoteCell(cells[filled[0]!]!, filled[0]!, header);
  if (filled.every((index) => isFootnote(meant(cells[index]!)) || isToSign(meant(cells[index]!)))) {
    return true;
  }
  const first = filled[0]!;
  return (
    isNoteLabel(meant(cells[first]!), identifies(first, header)) &&
    !filled.some((index) => header.numbers.some((matched) => matched.index === index))
  );
}

function isNoteCell(cell: string, index: number, header: Header): boolean {
  const text = meant(cell);
  const matched = header.at[index];
  if (matched?.lists(cell)) return false;
  const type = matched?.column.type;
  // A category may be numbered as a footnote is.
  if (isFootnote(text) && (type !== "word" || !/^[(（]?[\d①-⑩一二三四五六七八九十]/.test(text)))
    return true;
  if (isToSign(text)) return true;
  // What names a matter has a figure in it; what only numbers rows is a figure.
  if (isNoteSentence(text) || isNoteLabel(text, identifies(index, header))) return true;
  if (type !== "id" && !header.serials.has(index)) return false;
  if (isImportedName(text)) return false;
  return /\p{L}/u.test(text) && (!/\d/.test(text) || /\p{Script=Han}.*[:：，。；%]/u.test(text));
}

/** Whether a column only tells rows apart. */
function identifies(index: number, { at, serials }: Header): boolean {
  const type = at[index]?.column.type;
  return type === "id" || type === "date" || serials.has(index);
}

/** Whether where a matter has its number there are words. */
function isLabel(cell: string, index: number, { at, count }: Header): boolean {
  if (count !== undefined || at[index]?.column.type !== "id") return false;
  const text = meant(cell);
  // 罚字第三号, 甲案 name a matter.
  return /\p{Script=Han}/u.test(text) && !/\d|[号案]$/.test(text) && text.length <= 20;
}

function isLabelled(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => isSaid(cells, index));
  const labels = filled.filter((index) => isLabel(cells[index]!, index, header));
  const numbers = filled.filter((index) => header.numbers.some((one) => one.index === index));
  return labels.length === 1 && numbers.length > 0 && filled.length === 1 + numbers.length;
}

/** Whether a row holds one word and nothing else, not even that its number is not known. */
function isHeading(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => !isNothing(cells[index]!));
  return filled.length === 1 && mayHead(cells[filled[0]!]!, filled[0]!, header);
}

/** Whether a cell may head the rows below, which say more than it and how many; a line in one cell may not. */
function mayHead(cell: string, index: number, { at, count, namePlaces }: Header): boolean {
  const isWord = at[index]?.column.type === "word" && !/[,，;；\t|]/.test(cell);
  return count !== undefined && namePlaces.length > 1 && isWord;
}

/** Whether a cell says something, beyond a serial number, a line or a nought. */
function isFilled(cell: string, index: number, header: Header): boolean {
  if (isBlank(cell) || isNothing(cell)) return false;
  const text = halfWidth(meant(cell));
  if (/^[-=_*~·.—]+$/.test(text)) return false;
  const matched = header.at[index];
  const numbers = header.serials.has(index) || matched?.column.type === "id";
  if (numbers && /^\(?\d{1,5}[.、)]?$/.test(text)) return false;
  const adds = matched !== undefined && header.numbers.includes(matched);
  return !(adds && "count" in header.dataset.columns && /^0(?:\.0+)?$/.test(text));
}

/** Whether a cell says of what its row is, and not only how much. */
function isNamed(cell: string, index: number, header: Header): boolean {
  const matched = header.at[index];
  return isFilled(cell, index, header) && !(matched && header.numbers.includes(matched));
}

/** Whether each row is one matter: the file has no 件数 by which a row without a name says how many. */
function countsItself({ dataset, count }: Header): boolean {
  return "count" in dataset.columns && count === undefined;
}
