/** How a file is parted into cells: the way in which its header becomes known, or what it is is said. */
import { describe, expect, it } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";

/** What comes of one file: the cases by field, and all that is said of the file. */
async function read(text: string | Uint8Array, name = "cases.csv") {
  const { site, problems } = await loadSite(
    memoryFolder({ "site.yaml": SITE, [`2023/${name}`]: text }),
  );
  const figures = site?.latest.figures;
  const groups = figures?.get("cases-by-field")?.groups ?? [];
  const own = problems.filter(({ file }) => file === `2023/${name}`);
  return {
    fields: groups.map(
      ({ word, amount }) => `${word} ${amount.state === "known" ? amount.value : "?"}`,
    ),
    errors: own.filter(({ severity }) => severity === "error").map(({ code }) => code),
    said: own
      .filter(({ code }) => code !== "file-missing")
      .map(problemText)
      .join("\n"),
  };
}

const GOOD = ["市容环卫 12", "燃气 7"];

describe("cells are parted in the way that makes the header known", () => {
  it.each([
    ["commas", "执法领域,件数\n市容环卫,12\n燃气,7\n"],
    ["tabs", "执法领域\t件数\n市容环卫\t12\n燃气\t7\n"],
    ["bars", "执法领域|件数\n市容环卫|12\n燃气|7\n"],
    ["bars around every row", "|执法领域|件数|\n|市容环卫|12|\n|燃气|7|\n"],
    ["full-width commas", "执法领域，件数\n市容环卫，12\n燃气，7\n"],
    ["enumeration commas", "执法领域、件数\n市容环卫、12\n燃气、7\n"],
    ["full-width semicolons", "执法领域；件数\n市容环卫；12\n燃气；7\n"],
    ["full-width bars", "执法领域｜件数\n市容环卫｜12\n燃气｜7\n"],
    ["carets", "执法领域^件数\n市容环卫^12\n燃气^7\n"],
    ["full-width commas under a title", "2023年办案统计\n执法领域，件数\n市容环卫，12\n燃气，7\n"],
    ["a sep= line that is no longer true", "sep=;\n执法领域,件数\n市容环卫,12\n燃气,7\n"],
    ["commas, semicolons in cells", "执法领域,案由,件数\n市容环卫,甲;乙;丙,12\n燃气,甲;乙;丙,7\n"],
    ["commas, tabs in cells", "执法领域,案由,件数\n市容环卫,甲\t乙\t丙,12\n燃气,甲\t乙\t丙,7\n"],
    ["semicolons, commas in cells", "执法领域;案由;件数\n市容环卫;甲,乙,丙;12\n燃气;甲,乙,丙;7\n"],
    [
      "tabs, commas in cells",
      "执法领域\t案由\t件数\n市容环卫\t甲,乙,丙,丁\t12\n燃气\t甲,乙,丙,丁\t7\n",
    ],
    [
      "commas under a title that lists the columns",
      "执法领域、案由、程序统计\n执法领域,件数\n市容环卫,12\n燃气,7\n",
    ],
    ["ragged rows", "执法领域,件数,案由,街道\n市容环卫,12,甲;乙\n燃气,7,甲;乙;丙\n"],
  ])("%s", async (_, text) => {
    const { fields, errors, said } = await read(text);
    expect(errors, said).toEqual([]);
    expect(fields).toEqual(GOOD);
  });

  it.each([
    ["one mark less", "执法领域，案由，件数\n市容环卫，12\n"],
    ["one mark more", "执法领域，案由，件数\n市容环卫，占道，屡教不改，12\n"],
    ["enumeration commas in a text", "执法领域、案由、件数\n市容环卫、甲、乙、12\n"],
  ])(
    "what stands in texts as well parts every row alike, or the row is named: %s",
    async (_, text) => {
      const { errors, said } = await read(text);
      expect(errors).toEqual(["row-broken"]);
      expect(said).toContain("第2行");
      expect(said).not.toContain("文字里用中文逗号");
    },
  );

  it.each([
    ["commas", '"执法领域,件数"\r\n"市容环卫,12"\r\n"燃气,7"\r\n'],
    [
      "commas, and quotes inside",
      '"执法领域,案由,件数"\n"市容环卫,""占道,乱停"",12"\n"燃气,甲,7"\n',
    ],
    ["semicolons", '"执法领域;件数"\n"市容环卫;12"\n"燃气;7"\n'],
    ["tabs", '"执法领域\t件数"\n"市容环卫\t12"\n"燃气\t7"\n'],
    ["full-width commas", '"执法领域，件数"\n"市容环卫，12"\n"燃气，7"\n'],
    ["empty cells behind", '"执法领域,件数",,\n"市容环卫,12",,\n"燃气,7",,\n'],
    ["some lines only", '"执法领域,件数"\n市容环卫,12\n"燃气,7"\n'],
    ["under a title", '2023年统计\n"执法领域,件数"\n"市容环卫,12"\n"燃气,7"\n'],
  ])("whole lines in quotes: %s", async (_, text) => {
    const { fields, errors, said } = await read(text);
    expect(errors, said).toEqual([]);
    expect(said).toContain("整个套在一对引号里");
    expect(fields).toEqual(GOOD);
  });
});

describe("a header in merged rows", () => {
  it.each([
    [
      "groups above",
      "执法领域,案件,,罚没\n,件数,结案数,罚款金额\n市容环卫,12,10,500\n燃气,7,7,300\n",
    ],
    ["a title above", "2023年统计,,\n执法领域,案件,\n,件数,案由\n市容环卫,12,甲\n燃气,7,乙\n"],
    ["three rows", "执法领域,案件,,\n,数量情况,,\n,件数,案由,街道\n市容环卫,12,甲,\n燃气,7,乙,\n"],
    ["the group last", "执法领域,街道,办案\n,,件数\n市容环卫,,12\n燃气,,7\n"],
    ["full-width commas", "执法领域，案件，\n，件数，案由\n市容环卫，12，甲\n燃气，7，乙\n"],
  ])("is read: %s", async (_, text) => {
    const { fields, errors, said } = await read(text);
    expect(errors, said).toEqual([]);
    expect(said).toContain("已合成一行来读");
    expect(fields).toEqual(GOOD);
  });

  it.each([
    ["of another year", "执法领域,上年,\n,件数,案由\n市容环卫,12,甲\n", "上年"],
    ["of a part", "执法领域,其中：复议,\n,件数,案由\n市容环卫,12,甲\n", "其中：复议"],
    ["in another unit", "执法领域,件数,罚没（万元）\n,,罚款金额\n市容环卫,12,5\n", "罚没（万元）"],
  ])("is not read where a group's name says more: %s", async (_, text, group) => {
    const { errors, said } = await read(text);
    expect(errors).toEqual(["header-missing"]);
    expect(said).toContain(group);
  });

  it("names a column that stands under two groups", async () => {
    const { errors, said } = await read("执法领域,立案,结案\n,件数,件数\n市容环卫,12,10\n");
    expect(errors).toEqual(["column-duplicate"]);
    expect(said).toContain("C2");
  });

  it("is not seen in a row of data with empty cells", async () => {
    const { fields, said } = await read("执法领域,件数,案由\n市容环卫,12,\n燃气,7,\n");
    expect(fields).toEqual(GOOD);
    expect(said).not.toContain("合成一行");
  });
});
