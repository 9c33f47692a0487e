/** How a file is parted into cells: the way in which its header becomes known, or what it is is said. */
import iconv from "iconv-lite";
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

  it.each([
    ["with a form's remarks", "★执法领域（必填项）,件数【整数，不带单位】"],
    ["with numbers", "1.执法领域,（2）件数"],
    ["in wrappers against Excel", '="执法领域",="件数"'],
    ["with what shows nothing", "执法\u200b领域\ufe0f,件\u3164数"],
    ["over their numbers", "执法领域,件数,案由\n1,2,3"],
    ["over stems and numbers", "执法领域,件数,案由\n甲,1,2"],
    ["over what to fill in", "执法领域,件数\n下拉选择,整数"],
    ["over what must be filled", "执法领域,件数\n必填,选填"],
  ])("stands %s", async (_, header) => {
    const { fields, errors, said } = await read(`${header}\n市容环卫,12\n燃气,7\n`);
    expect(errors, said).toEqual([]);
    expect(fields).toEqual(GOOD);
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

describe("what is no CSV is told by its name", () => {
  it.each([
    ["网页", "<html><body><table><tr><th>执法领域</th><th>件数</th></tr></table></body></html>"],
    ["网页", "\n<!DOCTYPE html>\n<html><head><title>登录</title></head></html>"],
    ["网页", '<table border="1">\n<tr><td>执法领域</td>\n<td>案由,件数,街道</td></tr></table>'],
    ["网页", '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
    [
      "网页",
      '<meta http-equiv="content-type" content="text/html; charset=utf-8">\n<style>td{}</style>',
    ],
    ["网页", "<style>\n.a{color:red}\n</style><table></table>"],
    ["网页", "<!-- 导出 -->\n<div><table></table></div>"],
    [
      "XML 表格 2003",
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook></Workbook>',
    ],
    [
      "XML 表格 2003",
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">\n</Workbook>',
    ],
    [
      "XML 表格 2003",
      '<?xml version="1.0"?>\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    ],
    [
      "“XML”",
      '<?xml version="1.0" encoding="UTF-8"?>\n<rows><row><执法领域>燃气</执法领域></row></rows>',
    ],
    ["“XML”", "<rows><row><field>燃气</field></row></rows>"],
    ["单个文件网页", 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'],
    ["JSON", '[{"执法领域":"市容环卫","件数":12},{"执法领域":"燃气","件数":7}]'],
    ["JSON", '{"执法领域":"市容环卫","件数":12}\n{"执法领域":"燃气","件数":7}\n'],
    ["JSON", '{\n  "code": 0,\n  "data": [\n    {"执法领域": "市容环卫"}\n  ]\n}'],
    ["JSON", '[["执法领域","案由","件数"],["燃气","甲",7]]'],
    ["JSON", 'callback({"执法领域":"燃气"})'],
    ["JSON", "[]"],
    ["RTF", "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 宋体;}}\n执法领域,件数\\par}"],
    ["SQL", "INSERT INTO `cases` (执法领域,案由,件数) VALUES ('市容环卫','甲',12);\n"],
    [
      "SQL",
      "-- MySQL dump 10.13\n--\n\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `cases`;\nCREATE TABLE `cases` (\n  `执法领域` text\n);",
    ],
    [
      "SQL",
      "--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\nCOPY public.cases (执法领域, 案由, 件数) FROM stdin;\n燃气\t甲\t7\n",
    ],
    ["画出来的表", "| 执法领域 | 件数 |\n| --- | ---: |\n| 燃气 | 7 |\n"],
    ["画出来的表", "执法领域 | 件数\n---|---\n燃气 | 7\n"],
    ["画出来的表", " 执法领域 | 件数 \n----------+------\n 燃气 |    7\n(1 row)\n"],
    ["画出来的表", "+----------+------+\n| 执法领域 | 件数 |\n+----------+------+\n| 燃气 | 7 |\n"],
    ["画出来的表", "┌──────┬────┐\n│执法领域│件数│\n├──────┼────┤\n"],
    ["Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n"],
    [
      "冲突标记",
      "<<<<<<< HEAD\n执法领域,件数\n=======\n执法领域,街道,件数\n>>>>>>> main\n燃气,3\n",
    ],
    ["冲突标记", "执法领域,件数\n<<<<<<< HEAD\n燃气,3\n=======\n燃气,4\n>>>>>>> main\n"],
    ["SYLK", 'ID;PWXL;N;E\nC;Y1;X1;K"执法领域"\n'],
    ["中文引号", "“执法领域，件数”\n“市容环卫，12”\n"],
    ["中文引号", "“执法领域”,“件数”\n“市容环卫”,“12”\n"],
    ["单引号", "'执法领域','件数'\n'市容环卫','12'\n"],
    ["空格", "执法领域    件数\n市容环卫    12\n燃气        7\n"],
    ["空格", "执法领域 件数\n市容环卫 12\n"],
    ["空格", "2023年统计\n\n　执法领域　　件数　\n　市容环卫　　12\n"],
    ["放反了", "执法领域,市容环卫,燃气\n件数,12,7\n"],
    ["放反了", "2023年统计,,\n案件编号,A1,A2\n执法领域,市容环卫,燃气\n件数,12,7\n"],
    ["放反了", "1,执法领域,市容环卫,燃气\n2,案由,甲,乙\n3,件数,12,7\n"],
    ["放反了", "执法领域,市容环卫\n件数,12\n\n执法领域,燃气\n件数,7\n"],
    ["放反了", "执法领域\t市容环卫\n案由\t占道\n"],
    ["名称：内容", "执法领域：市容环卫\n件数：12\n\n执法领域：燃气\n件数：7\n"],
    ["名称：内容", "- 执法领域: 市容环卫\n  件数: 12\n- 执法领域: 燃气\n  件数: 7\n"],
    ["名称：内容", "执法领域=市容环卫\n件数=12\n"],
    ...["：", "·", "/", "$", "#", "¦", "﹐", "\\t"].map((mark) => [
      `“${mark}”`,
      `执法领域${mark}件数${mark}街道\n市容环卫${mark}12${mark}东街道\n`,
    ]),
    ["看不见的控制符", "执法领域\u0001件数\n市容环卫\u000112\n"],
    ["看不见的控制符", "执法领域\u001f件数\n市容环卫\u001f12\n"],
    ["代码", "&#25191;&#27861;&#39046;&#22495;,&#20214;&#25968;\n甲,12\n"],
    ["代码", "\\u6267\\u6cd5\\u9886\\u57df,\\u4ef6\\u6570\n甲,12\n"],
    ["代码", `${encodeURIComponent("执法领域,件数\n市容环卫,12\n")}`],
  ])("%s: %s", async (name, text) => {
    const { errors, said } = await read(text);
    expect(errors, said).toHaveLength(1);
    expect(said).toContain(name);
  });

  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  /** A compound file as old Excel and WPS write it: its directory stands in a sector of its own. */
  function compound(inside: string): Uint8Array {
    const bytes = new Uint8Array(512 * 12);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes[30] = 9;
    bytes[48] = 10;
    bytes.set(latin([...inside].join("\0")), 512 * 11 + 128);
    return bytes;
  }

  it.each([
    ["Word", latin("PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\0PK\x03\x04word/document.xml")],
    ["工作簿（.xlsx）", latin("PK\x03\x04\x14\0[Content_Types].xml\0PK\x03\x04xl/workbook.xml")],
    [
      "工作簿（.xlsx）",
      latin("PK\x03\x04\x14\0docProps/app.xml\0PK\x03\x04xl/worksheets/sheet1.xml"),
    ],
    [
      "工作簿（“.ods”）",
      latin("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"),
    ],
    ["压缩包", latin("PK\x03\x04\x14\0\0\0cases.csv\0\0")],
    ["压缩包", latin("Rar!\x1a\x07\0\xcf")],
    ["压缩包", latin("7z\xbc\xaf\x27\x1c")],
    ["压缩包", latin("\x1f\x8b\x08\0")],
    ["WPS 文字", compound("WordDocument")],
    ["WPS 表格（“.et”）", compound("Workbook")],
    ["演示文稿", compound("PowerPoint Document")],
    ["有密码的", compound("EncryptedPackage")],
    ["PDF", latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")],
    ["图片", latin("\x89PNG\r\n\x1a\n")],
    ["图片", latin("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["图片", latin("RIFF\x24\0\0\0WEBPVP8 ")],
    ["数据库", latin("SQLite format 3\0")],
  ])("by its bytes: %s", async (name, bytes) => {
    const { errors, said } = await read(bytes);
    expect(errors, said).toHaveLength(1);
    expect(said).toContain(name);
    expect(said).toContain("改了后缀名");
  });

  it.each(["site.yaml", "2023/report.md"])(
    "%s is mended as a text is, not as a table",
    async (path) => {
      const { problems } = await loadSite(
        memoryFolder({
          "site.yaml": SITE,
          "2023/cases.csv": "执法领域,件数\n燃气,7\n",
          [path]: latin("PK\x03\x04word/"),
        }),
      );
      const said = problems
        .filter(({ file }) => file === path)
        .map(problemText)
        .join("");
      expect(said).toContain("Word");
      expect(said).toContain("记事本");
      expect(said).not.toContain("CSV");
    },
  );

  it.each([
    ["marks of HTML", "执法领域,案由,件数\n市容环卫,<b>占道</b>,12\n燃气,<html>,7\n"],
    ["braces", '执法领域,案由,件数\n市容环卫,"{""a"":1}",12\n燃气,[甲],7\n'],
    ["bars", "执法领域,案由,件数\n市容环卫,甲|乙|丙,12\n燃气,|---|---|,7\n"],
    [
      "full-width commas",
      "执法领域,案由,件数\n市容环卫,占道，乱停，乱放，拒改,12\n燃气,甲，乙，丙，丁,7\n",
    ],
    ["quotes", '执法领域,案由,件数\n市容环卫,"“占道”, ""三次""",12\n燃气,“甲”,7\n'],
    ["SQL", "执法领域,案由,件数\n市容环卫,INSERT INTO a,12\n燃气,-- 甲,7\n"],
    ["names of columns", "执法领域,案由,件数\n市容环卫,件数,12\n燃气,执法领域,7\n"],
    ["name and content", "执法领域,案由,件数\n市容环卫,案由：占道,12\n燃气,面积：7,7\n"],
    ["spaces", "执法领域,案由,件数\n市容环卫,案由 件数 街道,12\n燃气,甲,7\n"],
    ["a bracket in its title", "[2023]年统计\n执法领域,件数\n市容环卫,12\n燃气,7\n"],
    ["a brace in its title", "{2023}年统计\n执法领域,件数\n市容环卫,12\n燃气,7\n"],
    ["an angle in its title", "<b>2023年统计</b>\n执法领域,件数\n市容环卫,12\n燃气,7\n"],
    ["dashes in its title", "-- 2023年统计 --\n执法领域,件数\n市容环卫,12\n燃气,7\n"],
    [
      "who filled it in, above",
      "填表日期：2023-12-31\n单位：青岚县\n执法领域,件数\n市容环卫,12\n燃气,7\n",
    ],
    ["Chinese quotes in its header", "执法领域,件数,“双随机”检查\n市容环卫,12,是\n燃气,7,否\n"],
  ])("a table is one with %s", async (_, text) => {
    const { fields, errors, said } = await read(text);
    expect(errors, said).toEqual([]);
    expect(fields).toEqual(GOOD);
  });
});

describe("an error of the encoding names its cell", () => {
  const bytes = (...parts: (readonly [string, string] | number)[]) =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === "number" ? [part] : [...iconv.encode(part[1], part[0])],
      ),
    );
  const HEAD = "执法领域,案由,件数\n市容环卫,占道经营,12\n";

  it.each([
    [
      "half a character at a cell's end",
      ["gbk", `${HEAD}燃气,未按规定备`],
      0xb0,
      ["gbk", ",7\n"],
      "B3",
      "未按规定备",
    ],
    [
      "the same in quotes",
      ["gbk", `${HEAD}燃气,"未按规定备`],
      0xb0,
      ["gbk", '",7\n'],
      "B3",
      "未按规定备",
    ],
    ["at a line's end", ["gbk", "件数,执法领域\n7,燃"], 0xc6, ["gbk", "\n"], "B2", "燃"],
    [
      "one byte of three",
      ["utf8", `${HEAD}燃气,未按规定备`],
      0xe6,
      ["utf8", ",7\n"],
      "B3",
      "未按规定备",
    ],
    ["in quotes", ["utf8", `${HEAD}燃气,"未按规定备`], 0xe6, ["utf8", '",7\n'], "B3", "未按规定备"],
    ["in a short file", ["utf8", "执法领域,件数\n燃"], 0xe6, ["utf8", ",7\n"], "A2", "燃"],
    [
      "behind a quoted line break",
      ["utf8", `${HEAD}燃气,"甲\n乙",7\n水务,备`],
      0xe6,
      ["utf8", ",7\n"],
      "B4",
      "备",
    ],
    [
      "at the file's end",
      ["utf8", `件数,执法领域\n12,市容环卫\n7,燃`],
      0xe6,
      ["utf8", ""],
      "B3",
      "燃",
    ],
  ] as const)("%s", async (_, before, half, after, cell, readable) => {
    const { errors, said } = await read(bytes(before, half, after));
    expect(errors, said).toEqual(["encoding"]);
    expect(said).toContain(`${cell}“${readable}`);
    expect(said).toContain("半个汉字");
  });

  it.each([
    ["UTF-8, then GBK", ["utf8", HEAD], ["gbk", "燃气,未备案,7\n"], "A3"],
    ["UTF-8 with its mark, then GBK", ["utf8", `\ufeff${HEAD}`], ["gbk", "燃气,未备案,7\n"], "A3"],
    ["GBK, then UTF-8", ["gbk", HEAD], ["utf8", "燃气,未备案,7\n"], "A3"],
    ["GBK, then UTF-8 in a free text", ["gbk", `${HEAD}燃气,`], ["utf8", "未备"], "B3"],
    [
      "a UTF-8 header above GBK rows",
      ["utf8", "执法领域,案由,件数\n"],
      ["gbk", "燃气,未备案,7\n".repeat(50)],
      "A1",
    ],
  ] as const)("two encodings: %s", async (_, before, after, cell) => {
    const { errors, said } = await read(bytes(before, after));
    expect(errors, said).toEqual(["encoding"]);
    expect(said).toContain(`2023/cases.csv ${cell}`);
    expect(said).toContain("拼在了一起");
  });

  it("and its row after many thousands of rows, however the file is cut", async () => {
    const { errors, said } = await read(
      bytes(["gbk", HEAD + "燃气,甲,1\n".repeat(20_000)], ["gbk", "燃气,备"], 0xb0, [
        "gbk",
        ",1\n",
      ]),
    );
    expect(errors, said).toEqual(["encoding"]);
    expect(said).toContain("B20003“备");
  });

  it("takes no rare word of GBK for one of UTF-8", async () => {
    const words =
      "浏阳、濮阳、璐琪、骊山、珩琅、洹河、缙云、浣花、亳州、鄄城、淇村公路、洹村被占、濮间电车、淇风不正";
    const { errors, said } = await read(
      bytes(["gbk", `执法领域,案由,件数\n市容环卫,${words},12\n`]),
    );
    expect(errors, said).toEqual([]);
  });

  it("of a report names its line", async () => {
    const { problems } = await loadSite(
      memoryFolder({
        "site.yaml": SITE,
        "2023/cases.csv": "执法领域,件数\n燃气,7\n",
        "2023/report.md": bytes(["utf8", "# 一、主要举措和成效\n\n加强燃气安全监"], 0xe7, [
          "utf8",
          "\n",
        ]),
      }),
    );
    const said = problems
      .filter(({ code }) => code === "encoding")
      .map(problemText)
      .join("");
    expect(said).toContain("第3行“加强燃气安全监");
    expect(said).toContain("记事本");
  });
});
