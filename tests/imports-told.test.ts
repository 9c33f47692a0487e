/** What an export tells otherwise than by a listed head: by its values, its title, the step of a deadline. */
import { describe, expect, it } from "vitest";
import { repeatsText } from "../scripts/lib/import-report/repeats.ts";
import { tableText } from "../scripts/lib/import-report/tables.ts";
import { Imports } from "../src/exports/answers.ts";
import { dayIn, dayOfMoment } from "../src/exports/cell-days.ts";
import { meantHead } from "../src/exports/code-heads.ts";
import { headKey } from "../src/exports/heads.ts";
import { importExports } from "../src/exports/import.ts";
import { type Vocabularies, wordsOnly } from "../src/ingest/cells/lexicon.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

async function read(
  rows: readonly (readonly string[])[],
  year?: number,
  vocabularies: Vocabularies = new Map(),
) {
  const text = rows.map((row) => row.join("\t")).join("\n");
  const [source] = (await memoryFolder({ "导出.csv": text }).files())!;
  const { tables, rows: written } = await importExports([source!], {
    vocabularies,
    imports: new Imports(""),
    ...(year ? { year } : {}),
    nameId: (id) => id,
  });
  const [table] = tables;
  const taken = Object.fromEntries(
    (table?.recognised?.taken ?? []).map(({ head, column }) => [head, column.label]),
  );
  const files = [...written.values()].flatMap((years) =>
    [...years.values()].map((one) => [...one.csv()].join("").replace("\ufeff", "").trim()),
  );
  const [head = "", ...body] = (files[0] ?? "").split("\n").map((line) => line.trim());
  const cells = body.map((line) =>
    Object.fromEntries(head.split(",").map((label, at) => [label, line.split(",")[at] ?? ""])),
  );
  return { table, taken, cells };
}

const ticket = (head: string, cells: readonly string[]) => [
  ["工单编号", "受理时间", "办结时间", "诉求人", head],
  ...cells.map((cell, at) => [`Q${at}`, "2024-03-01", "2024-03-02", "某人", cell]),
];

describe("an amount that stands among other words", () => {
  const fines = async (head: string, texts: readonly string[], ...more: readonly string[]) => {
    const heads = ["立案号", "立案日期", "处罚决定日期", "案由", head, ...more];
    const rows = texts.map((text, at) => [
      ...[`A${at}`, "2024-03-01", "2024-03-12", "占道经营", text, "7"],
    ]);
    const { cells, taken, table } = await read([heads, ...rows]);
    return { fines: cells.map((row) => row.罚款金额), taken, table };
  };

  it.each([
    ["罚款情况", "罚款500元", "500"],
    ["罚款情况", "1500.5", "1500.5"],
    ["处罚种类和依据", "依据《某某条例》第四十二条，罚款人民币贰仟元整", "2000"],
    ["处罚的种类和依据", "没收违法所得300元、罚款1.2万元", "12000"],
    ["处罚结果", "处以800元罚款（依据第九条，处五百元以上二千元以下罚款）", "800"],
    ["处罚内容", "警告，并处罚款：300元", "300"],
  ])("%s: %s", async (head, text, amount) => {
    const { fines: found, table } = await fines(head, [text, "警告"]);
    expect(found).toEqual([amount, ""]);
    expect(table!.sums.get("罚款金额")?.replace(",", "")).toBe(amount);
  });

  it.each(["对甲罚款200元，对乙罚款300元", "每日加处罚款3%，罚款500元", "罚款若干"])(
    "is not told of %s, and the sum is open",
    async (text) => {
      const { fines: found, table } = await fines("处罚结果", [text, "罚款100元"]);
      expect(found).toEqual(["", "100"]);
      expect(table!.sums.get("罚款金额")).toBe("至少100");
    },
  );

  it("goes behind a column of its own", async () => {
    const { fines: found, taken } = await fines("处罚结果", ["罚款500元"], "罚款金额");
    expect(found).toEqual(["7"]);
    expect(taken.处罚结果).not.toBe("罚款金额");
  });

  it("is a fine or what was confiscated by the kind of penalty", async () => {
    const heads = ["立案号", "立案日期", "处罚决定日期", "案由", "处罚种类", "决定金额"];
    const rows = ["罚款", "没收违法所得"].map((kind, at) => [
      ...[`A${at}`, "2024-03-01", "2024-03-12", "占道经营", kind, "500"],
    ]);
    const { cells } = await read([heads, ...rows]);
    expect(cells.map((row) => [row.罚款金额, row.没收金额])).toEqual([
      ["500", ""],
      ["", "500"],
    ]);
  });
});

it("proposes no day for what is none, and takes what is not decided yet for nothing", async () => {
  const rows = ["准予许可", "审批中", "待审批"].map((result, at) => [
    ...[`S${at}`, "临时占道", "2024-03-01", result, at === 0 ? "2024-03-06" : "", "1年"],
  ]);
  const heads = ["受理编号", "申请事项", "受理日期", "审批结果", "批准日期", "有效期限"];
  const { cells, table } = await read([heads, ...rows]);
  expect(cells.map((row) => row.结果)).toEqual(["准予", "", ""]);
  expect(table!.recognised!.left.find(({ head }) => head === "有效期限")?.maybe).toEqual([]);
});

describe("a head that may be two columns is told by what stands under it", () => {
  it.each([
    ["诉求类别", ["占道经营", "噪声扰民"], "类别"],
    ["诉求类别", ["投诉", "咨询"], "诉求类型"],
    ["诉求类别", ["投诉", "占道经营"], "诉求类型"],
    ["诉求类别", ["01", "02"], "诉求类型"],
    ["问题属地", ["城关镇", "某省某县东湖街道"], "街道"],
    ["所属区域", ["西岭街道", "南塘乡"], "街道"],
    ["对办理结果是否满意", ["满意", "不满意"], "满意度"],
    ["首次办结时间", ["2024-03-01", "2024-03-02"], undefined],
  ])("%s: %j is %s", async (head, cells, column) => {
    expect((await read(ticket(head, cells))).taken[head]).toBe(column);
  });

  it.each([
    [["市容环卫", "燃气"], "执法领域"],
    [["简易程序", "一般"], "程序"],
    [["大案", "小案"], "程序"],
  ])("案件类型: %j is %s", async (words, column) => {
    const rows = words.map((word, at) => [`A${at}`, "2024-03-01", "2024-03-12", "占道经营", word]);
    const heads = ["立案号", "立案日期", "处罚决定日期", "案由", "案件类型"];
    const fields = new Map([["执法领域", wordsOnly(["市容环卫", "燃气"])]]);
    expect((await read([heads, ...rows], undefined, fields)).taken.案件类型).toBe(column);
  });

  it.each([
    ["问题属地", ["某县", "某区"]],
    ["所属区域", ["城关镇", "高新区"]],
  ])("%s: %j is no street", async (head, cells) => {
    expect((await read(ticket(head, cells))).taken[head]).toBeUndefined();
  });

  it("a place is written without what is above the county", async () => {
    const { cells } = await read(ticket("属地", ["某省某市某县城关镇", "某州某县东湖街道"]));
    expect(cells.map((row) => row.街道)).toEqual(["城关镇", "东湖街道"]);
  });
});

it.each([
  [["处置时限", "结案时限"], "结案时间", "结案时限"],
  [["处置截止时间", "结案截止时间"], "结案时间", "结案截止时间"],
  [["要求签收时间", "要求反馈时间"], "实际反馈时间", "要求反馈时间"],
  [["处置时限", "核查时限"], "结案时间", undefined],
])("of the deadlines %j the day of %s meets %s", async (dues, done, due) => {
  const { taken } = await read([
    ["案卷编号", "上报时间", "小类", ...dues, done],
    ["A1", "2024-03-01", "占道经营", "2024-03-02", "2024-03-05", "2024-03-04"],
  ]);
  expect(Object.keys(taken).find((head) => taken[head] === "应办结日期")).toBe(due);
});

describe("days", () => {
  it.each([
    ["3.5", "2024年3月5日"],
    ["12.31", "2024年12月31日"],
    ["4.20-4.22", "2024年4月20日"],
    // 3.10 is kept as 3.1.
    ["3.1", "3.1"],
    ["2024.3.5", "2024.3.5"],
  ])("%s in a table of 2024 is %s", (text, day) => {
    expect(dayIn(text, 2024, true)).toBe(day);
  });

  it("without a year month and day are none", () => {
    expect(dayIn("3.5", undefined, true)).toBe("3.5");
  });

  it.each([
    ["1709307000000", "2024-03-01"],
    // Ten to midnight in China.
    ["1735660200000", "2024-12-31"],
    ["1735660200", "2024-12-31"],
    ["20240305", null],
    ["2024030512", null],
  ])("the moment %s is %s in China", (text, day) => {
    expect(dayOfMoment(text)).toBe(day);
  });

  it("what Excel has cut short is asked", async () => {
    const rows = [["2024年3月普法活动"], ["活动日期", "活动名称", "活动形式", "参与人数"]];
    const { table } = await read([...rows, ["3.1", "甲", "集中宣传", "20"]]);
    expect(table!.words.get("started_on")!.unknown.get("3.1")!.why).toContain("3月10日");
  });
});

it.each([
  ["1.活动日期（必填）", "活动日期"],
  ["3、活动形式（单选）", "活动形式"],
  ["Q2：活动形式", "活动形式"],
  ["工单编码", "工单编号"],
  ["12345热线编号", "12345热线编号"],
])("the head %s is %s", (written, head) => {
  expect(headKey(written)).toBe(headKey(head));
});

it.each([
  ["行政处罚信息（自然人）", "当事人类型", "自然人"],
  ["简易程序处罚案件登记表", "程序", "简易程序"],
  ["当场行政处罚登记簿", "程序", "简易程序"],
  ["行政处罚信息", "程序", undefined],
])("the title %s says %s", async (title, label, word) => {
  const { cells } = await read([
    [title],
    ["决定书文号", "案由", "处罚种类", "处罚决定日期"],
    ["罚1", "占道经营", "警告", "2024-03-05"],
  ]);
  expect(cells[0]![label]).toBe(word);
});

it.each([
  ["群众、商户", "公众"],
  ["居民┋学生", "公众"],
  ["学生", "学生"],
  ["商户、执法人员", ""],
])("an event for %s is for %s", async (written, word) => {
  const { cells } = await read([
    ["活动日期", "活动名称", "活动形式", "宣传对象"],
    ["2024-03-05", "甲", "集中宣传", written],
  ]);
  expect(cells[0]!.对象).toBe(word);
});

describe("approvals", () => {
  const heads = ["审批编号", "审批状态", "审批结果", "创建时间", "完成时间", "案件编号"];
  const rows = [
    ["1", "已完成", "同意", "2024-03-01", "2024-03-02", "案1"],
    ["2", "已完成", "拒绝", "2024-03-01", "2024-03-02", "案2"],
    ["3", "已撤销", "", "2024-03-01", "2024-03-02", "案3"],
    ["4", "审批中", "", "2024-03-01", "", "案4"],
  ];

  it("of the form 法制审核 are reviews, those that came to an end", async () => {
    const { cells, table } = await read([["重大执法决定法制审核"], heads, ...rows]);
    expect(cells.map((row) => row.审核结论)).toEqual(["通过", "未通过"]);
    expect(table!.left.get("other")?.rows).toBe(2);
  });

  it.each(["立案审批", "用车申请", "案件集体讨论"])("of the form %s are none", async (form) => {
    const { table, cells } = await read([[form], heads, ...rows], 2024);
    expect([table!.recognised, cells]).toEqual([null, []]);
  });
});

it("of a list of calls back the day of the first answer closes, what came of it is rated", async () => {
  const { cells } = await read([
    ["工单编号", "受理时间", "诉求人", "首次办结时间", "对办理过程是否满意", "对办理结果是否满意"],
    ["Q1", "2024-03-01", "某人", "2024-03-02", "满意", "不满意"],
  ]);
  expect([cells[0]!.办结日期, cells[0]!.满意度]).toEqual(["2024-03-02", "不满意"]);
});

it("the number of a suit tells its year where no day does", async () => {
  const { cells, table } = await read([
    ["案号", "审理法院", "案件类型", "案由", "裁判日期", "裁判结果"],
    ["（2023）某0000行初1号", "某院", "行政一审", "处罚", "2024-01-05", "撤销被告作出的处罚决定"],
    ["（2024）某0000民初1号", "某院", "民事一审", "合同", "2024-01-05", "驳回原告诉讼请求"],
  ]);
  expect([[...table!.years.keys()], cells.map((row) => row.结果)]).toEqual([[2023], ["撤销"]]);
});

describe("a suit of which a month's register has a row for each hearing", () => {
  const register = (...hearings: readonly string[]) => [
    ["案号", "原告", "案由", "审理法院", "审级", "开庭时间", "负责人是否出庭", "裁判结果"],
    ...hearings.map((said) => {
      const [appeared = "", result = "驳回诉讼请求"] = said.split(" ");
      return ["（2024）某0000行初1号", "某人", "处罚", "某院", "一审", "3月5日", appeared, result];
    }),
  ];
  it.each([
    [["是", "否"], "是"],
    [["否", "是"], "是"],
    [["否", "否"], "否"],
    [["不适用", "否"], "否"],
    [["", "否"], "否"],
    [["是", ""], "是"],
    [["否", "否", "是"], "是"],
  ])("%j is one suit: %s", async (hearings, wanted) => {
    const { cells } = await read(register(...hearings));
    expect(cells.map((row) => row.负责人出庭)).toEqual([wanted]);
  });

  it.each(["未开庭", "不开庭审理", "书面审理"])("%s is no hearing at all", async (said) => {
    expect((await read(register(said))).cells[0]!.负责人出庭).toBe("不适用");
  });

  const importing = {
    vocabularies: new Map(),
    imports: new Imports(""),
    nameId: (id: string) => id,
  };
  const filesOf = async (files: Record<string, string[][]>) => {
    const texts = Object.entries(files).map(([name, rows]) => [
      name,
      rows.map((row) => row.join("\t")).join("\n"),
    ]);
    return (await memoryFolder(Object.fromEntries(texts)).files())!;
  };

  it("that is told, with both places", async () => {
    const said = repeatsText(
      await importExports(await filesOf({ "导出.csv": register("否", "是") }), importing),
    );
    expect(said).toEqual([
      "不认识的系统，像是“行政应诉案件”，2024年：有1行与前面的是同一件，只是一件里有几次的不一样：" +
        "合成一行，有一次写“是”就写“是”：导出.csv 第2行和第3行，负责人出庭不同",
    ]);
  });

  it("of two results a person says which holds", async () => {
    const sources = await filesOf({ "导出.csv": register("是", "否 撤销") });
    const { repeats } = await importExports(sources, importing);
    expect(repeats.map(({ asked }) => asked.length)).toEqual([1]);
  });

  it.each([
    ["是", "否"],
    ["否", "是"],
  ])("a later file corrects: %s, then %s", async (before, now) => {
    const sources = await filesOf({ "1月.csv": register(before), "2月.csv": register(now) });
    const { rows } = await importExports(sources, importing);
    const text = [...[...rows.values()][0]!.get(2024)!.csv()].join("");
    const [head, ...lines] = text.trim().split("\r\n");
    const at = head!.split(",").indexOf("负责人出庭");
    expect(lines.map((line) => line.split(",")[at])).toEqual([now]);
  });

  it("not yet is no result, and who came is asked where no head says for whom", async () => {
    for (const open of ["未判决", "尚未宣判", "审理中", "待开庭", "在审"]) {
      const { cells, table } = await read(register(`是 ${open}`));
      expect([cells[0]!.结果, cells[0]!.状态, table!.words.get("result")!.unknown.size]).toEqual([
        "",
        "",
        0,
      ]);
    }
    const { table, taken } = await read(
      register("是").map((row) => row.with(6, row[6]!.replace("负责人是否", "是否"))),
    );
    expect(taken.是否出庭).toBeUndefined();
    expect(table!.recognised!.left.find(({ head }) => head === "是否出庭")?.maybe).toEqual([
      "负责人出庭",
    ]);
  });
});

it.each([
  ["行政处罚决定书文号,处罚事由,处罚类别,处罚结果,处罚生效期,处罚截止期", "办理的案件"],
  ["工单编号,诉求类型,问题分类,办理状态,是否满意", "诉求工单与群众反映"],
  ["办件编号,许可事项,申请人类型,办理结果", "行政许可"],
])("a table without a day is told what it is like, and is not read: %s", async (heads, label) => {
  const row = heads.split(",").map((_, at) => `甲${at}`);
  const { table, cells } = await read([heads.split(","), row]);
  expect([table!.recognised, table!.noDay?.label, cells]).toEqual([null, label, []]);
  expect(tableText(table!)).toContain("--head 导出的列=");
});

it.each([
  ["是否经过重大案件法制审核", "法制审核"],
  ["是否经重大执法决定法制审核", "法制审核"],
  ["重大行政处罚决定法制审核情况", "法制审核"],
])("%s is %s", async (head, label) => {
  const { taken } = await read([
    ["立案时间", "违法行为", "处罚种类", head],
    ["2024-03-01", "占道", "罚款", "是"],
  ]);
  expect(taken[head]).toBe(label);
});

it("a deadline of another step is not said to be told by another column", async () => {
  const { table } = await read([
    ["任务号", "大类", "小类", "上报时间", "处置截止时间", "结案时间"],
    ["1", "街面", "游商", "2024-03-01", "2024-03-02", "2024-03-03"],
  ]);
  expect(table!.recognised!.left.find(({ head }) => head === "处置截止时间")?.why).toBe("unused");
});

it.each(["负责人是否出庭", "出庭负责人", "出庭应诉负责人姓名"])(
  "of two instances nobody knows whose hearing it was: %s is told, and whose name it is is not",
  async (head) => {
    const { cells, table } = await read([
      ["案号", "案由", "收案日期", "一审结果", "一审结案日期", "二审结果", "二审结案日期", head],
      [
        "（2024）某0000行初1号",
        "处罚",
        "2024-03-01",
        "撤销",
        "2024-05-01",
        "驳回上诉",
        "2024-08-01",
        "尉迟某",
      ],
      ["（2024）某0000行初2号", "处罚", "2024-03-01", "撤销", "2024-05-01", "", "", "出庭"],
    ]);
    expect(table!.ofNobody.get(head)?.first).toEqual([2]);
    expect(tableText(table!)).toContain(`“${head}”没有写明是哪一审的`);
    expect(tableText(table!)).not.toContain("尉迟");
    expect(cells.map((row) => row.负责人出庭)).toEqual(["", "是", ""]);
  },
);

describe("names of fields without a mark between their words", () => {
  it.each([
    ["STREETNAME", "街道名称（STREETNAME）"],
    ["createtime", "创建日期（createtime）"],
    ["SUBTYPENAME", "小类名称（SUBTYPENAME）"],
    // No word, or two ways to read it.
    ["ACTPROPERTYNAME", "ACTPROPERTYNAME"],
    ["SHORTID", "SHORTID"],
    // Its deadline, or the day on which it came to its end: nobody guesses.
    ["DISPOSE_END_TIME", "DISPOSE_END_TIME"],
    ["HANDLEENDTIME", "HANDLEENDTIME"],
    ["VALID_END_TIME", "有效期截止日期（VALID_END_TIME）"],
  ])("%s is %s", (code, meant) => {
    expect(meantHead(code)).toBe(meant);
  });
});

it.each([
  [["活动时间", "活动形式", "活动地点", "面向对象"], "面向对象", "对象"],
  [["许可事项", "受理时间", "办理结果", "申请人性质"], "申请人性质", "相对人类型"],
])("%j: %s is %s", async (heads, head, label) => {
  const { taken } = await read([heads, ["2024-03-01", "燃气", "2024-03-02", "企业"]]);
  expect(taken[head]).toBe(label);
});
