/** Lists that hold the matters of several bodies, or of several kinds of act: only the bureau's own are read. */
import { describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

const BUREAU = "示例县综合行政执法局";

async function read(rows: readonly string[][], imports = "", bureau: string | null = BUREAU) {
  const text = rows.map((row) => row.join(",")).join("\n");
  const [source] = (await memoryFolder({ "导出.csv": text }).files())!;
  const { tables } = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(imports),
    ...(bureau ? { bureau, shortName: "示例综合执法局" } : {}),
    nameId: (id) => id,
  });
  const { years, left, others, wrongTotals, part } = tables[0]!;
  return {
    wrong: wrongTotals.length,
    part,
    read: years.get(2024) ?? 0,
    body: left.get("body")?.rows ?? 0,
    asked: [...(others?.rows.keys() ?? [])],
    areRead: others?.areRead,
  };
}

const penalties = (...bodies: string[]) => [
  ["决定书文号", "案由", "处罚种类", "罚款金额（元）", "处罚决定日期", "处罚机关"],
  ...bodies.map((body, at) => [`罚${at}`, "占道经营", "罚款", "200", `2024-03-0${at + 1}`, body]),
];

describe("whose a row is", () => {
  it.each<[string, string[], { read: number; body: number; asked: string[] }]>([
    [
      "another body's is left out and named",
      [BUREAU, "示例县某管理局"],
      { read: 1, body: 1, asked: ["示例县某管理局"] },
    ],
    [
      "the bureau by its short name, without its county, with a squad's, in a part, not said",
      [BUREAU, "示例综合执法局", "综合行政执法局", `${BUREAU}城关中队`, "城关中队", ""],
      { read: 6, body: 0, asked: [] },
    ],
    [
      "where none is the bureau's by name, all are read and it is asked",
      ["示例县城市管理局", "示例县城市管理局"],
      { read: 2, body: 0, asked: ["示例县城市管理局"] },
    ],
  ])("%s", async (_, bodies, expected) => {
    expect(await read(penalties(...bodies))).toMatchObject(expected);
  });

  it.each([
    ["of all bodies", "400", 0],
    ["of the bureau's own", "200", 0],
    ["of nothing", "500", 1],
  ])("a total %s is no fault unless it is of none", async (_, total, wrong) => {
    const rows = [...penalties(BUREAU, "示例县某管理局"), ["合计", "", "", total, "", ""]];
    expect(await read(rows)).toMatchObject({ read: 1, body: 1, wrong });
  });

  it.each([
    ["重大行政处罚备案表", "重大"],
    ["行政处罚台账", undefined],
  ])("a list called %s is said to hold a part: %s", async (title, part) => {
    expect(await read([[title], ...penalties(BUREAU)])).toMatchObject({ read: 1, part });
  });

  it("what was answered is not asked again", async () => {
    const answers = "单位: { 示例县城市管理局: 是本单位, 示例县某管理局: 别的单位 }";
    const bodies = [BUREAU, "示例县城市管理局", "示例县某管理局"];
    expect(await read(penalties(...bodies), answers)).toMatchObject({
      read: 2,
      body: 1,
      asked: [],
    });
  });

  it("a former name that was answered tells the others from the bureau", async () => {
    const rows = penalties("示例县城市管理局", "示例县某管理局");
    const answers = "单位: { 示例县城市管理局: 是本单位 }";
    expect(await read(rows, answers)).toMatchObject({ read: 1, body: 1 });
  });

  it("without the bureau's name all are read", async () => {
    const rows = penalties(BUREAU, "示例县某管理局");
    expect(await read(rows, "", null)).toMatchObject({ read: 2, body: 0, asked: [] });
  });

  it.each([
    ["许可机关", ["决定书文号", "许可事项", "许可类别", "许可决定日期", "许可机关"]],
    ["被申请人", ["案号", "申请复议事项", "复议机关", "受理日期", "被申请人"]],
  ])("of %s too", async (head, heads) => {
    const row = (body: string, at: number) =>
      heads.map((one) => (one === head ? body : one.endsWith("日期") ? "2024-03-05" : `某${at}`));
    const rows = [heads, row(BUREAU, 1), row("示例县某管理局", 2)];
    expect(await read(rows)).toMatchObject({ read: 1, body: 1 });
  });
});

describe("which kind of act a row is", () => {
  const heads = ["决定书文号", "案由", "处罚种类", "罚款金额（元）", "处罚决定日期"];
  const rows = (head: string, kinds: readonly string[]) => [
    [...heads, head],
    ...kinds.map((kind, at) => [`文${at}`, "占道经营", "罚款", "200", `2024-03-0${at + 1}`, kind]),
  ];

  it.each([
    "执法行为种类",
    "行政行为类别",
    "权力类型",
    "职权类别",
    "事项类型",
    "公示信息类型",
    "执法类别",
  ])("of %s only penalties are penalties", async (head) => {
    const kinds = ["行政处罚", "行政许可", "行政检查", "行政强制措施", "其他行政权力"];
    expect(await read(rows(head, kinds))).toMatchObject({ read: 1 });
  });

  it.each([
    ["事项类型", ["依申请", "依职权"]],
    ["执法类别", ["市容", "规划"]],
    ["业务类型", ["一般", "简易"]],
    ["权力类型", ["处罚", ""]],
  ])("words of %s that are no kind of act leave no row out", async (head, kinds) => {
    expect(await read(rows(head, kinds))).toMatchObject({ read: 2 });
  });
});
