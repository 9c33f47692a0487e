/** Tables of a dataset as people fill them: mostly well, with every kind of slip, in all of Unicode. */
import fc from "fast-check";
import type { Column, Dataset } from "../../src/datasets/define.ts";
import { datasets } from "../../src/datasets/index.ts";

export interface AnyTable {
  /** Its id. */
  dataset: string;
  /** Rows of cells by file, each with its header first; not all rows are equally long. */
  files: string[][][];
  /** So many rows come at once. */
  pieceRows: number;
}

/** Any character. fast-check's own "binary" makes a list of a million of them first, to shrink by. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((nth) => String.fromCodePoint(nth < 0xd800 ? nth : nth + 0x800));

/** Any text: characters beyond U+FFFF, and halves of them that no file can hold. */
export const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 8,
  }),
  fc.string({ unit: fc.constantFrom(..."𠮷㐂👨‍👩‍👧é１Ａ\u200b\u3000 甲"), maxLength: 8 }),
);

const NUMBERS = [
  "1",
  "2",
  "3",
  "12",
  "40",
  "30余",
  "约2",
  "<5",
  "1,472",
  "３",
  "40件",
  "3.5",
  "0.98",
];
const WELL: Record<Column["type"], readonly string[]> = {
  quantity: NUMBERS,
  money: ["100", "1,472.50", "3.5万", "２００元", "约2", "3亿"],
  date: [
    ...["2023-01-05", "2023-02-28", "2023/1/7", "2023-01-05 08:30:00", "44931", "43470"],
    ...["1970-01-01", "2023-03-31T16:00:00Z", "2022-12-30", "2024-01-05", "2032-01-05"],
  ],
  period: ["截至2023年11月", "1—11月", "全年", "11月"],
  id: [
    "GD2023010500001",
    "GD2023010500002",
    "青综执〔2023〕1号",
    "ＧＤ2023010500003",
    "𠮷2023-0001",
  ],
  text: ["甲", "一（三）1（2）", "𠮷野家", "拆除 3 栋", "件", "次", "%"],
  word: ["燃气", "12345热线", "𠮷"],
  words: ["罚款", "罚款；警告", "警告、罚款"],
};
const SLIPS = [
  ...["", "", " ", "—", "无", "合计", "总 计", "小计：40件", "注：甲", "填表人：", "※𠮷"],
  ...[
    "13800138000",
    "=1+1",
    "'0012",
    "乱\ufffd码",
    "一",
    "-1",
    "1/2/2023",
    "甲,乙\n丙",
    "7",
    "5件",
    "0",
    "Total",
    "燃气 汇总",
    "其中：甲",
    "平均值",
    "共2件",
    '=""',
    '="合计"',
    "以上数据由法规股提供",
    "1.本表由法制股填报",
    "ÏÜ·¨Ðû´«",
    "（夜间）",
    "(夜间)",
    "（空白）",
    "同第2行",
    "长期",
    "不予处罚",
    "上年结转",
    "2022",
    "行政处罚",
    "警告、通报批评",
    "承办科室：法规科",
    "合",
    "计",
    "3亿",
    "0.98",
    "%",
    "示例：甲",
    "甲，2023-01-05，3",
    "a;b;3",
    "<<<<<<< HEAD",
  ],
];

/** What stands in columns that are no dataset's, but for texts: each row's year, what may be its count. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  年度: ["2023", "2023年", "2023", "2022年度"],
  备考: ["甲", "乙", "丙", "3"],
};

function cell(column: Column): fc.Arbitrary<string> {
  const words = [...(column.words ?? []), ...Object.keys(column.synonyms ?? {})];
  const well = OTHERS[column.label] ?? (words.length > 0 ? words : WELL[column.type]);
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...well) },
    { weight: 3, arbitrary: fc.constantFrom("", column.label, ...SLIPS) },
    { weight: column.type === "text" ? 10 : 1, arbitrary: anyText },
  );
}

/** A column that the dataset has, one that nothing matches, or one without a name. */
function columns(dataset: Dataset): fc.Arbitrary<readonly Column[]> {
  const all = Object.values(dataset.columns);
  const required = all.filter((column) => column.required);
  const others = ["序号", "备考", "数目", "𠮷", "", "年度"].map(
    (label): Column => ({ label, type: "text" }),
  );
  return fc
    .tuple(
      fc.shuffledSubarray(
        all.filter((column) => !column.required),
        // A dataset may demand none.
        { minLength: required.length > 0 ? 0 : 1 },
      ),
      fc.subarray(others, { maxLength: 2 }),
    )
    .chain(([some, more]) =>
      fc.shuffledSubarray([...required, ...some, ...more], {
        minLength: required.length + some.length,
      }),
    );
}

export const anyTable: fc.Arbitrary<AnyTable> = fc
  .constantFrom(...datasets)
  .chain((dataset) => columns(dataset).map((list) => ({ dataset, list })))
  .chain(({ dataset, list }) => {
    const row = fc
      .tuple(fc.tuple(...list.map(cell)), fc.nat({ max: 30 }), anyText)
      .map(([cells, odd, text]) =>
        odd === 0 ? cells.slice(0, -1) : odd === 1 ? [...cells, text] : cells,
      );
    const total = fc.tuple(...list.map(cell)).map((cells) => ["合计", ...cells.slice(1)]);
    const header = list.map(({ label }) => label);
    const alone = fc
      .tuple(fc.constantFrom(...SLIPS), fc.nat({ max: list.length - 1 }))
      .map(([text, at]) => list.map((_, i) => (i === at ? text : "")));
    const spread = list.length < 2 ? [] : [["合", "计", ...list.slice(2).map(() => "3")]];
    const form = fc.constantFrom(
      header,
      header.toReversed(),
      header.map((_, at) => String(at + 1)),
      header.map(() => "必填"),
      ...spread,
    );
    const numbers = fc.constant(
      list.map(({ type }) => (/^(?:quantity|money)$/.test(type) ? "3" : "")),
    );
    const label = fc.constant(
      list.map(({ type }) =>
        type === "id" ? "上年结转" : /^(?:quantity|money)$/.test(type) ? "3" : "",
      ),
    );
    const whole = fc
      .constantFrom("，", ";", "\t")
      .map((mark) => [
        list.map(({ type }) => (type === "text" ? "甲" : "3")).join(mark),
        ...list.slice(1).map(() => ""),
      ]);
    const other = fc.oneof(total, alone, form, numbers, label, whole);
    // A few rows, again and again: most cells have been met before.
    const file = fc
      .array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 2, arbitrary: other }), {
        minLength: 1,
        maxLength: 12,
      })
      .chain((few) => fc.array(fc.constantFrom(...few), { minLength: 1, maxLength: 60 }))
      .map((rows) => [header, ...rows]);
    return fc.record({
      dataset: fc.constant(dataset.id),
      files: fc.array(file, { minLength: 1, maxLength: 2 }),
      pieceRows: fc.integer({ min: 1, max: 70 }),
    });
  });
