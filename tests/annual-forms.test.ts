/** The yearly statistics forms as provinces print them: several rows of head, a row a body, all acts. */
import { describe, expect, it } from "vitest";
import { annualForms, isAnnualForm } from "../src/exports/annual-form.ts";
import { annualList, isAnnualList } from "../src/exports/annual-list.ts";
import { exportNamed } from "../src/exports/raw.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

const rowsOf = (lines: readonly string[]) =>
  lines.map((line, at) => ({ cells: line.split("|"), row: at + 1 }));
const itemsOf = (lines: readonly string[], bureau?: string) =>
  annualForms(rowsOf(lines), bureau)[0]?.rows.map(
    ({ kind, item, unit, value }) => `${kind} ${item} ${unit} ${value ?? ""}`,
  );

const BY_BODY = [
  "示例县2024年度行政处罚实施情况统计表",
  "填报单位：示例县综合行政执法局||||||单位：件、万元",
  "序号|执法主体|行政处罚实施数量（件）||||||罚没金额（万元）",
  "||警告、通报批评|罚款|没收违法所得、没收非法财物|吊销许可证件|责令停产停业|合计|",
];

describe("a form of penalties", () => {
  it("gives the numbers of its one body, not the number of the row or its sum", () => {
    const own = "1|示例县综合行政执法局|12|200|1|0|3|216|41.85";
    const wanted = [
      "行政处罚 警告、通报批评 件 12",
      "行政处罚 罚款 件 200",
      "行政处罚 没收违法所得、没收非法财物 件 1",
      "行政处罚 吊销许可证件 件 0",
      "行政处罚 责令停产停业 件 3",
      "行政处罚 合计 件 216",
      "行政处罚 罚没金额 万元 41.85",
    ];
    expect(itemsOf([...BY_BODY, own])).toEqual(wanted);
    expect(itemsOf([...BY_BODY, own, "合计||12|200|1|0|3|216|41.85"])).toEqual(wanted);
    expect(itemsOf([...BY_BODY, "1|2|3|4|5|6|7|8|9", own, "填表说明：…"])).toEqual(wanted);
  });

  it("of several bodies takes the bureau's, and none where it is not known", () => {
    const rows = [
      ...BY_BODY,
      "1|示例县公安局|1|2|0|0|0|3|0",
      "2|示例县综合行政执法局|12|200|1|0|3|216|41.85",
      "合计||13|202|1|0|3|219|41.85",
    ];
    for (const bureau of ["示例县综合行政执法局", "综合行政执法局"]) {
      expect(itemsOf(rows, bureau)?.[1]).toBe("行政处罚 罚款 件 200");
    }
    for (const bureau of [undefined, "别处县水务局", "局"]) {
      expect(itemsOf(rows, bureau)).toEqual([]);
      expect(annualForms(rowsOf(rows), bureau)[0]?.unknown).toEqual([
        "示例县公安局",
        "示例县综合行政执法局",
      ]);
    }
  });

  it("keeps an amount whose head is merged over the row of parts", () => {
    const rows = [
      "（统计时间：2024年1月1日至2024年12月31日）",
      "行政处罚实施数量（宗）|||||罚没金额（元）",
      "警告|罚款|吊销许可证、执照|行政拘留|合计（宗）|",
      "12|214|0|—|226|418,500.00",
    ];
    expect(itemsOf(rows)).toEqual([
      "行政处罚 警告 宗 12",
      "行政处罚 罚款 宗 214",
      "行政处罚 吊销许可证、执照 宗 0",
      "行政处罚 行政拘留 宗 ",
      "行政处罚 合计 宗 226",
      "行政处罚 罚没金额 元 418,500.00",
    ]);
    expect(annualForms(rowsOf(rows))[0]?.year).toBe(2024);
  });
});

it("tells measures of coercion from its execution, and acts from each other", () => {
  expect(
    itemsOf([
      "2024年度行政强制实施情况统计表",
      "执法主体|行政强制措施实施数量（件）||行政强制执行实施数量（件）||合计",
      "|查封场所、设施|扣押财物|加处罚款|代履行|",
      "示例局|3|8|1|4|16",
    ]),
  ).toEqual([
    "行政强制措施 查封场所、设施 件 3",
    "行政强制措施 扣押财物 件 8",
    "行政强制执行 加处罚款 件 1",
    "行政强制执行 代履行 件 4",
    "行政强制 合计 件 16",
  ]);
  expect(
    itemsOf([
      "2024年度其他行政执法行为实施情况统计表",
      "单位|行政检查（次）|行政征收||行政确认|行政奖励|其他行政执法行为",
      "|次数|次数|征收总金额（万元）|次数|次数|宗数",
      "示例局|1200|0|0|0|0|12",
    ]),
  ).toEqual([
    "行政检查 次数 次 1200",
    "行政征收 次数 件 0",
    "行政征收 征收总金额 万元 0",
    "行政确认 次数 件 0",
    "行政奖励 次数 件 0",
    "其他行政行为 宗数 件 12",
  ]);
});

describe("forms below one another in a sheet", () => {
  const TOP = "示例县2024年度行政执法统计年报（单位：宗、万元）";
  const penalties = [
    "表一 行政处罚实施情况统计表",
    "单位|警告|罚款|没收违法所得、没收非法财物|吊销许可证件|合计|罚没金额",
  ];
  const coercion = [
    "表二 行政强制实施情况统计表",
    "单位|行政强制措施实施数量（宗）||行政强制执行实施数量（宗）||",
    "|查封场所、设施|扣押财物|加处罚款|代履行|合计",
  ];
  const others = ["表三", "单位|行政检查|行政征收|行政确认|行政奖励"];
  const ROWS = {
    penalties: ["示例县综合执法局|12|200|1|0|213|41.85"],
    coercion: ["示例县综合执法局|0|38|2|5|45"],
    others: ["示例县综合执法局|900|0|3|0"],
  };
  const all = (lines: readonly string[], bureau = "示例县综合执法局") =>
    annualForms(rowsOf(lines), bureau).flatMap(({ rows, unknown, year }) => [
      ...unknown,
      ...rows.map(({ kind, item, unit, value }) => `${year} ${kind} ${item} ${unit} ${value}`),
    ]);
  const SAID = {
    penalties: "2024 行政处罚 罚款 宗 200",
    coercion: "2024 行政强制措施 扣押财物 宗 38",
    others: "2024 行政检查 数量 宗 900",
  };
  const blocks = { penalties, coercion, others };
  type Block = keyof typeof blocks;

  it.each<[Block[]]>([
    [["penalties", "coercion"]],
    [["coercion", "penalties"]],
    [["others", "penalties"]],
    [["penalties", "coercion", "others"]],
    [["others", "coercion", "penalties"]],
  ])("each is read: %s", (order) => {
    for (const gap of [[], [""], ["填表人：某某", ""]]) {
      const lines = [TOP, ...order.flatMap((one) => [...blocks[one], ...ROWS[one], ...gap])];
      const said = all(lines);
      for (const one of order) expect(said).toContain(SAID[one]);
      expect(new Set(said.map((text) => text.replace(/ \S+$/, ""))).size).toBe(said.length);
      expect(said.length).toBe(
        order.reduce((sum, one) => sum + ROWS[one][0]!.split("|").length - 1, 0),
      );
    }
  });

  it("a name that is merged over both rows of a head hides no group", () => {
    const merged = coercion.with(2, `单位${coercion[2]}`);
    expect(all([TOP, ...merged, ...ROWS.coercion])).toEqual(
      all([TOP, ...coercion, ...ROWS.coercion]),
    );
  });

  it("of several bodies each form's own row is taken", () => {
    const other = (line: string) =>
      line.replace("示例县综合执法局", "示例县水务局").replace(/\d+/g, "7");
    const lines = (["penalties", "coercion"] as const).flatMap((one) => [
      ...blocks[one],
      ...ROWS[one].flatMap((line) => [other(line), line]),
    ]);
    expect(all([TOP, ...lines])).toContain(SAID.penalties);
    expect(all([TOP, ...lines])).toContain(SAID.coercion);
    expect(all([TOP, ...lines], "别处县公安局")).toEqual([
      ..."示例县水务局 示例县综合执法局 示例县水务局 示例县综合执法局".split(" "),
    ]);
  });

  it("a head that is said again for each body is one form: whose the bureau's is must be known", () => {
    const [row] = ROWS.penalties;
    const lines = [
      TOP,
      ...penalties,
      row!,
      ...penalties,
      row!.replace("示例县综合执法局", "示例县水务局"),
    ];
    expect(all(lines)).toContain(SAID.penalties);
    expect(all(lines, "别处县公安局")).toEqual(["示例县综合执法局", "示例县水务局"]);
  });
});

it("put straight into data/ is told as one, and the site's own table is none", async () => {
  const named = async (lines: readonly string[]) => {
    const text = lines.map((line) => line.replaceAll("|", ",")).join("\n");
    const [file] = (await memoryFolder({ "2024/statistics.csv": text }).files())!;
    return (await exportNamed(file!))?.label;
  };
  const own = ["警告", "罚款", "没收违法所得", "吊销许可证件", "责令停产停业", "合计"];
  expect(await named([...BY_BODY, "1|示例局|12|200|1|0|3|216|41.85"])).toBe("行政执法统计年报");
  expect(
    await named(["类别|项目|单位|数值", ...own.map((item) => `行政处罚|${item}|件|1`)]),
  ).toBeUndefined();
  expect(isAnnualForm(rowsOf(["类别|项目|单位|数值", "行政处罚|罚款|件|1"]))).toBe(false);
});

describe("a form from top to bottom", () => {
  const listOf = (lines: readonly string[]) =>
    annualList(rowsOf(lines))?.rows.map(
      ({ kind, item, unit, value }) => `${kind} ${item} ${unit} ${value ?? ""}`,
    );
  const TITLE = "示例县综合行政执法局2024年度行政执法情况统计表";
  const wanted = [
    "行政处罚 警告 件 3",
    "行政处罚 罚款 件 120",
    "行政处罚 没收违法所得、没收非法财物 件 ",
    "行政处罚 吊销许可证件 件 0",
    "行政处罚 合计 件 123",
    "行政处罚 罚没金额 万元 23.58",
  ];

  it.each<[string, string[], string[]]>([
    [
      "with acts and units beside the items",
      [
        "执法类别|项目|单位|数量",
        "行政处罚|警告|件|3",
        "|罚款|件|120",
        "|没收违法所得、没收非法财物|件|",
        "|吊销许可证件|件|0",
        "|合计|件|123",
        "|罚没金额|万元|23.58",
        "行政检查|检查次数|次|860",
        "填表人：某某|||",
      ],
      [...wanted, "行政检查 检查次数 次 860"],
    ],
    [
      "with numbers of rows, units in brackets, and the year before",
      [
        "填报单位：示例县综合行政执法局|||单位：件、万元",
        "序号|行政处罚种类|2024年数量|上年同期",
        "1|警告|3|5",
        "2|罚款|120|100",
        "3|没收违法所得、没收非法财物|/|1",
        "4|吊销许可证件|0|0",
        "5|合计|123|106",
        "6|罚没金额（万元）|23.58|20",
        "注：本表由法规股汇总|||",
      ],
      wanted,
    ],
  ])("%s", (_, lines, items) => {
    expect(listOf([TITLE, ...lines])).toEqual(items);
    expect(annualList(rowsOf([TITLE, ...lines]))?.year).toBe(2024);
  });

  it("is not one where the year's numbers may be in two columns, or where it lists matters", () => {
    const rows = ["警告|3|5", "罚款|1|2", "没收非法财物|0|1", "吊销许可证件|0|0"];
    expect(isAnnualList(rowsOf([TITLE, "种类|数量|金额", ...rows]))).toBe(false);
    const matters = [...rows, "罚款|1|"].map((row) => row.replace(/\|\d?$/, ""));
    expect(isAnnualList(rowsOf(["种类|金额", ...matters]))).toBe(false);
  });
});
