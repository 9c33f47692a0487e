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
import { importExports } from "../src/exports/import.ts";
import type { Imported } from "../src/exports/importing.ts";
import { systems } from "../src/exports/index.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { settled } from "../src/exports/same-numbers.ts";
import type { YearRows } from "../src/exports/year-rows.ts";
import type { Source } from "../src/ingest/bytes/source.ts";
import { personalData } from "../src/ingest/text/privacy.ts";
import { anyText } from "./support/tables.ts";

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

function webPage(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join("");
  const lines = rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n");
  const title = `<tr><td colspan="${rows[0]!.length}">虚设县导出</td></tr>`;
  const meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';
  return `<html><head>${meta}</head><body><table border="1">${title}${lines}</table></body></html>`;
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
    // Most systems name a web page .xls, and write it as GBK.
    const page = webPage(rows);
    for (const bytes of [iconv.encode(page, "gb18030"), iconv.encode(page, "utf8")]) {
      expect(written(await imported(source(new Uint8Array(bytes), "导出.xls")))).toBe(wanted);
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
      "法人及非法人组织",
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

/** One head written otherwise: by other systems, other versions, another hand. */
const OTHER_HEADS: readonly (readonly [name: string, head: string, others: string])[] = [
  ["hotline-cases", "工单编号", "工单号、热线工单编号、受理单号"],
  ["hotline-cases", "创建时间", "受理时间、来电时间、登记日期、工单创建时间、区交办时间"],
  ["hotline-cases", "被反映街道", "被反映街乡镇、街道（乡镇）、街道/乡镇、所属镇街、事发街道"],
  ["hotline-cases", "办结时间", "办结日期、结案时间、实际办结时间"],
  ["hotline-cases", "是否解决", "解决情况、是否已解决、问题是否解决"],
  ["hotline-cases", "是否满意", "满意度、满意情况、回访满意度"],
  ["hotline-city", "来源渠道", "诉求渠道、诉求来源、工单来源、来源"],
  ["hotline-city", "诉求类型", "诉求类别、诉求性质"],
  ["hotline-city", "接诉分类三级", "三级分类、接诉三级分类、小类"],
  ["urban-management-tasks", "任务号", "任务编号、案卷编号、案件编号"],
  ["urban-management-tasks", "问题来源", "案卷来源、信息来源、上报来源"],
  ["urban-management-tasks", "上报时间", "上报日期、立案时间"],
  ["urban-management-tasks", "应结案时间", "结案截止时间、结案期限、应办结时间"],
  ["letters", "留言时间", "留言日期、来信时间、写信时间"],
  ["letters", "留言编号", "信件编号、来信编号"],
  ["reconsiderations", "收案日期", "受理时间、收案时间"],
  ["reconsiderations", "结案种类", "结案方式、复议结果、审理结果"],
  ["reconsiderations", "具体行政行为名称", "行政行为名称、被申请行政行为"],
  ["litigation-ledger", "应诉通知书签收日期", "应诉通知签收时间、收到应诉通知书日期"],
  ["litigation-ledger", "裁判结果", "判决结果、裁决结果、诉讼结果"],
  [
    "penalties-2020",
    "行政处罚决定书文号",
    "处罚决定文书号、行政处罚决定书编号、＊行政处罚决定书文号（必填）",
  ],
  ["penalties-2020", "处罚类别", "行政处罚种类、处罚类型"],
  [
    "penalties-2020",
    "罚款金额（万元）",
    "罚款金额 (万元)、处罚金额（单位：万元）、罚款金额【万元】、行政处罚罚款金额（万元）",
  ],
  ["penalties-2020", "处罚决定日期", "行政处罚决定时间、做出处罚决定日期、处罚决定书签发日期"],
  ["penalties-2020", "行政相对人类别", "相对人类型、当事人类别、行政相对人性质"],
  ["permits-2020", "行政许可决定文书号", "行政许可决定书文号、许可决定文书号、许可文书号"],
  ["permits-2020", "许可决定日期", "行政许可决定日期、作出许可决定时间"],
  ["permits-2020", "有效期至", "有效期截止日期、有效期止、有效期限至"],
  ["case-query", "结案状态", "结案方式、结案类型"],
  ["case-query", "是否法制审核", "法制审核、是否经过法制审核"],
  ["review-ledger", "审核意见类型", "审核结论、是否通过、法制审核意见类型"],
  ["publicity-ledger", "时间", "活动时间、举办日期、开展时间"],
  ["publicity-ledger", "参与人数", "参加人次、受众人数（人）、受教育人数"],
  ["publicity-ledger", "发放宣传资料（份）", "发放资料（份）、发放宣传材料（份）、发放资料份数"],
];

it.each(OTHER_HEADS)("%s: %s may be written %s", async (name, head, others) => {
  const [heads = [], ...body] = tableOf(name);
  expect(heads).toContain(head);
  const wanted = written(await imported(source(textOf(name))));
  for (const other of others.split("、")) {
    const renamed = heads.map((one) => (one === head ? other : one));
    const result = await imported(source(csv([renamed, ...body])));
    expect(written(result), other).toBe(wanted);
    expect(result.tables[0]?.recognised?.system.id, other).toBe(name);
  }
});

/** What a word of an export becomes: a word, "" where it says nothing, ? where a person is asked. */
const OTHER_WORDS: readonly (readonly [name: string, head: string, words: string])[] = [
  [
    "review-ledger",
    "审核意见类型",
    "同意=通过 审核通过=通过 不同意=未通过 未同意=未通过 不予通过=未通过 审核未通过=未通过 退回补正=未通过 事实不清，退回补充调查=未通过 补充证据后同意=? 继续调查=未通过 建议变更=未通过 变更=未通过 改正=未通过 已驳回=未通过 其他=? 未审核=? 待审核=? 有异议=?",
  ],
  [
    "hotline-cases",
    "工单状态",
    "回复完成=已办结 已归档=已办结 未办结=办理中 未结案=办理中 未完成=办理中 未签收=待签收 未归档=? 未回复=? 不受理=不予受理 未受理=? 被退回=退回 申请退回=? 已改派=? 退回审核中=办理中 退单审核不通过=办理中 退单审核通过=退回 挂账=延期 已作废=作废 3=?",
  ],
  [
    "hotline-cases",
    "是否解决",
    "是=已解决 否=未解决 没有解决=未解决 待解决=? 正在解决=? 不解决=? 1=?",
  ],
  [
    "hotline-cases",
    "是否满意",
    "较满意=基本满意 很满意=非常满意 不太满意=不满意 非满意=? 未满意=? 默认满意=未评价 无法接通=未评价 一般=? 5=?",
  ],
  [
    "hotline-city",
    "来源渠道",
    "12345=12345热线 便民热线=12345热线 人民网领导留言板=领导留言 县长信箱=领导留言 监督员上报=数字城管 非12345=? 微信=12345热线 其它=其他",
  ],
  ["hotline-city", "诉求类型", "求决=求助 意见=建议 其它=其他 非诉求=? 诉求="],
  ["reconsiderations", "案件状态", "未审结=在办 未结=在办 审结=已结 终止=? 不予受理=?"],
  ["reconsiderations", "结案种类", "终止=其他 撤回申请=撤回申请终止 未撤销=? 不予维持=? 未结案="],
  [
    "litigation-ledger",
    "裁判结果",
    "全部撤销并重作=撤销 原告撤诉=准许撤诉 按撤诉处理=准许撤诉 不准许撤诉=? 判决= 裁定= 驳回上诉，维持原裁定=驳回上诉 胜诉=?",
  ],
  [
    "case-query",
    "当事人类型",
    "企业=法人及非法人组织 企业法人=法人 个体户=个体工商户 非法人=非法人组织 公民=自然人 3=?",
  ],
  [
    "case-query",
    "结案状态",
    "已缴纳=履行完毕 未缴纳=? 未执行完毕=? 免予处罚=不予处罚 移送司法机关=移送司法 已撤案=撤销案件 违法事实不成立=不予处罚 不予立案=? 未结案=",
  ],
  ["case-query", "是否法制审核", "已审核=是 未审核=否 √=是 ×=否 非必要=? 1=?"],
  [
    "penalties-2020",
    "处罚类别",
    "警告/罚款=警告、罚款 吊销执照=吊销许可证件 暂扣或者吊销许可证、暂扣或者吊销执照=? 不予处罚=? 非罚款=? 没收=?",
  ],
  ["permits-2020", "许可类别", "普通许可=普通 其他－备案=其他 非许可=? 1=?"],
  ["permits-2020", "当前状态", "正常=有效 注销=已注销 无效=? 失效=? 非正常=? 未撤销=? 异议=?"],
];

describe.each(OTHER_WORDS)("%s: words under %s", (name, head, words) => {
  it.each(words.split(" ").map((pair) => pair.split("=") as [string, string]))(
    "%s → %s",
    async (written, wanted) => {
      // The second row: nothing in it is closed, and tells what its state is.
      const [heads = [], , second = []] = tableOf(name);
      const at = heads.indexOf(head);
      const row = second.map((cell, place) => (place === at ? written : cell));
      const result = await imported(source(csv([heads, row])));
      const { taken } = result.tables[0]!.recognised!;
      const { key, column } = taken.find(({ index }) => index === at)!;
      const unknown = result.tables[0]!.words.get(key)?.unknown ?? new Map();
      expect(unknown.size).toBe(wanted === "?" ? 1 : 0);
      const lines = [...[...result.rows.values()][0]!.get(2024)!.csv()].join("");
      const { data } = Papa.parse<Record<string, string>>(lines.replace("\ufeff", ""), {
        header: true,
      });
      expect(data[0]?.[column.label] ?? "").toBe(wanted === "?" ? "" : wanted);
      // What is proposed denies what is written as little as it affirms what is denied.
      const denies = (word: string) => /^(?:非(?!常)|[不未无没失待])/.test(word);
      for (const { proposal } of unknown.values()) {
        if (proposal) expect(denies(proposal), proposal).toBe(denies(written));
      }
    },
  );
});

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

it("the name of a matter never looks like a number of a person", () => {
  const name = rowNamer("a key of the tests");
  const names = Array.from({ length: 5000 }, (_, at) => name(`工单${at}`));
  expect(names.filter((one) => personalData(one))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
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

it("of rows alike each number keeps one, and rows without a number stay, however many there are", () => {
  const number = fc.oneof(fc.constantFrom("甲1", "甲2", "甲10", ""), anyText, fc.constant(null));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (names) => {
      const { kept, alike } = settled({
        rows: names.map(() => ["同"]),
        origins: names.map((_, row) => ({ table: "", row })),
        names,
        once: [undefined],
      });
      const firsts = names.flatMap((name, at) =>
        name === null || names.indexOf(name) === at ? [at] : [],
      );
      expect(kept).toEqual(firsts);
      expect(alike).toHaveLength(names.length - firsts.length);
    }),
    { seed: 20261128, numRuns: 500 },
  );
});

it("tickets of which nothing says the channel are no tickets of any figure: that is told", async () => {
  const rows = ["投诉编号,投诉日期,问题类别,责任单位", "甲1,2024-03-01,占道,某队"];
  const { tables } = await imported(source(rows.join("\n")));
  expect(tables[0]!.untold?.label).toBe("渠道");
  // How they came in says no channel either.
  const ways = [`${rows[0]},反映方式`, `${rows[1]},电话`];
  expect((await imported(source(ways.join("\n")))).tables[0]!.untold?.label).toBe("渠道");
  expect((await imported(source(textOf("hotline-city")))).tables[0]!.untold).toBeUndefined();
});
