/** Fifty workbooks that a clerk might bring: broken, mended by what the message alone says, published. */
import * as XLSX from "@e965/xlsx";
import { expect, test } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { SiteAround } from "../src/staff/check.ts";
import { Desk } from "../src/staff/desk.ts";
import type { DeskState, SaidProblem } from "../src/staff/desk-state.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
const WORDS = "执法领域:\n  市容环卫:\n  燃气:\n  规划建设:\n";
const AROUND: SiteAround = { site: SITE, days: {}, words: WORDS, topics: ["案件"] };

type Rows = readonly (readonly string[])[];
const lines = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|"));

/** Tables in which nothing is wrong. */
const GOOD = {
  complaints: lines(`
    受理日期|渠道|类别|街道|签收日期|应办结日期|办结日期|状态|满意度
    2024-01-05|12345热线|噪声|城东街道|2024-01-05|2024-01-12|2024-01-09|已办结|满意
    2024-02-06|数字城管|油烟|城西街道|2024-02-06|2024-02-13|2024-02-10|已办结|未评价
    2024-03-07|12345热线|占道经营|城东街道|2024-03-07|2024-03-14||办理中|`),
  cases: lines(`
    案件编号|立案日期|程序|执法领域|决定日期|处罚种类|罚款金额（元）|结案日期
    A-1|2024-01-05|普通程序|市容环卫|2024-01-20|罚款|2000|2024-02-01
    A-2|2024-02-05|简易程序|燃气|2024-02-05|警告||2024-02-05
    A-3|2024-03-05|普通程序|规划建设||||`),
  publicity: lines(`
    开始日期|结束日期|名称|形式|对象|参与人次|场次
    2024-03-05|2024-03-05|学雷锋普法|集中宣传|公众|200|1
    2024-12-04|2024-12-10|宪法宣传周|集中宣传|公众|1200余|3`),
  litigation: lines(`
    争议编号|类别|审级|本局地位|受理日期|状态|结果|结案日期
    S-1|行政诉讼|一审|被告|2024-01-08|已结|驳回诉讼请求|2024-05-06
    S-2|行政复议|复议|被申请人|2024-02-08|在办||`),
  indicators: lines(`
    指标编号|指标名称|数值|单位|栏目|上级指标|关系|报告章节
    xuncha|出动巡查|1200余|次|案件|||一(三)
    chaichu|拆除违法建设|43|处|案件|||一(三)
    chaichu-shi|拆除违法建设：城市|30|处|案件|chaichu|其中|一(三)`),
} as const satisfies Record<string, Rows>;

type Table = keyof typeof GOOD;

/** The message must say this much: the mend itself, or the form of it. */
function hintOf(right: string): RegExp {
  if (/^\d{4}-\d\d-\d\d$/.test(right)) return /\d{4}-\d\d-\d\d|核对/;
  if (/^[\d.]+余?$/.test(right))
    return new RegExp(`${right}|写阿拉伯数字|整数|只写数字|正确的数字|空着|核对`);
  return right === "" ? /删|空|清/ : new RegExp(right.replace(/[()（）*.]/g, "\\$&"));
}

/** A cell by its name, what is wrongly written there, and what is meant. */
const CELLS: readonly (readonly [
  table: Table,
  cell: string,
  wrong: string,
  right: string,
  says?: RegExp,
])[] = [
  ["complaints", "A2", "1/5/2024", "2024-01-05"],
  ["complaints", "A2", "24-01-05", "2024-01-05"],
  ["complaints", "A2", "1月5日", "2024-01-05"],
  ["complaints", "A2", "2024-01-32", "2024-01-02"],
  ["complaints", "A2", "2024年1月", "2024-01-05"],
  ["complaints", "A2", "2042-01-05", "2024-01-05"],
  ["complaints", "A2", "1-Jan-24", "2024-01-01"],
  ["complaints", "A2", "年初", "2024-01-05"],
  ["complaints", "B2", "12345热钱", "12345热线"],
  ["complaints", "B2", "市民热线", "12345热线"],
  ["complaints", "B2", "12345", "12345热线", /是不是“12345热线”？/],
  ["complaints", "B3", "数字成管", "数字城管"],
  ["complaints", "G2", "2024-01-01", "2024-01-09"],
  ["complaints", "H2", "办结", "已办结"],
  ["complaints", "H2", "已办结/退回", "已办结"],
  ["complaints", "I2", "十分满意", "非常满意"],
  ["complaints", "I2", "好", "满意"],
  ["complaints", "D2", "13800138000", ""],
  ["complaints", "C2", "3栋2单元501室噪声", "噪声", /删掉格里的它，别的字可以留/],
  ["complaints", "C2", "#REF!", "噪声", /改成应有的类别/],
  ["cases", "A3", "2.02E+17", "A-2", /设为“文本”格式/],
  ["cases", "A3", "A-1", "A-2", /是两件事的，改正编号/],
  ["cases", "B2", "2024/13/05", "2024-01-05"],
  ["cases", "C2", "普通", "普通程序"],
  ["cases", "C3", "简易成序", "简易程序"],
  ["cases", "D3", "燃汽", "燃气"],
  ["cases", "D3", "全县", "燃气", /改成它的类别/],
  ["cases", "E2", "2024-01-01", "2024-01-20"],
  ["cases", "F2", "没收", "没收违法所得"],
  ["cases", "F3", "警告书", "警告"],
  ["cases", "G2", "2千元", "2000"],
  ["cases", "G2", "两千", "2000"],
  ["cases", "G2", "两千余", "2000余", /写成 2000余/],
  ["cases", "G2", "约三百五十元", "约350", /写成 约350元/],
  ["cases", "G2", "近百", "近100", /写成 近100/],
  ["cases", "G2", "3百余元", "300余", /写成 300余元/],
  ["cases", "G2", "一百五", "150", /写阿拉伯数字/],
  ["cases", "G2", "20,00", "2000", /对照原件核对后，写成 20\.00 或 1234 这样/],
  ["cases", "G2", "-2000", "2000"],
  ["cases", "G2", "约2000余", "2000余"],
  ["cases", "G2", "2000件", "2000"],
  ["publicity", "A2", "3.5", "2024-03-05"],
  ["publicity", "D2", "集中宣教", "集中宣传"],
  ["publicity", "E2", "群众和学生", "公众"],
  ["publicity", "F2", "两百余人", "200余"],
  ["publicity", "F2", "若干", ""],
  ["publicity", "F2", "200.5", "200"],
  ["publicity", "G2", "1场次2天", "1"],
  ["publicity", "C3", "=A1", "宪法宣传周", /选择性粘贴—数值/],
  ["publicity", "B3", "2024-12-01", "2024-12-10"],
  ["litigation", "B2", "诉讼", "行政诉讼"],
  ["litigation", "C2", "初审", "一审"],
  ["litigation", "D3", "申请人", "被申请人"],
  ["litigation", "F2", "结案", "已结"],
  ["litigation", "G2", "驳回起诉请求", "驳回诉讼请求"],
  ["litigation", "E2", "同上", "2024-01-08", /照抄它指的那一格/],
  ["indicators", "A2", "巡查次数", "xuncha", /英文小写字母、数字和连字符/],
  ["indicators", "A2", "", "xuncha", /英文小写和连字符，例如/],
  ["indicators", "C2", "一千二百余", "1200余"],
  ["indicators", "C2", "43个", "43"],
  ["indicators", "D2", "", "次"],
  ["indicators", "F4", "chaichi", "chaichu"],
  ["indicators", "H2", "", "一(三)", /写有这个数字的章节，例如/],
];

/** What no cell alone can mend: what the message says is done to the table in Excel. */
const TABLES: readonly (readonly [
  table: Table,
  what: string,
  broken: (rows: Rows) => Rows,
  says: RegExp,
  mended: (rows: Rows) => Rows,
])[] = [
  [
    "complaints",
    "the column of channels is called otherwise",
    renamed("渠道", "投诉渠道"),
    /把列名改成“渠道”/,
    renamed("投诉渠道", "渠道"),
  ],
  [
    "publicity",
    "no column says to whom",
    without("对象"),
    /加一列“对象”.*公众/,
    with_("对象", "公众"),
  ],
  ["complaints", "names of persons", with_("联系人", "王某"), /删掉整列/, without("联系人")],
  [
    "cases",
    "one column twice",
    with_("程序", "普通程序"),
    /不要的一列删掉|删掉其中一列/,
    (rows) => rows.map((row) => row.slice(0, -1)),
  ],
  [
    "cases",
    "the total does not add up",
    (rows) => [
      ...rows.map((row, at) => [...row, at === 0 ? "件数" : "1"]),
      ["合计", "", "", "", "", "", "", "", "9"],
    ],
    /相加是3/,
    (rows) => rows.map((row) => row.map((cell) => (cell === "9" ? "3" : cell))),
  ],
  [
    "publicity",
    "a cell too many",
    (rows) => rows.map((row, at) => (at === 1 ? [...row, "备注"] : row)),
    /补上列名，没有用就删掉/,
    (rows) => rows.map((row) => row.slice(0, 7)),
  ],
];

function renamed(from: string, to: string) {
  return ([head = [], ...rows]: Rows): Rows => [
    head.map((name) => (name === from ? to : name)),
    ...rows,
  ];
}

function without(name: string) {
  return (rows: Rows): Rows => {
    const at = rows[0]!.indexOf(name);
    return rows.map((row) => row.toSpliced(at, 1));
  };
}

function with_(name: string, value: string) {
  return (rows: Rows): Rows => rows.map((row, at) => [...row, at === 0 ? name : value]);
}

function workbookOf(rows: Rows): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), "表");
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
}

const textOf = ({ title, places, why, fix, instead = "" }: SaidProblem) =>
  `${title} ${places} ${why} ${fix} ${instead}`;

/** Most are mended to one and the same file. */
const loaded = new Map<string, Promise<unknown[]>>();

/** No error, and the file that is handed back makes a site. */
async function expectPublished(desk: Desk, state: DeskState, table: Table): Promise<void> {
  expect(state.problems.filter(({ severity }) => severity === "error").map(textOf)).toEqual([]);
  const { name, text } = desk.file();
  expect(name).toBe(`${table}.csv`);
  let problems = loaded.get(text);
  if (!problems) {
    const files = { "site.yaml": SITE, "vocabularies.yaml": WORDS, [`2024/${name}`]: text };
    problems = loadSite(memoryFolder(files), { checkOnly: true }).then((read) =>
      read.problems.filter(({ severity }) => severity === "error"),
    );
    loaded.set(text, problems);
  }
  expect(await problems).toEqual([]);
}

const open = (rows: Rows, desk = new Desk(AROUND, { 2024: {} })) =>
  desk.open("2024年台账.xlsx", workbookOf(rows)).then((state) => ({ desk, state }));

test.each(Object.keys(GOOD) as Table[])("%s as it should be", async (table) => {
  const { desk, state } = await open(GOOD[table]);
  await expectPublished(desk, state, table);
});

const BROKEN = CELLS.map(
  ([table, cell, wrong, right, says]) =>
    [table, cell, wrong, right, says ?? hintOf(right)] as const,
);

test.each(BROKEN)("%s %s “%s” is mended as %s", async (table, cell, wrong, right, says) => {
  const column = cell.charCodeAt(0) - 65;
  const row = Number(cell.slice(1)) - 1;
  const rows = GOOD[table].map((cells, at) =>
    cells.map((text, place) => (at === row && place === column ? wrong : text)),
  );
  const { desk, state } = await open(rows);
  const errors = state.problems.filter(({ severity }) => severity === "error");
  const own = errors.find(({ places }) => places.includes(cell)) ?? errors[0];
  expect(own && textOf(own), "an error that names the cell").toContain(cell);
  expect(textOf(own!), "the mend, or how it is written").toMatch(says);
  await expectPublished(desk, await desk.set([{ row, column, text: right }]), table);
});

test.each(TABLES)("%s: %s", async (table, _, broken, says, mended) => {
  const { state } = await open(broken(GOOD[table]));
  const errors = state.problems.filter(({ severity }) => severity === "error");
  expect(errors.map(textOf).join("\n")).toMatch(says);
  const { desk, state: after } = await open(mended(broken(GOOD[table])));
  await expectPublished(desk, after, table);
});
