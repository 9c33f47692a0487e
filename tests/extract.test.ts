/** npm run extract: reports of invented bodies, their numbers found, named and placed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";
import { emptyReport, headedTable } from "../scripts/lib/headed-files.ts";
import { type Draft, draftOf } from "../src/extract/draft.ts";
import { NotAReport } from "../src/extract/report-line.ts";
import { parseQuantity } from "../src/ingest/cells/numbers.ts";
import { ended, start, temporaryFolder, until } from "./support/command.ts";
import { runHere } from "./support/here.ts";

const FIXTURES = join(import.meta.dirname, "fixtures", "extract");
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
const draft = (text: string, name = "报告.txt") => draftOf(name, new TextEncoder().encode(text));
/** The rows of one sentence in a report of 2023. */
const rowsOf = async (sentence: string) =>
  (await draft(`某某局2023年度法治政府建设报告\n一、主要举措和成效\n${sentence}`)).rows;

interface Listed {
  value: string;
  unit: string;
  qualifier: string;
  label: string;
}

/** How many of the listed figures were found with value, unit and qualifier, and how many others. */
function compared({ rows }: Draft, listed: readonly Listed[]) {
  const sure = rows.filter(({ found }) => !found.doubtful);
  const left = sure.map(({ found: { value, unit, label } }) => {
    const read = parseQuantity(value, { said: true });
    return { unit, label, ...(read.ok ? read.value : { value: Number.NaN, qualifier: "" }) };
  });
  const missed = listed.filter((one) => {
    const is = left.filter(
      ({ value, unit, qualifier }) =>
        value === Number(one.value) && unit === one.unit && qualifier === one.qualifier,
    );
    const best = is.find(({ label }) => label.includes(one.label));
    if (!best) return true;
    left.splice(left.indexOf(best), 1);
    return false;
  });
  return { missed, others: left };
}

describe("figures of invented reports", () => {
  it.each(readdirSync(FIXTURES).filter((name) => /\.(?:txt|md)$/.test(name)))(
    "%s",
    async (name) => {
      const listed = Papa.parse<Listed>(
        readFileSync(join(FIXTURES, name.replace(/\.\w+$/, ".csv")), "utf8").trim(),
        { header: true },
      ).data;
      const { missed, others } = compared(await draftOf(name, bytesOf(name)), listed);
      const found = listed.length - missed.length;
      console.log(
        `${name}: recall ${found}/${listed.length}, precision ${found}/${found + others.length}`,
      );
      expect({ missed, others }).toEqual({ missed: [], others: [] });
    },
  );
});

describe("a number", () => {
  it.each([
    ["办理案件四十六件", "46", "件"],
    ["办理案件1,472件", "1472", "件"],
    ["办理案件１４７２件", "1472", "件"],
    ["发放资料两万余份", "2万余", "份"],
    ["发放资料2.5万多份", "2.5万多", "份"],
    ["罚款230余万元", "230余万", "元"],
    ["培训一百二十余人次", "120余", "人次"],
    ["参加活动的群众达上千人", "上千", "人"],
    ["走访企业近百家", "近百", "家"],
    ["走访商户数十家", "数十", "家"],
    ["化解纠纷约300件", "约300", "件"],
    ["提供咨询不低于50次", "不少于50", "次"],
    ["开展检查20次以上", "20以上", "次"],
    ["办结率达百分之九十九点六", "99.6", "%"],
    ["满意率98.5％", "98.5", "%"],
    ["检查车辆300余台次", "300余", "台次"],
    ["参加培训60人（次）", "60", "人次"],
    ["平均每次检查企业3家", "约3", "家"],
    ["新建公厕3至5座", "3至5", "座"],
    ["征收水资源费2 146.8万元", "2146.8万", "元"],
    ["举办普法讲堂5讲", "5", "讲"],
    ["参会群众代表40人", "40", "人"],
    ["开展集中宣讲三次", "3", "次"],
    ["发放各类资料25000", "25000", ""],
    ["发放宣传册1万5千余册", "15000余", "册"],
    ["完成投资3亿5000万元", "350000000", "元"],
    ["粉丝量突破十万", "超过十万", ""],
    ["完成率达到九成以上", "90以上", "%"],
    ["近三成机构的合同不规范", "近30", "%"],
    ["化解率九成五", "95", "%"],
    ["超过半数乡镇没有专职人员", "超过50", "%"],
    ["不合格案卷占抽查总数的五分之一", "20", "%"],
    ["拆违总量同比翻一番", "100", "%"],
    ["按期办结率百分百", "100", "%"],
    ["建成法治广场一处", "1", "处"],
    ["同比增长近一倍", "近1", "倍"],
    ["归档音视频1.7TB", "1.7", "TB"],
    ["养护国省干线２，３１６公里", "2316", "公里"],
    ["检查货车１，０２６，３００辆", "1026300", "辆"],
    ["律师驻点672小时", "672", "小时"],
    ["挽回损失二百一十余万元", "210余万", "元"],
    ["窗口受理1.37万笔", "1.37万", "笔"],
    ["上级机关先后两次发文表扬", "2", "次"],
    ["复议诉讼比值达2.6", "2.6", ""],
    ["变更登记最快0.5天办结", "0.5", "天"],
    ["常住人口9.6万", "9.6万", ""],
    ["组织练兵比武两轮", "2", "轮"],
    ["另有保留；两名干部通过司法考试", "2", "名"],
  ])("%s is %s%s", async (text, value, unit) => {
    const rows = await rowsOf(`${text}。`);
    expect(rows.map(({ found }) => [found.value, found.unit])).toEqual([[value, unit]]);
  });

  it.each([
    "依据《行政处罚法》第五十八条第二款的规定办理",
    "落实国办发〔2018〕118号文件",
    "自2023年7月15日起施行，7月1日—7日为宣传周",
    "拨打12345或0512-88886666反映问题",
    "深化“一件事一次办”和三项制度，落实“八五”普法规划",
    "学习党的二十大和二十届三中全会精神",
    "做到“两个维护”，增强四个意识，实行三级联动",
    "一是加强学习。二是改进作风；（2）完善制度",
    "在7个工作日内公开，值班24小时不间断，近3年来",
    "推进G60沿线整治，建设5G基站，按“1+3+N”布局，执行2.0版清单",
    "排名全市第3，获第二批示范单位",
    "进一步统一思想，千方百计服务群众，多次研究",
    "三成立、两成果，九成功、一成不变，事半功倍，年过半百，安全事故未发生一起",
    "9时30分开始，A4纸，GB/T 12345-2010，主席令第70号，400-123-4567",
    "办好民生实事，三家联办，按交通运输部令2021年第6号执行",
    "再上一个台阶，拧成一股绳，坚持一个标准，形成一盘棋",
  ])("none in %s", async (text) => {
    expect((await rowsOf(`${text}。`)).map(({ found }) => found.value)).toEqual([]);
  });
});

describe("a name", () => {
  it.each([
    ["整合6个执法部门和17个镇街的队员。", ["整合执法部门", "镇街的队员"]],
    ["5个固定治超站、3处不停车检测点检测货车216辆。", ["固定治超站", "不停车检测点", "检测货车"]],
    ["14个社区人民调解委员会排查纠纷887次。", ["社区人民调解委员会", "排查纠纷"]],
    ["对13个镇（街道）开展督察。", ["镇（街道）开展督察"]],
    [
      "办理案件40件（一审23件，二审17件），同比减少8.9%。",
      ["办理案件", "一审", "二审", "办理案件同比减少"],
    ],
    ["甲级310户、乙级52户，分别占85.6%、14.4%。", ["甲级", "乙级", "甲级占比", "乙级占比"]],
    ["干部职工及格率99.7%。", ["干部职工及格率"]],
    ["起数19起，占比22%，较去年增加116.7%。", ["起数", "起数占比", "起数较去年增加"]],
    ["死亡人数减少3人，下降15.8%。", ["死亡人数减少", "死亡人数下降"]],
    [
      "按时办结率98%，满意率较上年提高2.7个百分点，重复投诉下降8%。",
      ["按时办结率", "满意率较上年提高", "重复投诉下降"],
    ],
    ["来信来访65件，同比下降27.8%和31.5%。", ["来信来访", "来信来访同比下降", "来信来访同比下降"]],
    [
      "本级新收申请3326件（2022年为867件），同比增长283.6%。",
      ["本级新收申请", "本级新收申请2022年", "本级新收申请同比增长"],
    ],
    ["在线学法平均52.5学时，活跃度在95%以上。", ["在线学法平均", "活跃度"]],
  ])("of each number in %s", async (text, labels) => {
    const rows = await rowsOf(text);
    expect(rows.map(({ found }) => found.label.split("：").at(-1))).toEqual(labels);
  });

  it("that is too long leaves its bracket out, and never begins inside of it", async () => {
    const [row] = await rowsOf(
      "直接纠正（含撤销、确认违法、变更、责令履行）行政机关作出的行政行为决定46件。",
    );
    expect(row!.found.label).toBe("直接纠正行政机关作出的行政行为决定");
  });
});

it.each([
  ["|门类|案件（件）|罚款（万元）|\n|---|---|---|\n|运政|1,902|702.1|\n|路政|58|8.75|"],
  ["门类 | 案件（件） | 罚款（万元） |\n运政 | 1,902 | 702.1 |\n路政 | 58 | 8.75 |"],
  ["门类\t案件（件）\t罚款（万元）\n运政\t1,902\t702.1\n路政\t58\t8.75"],
])("reads a table that stands in the text: %s", async (table) => {
  const rows = await rowsOf(`情况如下：\n${table}\n检查3家。`);
  expect(rows.map(({ found: { label, value, unit } }) => `${label}${value}${unit}`)).toEqual([
    ...["运政案件1902件", "运政罚款702.1万元", "路政案件58件", "路政罚款8.75万元", "检查3家"],
  ]);
});

it("knows year and day in full width and in Chinese numerals", async () => {
  const { report, year } = await draft(
    "某某局２０２３年度法治政府建设报告\n一、主要成效\n按照令2021年第6号办理，2021年第8号同样。\n某某局\n二〇二四年一月十日",
  );
  expect(year).toBe(2023);
  expect(report).toContain("成文日期: 2024-01-10");
});

it("keeps what it was before apart from what it came to", async () => {
  const { rows, disagreements } = await draft(
    "某某局2023年度法治政府建设报告\n一、主要成效\n平均办结时间由原来的5.2天降至3.1天。优秀率由2022年的81.2%升至2023年的92.5%。合格率从92%上升至98%。持证人员由上年的12人增加到21人。现存机构37家，较2021年底的128家减少91家。",
  );
  expect(rows.map(({ found }) => `${found.elsewhere}${found.label}${found.value}`)).toEqual([
    "原先的平均办结时间5.2",
    "平均办结时间3.1",
    "2022年优秀率81.2",
    "优秀率92.5",
    "原先的合格率92",
    "合格率98",
    "上年持证人员12",
    "持证人员21",
    "现存机构37",
    "2021年较2021年底128",
    "较2021年底减少91",
  ]);
  expect(rows.slice(-2).map(({ asks }) => asks.some((one) => one.startsWith("名称")))).toEqual([
    true,
    true,
  ]);
  expect(disagreements).toEqual([]);
});

it("keeps a share's words in the report, and asks whether its row says the same", async () => {
  const { rows, report } = await draft(
    "某某局2023年度法治政府建设报告\n一、主要成效\n投诉件数减少三成以上。",
  );
  expect(report).toContain("投诉件数减少三成以上。");
  expect(rows[0]!.asks.join()).toContain("原文写的是“三成以上”");
});

describe("a part", () => {
  const partsOf = async (text: string) =>
    (await rowsOf(text)).map(({ found, relation, parent }) => [
      found.number,
      relation,
      parent !== "",
    ]);

  it.each([
    ["办理案件40件，其中甲类23件、乙类17件。", ["", "合计", "合计"]],
    ["办理案件40件，其中甲类23件。", ["", "其中"]],
    ["代理诉讼17件，一审案件10件、二审案件7件。", ["", "合计", "合计"]],
    ["公开信息：网站10条、报纸7条，共计17条。", ["合计", "合计", ""]],
    [
      "开展活动29次，分别在广场开展6次，在村里开展21次，在商铺开展8次。",
      ["", "合计", "合计", "合计"],
    ],
    ["办理案件40件。其中甲类23件、乙类17件。", ["", "合计", "合计"]],
    ["办理案件40件，收到投诉、举报分别为8件、3件。", ["", "", ""]],
    ["办理案件40件，开展培训30次。", ["", ""]],
  ])("%s", async (text, relations) => {
    expect((await partsOf(text)).map(([, relation]) => relation)).toEqual(relations);
  });

  it("is of the whole that the parts make up, and of one of two such lists", async () => {
    const rows = await rowsOf(
      "排查纠纷20起，调解成功18起，成功率90%。其中：土地12起、邻里8起；村级调解15起，乡级调解3起，涉及5个村。",
    );
    const parts = rows.map(({ found: { label, parent, relation } }) =>
      parent ? `${label} ${relation} ${parent.label}` : label,
    );
    expect(parts).toEqual([
      ...["排查纠纷", "调解成功", "成功率"],
      ...["排查纠纷：土地 total 排查纠纷", "排查纠纷：邻里 total 排查纠纷"],
      ...["调解成功：村级调解 total 调解成功", "调解成功：乡级调解 total 调解成功", "涉及村"],
    ]);
  });

  it("that is a change, one of several, has the name of its own number", async () => {
    const rows = await rowsOf(
      "立案72件，结案71件，结案率98.6%，罚款61万元，同比分别上升8.4%、9.1%、0.3个百分点和下降5.7%。",
    );
    expect(rows.slice(4).map(({ found: { label } }) => label)).toEqual([
      ...["立案同比上升", "结案同比上升", "结案率同比上升", "罚款同比下降"],
    ]);
    const two = await rowsOf("受理信访58批次136人次，比上年分别下降12%和17%。");
    expect(two.slice(2).map(({ found: { label } }) => label)).toEqual(
      Array(2).fill("受理信访比上年下降"),
    );
  });

  it("and its name stand in the same order in a list with 分别", async () => {
    const rows = await rowsOf("食品许可、药品许可分别办结12件和34件。");
    expect(rows.map(({ found: { label, number } }) => [label, number])).toEqual([
      ["食品许可办结", 12],
      ["药品许可办结", 34],
    ]);
  });
});

it("has a row for whatever check would take for a typed figure, with the question whether it is one", async () => {
  const { rows, report } = await draft(
    "某某局2023年度报告\n一、主要成效\n每3至5人一组，前10名获奖，学习《服务企业20条》，落实“3件实事”，公布10项。",
  );
  expect(
    rows.map(({ found, asks }) => [found.value, asks.some((one) => one.includes("数目"))]),
  ).toEqual([
    ["3至5", true],
    ["10", false],
  ]);
  expect(report).toContain("前10名获奖，学习《服务企业20条》，落实“3件实事”");
});

it("finds what does not add up, and the same thing with two numbers", async () => {
  const { disagreements } = await draft(
    [
      "某某局2023年度法治政府建设报告",
      "一、主要举措和成效",
      "（一）应诉。以本局为被告的复议案件5件。",
      "（二）普法。开展巡回宣讲20次，其中进学校9次、进企业14次。",
      "二、履行职责情况",
      "全年被申请行政复议8件。",
    ].join("\n"),
  );
  expect(disagreements.map(({ id }) => id)).toEqual(["reconsiderations", expect.any(String)]);
  expect(disagreements[1]!.text).toContain("9+14＝23次");
});

describe("names that share a metric's words", () => {
  it.each([
    ["持证执法人员96人", "基层所执法人员平均5人"],
    ["持证执法人员96人", "站所执法人员每所5人"],
  ])("%s and %s do not contradict each other", async (one, other) => {
    const report = `某某局2023年度法治政府建设报告\n一、主要举措和成效\n（一）${one}。\n（二）${other}。`;
    expect((await draft(report)).disagreements).toEqual([]);
  });
});

it("writes the rows of a table where a sentence says of what a known number is made up", async () => {
  const { tables, disagreements } = await draft(
    [
      "某某局2023年度法治政府建设报告",
      "一、主要举措和成效",
      "（一）办理各类案件58件，其中违反规划建设类20件、涉及燃气类18件、违反市容环卫类20件。",
      "（二）行政诉讼案件17件，其中一审10件、二审7件、再审0件。开展普法宣传活动29次，其中广场宣传8次、入户宣传21次。",
      "（三）办理各类案件58件，其中投诉举报28件、巡查发现30件。行政复议案件6件，其中维持4件。",
    ].join("\n"),
  );
  // Each breakdown makes up the whole by itself.
  expect(disagreements).toEqual([]);
  const told = tables.map(({ dataset, rows, ownWords }) => [
    dataset.id,
    rows.map(({ source, section, confirm, ...cells }) => [
      ...Object.values(cells).filter(Boolean),
      confirm === "" ? "sure" : "asked",
    ]),
    [...ownWords],
  ]);
  expect(told).toEqual([
    [
      "cases",
      [
        ...["规划建设", "燃气", "市容环卫"].map((field, at) => [
          ...[field, ["20", "18", "20"][at], "cases；cases-by-field", "asked"],
        ]),
        ["投诉举报", "28", "cases-by-origin", "sure"],
        ["巡查发现", "30", "cases-by-origin", "sure"],
      ],
      [],
    ],
    [
      "litigation",
      [
        ["行政诉讼", "一审", "10", "sure"],
        ["行政诉讼", "二审", "7", "sure"],
        ["行政诉讼", "再审", "0", "sure"],
      ],
      [],
    ],
    [
      "publicity",
      [
        ["广场宣传", "8", "asked"],
        ["入户宣传", "21", "asked"],
      ],
      [["形式", ["广场宣传", "入户宣传"]]],
    ],
  ]);
});

it("asks of a sentence about next year, wherever it stands", async () => {
  const { rows } = await draft(
    "某某局2023年度法治政府建设报告\n一、主要成效\n来年将检查企业80家。检查企业60家，力争行使率达80%以上。",
  );
  expect(rows.map(({ asks }) => asks.some((one) => one.includes("下一年")))).toEqual([
    true,
    false,
    true,
  ]);
});

it("numbers what stands under 第一部分 a level lower, and knows next year's part", async () => {
  const { rows } = await draft(
    [
      "某某局2023年度法治政府建设报告",
      "第一部分 主要举措",
      "一、执法",
      "1.检查。检查企业30家。",
      "第二部分 下一步打算",
      "一、执法",
      "计划检查企业50家。",
    ].join("\n"),
  );
  expect(rows.map(({ section, asks }) => [section, asks.length])).toEqual([
    ["第一部分一1", 0],
    ["第二部分一", 1],
  ]);
});

it("knows the program's own numbers by their labels", async () => {
  const rows = await rowsOf(
    "行政应诉案件9件，行政机关负责人出庭7起。办理行政许可120件。公示处罚信息30条。",
  );
  expect(rows.map(({ id }) => id)).toEqual([
    "litigation",
    "head-appearances",
    "licences",
    "penalty-disclosures",
  ]);
});

it("says until when a number counts", async () => {
  const rows = await rowsOf("截至11月底，办理案件40件。上半年培训3次，全年培训7次。");
  expect(rows.map(({ found }) => found.period)).toEqual(["截至11月底", "上半年", ""]);
});

it("never throws anything but that it is no report", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 200 }), REPORT),
      fc.constantFrom("a.docx", "a.txt", "a.md", "a"),
      async (content, name) => {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
        await draftOf(name, bytes, 2023).catch((error: unknown) => {
          expect(error).toBeInstanceOf(NotAReport);
        });
      },
    ),
    { numRuns: 400, seed: 18 },
  );
});
/** Pieces of reports in any order. */
const REPORT = fc
  .array(
    fc.constantFrom(
      ...[
        "一、",
        "（一）",
        "1.",
        "其中",
        "分别",
        "共计",
        "同比",
        "占比",
        "截至11月",
        "办理案件",
        "\n",
      ],
      ...[
        "，",
        "。",
        "、",
        "12",
        "3.5",
        "万",
        "余",
        "件",
        "%",
        "百分之",
        "三十二",
        "至",
        "（",
        "）",
        "“",
      ],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

it("goes from a report to a site on the screen, by the command and the confirmations", async () => {
  const out = join(folder, "draft");
  const report = join(folder, "报告.md");
  const suits = "全年行政诉讼案件17件，其中一审10件、二审7件。";
  writeFileSync(report, `${readFileSync(join(FIXTURES, "market.md"), "utf8").trimEnd()}${suits}\n`);
  const ran = await runHere("extract", [report, "--out", out]);
  expect(ran.stderr).toBe("");
  expect(ran.code, ran.stdout).toBe(3);
  expect(ran.stdout).toContain("npm run check");
  expect((await runHere("check", ["--data", out])).stdout).toContain("草稿还没有确认");
  // What new-bureau and new-year have made, and nobody has filled in, gives way.
  rmSync(join(out, "2023"), { recursive: true });
  mkdirSync(join(out, "2023"));
  writeFileSync(join(out, "2023/report.md"), emptyReport("某局", 2023));
  writeFileSync(join(out, "2023/indicators.csv"), headedTable(["指标编号", "数值"]));
  expect((await runHere("extract", [report, "--out", out])).code).toBe(3);
  const again = await runHere("extract", [report, "--out", out]);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("为免冲掉没有动它")]);
  for (const name of ["indicators.csv", "litigation.csv"]) {
    const csv = join(out, "2023", name);
    writeFileSync(csv, readFileSync(csv, "utf8").replace(/待确认：[^,\r\n"]*/g, ""));
  }
  const checked = await runHere("check", ["--data", out]);
  expect(checked.code, checked.stdout).toBe(0);
  const child = start("start", ["--data", out, "--port", "0"], { SITE_OUT: join(folder, "dist") });
  let said = "";
  child.stdout?.on("data", (text) => {
    said += text;
  });
  const url = await until("the address", () => /http:\S+/.exec(said)?.[0], 240);
  const page = await fetch(new URL("charts/litigation-by-instance/", url));
  expect(await page.text()).toContain("一审");
  const end = ended(child);
  child.kill("SIGINT");
  expect((await end).code).toBe(0);
});
