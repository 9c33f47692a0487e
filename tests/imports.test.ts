/** Exports as the bureau's systems write them, imported: tests/exports/<system>.csv, all invented. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { isPersonalHead } from "../src/exports/heads.ts";
import { type Imported, importExports } from "../src/exports/import.ts";
import { systems } from "../src/exports/index.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import type { YearRows } from "../src/exports/year-rows.ts";
import type { Source } from "../src/ingest/bytes/source.ts";

const FOLDER = join(import.meta.dirname, "exports");
const names = readdirSync(FOLDER).map((file) => file.replace(/\.csv$/, ""));
const textOf = (name: string) => readFileSync(join(FOLDER, `${name}.csv`), "utf8");
const tableOf = (name: string) => Papa.parse<string[]>(textOf(name).trim()).data;

function source(bytes: Uint8Array | string, path = "导出.csv"): Source {
  const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  return {
    path,
    size: all.length,
    async *open() {
      yield all;
    },
  };
}

const csv = (rows: readonly (readonly string[])[]) => Papa.unparse(rows as string[][]);

function workbook(rows: readonly (readonly string[])[], bookType: "xlsx" | "biff8"): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as string[][]), "导出");
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType }));
}

function imported(...sources: Source[]): Promise<Imported> {
  return importExports(sources, {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
    nameId: rowNamer("a key of the tests"),
  });
}

/** All that would be written, by dataset and year. */
function written({ rows }: Imported): string {
  return [...rows]
    .flatMap(([{ of }, years]) =>
      [...years].map(([year, one]) => `${year}/${of.dataset.id}\n${[...one.csv()].join("")}`),
    )
    .join("\n");
}

it("every system has an export here, and every export a system", () => {
  expect(names.toSorted()).toEqual(systems.map(({ id }) => id).toSorted());
});

describe.each(names)("%s", (name) => {
  const [head = [], ...body] = tableOf(name);

  it("is known, and each row is read or said to be left", async () => {
    const { tables, stopped } = await imported(source(textOf(name)));
    expect(stopped).toEqual([]);
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect(table?.recognised?.system.id).toBe(name);
    expect(table?.recognised?.certain).toBe(true);
    const read = [...table!.years.values()].reduce((sum, n) => sum + n, 0);
    const left = [...table!.left.values()].reduce((sum, { rows }) => sum + rows, 0);
    expect([read, read + left]).toEqual([body.length, body.length]);
    expect([...table!.words.values()].flatMap(({ unknown }) => [...unknown.keys()])).toEqual([]);
  });

  it("leaves nothing personal in what is written, and no number of a matter", async () => {
    const text = written(await imported(source(textOf(name))));
    const personal = head.flatMap((label, at) => (isPersonalHead(label) ? [at] : []));
    const numbers = head.flatMap((label, at) =>
      /编号|文号|案号|立案号|_ID$|_WSH$|_XKBH$|任务号/.test(label) ? [at] : [],
    );
    for (const row of body) {
      for (const at of [...personal, ...numbers]) {
        if ((row[at] ?? "").length > 1) expect(text).not.toContain(row[at]);
      }
    }
    expect(text).not.toMatch(
      /欧阳试验|诸葛样例|司徒假设|东方虚构|1101011900|139123|188123|8123456/,
    );
  });

  it("is the same in another encoding, as a workbook, and with other columns first", async () => {
    const wanted = written(await imported(source(textOf(name))));
    const rows = [head, ...body];
    const gbk = iconv.encode(textOf(name), "gb18030");
    expect(written(await imported(source(new Uint8Array(gbk))))).toBe(wanted);
    for (const type of ["xlsx", "biff8"] as const) {
      expect(written(await imported(source(workbook(rows, type), "导出.xls")))).toBe(wanted);
    }
    const turned = rows.map((row) => [...row].reverse());
    expect(written(await imported(source(csv(turned))))).toBe(wanted);
  });

  it("is the same under titles and above sums and notes, with a blank row and column", async () => {
    const wanted = written(await imported(source(textOf(name))));
    const shifted = [head, ...body].map((row) => ["", ...row]);
    const rows = [
      [""],
      ["", "虚设县二〇二四年度台账"],
      ["", "导出单位：虚设局", "", "导出时间：2025-01-06"],
      ...shifted,
      ["", "合计", "4"],
      ["", "填表人：某人"],
      ["", "注：本表由法制股汇总。"],
    ];
    const result = await imported(source(workbook(rows, "xlsx"), "台账.xlsx"));
    expect(written(result)).toBe(wanted);
    expect(result.tables[0]!.left.get("total")?.rows).toBe(1);
    expect(result.tables[0]!.left.get("note")?.rows).toBe(2);
  });

  it("comes in two files as it comes in one", async () => {
    const wanted = written(await imported(source(textOf(name))));
    const parts = [body.slice(0, 2), body.slice(2)].map((rows) => source(csv([head, ...rows])));
    expect(written(await imported(...parts))).toBe(wanted);
  });

  it("changes nothing when it is imported again", async () => {
    const first = await imported(source(textOf(name)));
    for (const [, years] of first.rows) {
      for (const [, rows] of years) {
        const before = [...rows.csv()].join("");
        const change = rows.over(before, true);
        expect([...rows.csv()].join("")).toBe(before);
        expect([change.added, change.changed, change.replaced]).toEqual([0, 0, 0]);
      }
    }
  });
});

describe("figures of the invented exports", () => {
  const cells = async (name: string, label: string) => {
    const text = written(await imported(source(textOf(name))));
    const { data } = Papa.parse<Record<string, string>>(
      text.split("\n").slice(1).join("\n").trim(),
      {
        header: true,
        transformHeader: (head) => head.replace(/^\ufeff/, ""),
      },
    );
    return data.map((row) => row[label]);
  };

  it("amounts in 万元 are in 元", async () => {
    expect(await cells("penalties-2020", "罚款金额")).toEqual(["200", "", "13500", ""]);
    expect(await cells("penalties-2018", "没收金额")).toEqual(["", "", "4000", ""]);
    // By their definition, where the head does not say it.
    expect(await cells("penalties-codes", "罚款金额")).toEqual(["200", "", "13500", ""]);
  });

  it("two kinds of 2016 are both there", async () => {
    expect(await cells("penalties-2016", "处罚种类")).toEqual([
      "罚款",
      "警告、罚款",
      "没收违法所得",
      "罚款",
    ]);
    expect(await cells("penalties-2016", "状态")).toEqual(["有效", "有效", "已撤销", "有效"]);
  });

  it("a licence that is valid for a time was granted, and may be revoked since", async () => {
    for (const name of ["permits-2020", "permits-2018", "permits-2016", "permits-codes"]) {
      expect(await cells(name, "结果")).toEqual(Array(4).fill("准予"));
      expect(await cells(name, "状态")).toEqual(["有效", "已撤销", "有效", "有效"]);
      expect(await cells(name, "许可类别")).toEqual(["普通", "普通", "核准", "其他"]);
    }
    expect(await cells("permits-2020", "相对人类型")).toEqual([
      "自然人",
      "个体工商户",
      "法人",
      "自然人",
    ]);
    // Without the column they are protected as natural persons' (src/datasets/licences.ts).
    expect(await cells("permits-2018", "相对人类型")).toEqual(Array(4).fill(undefined));
  });

  it("an export that has no 公示日期 writes none: nothing is late by it", async () => {
    expect(await cells("penalties-2020", "公示日期")).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("what is closed, and what nobody was asked", async () => {
    expect(await cells("hotline-list", "状态")).toEqual(["已办结", "办理中", "已办结", "办理中"]);
    expect(await cells("hotline-list", "满意度")).toEqual(["满意", "", "未评价", "不满意"]);
    expect(await cells("hotline-cases", "渠道")).toEqual(Array(4).fill("12345热线"));
    expect(await cells("urban-management", "状态")).toEqual(["已办结", "已办结", "", "已办结"]);
    expect(await cells("letters", "状态")).toEqual(["已办结", "", "已办结", ""]);
  });

  it("at least and about stay so", async () => {
    expect(await cells("publicity-records", "参与人次")).toEqual(["60", "约80", "200余人", "35"]);
  });
});

it.each(["permits-2020", "penalties-2016"])(
  "bare numbers for words are never guessed: %s",
  async (name) => {
    const [head = [], ...body] = tableOf(name);
    const state = head.indexOf("当前状态");
    for (const code of ["0", "1", "2", "3", "9", "01"]) {
      const coded = body.map((row) => row.map((cell, at) => (at === state ? code : cell)));
      const result = await imported(source(csv([head, ...coded])));
      const words = result.tables[0]!.words.get("state")!;
      expect([...words.unknown.keys()]).toEqual([code]);
      expect([...words.unknown.values()].map(({ proposal }) => proposal)).toEqual([undefined]);
      expect(words.replaced.size).toBe(0);
      expect(written(result)).not.toMatch(/有效,|已撤销|已注销/);
    }
  },
);

describe("a later export", () => {
  const rowsOf = ({ rows }: Imported): YearRows => [...rows.values()][0]!.get(2024)!;

  it("adds what is new, changes what is known, keeps what it lacks", async () => {
    const [head = [], ...body] = tableOf("hotline-cases");
    const first = [...rowsOf(await imported(source(csv([head, ...body.slice(0, 3)])))).csv()].join(
      "",
    );
    const state = head.indexOf("工单状态");
    const later = [
      body[1]!.map((cell, at) => (at === state ? "回复完成" : cell)),
      body[2]!,
      body[3]!,
    ];
    const rows = rowsOf(await imported(source(csv([head, ...later]))));
    expect(rows.over(first, true)).toEqual({ added: 1, changed: 1, same: 1, kept: 1, replaced: 0 });
    expect(rows.length).toBe(4);
  });

  it("under another key takes the place of the same days as a whole", async () => {
    const [head = [], ...body] = tableOf("hotline-cases");
    const first = [...rowsOf(await imported(source(csv([head, ...body])))).csv()].join("");
    const rows = rowsOf(await imported(source(csv([head, ...body.slice(1, 3)]))));
    const change = rows.over(first.replaceAll(/^x\w{4}/gm, "xaaaa"), false);
    expect(change).toMatchObject({ added: 2, kept: 2, replaced: 2 });
    expect(rows.length).toBe(4);
  });
});

it("any text in the cells of an export comes through a workbook as through a CSV", async () => {
  const [head = []] = tableOf("publicity-ledger");
  const cell = fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      async (texts) => {
        const rows = texts.map(([theme, place, people], at) => [
          String(at + 1),
          `2024年3月${at + 1}日`,
          place,
          theme,
          "集中宣传",
          people,
          "10",
          "",
          "",
          "",
        ]);
        const wanted = written(await imported(source(csv([head, ...rows]))));
        const book = await imported(source(workbook([head, ...rows], "xlsx"), "台账.xlsx"));
        expect(written(book)).toBe(wanted);
      },
    ),
    { seed: 20241204, numRuns: 60 },
  );
});
