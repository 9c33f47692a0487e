/** The sums of an export: what its rows say together, and the totals that it states itself. */
import { describe, expect, it } from "vitest";
import { mustLook, tableText } from "../scripts/lib/import-report.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

async function said(
  lines: readonly string[],
): Promise<{ text: string; look: boolean; csv: string }> {
  const [source] = (await memoryFolder({ "导出.csv": lines.join("\n") }).files())!;
  const imported = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
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
