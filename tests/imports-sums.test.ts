/** The sums of an export: what its rows say together, and the totals that it states itself. */
import { describe, expect, it } from "vitest";
import { mustLook } from "../scripts/lib/import-report/look.ts";
import { tableText } from "../scripts/lib/import-report/tables.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

async function said(
  lines: readonly string[],
  filled: readonly string[] = [],
): Promise<{ text: string; look: boolean; csv: string }> {
  const [source] = (await memoryFolder({ "导出.csv": lines.join("\n") }).files())!;
  const imported = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
    filled,
    nameId: (id) => `x${id}`,
  });
  const csv = [...[...imported.rows.values()][0]!.get(2024)!.csv()].join("");
  return { text: tableText(imported.tables[0]!), look: mustLook(imported), csv };
}

const LEDGER = "序号,时间,活动主题,活动形式,地点,参加人员,参与人数,发放宣传资料（份）";
const event = (n: number, place: string, people: string, leaflets = "10") =>
  `${n},2024-03-0${n},法治宣传,集中宣传,${place},公众,${people},${leaflets}`;
const FINES =
  "行政处罚决定书文号,行政相对人类别,违法行为类型,处罚类别,罚款金额（万元）,处罚决定日期,公示截止期";
const fine = (n: number, amount: string) => `文${n},法人,占道,罚款,${amount},2024-03-0${n},`;

/** Rows and totals below them; what is said of a total that is wrong. */
const TOTALS: readonly (readonly [what: string, lines: readonly string[], says: RegExp | null])[] =
  [
    ["right", [LEDGER, event(1, "广场", "30"), event(2, "社区", "20"), "合计,,,,,,50,20"], null],
    [
      "wrong",
      [LEDGER, event(1, "广场", "30"), event(2, "社区", "20"), "合计,,,,,,60,20"],
      /G4.*参与人次写60，各行相加是50/,
    ],
    [
      "two wrong",
      [LEDGER, event(1, "广场", "30"), "总计,,,,,,31,11"],
      /G3.*30[\s\S]*H3.*写11，各行相加是10/,
    ],
    [
      "of sections",
      [
        LEDGER,
        event(1, "广场", "30"),
        "小计,,,,,,30,10",
        event(2, "社区", "20"),
        "小计,,,,,,20,10",
        "合计,,,,,,50,20",
      ],
      null,
    ],
    [
      "of a section, wrong",
      [
        LEDGER,
        event(1, "广场", "30"),
        "小计,,,,,,30,10",
        event(2, "社区", "20"),
        "小计,,,,,,25,10",
        "合计,,,,,,50,20",
      ],
      /G5.*写25，各行相加是20/,
    ],
    [
      "of a word wherever its rows stand",
      [
        LEDGER,
        event(1, "广场", "30"),
        event(2, "社区", "20"),
        event(3, "广场", "5"),
        ",,,,广场小计,,35,20",
      ],
      null,
    ],
    [
      "of a word, wrong",
      [
        LEDGER,
        event(1, "广场", "30"),
        event(2, "社区", "20"),
        event(3, "广场", "5"),
        ",,,,广场 汇总,,36,20",
      ],
      /G5.*写36/,
    ],
    [
      "that is vague itself",
      [LEDGER, event(1, "广场", "31"), event(2, "社区", "20"), "合计,,,,,,50余,20"],
      null,
    ],
    [
      "that is vague and more than the rows",
      [LEDGER, event(1, "广场", "25"), event(2, "社区", "20"), "合计,,,,,,50余,20"],
      /G4 的参与人次写50余，各行相加是45/,
    ],
    [
      "that is vague and much less than the rows",
      [LEDGER, event(1, "广场", "100"), event(2, "社区", "20"), "合计,,,,,,50余,20"],
      /写50余，各行相加是120/,
    ],
    [
      "not less than, which has no end",
      [LEDGER, event(1, "广场", "100"), event(2, "社区", "20"), "合计,,,,,,不少于50,20"],
      null,
    ],
    [
      "about, which has no bounds",
      [LEDGER, event(1, "广场", "31"), event(2, "社区", "20"), "合计,,,,,,约90,20"],
      null,
    ],
    [
      "above its rows",
      [LEDGER, "合计,,,,,,50,20", event(1, "广场", "30"), event(2, "社区", "20")],
      null,
    ],
    [
      "at least",
      [LEDGER, event(1, "广场", "30余"), event(2, "社区", "20"), "合计,,,,,,53,20"],
      null,
    ],
    [
      "less than at least",
      [LEDGER, event(1, "广场", "30余"), event(2, "社区", "20"), "合计,,,,,,45,20"],
      /写45，各行相加是至少50/,
    ],
    [
      "with about",
      [LEDGER, event(1, "广场", "近20"), event(2, "社区", "20"), "合计,,,,,,38,20"],
      null,
    ],
    [
      "less than what is sure",
      [LEDGER, event(1, "广场", "近20"), event(2, "社区", "20"), "合计,,,,,,12,20"],
      /写12/,
    ],
    ["in 万元", [FINES, fine(1, "0.3"), fine(2, "1.25"), "合计,,,,1.55,,"], null],
    [
      "in 万元, wrong",
      [FINES, fine(1, "0.3"), fine(2, "1.25"), "合计,,,,1.5,,"],
      /E4 的罚款金额写1.5，合15000，各行相加是15500/,
    ],
    ["how many rows", [FINES, fine(1, "0.3"), fine(2, "1.25"), "共2条记录,,,,,,"], null],
    [
      "how many rows, wrong",
      [FINES, fine(1, "0.3"), fine(2, "1.25"), "共3条记录,,,,,,"],
      /A4.*写共3条记录，合3，各行相加是2/,
    ],
    [
      "an average",
      [LEDGER, event(1, "广场", "30"), event(2, "社区", "20"), "平均,,,,,,25,10"],
      null,
    ],
    ["what is part of a row", [LEDGER, event(1, "广场", "30"), "其中：学生,,,,,,12,"], null],
    [
      "of many tenths of a cent",
      [FINES, ...[1, 2, 3].map((n) => fine(n, "0.00001")), "合计,,,,0.00003,,"],
      null,
    ],
  ];

describe("a total", () => {
  it.each(TOTALS)("%s", async (_, lines, says) => {
    const { text, look } = await said(lines);
    expect(look).toBe(says !== null);
    if (says) expect(text).toMatch(says);
    else expect(text).not.toContain("合计行");
  });
});

/** Rows of a column; what they are together, and what is written of them. */
const SUMS: readonly (readonly [people: string, sum: string, written: string])[] = [
  ["30 20", "50", "30,20"],
  ["30余 1", "至少31", "30余,1"],
  ["近20 1", "约21", "近20,1"],
  ["约20人 1", "约21", "约20人,1"],
  ["30多 近20", "约50", "30多,近20"],
  ["<5 1", "至少1", "<5,1"],
  ["1 若干", "至少1", "1,"],
];

describe("a sum", () => {
  it.each(SUMS)("of %s is %s", async (people, sum, written) => {
    const rows = people.split(" ").map((one, at) => event(at + 1, "广场", one));
    const { text, csv } = await said([LEDGER, ...rows]);
    expect(text).toContain(`参与人次相加：${sum}\n`);
    const [head = "", ...lines] = csv.trim().split("\n");
    const at = head.replace("\ufeff", "").split(",").indexOf("参与人次");
    expect(lines.map((line) => line.split(",")[at]).join(",")).toBe(written);
  });

  it("in 万元 keeps its 约 and 余 in 元", async () => {
    const { text, csv } = await said([FINES, fine(1, "约2"), fine(2, "1.5余"), fine(3, "<5")]);
    expect(text).toContain("罚款金额相加：约35,000");
    expect(csv).toMatch(/约20000[\s\S]*15000余[\s\S]*<5/);
  });
});

describe("what a person must see of cells that were not taken as they are", () => {
  it.each([
    ["五百余", "500余"],
    ["二十九", "29"],
    ["近千", "近1000"],
    ["约一百二十人", "约120人"],
  ])("%s is %s, and nothing else", async (written, taken) => {
    const { text, csv, look } = await said([LEDGER, event(1, "广场", written)]);
    expect(csv).toContain(`,${taken},`);
    expect(text).toContain(`${written}→${taken} 1行`);
    expect(look).toBe(false);
  });

  it.each([
    ["数百人", "知道至少多少的写 200余"],
    ["3至5人", "知道至少多少的写 3余"],
    ["不到300", "没有数的空着"],
    ["若干", "不知道的空着"],
  ])("%s is asked with what may be written", async (written, says) => {
    const { text, csv, look } = await said([LEDGER, event(1, "广场", written)]);
    expect(csv).not.toMatch(/\d+余|300|若干|,3,/);
    expect(text).toContain(says);
    expect(look).toBe(true);
  });

  it.each(["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])("%s is counted by column", async (error) => {
    const rows = [event(1, "广场", error), event(2, "社区", error), event(3, error, "20")];
    const { text, look } = await said([LEDGER, ...rows]);
    expect(text).toContain(`参与人数2格（首处 G2，${error}），地点1格（首处 E4，${error}）`);
    expect(look).toBe(true);
  });

  const MERGED = [
    "工单编号,受理时间,被反映街道,问题分类,工单状态,诉求渠道",
    "1,2024-03-01,东街,占道,已办结,12345热线",
    "2,2024-03-02,,噪声,已办结,12345热线",
    "3,2024-03-03,西街,占道,办理中,12345热线",
    "4,2024-03-04,,占道,办理中,12345热线",
    "5,2024-03-05,北街,占道,办理中,12345热线",
  ];
  it("blanks below a word are told, and filled where somebody says that cells were merged", async () => {
    const asked = await said(MERGED);
    expect(asked.text).toMatch(
      /要看：被反映街道一格有字、下面几格空着（首处 C3，共2格）.*--down 街道/,
    );
    expect(asked.look).toBe(true);
    for (const name of ["街道", "被反映街道"]) {
      const { text, csv, look } = await said(MERGED, [name]);
      expect(csv.match(/[东西北]街/g)).toEqual(["东街", "东街", "西街", "西街", "北街"]);
      expect(text).toContain("被反映街道空着的2格（首处 C3）照上一格填了");
      expect(look).toBe(false);
    }
  });

  it.each([
    ["equal words one below the other", [...MERGED, MERGED[5]!.replace(/^5/, "6")]],
    [
      "few blanks",
      [
        ...MERGED,
        ...[6, 7, 8].map((n) => MERGED[5]!.replace(/^5/, `${n}`).replace("北街", `街${n}`)),
      ],
    ],
    [
      "a column that is filled once a matter is over",
      MERGED.map((line) => line.replace("被反映街道", "是否满意").replace(/[东西北]街/, "满意")),
    ],
  ])("%s are no merged cells", async (_, lines) => {
    expect((await said(lines)).text).not.toContain("像是合并单元格");
  });

  it("a total of all rows is right though some are of another kind", async () => {
    const [head, row] = [
      `${FINES},执法类别`,
      (n: number, kind: string) => `${fine(n, "1")},${kind}`,
    ];
    const lines = [head, row(1, "行政处罚"), row(2, "行政检查"), row(3, "行政处罚")];
    for (const [total, isWrong] of [
      ["3", false],
      ["2", false],
      ["5", true],
    ] as const) {
      const { text } = await said([...lines, `合计,,,,${total},,,`]);
      expect(text.includes("要看：合计行"), total).toBe(isWrong);
    }
  });
});

it.each([
  ["准予行政许可决定书", "准予"],
  ["不予行政许可决定书", "不予"],
  ["不予许可决定书", "不予"],
  ["不予受理决定书", "不予受理"],
  ["撤销行政许可决定书", "撤销"],
  ["行政许可决定书", ""],
])("a decision called %s is %s", async (name, result) => {
  const head =
    "行政相对人名称,行政相对人类别,行政许可决定文书名称,行政许可决定文书号,许可类别,许可内容,许可决定日期,有效期自,有效期至,许可机关,当前状态,数据来源单位";
  const { csv } = await said([head, `甲,法人,${name},许1,普通,挖掘,2024-03-02,,,某局,正常,某局`]);
  const [labels, cells] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  expect(cells![labels!.indexOf("结果")] ?? "").toBe(result);
});

describe("an amount in two columns", () => {
  const PARTS =
    "立案日期,违法行为,处罚种类,没收违法所得金额（元）,没收非法财物金额（元）,处罚决定日期";
  it.each([
    ["150.5 320", "470.5", "470.5"],
    ["150.5", "150.5", "150.5"],
    ["约20000", "约20000", "约20,000"],
    // Known to the thousand, and not to the hundred: together nobody's number, in the sum as in the file.
    ["约20000 500", "", "写明的0"],
    ["500余 300", "", "写明的0"],
    ["多少 300", "", "写明的0"],
  ])("%s: the row says what the sum is made of", async (parts, cell, sum) => {
    const [one = "", other = ""] = parts.split(" ");
    const { csv, text } = await said([
      PARTS,
      `2024-03-01,占道,没收违法所得、没收非法财物,${one},${other},2024-03-05`,
    ]);
    expect([csv.trim().split(",").at(-1), /没收金额相加：(\S+)/.exec(text)?.[1]]).toEqual([
      cell,
      sum,
    ]);
  });
});
