/** What a row below the header is: data, or one of the things that people put between data. */
import { isColumnNumber } from "../text/form-words.ts";
import { isSpreadTotal, summaryIn } from "../text/summary-words.ts";
import { isNothing, meant, tidy } from "../text/tidy.ts";
import {
  countsItself,
  isFilled,
  isHeading,
  isLabel,
  isLabelled,
  isNamed,
  isNote,
  isNoteCell,
  mayHead,
} from "./bare-rows.ts";
import { isExample, isHeaderAgain, isHeaderWord, numbersColumns, saysHow } from "./form-rows.ts";
import type { Header } from "./header.ts";
import type { RawRow } from "./piece.ts";
import type { RowKind } from "./row-kind.ts";
import { summary } from "./summary-rows.ts";

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
    neverWith: (cell) => !isNothing(cell) && !isColumnNumber(cell),
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
  return isSpreadTotal(cells) || cells.some((cell) => summaryIn(meant(cell)) === "total");
}

export type RowKindName = keyof typeof ROW_KINDS;
const NAMES = Object.keys(ROW_KINDS) as RowKindName[];

export function kindOf({ cells }: RawRow, header: Header): RowKindName | "data" {
  return NAMES.find((name) => ROW_KINDS[name].is(cells, header)) ?? "data";
}
