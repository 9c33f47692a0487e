/** A report as Word writes it: styles, numbers that Word counts by itself, a table, what was deleted. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { draftOf } from "../src/extract/draft.ts";

const level = (
  at: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});
const numbered = (text: string, at: number, heading?: "Heading1" | "Heading2") =>
  new Paragraph({
    children: [new TextRun(text)],
    numbering: { reference: "parts", level: at },
    ...(heading && { heading }),
  });
const plain = (...pieces: string[]) =>
  new Paragraph({ children: pieces.map((text) => new TextRun(text)) });
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [plain(text)] })) });

const document = new Document({
  numbering: {
    config: [
      {
        reference: "parts",
        levels: [
          level(0, LevelFormat.CHINESE_COUNTING, "%1、"),
          level(1, LevelFormat.CHINESE_COUNTING, "（%2）"),
          level(2, LevelFormat.DECIMAL, "%3."),
        ],
      },
    ],
  },
  sections: [
    {
      children: [
        new Paragraph({ text: "柳湾区水务局", heading: HeadingLevel.TITLE }),
        new Paragraph({ text: "2023年度法治政府建设报告", heading: HeadingLevel.TITLE }),
        plain("柳水字〔2024〕8号"),
        plain("现将2023年工作报告如下。"),
        numbered("主要举措和成效", 0, HeadingLevel.HEADING_1),
        numbered("加强执法监督", 1, HeadingLevel.HEADING_2),
        // Word parts a number into runs as it pleases.
        plain("全年巡查河道", "2", "86", "次，立案", "１９起。"),
        numbered("培训执法人员三十二人次。", 2),
        numbered("聘请监督员近20名。", 2),
        numbered("公开执法结果", 1, HeadingLevel.HEADING_2),
        new Table({
          rows: [
            row("处罚种类", "件数（件）", "金额（万元）"),
            row("罚款", "14", "36.5"),
            row("警告", "5", "—"),
          ],
        }),
        numbered("存在的不足和原因", 0, HeadingLevel.HEADING_1),
        plain("执法车辆只有3台。"),
        plain("柳湾区水务局"),
        plain("2024年1月20日"),
      ],
    },
  ],
});

it("is read as it is printed", async () => {
  const draft = await draftOf("报告.docx", new Uint8Array(await Packer.toBuffer(document)));
  expect([draft.year, draft.bureau]).toEqual([2023, "柳湾区水务局"]);
  expect(
    draft.rows.map(({ section, found: { label, value, unit } }) => [section, label, value, unit]),
  ).toEqual([
    ["一(一)", "巡查河道", "286", "次"],
    ["一(一)", "立案", "19", "起"],
    ["一(一)1", "培训执法人员", "32", "人次"],
    ["一(一)2", "聘请监督员", "近20", "名"],
    ["一(二)", "罚款件数", "14", "件"],
    ["一(二)", "罚款金额", "36.5万", "元"],
    ["一(二)", "警告件数", "5", "件"],
    ["二", "执法车辆", "3", "台"],
  ]);
  expect(draft.report).toContain("文号: 〔2024〕8号".replace("〔", "柳水字〔"));
  expect(draft.report).toContain("成文日期: 2024-01-20");
  expect(draft.report.match(/^#.*$/gm)).toEqual([
    "# 一、主要举措和成效",
    "## （一）加强执法监督",
    "## （二）公开执法结果",
    "# 二、存在的不足和原因",
  ]);
});

it("reads a table with merged heads, and the unit that stands above it", async () => {
  const cell = (text: string, merge: object = {}) =>
    new TableCell({ children: [plain(text)], ...merge });
  const [begins, goesOn] = [
    { verticalMerge: VerticalMergeType.RESTART },
    { verticalMerge: VerticalMergeType.CONTINUE },
  ];
  const merged = new Document({
    sections: [
      {
        children: [
          plain("柳湾区水务局2023年度法治政府建设报告"),
          plain("一、主要举措和成效"),
          plain("表1 行政处罚统计表（单位：宗）"),
          new Table({
            rows: [
              [
                cell("领域", begins),
                cell("案件", { columnSpan: 2 }),
                cell("罚没金额（万元）", begins),
              ],
              [cell("", goesOn), cell("立案"), cell("处罚"), cell("", goesOn)],
              ["河道", "78", "71", "1,902.5"].map((text) => cell(text)),
            ].map((children) => new TableRow({ children })),
          }),
        ],
      },
    ],
  });
  const { rows } = await draftOf("报告.docx", new Uint8Array(await Packer.toBuffer(merged)));
  expect(rows.map(({ found: { label, value, unit } }) => [label, value, unit])).toEqual([
    ["河道案件立案", "78", "宗"],
    ["河道案件处罚", "71", "宗"],
    ["河道罚没金额", "1902.5万", "元"],
  ]);
});

it("leaves out what is marked as deleted, and codes of fields", async () => {
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const xml = new TextDecoder()
    .decode(files["word/document.xml"])
    .replace(/(<w:r>(?:(?!<w:r>).)*?只有3台。.*?<\/w:r>)/s, '<w:del w:id="9">$1</w:del>');
  const draft = await draftOf(
    "报告.docx",
    zipSync({ ...files, "word/document.xml": strToU8(xml) }),
  );
  expect(draft.report).not.toContain("执法车辆");
});
