/** What must hold for every file, tried on many made ones with a fixed seed. */
import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import type { Source } from "../src/ingest/bytes/source.ts";
import { cellReader } from "../src/ingest/cells/cell.ts";
import { parseDate } from "../src/ingest/cells/dates.ts";
import { isNoDay } from "../src/ingest/cells/no-day.ts";
import { parseQuantity } from "../src/ingest/cells/numbers.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { flagsOf } from "../src/ingest/rows/cell-alone.ts";
import { readHeader } from "../src/ingest/rows/header.ts";
import { Ledger } from "../src/ingest/rows/ledger.ts";
import { pack, unpack } from "../src/ingest/rows/packed-piece.ts";
import { cellsOf, pieceOf } from "../src/ingest/rows/piece.ts";
import { PlainRows, plainIdFlags } from "../src/ingest/rows/plain-rows.ts";
import { Refused } from "../src/ingest/rows/refused.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import type { RowCheck } from "../src/ingest/rows/row-check.ts";
import { ROW_CHECKS } from "../src/ingest/rows/row-checks.ts";
import type { RowKind } from "../src/ingest/rows/row-kind.ts";
import { ROW_KINDS } from "../src/ingest/rows/row-kinds.ts";
import { type Reading, readRows } from "../src/ingest/rows/rows.ts";
import { ROW_LIMIT, readTable, type TableSource } from "../src/ingest/rows/table.ts";
import { TextSet } from "../src/ingest/rows/text-set.ts";
import { Batch, TypedColumns } from "../src/ingest/rows/typed.ts";
import { isGarbled } from "../src/ingest/text/garbled.ts";
import { isPlainId } from "../src/ingest/text/plain-id.ts";
import { personalData } from "../src/ingest/text/privacy.ts";
import { isBlank, isFormula, tidy } from "../src/ingest/text/tidy.ts";
import { loadSite } from "../src/load/load-site.ts";
import { amountText, numberText } from "../src/text/format.ts";
import { randomBytes } from "./support/random.ts";
import { type AnyTable, anyTable, anyText } from "./support/tables.ts";

const SEED = 20230101;
const runs = (numRuns: number) => ({ seed: SEED, numRuns });
const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";

const ENCODINGS = ["utf8", "utf8-bom", "gb18030", "utf-16le", "utf-16be"] as const;
type EncodingName = (typeof ENCODINGS)[number];

function encode(text: string, encoding: EncodingName): Uint8Array {
  const bom = encoding !== "utf8" && encoding !== "gb18030";
  const name = encoding === "utf8-bom" ? "utf8" : encoding;
  return iconv.encode(text, name, { addBOM: bom });
}

const datasetOf = (id: string) => datasets.find((dataset) => dataset.id === id)!;

/** The same bytes in pieces of the given sizes, over and over. */
function inPieces(path: string, bytes: Uint8Array, sizes: readonly number[]): Source {
  return {
    path,
    size: bytes.length,
    async *open() {
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = sizes[i % sizes.length] ?? 1;
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

async function rowsOf(source: Source) {
  const rows: string[][] = [];
  const remarks = await readTable(source, new Map(), (piece) => {
    for (let at = 0; at < piece.length; at++) rows.push(cellsOf(piece, at));
  });
  return { rows, remarks };
}

/** Characters of real exports, rare and four-byte ones among them, and all that CSV gives a meaning. */
const character = fc.constantFrom(...'青岚县执法局，。“”（）〔〕①㐂𠮷é0123456789aZ \t,;"\n');
const cell = fc.string({ unit: character, maxLength: 12 });
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);
const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

/** A table as Excel writes it, with a header that shows the delimiter and the encoding. */
function written(rows: string[][], delimiter: string, newline: string): string {
  const header = rows[0]?.map((_, i) => `青岚县综合行政执法局第${i + 1}列`) ?? [];
  return Papa.unparse([header, ...rows], { delimiter, newline, quotes: true });
}

describe("a table", () => {
  it("comes back the same from every encoding, delimiter, line end and cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(",", "\t", ";"),
        fc.constantFrom("\n", "\r\n", "\r"),
        pieces,
        async (rows, encoding, delimiter, newline, sizes) => {
          const bytes = encode(written(rows, delimiter, newline), encoding);
          const read = await rowsOf(inPieces("a.csv", bytes, sizes));
          expect(read.remarks).toEqual([]);
          expect(read.rows.slice(1)).toEqual(rows);
        },
      ),
      runs(300),
    );
  });

  it("longer than one look is the same however it is cut", async () => {
    const line = '青岚县,"占道, ""三次""\r\n屡教不改",12,𠮷\r\n';
    const bytes = encode(line.repeat(12_000), "gb18030");
    const whole = await rowsOf(inPieces("a.csv", bytes, [bytes.length]));
    expect(whole.rows).toHaveLength(12_000);
    for (const sizes of [[1], [7, 2, 3], [65_536], [262_143, 1], [1_000_003]]) {
      expect(await rowsOf(inPieces("a.csv", bytes, sizes))).toEqual(whole);
    }
  });
});

describe("a cell of millions of characters", () => {
  const LONG = "长".repeat(5_000_000);
  const LONGER = LONG.repeat(2);
  const END = "\n燃气,7\n";

  it.each([
    ["bare", `市容环卫,${LONG}${END}`, undefined],
    ["in quotes", `市容环卫,"${LONG}"${END}`, undefined],
    ["that never ends", `市容环卫,"${LONG}${END}`, "quote-open"],
    ["longer than any row", `市容环卫,${LONGER}${END}`, "row-broken"],
    ["longer, in quotes", `市容环卫,"${LONGER}"${END}`, "quote-open"],
    ["of the length of a row", `甲,${"长".repeat(ROW_LIMIT - 3)}${END}`, undefined],
    ["of one character more", `甲,${"长".repeat(ROW_LIMIT - 2)}${END}`, "row-broken"],
  ])("is told the same from memory and from a disk: %s", async (_, text, code) => {
    const bytes = encode(`执法领域,案由\n${text}`, "utf8");
    const told = async (size: number) => {
      const { rows, remarks } = await rowsOf(inPieces("a.csv", bytes, [size]));
      return { rows: rows.map((row) => row.map(({ length }) => length)), remarks };
    };
    const whole = await told(bytes.length);
    expect(whole.remarks.map((remark) => remark.code)).toEqual(code ? [code] : []);
    for (const size of [65_536, 1_000_003]) expect(await told(size)).toEqual(whole);
  });
});

describe("an id that is plain", () => {
  const unit = fc.constantFrom(..."00112345678968681386GDxXvVaAtTwechat-/_");
  const number = fc.constantFrom(
    ...["13800138000", "138-0013-8000", "8613800138000", "86-138-0013-8000", "010-12345678"],
    ...["0731-1234567", "6222021234567890123", "4111111111111111", "11010519491231002X"],
    ...["430102800101123", "4301-0219-9001-0112-34", "1-3-8-0-0-1-3-8-0-0-0", "117-2-501"],
    ...["E12345678", "EA1234567", "QQ12345678", "wxid_ab12cd34", "weixin_abc123", "08558221234"],
    ...["13800138000139001390001", "378282246310005", "4111-1111-1111-1111", "138_001_38000"],
    ...["430102199001011234", "5-Jan", "2.02E+17", "微信号abc12345", "vx_abc12345", "2023-01-05"],
  );
  const id = fc
    .array(fc.oneof(fc.string({ unit, maxLength: 12 }), number), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(""));

  const header = readHeader(
    [{ cells: ["工单编号", "渠道"], row: 1 }],
    datasetOf("complaints"),
    2023,
    new Map(),
    () => {},
  )!;

  it("is the text itself, nobody's number, and nothing need be said of it", () => {
    const read = cellReader({ label: "编号", type: "id" }, 0, new Map());
    let plain = 0;
    fc.assert(
      fc.property(id, (text) => {
        if (!isPlainId(text)) return;
        plain++;
        expect(personalData(text)).toBeNull();
        expect(read(text)).toEqual({ ok: true, value: text });
        expect(flagsOf(text, 0, header)).toBe(plainIdFlags("工单编号"));
        expect(isBlank(text) || isFormula(text) || isGarbled(text) || tidy(text) !== text).toBe(
          false,
        );
      }),
      runs(20_000),
    );
    expect(plain).toBeGreaterThan(1000);
  });

  it("is what an import names any matter", () => {
    const name = rowNamer("a key");
    fc.assert(
      fc.property(fc.string(), (number) => {
        const text = name(number);
        expect(isPlainId(text)).toBe(true);
        expect([personalData(text), flagsOf(text, 0, header)]).toEqual([
          null,
          plainIdFlags("工单编号"),
        ]);
      }),
      runs(300),
    );
  });
});

describe("what a large file is read with", () => {
  const sorted = fc
    .array(fc.nat({ max: 400 }), { maxLength: 200 })
    .map((list) => list.toSorted((a, b) => a - b).map((n) => `GD${2000 + n}`));
  const any = fc.array(fc.oneof(anyText, fc.constantFrom("", "a", "ab", "\u0000", "GD2200")), {
    maxLength: 60,
  });

  it("texts have the numbers of a Map: in order, with some twice, and then in no order", () => {
    fc.assert(
      fc.property(sorted, any, (first, then) => {
        const [set, map] = [new TextSet(), new Map<string, number>()];
        for (const text of [...first, ...then, ...first]) {
          if (!map.has(text)) map.set(text, map.size);
          expect(set.numberOf(text)).toBe(map.get(text));
        }
      }),
      runs(200),
    );
  });

  it("most rows are typed without a look at the whole row, and what is to be said of them is said", () => {
    const table = new TypedColumns(datasetOf("complaints"), 2023);
    const problems = new Problems();
    const [ledger, batch] = [new Ledger(table, problems, new Refused()), new Batch(table)];
    const names = ["工单编号", "受理日期", "渠道"];
    const header = readHeader(
      [{ cells: names, row: 1 }],
      table.dataset,
      2023,
      new Map(),
      () => {},
    )!;
    batch.given = header.columns.map(({ place }) => place);
    const rows = Array.from({ length: 20 }, (_, at) => [
      `GD20230105000${10 + at}`,
      at < 10 ? "2023-01-05" : "2023/1/5",
      "12345热线",
    ]);
    const plain = new PlainRows({ path: "2023/complaints.csv", header, problems, ledger }, batch);
    plain.read(pieceOf(rows, 2), 0);
    expect(rows.filter((_, at) => plain.keep(at))).toEqual(rows);
    expect(problems.list).toMatchObject([{ code: "normalised", count: 10 }]);
  });

  it("a piece comes over to another thread as it was", () => {
    const pieceTable = fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(pieceTable, (rows) => {
        const piece = pieceOf(rows, 3);
        expect(unpack(structuredClone(pack(piece)))).toEqual(piece);
      }),
      runs(100),
    );
  });
});

describe("a table of a dataset", () => {
  /** Its typed rows and all that is said of them. */
  async function readingOf({ dataset: id, files, pieceRows }: AnyTable, oneByOne: boolean) {
    const dataset = datasetOf(id);
    const table = new TypedColumns(dataset, 2023);
    const problems = new Problems();
    const ledger = new Ledger(table, problems, new Refused());
    const rows: Row[] = [];
    const reading: Reading = {
      ...{ dataset, problems, ledger, oneByOne, vocabularies: new Map() },
      batch: new Batch(table),
      onBatch: (batch) => {
        for (let at = 0; at < batch.length; at++) rows.push(batch.row(at));
      },
    };
    for (const [index, cells] of files.entries()) {
      const source: TableSource = {
        ...inPieces(`2023/${dataset.id}-${index + 1}.csv`, new Uint8Array(), [1]),
        async readTable(_, onPiece) {
          for (let at = 0; at < cells.length; at += pieceRows) {
            onPiece(pieceOf(cells.slice(at, at + pieceRows), at + 1));
          }
          return [];
        },
      };
      await readRows(source, reading);
    }
    ledger.endOfYear();
    return { rows, problems: problems.list };
  }

  /** The kinds of rows that no row has been of yet, and the checks that have said nothing yet. */
  function watched(): { untried: ReadonlySet<string>; restore: () => void } {
    const untried = new Set<string>();
    const undo: (() => void)[] = [];
    for (const [name, kind] of Object.entries<RowKind>(ROW_KINDS)) {
      const { is } = kind;
      untried.add(name);
      kind.is = (cells, header) => {
        const isIt = is(cells, header);
        if (isIt) untried.delete(name);
        return isIt;
      };
      undo.push(() => Object.assign(kind, { is }));
    }
    for (const [when, checks] of Object.entries<readonly RowCheck[]>(ROW_CHECKS)) {
      for (const [at, check] of checks.entries()) {
        const { passes } = check;
        untried.add(`${when} ${at}`);
        check.passes = (row, header, add) =>
          passes(row, header, (code, what) => {
            untried.delete(`${when} ${at}`);
            add(code, what);
          });
        undo.push(() => Object.assign(check, { passes }));
      }
    }
    const restore = () => {
      for (const one of undo) one();
    };
    return { untried, restore };
  }

  it("gives the same rows, problems and totals read by the cell and by the row", async () => {
    let rows = 0;
    const { untried, restore } = watched();
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const byCell = await readingOf(table, false);
        expect(byCell).toEqual(await readingOf(table, true));
        rows += byCell.rows.length;
      }),
      runs(600),
    );
    restore();
    expect(rows).toBeGreaterThan(1000);
    // What is added to the lists is to be among what the tables try.
    expect([...untried]).toEqual([]);
  });

  it("keeps the whole of every text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 12, maxLength: 40 }), async (texts) => {
        const good = texts.filter((text) => !isGarbled(text) && !personalData(text));
        const { rows } = await readingOf(
          {
            dataset: "publicity",
            files: [[["形式", "对象", "主题"], ...good.map((text) => ["集中宣传", "公众", text])]],
            pieceRows: 100,
          },
          false,
        );
        for (const { row, values } of rows) {
          const text = good[row - 2]!;
          expect(values.theme).toBe(isBlank(text) ? null : tidy(text));
        }
      }),
      runs(200),
    );
  });
});

describe("a file of many rows", () => {
  const cells = {
    工单编号: [
      "GD2023010500001",
      "GD2023010500002",
      "GD2023010500003",
      "〔2023〕1号",
      "",
      "13800138000",
    ],
    受理日期: ["2023-01-05", "2023-01-06", "2023/1/7", "2023-01-05 08:30:00", "", "1/2/2023"],
    渠道: ["12345热线", "12345 热线", "公众号", "", "合计", "热线"],
    件数: ["1", "2", "30余", "<5", "", "一"],
    备考: ["", "甲", "=1+1", "注：甲", '甲"乙', "甲,乙\n丙"],
  };
  /** Mostly the first words, so that some files are good. */
  const row = fc.tuple(
    ...Object.values(cells).map((words) =>
      fc.nat({ max: 60 }).map((n) => words[n < 40 ? n % 3 : n < 59 ? n % 4 : n % 6] ?? ""),
    ),
  );

  it("says and counts what its rows do ten at a time, where each is looked at by itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 12, maxLength: 60 }), async (rows) => {
        const csv = (part: typeof rows) => Papa.unparse([Object.keys(cells), ...part]);
        const parts = Object.fromEntries(
          Array.from({ length: Math.ceil(rows.length / 9) }, (_, i) => [
            `2023/complaints-${i + 1}.csv`,
            csv(rows.slice(i * 9, i * 9 + 9)),
          ]),
        );
        const [whole, apart] = await Promise.all(
          [{ "2023/complaints.csv": csv(rows) }, parts].map((files) =>
            loadSite(memoryFolder({ "site.yaml": SITE, ...files })),
          ),
        );
        const figures = (loaded: typeof whole) =>
          [...(loaded?.site?.latest.figures.values() ?? [])].map(({ metric, amount, groups }) => [
            metric.id,
            amount,
            groups?.map(({ word, amount }) => [word, amount]),
          ]);
        /** Without where: how many of each kind there are. What ends a file is said of each. */
        const problemsOf = (loaded: typeof whole) => {
          const counts = new Map<string, number>();
          for (const { code, column, why, count } of loaded?.problems ?? []) {
            if (/^(?:column|total-row-suspected|file)/.test(code)) continue;
            const key = `${code} ${column} ${why}`;
            counts.set(key, (counts.get(key) ?? 0) + count);
          }
          return [...counts].sort();
        };
        expect(problemsOf(whole)).toEqual(problemsOf(apart));
        expect(figures(whole)).toEqual(figures(apart));
      }),
      runs(60),
    );
  });
});

describe("any bytes", () => {
  const NAMES = ["cases.csv", "publicity.csv", "indicators.csv", "report.md"];

  async function saysSomething(files: Record<string, Uint8Array | string>): Promise<void> {
    const { site, problems } = await loadSite(memoryFolder({ "site.yaml": SITE, ...files }));
    expect(site !== null || problems.some(({ severity }) => severity === "error")).toBe(true);
  }

  it("give a site or an error, and never crash", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("", "\ufeff", "执法领域,件数\n", "形式,对象,次数\n", "# 一、"),
        async (name, bytes, before) => {
          const head = new TextEncoder().encode(before);
          await saysSomething({ [`2023/${name}`]: new Uint8Array([...head, ...bytes]) });
        },
      ),
      runs(150),
    );
  });

  it("give an error when they are many and at random", async () => {
    for (const seed of [1, 2, 3]) {
      const { site } = await loadSite(
        memoryFolder({ "site.yaml": SITE, "2023/cases.csv": randomBytes(100_000, seed) }),
      );
      expect(site).toBeNull();
    }
  });

  it("in site.yaml and vocabularies.yaml never crash either", async () => {
    const yaml = fc.string({
      unit: fc.constantFrom(..."单位名称执法领域: -[]{}&*!|>'\"#%@`,\n\t \\~?"),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(yaml, yaml, async (site, words) => {
        await loadSite(
          memoryFolder({ "site.yaml": site, "vocabularies.yaml": words, "2023/cases.csv": "" }),
        );
      }),
      runs(150),
    );
  });

  it("in a report never crash: its references are checked before they are used", async () => {
    const markdown = fc.array(
      fc.constantFrom(
        "# 一、",
        "# 二、",
        "\n",
        "\n\n",
        "{{cases}}",
        "{{x}}",
        "{{",
        "}}",
        "<div>",
        "`",
        "**",
        "- ",
        "40件",
        "\\",
        "&amp;",
        "甲",
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(markdown, async (parts) => {
        await saysSomething({
          "2023/cases.csv": "执法领域,件数\n燃气,7\n",
          "2023/report.md": parts.join(""),
        });
      }),
      runs(100),
    );
  });
});

describe("figures", () => {
  const FIELDS = ["市容环卫", "燃气", "园林绿化", ""];
  const count = fc.oneof(
    fc.integer({ min: 0, max: 20_000 }).map(String),
    fc.constantFrom("", "30余", "约20", "<5", "1,472"),
  );
  const rows = fc.array(fc.tuple(fc.constantFrom(...FIELDS), count), {
    minLength: 1,
    maxLength: 15,
  });
  const csv = (list: (readonly [string, string])[]) =>
    Papa.unparse([["执法领域", "件数"], ...list.map(([field, n]) => [field, n])]);

  async function figuresOf(folder: Folder) {
    const { site } = await loadSite(folder);
    const figures = site?.latest.figures;
    const groups = figures?.get("cases-by-field")?.groups ?? [];
    return {
      cases: figures?.get("cases")?.amount,
      groups: groups.map(({ word, amount }) => [word, amount]),
    };
  }

  it("do not change with the order of rows, a split in two files, or the cut of the stream", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), pieces, async (list, seed, sizes) => {
        const at = seed % (list.length + 1);
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        const whole = await figuresOf(
          memoryFolder({ "site.yaml": SITE, "2023/cases.csv": csv(list) }),
        );
        const other = await figuresOf(
          memoryFolder({ "site.yaml": SITE, "2023/cases.csv": csv(turned) }),
        );
        const split = await figuresOf(
          memoryFolder({
            "site.yaml": SITE,
            "2023/cases-1.csv": csv(list.slice(0, at)),
            "2023/cases-2.csv": csv(list.slice(at)),
          }),
        );
        const memory = memoryFolder({ "site.yaml": SITE });
        const bytes = encode(csv(list), "gb18030");
        const cut = await figuresOf({
          ...memory,
          files: async () => [
            ...((await memory.files()) ?? []),
            inPieces("2023/cases.csv", bytes, sizes),
          ],
          folders: async () => ["2023"],
        });
        expect(whole.cases).toBeDefined();
        expect(other).toEqual(whole);
        expect(split).toEqual(whole);
        expect(cut).toEqual(whole);
      }),
      runs(60),
    );
  });

  it("of exact rows are their sum, and a right total row changes nothing", async () => {
    const exactly = fc.array(
      fc.tuple(fc.constantFrom(...FIELDS), fc.integer({ min: 0, max: 99_999 })),
      { minLength: 1, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(exactly, async (list) => {
        const total = list.reduce((sum, [, n]) => sum + n, 0);
        const text = csv(list.map(([field, n]) => [field, String(n)] as const));
        const folder = (rows: string) =>
          memoryFolder({ "site.yaml": SITE, "2023/cases.csv": rows });
        const known = { state: "known", value: total, qualifier: "exact", missing: 0 };
        expect((await figuresOf(folder(text))).cases).toMatchObject(known);
        expect((await figuresOf(folder(`${text}\r\n合计,${total}`))).cases).toMatchObject(known);
        const wrong = await loadSite(folder(`${text}\r\n合计,${total + 1}`));
        expect(wrong.problems.map(({ code }) => code)).toContain("total-row-mismatch");
      }),
      runs(40),
    );
  });

  it("and problems are the same when the same folder is read twice", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const folder = memoryFolder({
          "site.yaml": SITE,
          "2023/cases.csv": csv(list),
          "2023/indicators.csv": "指标编号,指标名称,数值,单位,报告章节\ncases,案件,40,件,一\n",
        });
        const read = async () => {
          const { site, problems } = await loadSite(folder);
          return { problems, figures: site?.latest.figures, checks: site?.latest.checks };
        };
        const first = await read();
        expect(first.figures?.size).toBeGreaterThan(0);
        expect(await read()).toEqual(first);
      }),
      runs(20),
    );
  });
});

describe("writings", () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const quantityOf = (text: string) => {
    const parsed = parseQuantity(text);
    return parsed.ok ? parsed.value : parsed;
  };

  it("of a number are read as the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const exact = { value: n, qualifier: "exact" };
        for (const text of [String(n), numberText(n), n.toLocaleString("en-US"), wide(String(n))]) {
          expect(quantityOf(text)).toEqual(exact);
        }
        expect(quantityOf(`${n}万`)).toEqual({ value: n * 10_000, qualifier: "exact" });
        expect(quantityOf(`${n}余`)).toEqual({ value: n, qualifier: "at_least" });
        expect(quantityOf(`约${n}`)).toEqual({ value: n, qualifier: "about" });
      }),
      runs(300),
    );
  });

  it("of a fraction of 万 lose nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const text = `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, "0")}`;
        expect(quantityOf(`${text}万`)).toEqual({ value: n, qualifier: "exact" });
      }),
      runs(300),
    );
  });

  it("of an amount as the site prints it are read back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.constantFrom("exact", "at_least", "about"),
        (value, qualifier) => {
          const amount = { value, qualifier, missing: 0, undetermined: 0 } as const;
          expect(quantityOf(amountText({ state: "known", ...amount }, "件"))).toEqual({
            value,
            qualifier,
          });
        },
      ),
      runs(300),
    );
  });

  it("of a day are read as the day", () => {
    const day = fc.date({
      min: new Date("1955-01-01"),
      max: new Date("2090-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        fc.pre(!isNoDay(iso));
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        for (const text of [
          iso,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          iso.replaceAll("-", ""),
          // No bureau writes older days as serial numbers.
          ...(y < 2000 ? [] : [String(serial)]),
          wide(iso),
          `${iso} 08:30:00`,
        ]) {
          expect(parseDate(text), text).toMatchObject({ ok: true, value: iso });
        }
      }),
      runs(300),
    );
  });
});
