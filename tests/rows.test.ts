/** Which rows are records: what people and systems write between them and under them is not. */
import { describe, expect, it } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { isGarbled } from "../src/ingest/text/garbled.ts";
import { meantBy } from "../src/ingest/text/nearest.ts";
import { summaryIn, summaryOf } from "../src/ingest/text/summary-words.ts";
import { wordForm, wordKey } from "../src/ingest/text/tidy.ts";
import { loadSite } from "../src/load/load-site.ts";
import { cut } from "../src/text/cut.ts";

const SITE =
  "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n联系方式:\n  办公电话: 0855-8221234\n";
const VOCABULARY = "执法领域:\n  市容环卫:\n  燃气:\n  水务:\n街道:\n  东街道:\n  西街道:\n";
/** Said of every folder as small as these. */
const ALWAYS = ["file-missing", "yaml-blank"];

/** What is said of a table, and its figures. */
async function read(csv: string, name = "cases", vocabulary = "") {
  const files = { "site.yaml": SITE, [`2023/${name}.csv`]: csv };
  const { site, problems } = await loadSite(
    memoryFolder({ ...files, ...(vocabulary && { "vocabularies.yaml": vocabulary }) }),
  );
  const said = problems.filter(({ code }) => !ALWAYS.includes(code));
  const amount = (id: string) => {
    const figure = site?.latest.figures.get(id)?.amount;
    return figure?.state === "known" ? figure.value : figure?.state;
  };
  return {
    amount,
    codes: said.map(({ code }) => code),
    text: said.map(problemText).join("\n"),
    groups: (id: string) => site?.latest.figures.get(id)?.groups?.map(({ word }) => word) ?? [],
  };
}

describe("a word that sums up", () => {
  it.each([
    ...[
      "合计",
      "合 计",
      "总　计",
      "小计：",
      "本页小计",
      "本页合计",
      "累计",
      "本年累计",
      "总数",
      "共计 3 件",
    ],
    ...[
      "1-12月累计",
      "共计3件",
      "计 3 件",
      "共2件",
      "（共2条记录）",
      "共 2 条",
      "共2条记录/1页",
      "总共5件",
    ],
    ...[
      "以上合计",
      "Total",
      "TOTAL",
      "Ｔｏｔａｌ",
      "Grand Total",
      "所有类别",
      "全部渠道",
      "不分街道",
      "∑",
      "Subtotal",
      "Sub-total",
      "Sum",
      "Totals",
    ],
    ...[
      "2023年合计",
      "2023年度总计",
      "3月合计",
      "一季度小计",
      "上半年合计",
      "合计（件）",
      "【合计】",
      "—小计—",
    ],
    ...["总计：40件", "合计件数", "全县合计", "各街道合计", "截至12月31日累计"],
    ...["总件数", "总宗数", "全部", "总体", "ALL"],
  ])("%s is a total", (word) => expect(summaryIn(word)).toBe("total"));

  it.each([
    ...[
      "平均值",
      "人均",
      "月均件数",
      "平均",
      "均值",
      "最大值",
      "最小值",
      "中位数",
      "Average",
      "MAX",
      "总平均值",
      "计数",
    ],
    ...["上年同期", "去年同期", "同比", "同比增长", "占比", "比重（%）"],
  ])("%s is a statistic", (word) => expect(summaryIn(word)).toBe("statistic"));

  it.each(["其中：流动摊贩", "其中:流动", "其中", "其中流动摊贩"])("%s is a part", (word) =>
    expect(summaryIn(word)).toBe("part"),
  );

  it.each([
    "市容环卫 汇总",
    "燃气小计",
    "燃气 合计",
    "燃气 Total",
    "东街道小计：",
    "燃气 平均值",
    "燃气 计数",
    "燃气（小计）",
    "燃气【合计】",
  ])("%s sums up behind another word", (word) => {
    expect(summaryIn(word)).toBeNull();
    expect(summaryOf(word)).not.toBeNull();
  });

  it.each([
    ...[
      "合计路",
      "A-2023-001",
      "燃气",
      "县执2023001",
      "以上数据由法规股提供",
      "占用公共场所",
      "共享单车",
    ],
    ...[
      "共享单车3辆",
      "总工会",
      "会计",
      "统计违法",
      "计划生育",
      "计量",
      "和平街道",
      "中街道",
      "其他",
    ],
    ...[
      "含油废水",
      "年度检查",
      "Summer",
      "Sumatra",
      "Maxwell",
      "Countryside",
      "合同",
      "总",
      "计",
      "合",
    ],
  ])("%s sums up nothing", (word) => expect(summaryOf(word)).toBeNull());
});

const HEAD = "案件编号,执法领域,罚款金额\nA-2023-001,市容环卫,500\nA-2023-002,燃气,300\n";

describe("a row that is no record", () => {
  it.each([
    ...["Total,,800", "共2件,,800", "2023年合计,,800", ",,800", "合 计：,,800", "【总计】,,800"],
    ...[
      "（共2条记录）,,",
      "平均值,,400",
      "最大值,,500",
      ",合计,800",
      ',"=""合计""",800',
      ",Grand Total,800",
    ],
    ...["市容环卫 汇总,,800", ",其中：流动摊贩,500", ",上年同期,700", "小计,合计,800"],
    ...[
      "以上数据由法规股提供,,",
      "注：不含移送,,",
      "1.本表由法制股填报,,",
      "（2）金额单位为元,,",
      "资料来源：业务系统,,",
    ],
    ...[
      "填报人：,,",
      "制表日期：2024-01-05,,",
      "单位负责人：,审核人：,填表人：",
      "※数据为初步统计,,",
      "*不含简易程序,,",
    ],
    ...[
      "说明,,",
      "第1页 共1页,,",
      "截至2023年12月31日,,",
      ",本表不含移送案件。,",
      "END,,",
      "备注：无,,",
      "说明 不含移送,,",
      "以下空白,,",
      "— 完 —,,",
      "1/3,,",
    ],
    ...["———,———,———", "--,--,--", "==========,,", "/,/,/", "无,无,无", '="",="",=""'],
    ...["3,,", "3,,0", "(3),—,0.00"],
    ...[
      "共审核2件,,",
      "记录数：2,,",
      "总记录数：2,,",
      "(2 rows affected),,",
      "2 rows selected.,,",
      "2 rows in set (0.00 sec),,",
      "(2 行受影响),,",
      "Completion time: 2023-12-31T10:00:00,,",
      "\\.,,",
      "total count: 2,,",
      "12 rows,,",
      "Count: 2,,",
      "n=2,,",
      "Number of records: 2,,",
      "通过率50%,,",
      "导出人：admin,,",
      "备 注：以上为初步数,,",
    ],
    ...["备注：,不含移送,", "说明,不含移送,", "填报人,,", "燃气 合计,,300", "市容环卫小计,,500"],
  ])("%s is not counted", async (row) => {
    for (const vocabulary of ["", VOCABULARY]) {
      const { amount, codes, text } = await read(`${HEAD}${row}\n`, "cases", vocabulary);
      expect(amount("cases"), text).toBe(2);
      expect(amount("fines")).toBe(800);
      if (!row.startsWith('=""')) {
        expect(codes).toHaveLength(1);
        expect(["total-row", "note-row", "row-unfilled"]).toContain(codes[0]);
      }
    }
  });

  it("an event with a day and a name is not left out in silence, whoever it was for", async () => {
    const head = "开始日期,名称,形式,对象,街道,参与人次\n";
    const [event, total] = [
      "2023-12-04,宪法宣传周,集中宣传,公众,全部,500\n",
      "2023-12-31,合计,,,,500\n",
    ];
    expect((await read(head + event + total, "publicity")).codes).toEqual(["word", "total-row"]);
    const sound = await read(head + event.replace("全部", "所有街道") + total, "publicity");
    expect([sound.amount("publicity-participants"), sound.codes]).toEqual([500, ["total-row"]]);
  });

  it.each(["Total,,900", "共2件,,900", ",,900", ",合计,900"])(
    "%s is held against the sum",
    async (row) => {
      const { codes } = await read(`${HEAD}${row}\n`);
      expect(codes).toContain("total-row-mismatch");
    },
  );

  it("may say so in any column", async () => {
    const head =
      "序号,立案日期,股室,执法领域,罚款金额\n1,2023-03-01,一股,燃气,500\n2,2023-03-02,二股,水务,300\n";
    for (const row of ["3,合计,,,800", "3,,合计,,800", ",,,,合计800", "3,,,总计,800"]) {
      const { amount, text } = await read(`${head}${row}\n`);
      expect(amount("cases"), text).toBe(2);
    }
    const { amount } = await read(`${head}3,2023-03-05,合计,燃气,100\n`);
    expect(amount("cases")).toBe(3);
  });

  it("of one word may be of rows that stand anywhere", async () => {
    const { amount, codes, text } = await read(
      "执法领域,件数\n燃气,7\n市容环卫,5\n燃气,4\n燃气 合计,11\n市容环卫 合计,5\n总计,16\n",
    );
    expect(codes, text).toEqual(["total-row"]);
    expect(amount("cases")).toBe(16);
  });

  it("without a name is exactly the sum, or in doubt", async () => {
    const rows = `${HEAD}A-2023-003,水务,\n`;
    expect((await read(`${rows},,800\n`)).amount("cases")).toBe(3);
    expect((await read(`${rows},,900\n`)).codes).toContain("total-row-mismatch");
    const last = await read("执法领域,罚款金额\n市容环卫,500\n水务,\n燃气,300\n全县,800\n");
    expect(last.codes).toContain("total-row-suspected");
  });

  it("has numbers in any column", async () => {
    const head = "开始日期,名称,形式,对象,场次,参与人次\n2023-03-01,宪法宣传,集中宣传,公众,1,60\n";
    const rows = `${head}2023-03-05,民法典,集中宣传,学生,2,40\n`;
    const good = await read(`${rows},,,,3,100\n`, "publicity");
    expect(good.amount("publicity-events"), good.text).toBe(2);
    expect(good.amount("publicity-participants")).toBe(100);
    const wrong = await read(`${rows},,,,3,90\n`, "publicity");
    expect(wrong.codes).toContain("total-row-mismatch");
  });

  it.each([
    // Words are no number of a matter; what has a figure may be.
    ["全县,,800", "罚款金额", true],
    ["A-2023-003,,800", "", false],
    ["罚字第三号,,800", "", false],
  ])("and may be one: %s", async (row, column, isLabel) => {
    const { codes, text } = await read(`${HEAD}A-2023-004,水务,\n${row}\n`);
    expect(codes.includes("total-row-suspected"), text).toBe(isLabel);
    const other = await read(
      `执法领域,罚款金额\n市容环卫,500\n燃气,300\n${row.split(",")[0]},800\n`,
    );
    expect(other.codes).toContain("total-row-suspected");
    expect(other.text).toContain(column);
  });

  it("sums up some sections, as subtotals of two levels do", async () => {
    const { amount, codes, text } = await read(
      [
        ...[
          "执法领域,街道,件数",
          "市容环卫,东街道,7",
          ",东街道 汇总,7",
          "市容环卫,西街道,5",
          ",西街道 汇总,5",
        ],
        ...[
          "市容环卫 汇总,,12",
          "燃气,东街道,4",
          ",东街道 汇总,4",
          "燃气,西街道,3",
          ",西街道 汇总,3",
        ],
        ...["燃气 汇总,,7", "总计,,19"],
      ].join("\n"),
    );
    expect(codes, text).toEqual(["total-row"]);
    expect(amount("cases")).toBe(19);
  });
});

describe("a row that is a record", () => {
  it.each([
    ...[
      "A-2023-003,水务,",
      "A-2023-003,水务,0",
      ",水务,",
      "3,水务,",
      "A-2023-003,,",
      "县执〔2023〕3号,,",
    ],
    ...["2023003,,", "合计路,水务,", "A-2023-总3,水务,"],
  ])("%s is counted", async (row) => {
    const { amount, text } = await read(`${HEAD}${row}\n`);
    expect(amount("cases"), text).toBe(3);
  });

  it("keeps a street, a category and a text that only look like it", async () => {
    const { amount, codes, text } = await read(
      [
        ...["备注,案件编号,执法领域,街道,案由", "注：补录,A-2023-001,燃气,合计路街道,年终汇总"],
        ...["1.已复查,A-2023-002,其中,东街道,说明：占道"],
      ].join("\n"),
      "cases",
      "执法领域:\n  燃气:\n  其中:\n",
    );
    expect(codes, text).toEqual(["column-unknown"]);
    expect(amount("cases")).toBe(2);
  });

  it("named by a text that ends as a total does keeps its count", async () => {
    const { amount, codes, text } = await read(
      "名称,形式,对象,次数\n年终普法工作汇总,集中宣传,公众,3\n累计,,,3\n",
      "publicity",
    );
    expect(codes, text).toEqual(["total-row"]);
    expect(amount("publicity-events")).toBe(3);
  });

  it("of a list of numbers may be called total", async () => {
    const { codes, text } = await read(
      "指标编号,指标名称,数值,单位,报告章节\ntotal,合计,40,件,一\nsum,共计,1.5,万元,一\n",
      "indicators",
    );
    expect(codes, text).toEqual([]);
  });

  it("without a name says how many in a table of 件数", async () => {
    const { amount, codes, text } = await read("执法领域,件数\n燃气,7\n,5\n");
    expect(codes, text).toEqual(["total-row-suspected"]);
    expect(amount("cases")).toBe(12);
  });
});

describe("a number of what is counted", () => {
  it.each([
    ...["1.472,件", "1.472,件（次）", "2.5,人次", "3.5,家", "1.2,场次", "10.5余,条", "１．５,起"],
  ])("%s is refused in a list of numbers", async (row) => {
    const head = "指标编号,指标名称,数值,单位,报告章节";
    const { codes, text } = await read(`${head}\na,办理案件,${row},一\n`, "indicators");
    expect(codes, text).toContain("number-fraction");
  });

  it.each([
    ...[
      "a,办结率,93.4,%",
      "a,罚款,1.472,万元",
      "a,面积,1.5,平方米",
      "a,人均办案,12.5,件",
      "a,用时,3.5,天",
    ],
    ...["a,办理案件,1.5万,件", "a,办理案件,1472.0,件"],
  ])("%s is not", async (row) => {
    const head = "指标编号,指标名称,数值,单位,报告章节";
    const { codes, text } = await read(`${head}\n${row},一\n`, "indicators");
    expect(
      codes.filter((code) => code !== "normalised"),
      text,
    ).toEqual([]);
  });
});

describe("advice", () => {
  it.each([
    ["0", "是、否、有"],
    ["1", "是、否"],
    ["未办结", "已办结、办理中"],
    ["申请人", "被申请人、被告"],
    ["原告", "被告"],
    ["部分满意", "满意、不满意"],
    ["未受理", "不予受理、受理"],
    ["除市容环卫外", "市容环卫、燃气"],
    ["修改后通过", "通过、未通过"],
    ["逾期办结", "按期办结"],
  ])("never takes %s for one of %s", (word, words) => {
    expect(meantBy(word, words.split("、"))).toBeNull();
  });

  it.each([
    ["绿话", "园林绿化、绿化", "绿化"],
    ["办结", "已办结、退回", "已办结"],
    ["不通过", "通过、未通过", "未通过"],
  ])("takes %s of %s for %s", (word, words, meant) => {
    expect(meantBy(word, words.split("、"))).toBe(meant);
  });

  it.each([
    ["202303010000000000", "被 Excel 改成了 0"],
    ["1234567890123450", "被 Excel 改成了 0"],
    ['"123,456,789,012,345,000"', "被 Excel 改成了 0"],
    ["1234567890123450000.00", "被 Excel 改成了 0"],
    ["20230301000000001", "每一格都一样"],
    ["GD-2023-000", "每一格都一样"],
  ])("on two ids %s never is to delete what may be two matters", async (id, said) => {
    const { codes, text } = await read(
      `工单编号,受理日期,渠道\n${id},2023-03-01,12345热线\n${id},2023-03-02,12345热线\n`,
      "complaints",
    );
    expect(codes).toEqual(["key-duplicate"]);
    expect(text).toContain(said);
    expect(text).not.toContain("删掉");
  });

  it.each([
    ["受理日期", "2023-03-01"],
    ["审级", "一审"],
    ["受理日期,审级", "2023-03-01,一审"],
  ])("on two numbers that are no keys neither, with %s", async (heads, cells) => {
    const id = "202303010000000000";
    const { codes, text } = await read(
      `争议编号,类别,${heads}\n${id},行政诉讼,${cells}\n${id},行政诉讼,${cells}\n`,
      "litigation",
    );
    expect(codes).toEqual(["number-duplicate"]);
    expect(text).toContain("被 Excel 改成了 0");
    expect(text).not.toContain("只留一行");
  });

  it.each(["不予处罚", "免予处罚", "警告、不予处罚", "首违不罚", "责令限期改正", "批评教育"])(
    "never makes %s a kind of penalty",
    async (word) => {
      const { codes, text } = await read(`执法领域,处罚种类\n燃气,${word}\n`);
      expect(codes).toEqual(["word"]);
      expect(text).toContain("空着");
      expect(text).not.toContain("可用的词");
    },
  );

  it("quotes whole characters only", () => {
    expect(cut("👨‍👩‍👧👨‍👩‍👧", 7)).toBe("👨‍👩‍👧");
    expect(cut("e\u0301e\u0301e\u0301", 3)).toBe("e\u0301");
    expect(cut("𠮷𠮷𠮷", 2)).toBe("𠮷𠮷");
    expect(cut("e".padEnd(50, "\u0301"), 10)).toHaveLength(10);
  });
});

describe("writings of a word that no vocabulary lists", () => {
  it.each([
    ["占道经营（夜间）", "占道经营(夜间)", "占道 经营（ 夜间 ）"],
    ["水务", "⽔务", "水 务"],
    ["WIFI", "ＷｉＦｉ", "WiFi", "wifi"],
    ["占道·经营", "占道・经营", "占道･经营", "占道•经营"],
    ["长江路", "⻓江路"],
    ["12345热线", "12345 热线", "１２３４５热线"],
    ["甲：乙", "甲:乙"],
    ["5-6号", "5–6号", "５－６号"],
  ])("%s is shown for all of them", async (shown, ...others) => {
    for (const writing of [shown, ...others]) {
      expect(wordForm(writing)).toBe(shown);
      expect(wordKey(writing)).toBe(wordKey(shown));
    }
    const rows = [...others, shown].map((writing) => `"${writing}",7`);
    for (const list of [rows, rows.toReversed()]) {
      const { groups } = await read(`执法领域,件数\n${list.join("\n")}\n`);
      expect(groups("cases-by-field")).toEqual([shown]);
    }
  });
});

describe("text that a conversion has spoilt", () => {
  it.each([
    ...[
      "ÏÜ·¨Ðû´«",
      "Ö´·¨",
      "2023Äê3ÔÂ",
      "å®ªæ³•å®£ä¼",
      "Ã¥Â®Âª",
      "Ã¤Â¸Â­",
      "锟斤拷锟斤拷",
      "宪\ufffd",
    ],
    ...["????", "??-2023", "A????", "鎵ф硶", "浣犲ソ", "鐕冩皵", "绀惧尯"],
  ])("%s is told", async (text) => {
    expect(isGarbled(text)).toBe(true);
    const said = await read(`名称,形式,对象,次数\n${text},集中宣传,公众,3\n`, "publicity");
    expect(said.codes).toEqual(["garbled"]);
    expect(said.text).toContain(text.slice(0, 4));
  });

  it.each([
    ...[
      "宪法宣传",
      "café",
      "Ñandú",
      "crème brûlée",
      "föräldrar",
      "Hyvää päivää",
      "····",
      "×××",
      "3×4×5",
    ],
    ...[
      "±5°C",
      "执法·宣传",
      "什么??",
      "怎么办???",
      "?",
      "浏阳",
      "刘璐",
      "浜河路",
      "联通",
      "瀚海路",
      "淇县",
    ],
    ...["“café”——好", "Müller & Söhne", "São Tomé", "25°±3°", "§§", "https://a.cn/?a=??", "濮阳"],
  ])("%s is not spoilt", (text) => expect(isGarbled(text)).toBe(false));
});

describe("a row of a form", () => {
  const ROWS = "案件编号,执法领域,街道,罚款金额\nA1,燃气,东街道,500\nA2,水务,西街道,300\n";
  it.each([
    ["示例：A000,燃气,东街道,1000", "row-unfilled"],
    ["（样例）,水务,西街道,1000", "row-unfilled"],
    ["例1,水务,西街道,1000", "row-unfilled"],
    ["1,2,3,4", "header-repeated"],
    ["①,②,③,④", "header-repeated"],
    ["甲,乙,丙,1", "header-repeated"],
    ["A,B,C,D", "header-repeated"],
    ["栏次,1,2,3", "header-repeated"],
    ["上年结转,,,300", "total-row-suspected"],
    ["减：撤销,,,300", "total-row-suspected"],
    ["转下页,,,800", "total-row-suspected"],
    ["件均罚款,,,400", "total-row-suspected"],
    ["必填,必填,选填,单位：元", "header-repeated"],
    ["局长：（签字）,,分管领导：,", "note-row"],
    ["单位（盖章）：,,,", "note-row"],
    ["审核：,,经办：,", "note-row"],
    ["一季度,,,800", "total-row"],
    ["上半年,,,800", "total-row"],
    ["诉讼小计,2,,800", "total-row"],
    ["合,计,,800", "total-row"],
    [",总,计,800", "total-row"],
    ["栏次,甲,乙,1", "header-repeated"],
    ["字符型(50),条件必填,可空,格式：元", "header-repeated"],
    [",承办科室：法规科,,", "note-row"],
    [",,校对：某科,", "note-row"],
  ])("%s is no record", async (line, code) => {
    const { amount, codes } = await read(`${ROWS}${line}\n`, "cases", VOCABULARY);
    expect(codes).toEqual([code]);
    expect(amount("cases")).toBe(2);
    expect(amount("fines")).toBe(800);
  });

  it("is no form's where it says of what it is", async () => {
    const { codes } = await read(`${ROWS}A3,燃气,东街道,共3000\n`, "cases", VOCABULARY);
    expect(codes).toEqual(["number"]);
    const example = await read("名称,形式,对象\n示例项目宣传,集中宣传,公众\n", "publicity");
    expect(example.codes).toEqual([]);
    expect(example.amount("publicity-events")).toBe(1);
  });
});

describe("in a table of another kind", () => {
  const LICENCES = "决定书文号,事项,受理日期,决定日期,结果\n许1,占道,2023-03-01,2023-03-02,准予\n";
  const REVIEWS = "审核编号,审核日期,审核结论,件数\nS1,2023-03-01,通过,3\n";
  const PLAN = "安排,事项,进展\n执法,修订基准,未开始\n";
  const SUITS = "类别,审级,受理日期,结果\n行政诉讼,一审,2023-03-01,维持\n";
  const NUMBERS = "指标编号,指标名称,数值,单位,报告章节\na,检查,100,次,一\n";
  it.each([
    ["legal_reviews", REVIEWS, "上年结转,,,2", "total-row-suspected"],
    ["legal_reviews", REVIEWS, "期末未结,,,2", "total-row-suspected"],
    ["plan", PLAN, "合计,1,", "total-row"],
    ["plan", PLAN, "共1项,,", "total-row"],
    ["litigation", SUITS, "承办科室：法规科,,,", "note-row"],
    ["litigation", SUITS, "合,计,,2", "total-row"],
    // Never a note, however it begins: what is dropped so is not missed.
    ["indicators", NUMBERS, "b，宣传，30，场，二", "row-in-one-cell"],
    ["indicators", NUMBERS, "b，宣传，进社区，30，场，二", "row-in-one-cell"],
    ["indicators", NUMBERS, "b、宣传、30、场、二", "row-in-one-cell"],
    // Nor a total, where it has a number and a day of its own.
    ["licences", LICENCES, "许2,占道,2023-03-01,2023-03-02,准予汇总", "word"],
    [
      "litigation",
      `编号,${SUITS}`.replace("编号", "争议编号").replace("\n", "\nD1,"),
      "D2,诉讼合计,一审,2023-03-02,维持",
      "word",
    ],
  ])("%s: a row after %j that says %s is told as %s", async (name, table, row, code) => {
    const { codes, text } = await read(`${table}${row}\n`, name);
    expect(
      codes.filter((one) => one !== "word-empty"),
      text,
    ).toEqual([code]);
  });
});

describe("a row of another year", () => {
  it.each(["年度", "年份", "统计年度"])(
    "is told by a column %s that nothing else uses",
    async (name) => {
      const { codes, text } = await read(`${name},执法领域,件数\n2022,燃气,10\n2023年,燃气,12\n`);
      expect(codes.toSorted()).toEqual(["column-unknown", "year-outside"]);
      expect(text).toContain("A2");
    },
  );
});

describe("a cell that says nothing by itself", () => {
  it.each(["。", "*", "？？", "↑", "…"])("%s is no category", async (mark) => {
    const { codes } = await read(`执法领域,件数\n燃气,3\n${mark},2\n`);
    expect(codes).not.toEqual([]);
  });
  it.each(["全县", "全市", "全局"])("%s is no street to be added to a list", async (word) => {
    const { text } = await read(`执法领域,街道\n燃气,${word}\n`, "cases", VOCABULARY);
    expect(text).not.toContain("vocabularies");
  });

  const HEAD = "工单编号,受理日期,渠道,类别\n1,2023-01-05,12345热线,占道\n";
  it.each(["同上", "同上。", "〃", "〃〃", "″", "”", "ditto", "同左", "同第2行", "见序号3"])(
    "%s is no word and no day",
    async (mark) => {
      for (const row of [`2,2023-01-06,12345热线,${mark}`, `2,${mark},12345热线,占道`]) {
        const { codes, text } = await read(`${HEAD}${row}\n`, "complaints");
        expect(codes).toEqual(["ditto"]);
        expect(text).toContain("向下填充");
      }
    },
  );

  it.each(["#N/A", "#REF!", "#NAME?"])(
    "%s is a formula that failed, in any column",
    async (error) => {
      for (const row of [`2,2023-01-06,12345热线,${error}`, `2,2023-01-06,${error},占道`]) {
        const { codes, text } = await read(`${HEAD}${row}\n`, "complaints");
        expect(codes).toEqual(["excel-error"]);
        expect(text).not.toContain("vocabularies");
      }
    },
  );
});

describe("a penalty in a case that ended without one", () => {
  const HEAD = "案件编号,执法领域,处罚种类,罚款金额,没收金额,结案方式";
  it.each([
    ["罚款,500,", "不予处罚", ["C2"]],
    ["警告,,", "撤销案件", ["C2"]],
    ["罚款、没收违法所得,500,300", "移送司法", ["C2"]],
    [",500,", "不予处罚", ["D2"]],
    [",500,300", "终止调查", ["D2", "E2"]],
    [",,", "不予处罚", []],
    [",0,0", "不予处罚", []],
    ["罚款,500,", "履行完毕", []],
    ["罚款,500,", "", []],
  ])("%s beside %j is told at its cell", async (penalty, end, cells) => {
    const { codes, text } = await read(`${HEAD}\nA1,燃气,${penalty},${end}\n`);
    expect(codes, text).toEqual(cells.map(() => "end-contradicts"));
    for (const cell of cells) expect(text).toContain(`cases.csv ${cell}“`);
  });
});

describe("two words in one cell", () => {
  it.each(["罚款/警告", "罚款 警告", "罚款并处警告", "罚款＋警告", "罚款、警告", "罚款和警告"])(
    "%s are both read, where there may be several",
    async (words) => {
      const { codes } = await read(`执法领域,处罚种类,罚款金额\n燃气,${words},500\n`);
      expect(codes).toEqual([]);
    },
  );

  it.each(["东街道/西街道", "东街道、西街道", "东街道和西街道"])(
    "%s are not taken for one of them",
    async (words) => {
      const { codes, text } = await read(`执法领域,街道\n燃气,${words}\n`, "cases", VOCABULARY);
      expect(codes).toEqual(["word"]);
      expect(text).toContain("“东街道”和“西街道”");
      expect(text).not.toContain("是不是");
    },
  );
});

describe("a merged cell", () => {
  it.each([
    ["above its subtotals", "东街道,小计,5\n,燃气,3\n,水务,2\n西街道,小计,5\n,燃气,1\n,水务,4"],
    ["below them", "东街道,燃气,3\n,水务,2\n,小计,5\n西街道,燃气,1\n,小计,1"],
  ])("whose word stands %s is worth a word", async (_, rows) => {
    const { codes, text } = await read(`街道,执法领域,件数\n${rows}\n`, "cases", VOCABULARY);
    expect(codes.toSorted()).toEqual(["total-row", "word-empty"]);
    expect(text).toContain("合并单元格");
  });

  it.each([
    ["publicity", "开始日期,形式,对象\n2023-03-01,集中宣传,公众\n,集中宣传,公众\n", "开始日期"],
    ["cases", "立案日期,执法领域\n2023-03-01,燃气\n,水务\n", "立案日期"],
    ["complaints", "受理日期,渠道\n2023-03-01,12345热线\n,12345热线\n", "受理日期"],
    ["litigation", "受理日期,类别\n2023-03-01,行政诉讼\n,行政诉讼\n", "受理日期"],
    [
      "licences",
      "事项,受理日期\n占道,2023-03-01\n占道,\n占道,\n占道,2023-05-01\n占道,\n",
      "受理日期",
    ],
  ])("of dates in %s is worth a word", async (name, csv, column) => {
    const { codes, text } = await read(csv, name);
    expect(codes).toEqual(["word-empty"]);
    expect(text).toContain(column);
    expect(text).toContain("合并单元格");
  });

  // A day or a number is blank in many a row that is right: in the same rows as a merged day it is not.
  const measures = datasets.flatMap(({ id, dated, columns }) => {
    const [day] = dated?.by ?? [];
    if (!day || !columns[day]!.expected) return [];
    return Object.entries(columns).flatMap(([key, { label, type, required }]) =>
      key !== day && !required && key !== "count" && ["date", "quantity", "money"].includes(type)
        ? [[id, label, columns[day]!.label, type === "date" ? "2023-03-20" : "150"] as const]
        : [],
    );
  });
  const apart = (name: string, label: string, day: string, rows: readonly string[][]) => {
    const [word, value] = NEEDED[name]!;
    return read([[word, day, label], ...rows.map((row) => [value, ...row])].join("\n"), name);
  };
  const saysMerged = (text: string, label: string) => text.includes(`只有第一行有${label}，看不出`);

  it.each(measures)(
    "of %s: %s in the rows of a merged day is worth a word",
    async (name, label, day, one) => {
      const of = (rows: string[][]) => apart(name, label, day, rows);
      const merged = await of([
        ["2023-03-01", one],
        ["", ""],
        ["", ""],
        ["2023-03-02", one],
      ]);
      expect(saysMerged(merged.text, label)).toBe(true);
      const open = await of([
        ["2023-03-01", one],
        ["2023-03-02", ""],
        ["2023-03-03", ""],
        ["2023-03-04", one],
      ]);
      expect(saysMerged(open.text, label)).toBe(false);
      const other = await of([
        ["2023-03-01", one],
        ["", ""],
        ["2023-03-03", ""],
        ["2023-03-04", one],
      ]);
      expect(saysMerged(other.text, label)).toBe(false);
    },
  );
});

/** A column that each row of a dataset needs, with a word of it. */
const NEEDED: Readonly<Record<string, readonly [string, string]>> = {
  cases: ["执法领域", "燃气"],
  complaints: ["渠道", "12345热线"],
  legal_reviews: ["审核结论", "通过"],
  licences: ["事项", "占道"],
  litigation: ["类别", "行政诉讼"],
  publicity: ["形式,对象", "集中宣传,公众"],
};
