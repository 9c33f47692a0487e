/** What the party to a matter is: import and check know the same words, and nobody's kind is made up. */
import { describe, expect, it } from "vitest";
import { PARTY_TYPE } from "../src/datasets/party-type.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { allRows } from "./support/rows.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
const ORGANISATION = "法人及非法人组织";

const WRITINGS: Readonly<Record<string, string>> = {
  自然人: "自然人 个人 公民",
  个体工商户: "个体工商户 个体 个体户 个体经营户",
  法人: "法人 企业法人 机关法人 事业单位法人",
  非法人组织: "非法人组织 其他组织 非法人",
  [ORGANISATION]: "法人及非法人组织 单位 企业 法人或其他组织 法人和非法人组织",
};
const pairs = Object.entries(WRITINGS).flatMap(([word, writings]) =>
  writings.split(" ").map((writing) => [writing, word] as const),
);

async function folder(files: Record<string, string>): Promise<Folder> {
  return memoryFolder({ "site.yaml": SITE, ...files });
}

async function imported(writing: string): Promise<string> {
  const [source] = (await memoryFolder({
    "导出.csv": `立案号,办理状态,结案状态,立案日期,行政处罚决定书日期,结案日期,当事人类型\n1,,,2024-01-02,,,${writing}\n`,
  }).files())!;
  const { rows } = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    nameId: () => "x",
  });
  return [...[...rows.values()][0]!.get(2024)!.csv()].join("");
}

describe.each(pairs)("%s", (writing, word) => {
  it(`is ${word} to npm run import`, async () => {
    expect((await imported(writing)).trim().split(",")).toContain(word);
  });

  it(`is ${word} to npm run check`, async () => {
    const head = "案件编号,立案日期,执法领域,当事人类型\n";
    const { rows } = await allRows(
      await folder({ "2024/cases.csv": `${head}甲1,2024-01-02,市容,${writing}\n` }),
    );
    expect(rows.get("2024/cases")?.map(({ values }) => values.party_type)).toEqual([word]);
  });
});

it("an organisation of an unknown kind is no person, and leaves row by row", async () => {
  const rowsOf = async (type: string) => {
    const lines = Array.from({ length: 12 }, (_, at) => `甲${at},2024-01-02,领域${at % 2},${type}`);
    const text = `案件编号,立案日期,执法领域,当事人类型\n${lines.join("\n")}\n`;
    const { site } = await loadSite(await folder({ "2024/cases.csv": text }));
    return site!.latest.release("cases")!.individualRows;
  };
  expect(Object.values(PARTY_TYPE.synonyms)).toContain(ORGANISATION);
  expect(await rowsOf(ORGANISATION)).toBe(12);
  expect(await rowsOf("自然人")).toBe(0);
});

it("without the column, or a word in it, a case is a natural person's: no row of it leaves", async () => {
  const lines = (type: string) =>
    Array.from({ length: 12 }, (_, at) => `甲${at},2024-01-02,领域${at % 2}${type},${at}00`);
  const rowsOf = async (head: string, type: string) => {
    const text = `案件编号,立案日期,执法领域${head},罚款金额\n${lines(type).join("\n")}\n`;
    const { site } = await loadSite(await folder({ "2024/cases.csv": text }));
    return site!.latest.release("cases")!.individualRows;
  };
  expect(await rowsOf("", "")).toBe(0);
  expect(await rowsOf(",当事人类型", ",")).toBe(0);
  expect(await rowsOf(",当事人类型", ",法人")).toBe(12);
});
