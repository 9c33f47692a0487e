/** Most rows of an export are told to be records cell by cell: the same is found where each is looked at whole. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dataRows, isDataRow } from "../src/exports/data-rows.ts";
import { recognise } from "../src/exports/recognise.ts";
import { rowKind } from "../src/exports/row-kind.ts";
import { pieceOf } from "../src/ingest/rows/piece.ts";
import { isNothing } from "../src/ingest/text/tidy.ts";
import { anyText } from "./support/tables.ts";

const runs = (numRuns: number) => ({ seed: 20240105, numRuns });

const heads = [
  "序号",
  "工单编号",
  "创建时间",
  "问题分类",
  "工单状态",
  "办结时间",
  "办件数量",
  "是否满意",
];
const recognised = recognise(heads)!;

/** What offices write into a row, records and all else. */
const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("", "1", "12", "2024-01-05 09:00:12", "GD2024010100001"),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom("噪声扰民", "回复完成", "满意", "无", "-", "0", "3", "120"),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...heads, "工单编号（2024年）", "办结时间（120）", "1.问题分类"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom("合计", "合", "计", "共120件", "2024年合计", "其中：市容", "平均"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom("必填", "字符型(50)", "yyyy-mm-dd", "①", "(3)", "甲", "栏次"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "示例：A001",
      "例120",
      "注：2024年数据",
      "1/120",
      "局长：",
      "审核人：",
    ),
  },
  { weight: 2, arbitrary: anyText },
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 10 }), { maxLength: 30 });

describe("rows that are data by what their cells tell", () => {
  test("are records where each is looked at whole, and say enough to be no title", () => {
    let told = 0;
    fc.assert(
      fc.property(rows, (all) => {
        for (const cells of all) {
          const isData = isDataRow(cells);
          const kind = rowKind(cells, heads, recognised);
          expect(rowKind(cells, heads, recognised, isData), JSON.stringify(cells)).toBe(kind);
          if (!isData) continue;
          told++;
          expect(cells.filter((one) => !isNothing(one)).length).toBeGreaterThan(2);
          expect(cells.some((one) => /\d{2}|^\d+$/.test(one))).toBe(true);
        }
      }),
      runs(1500),
    );
    expect(told).toBeGreaterThan(500);
  });

  test("are the same in a piece and one by one", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const piece = pieceOf(all, 2);
        const alone = all.map((cells, at) => !piece.odd.has(at) && isDataRow(cells));
        expect(dataRows(piece)).toEqual(alone);
      }),
      runs(500),
    );
  });

  test.each([
    ["1", "GD2024010100001", "2024-01-05", "噪声扰民", "回复完成", "", "", "满意"],
    ["GD2024010100001", "2024-01-05", "噪声扰民"],
  ])("a ticket is told so: %s", (...cells) => {
    expect(isDataRow(cells)).toBe(true);
  });
});
