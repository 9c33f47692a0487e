/** npm run extract: last year's report in prose → a draft of report.md and indicators.csv. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { stringify } from "yaml";
import { tableCsv } from "../src/extract/breakdowns.ts";
import { type Draft, draftOf } from "../src/extract/draft.ts";
import { NotAReport } from "../src/extract/report-line.ts";
import { listText } from "../src/text/format.ts";
import { CliError, run } from "./lib/cli.ts";
import { isEmptyReport, isHeadedOnly } from "./lib/headed-files.ts";
import { readOptions } from "./lib/options.ts";
import { dataFolder, printable, shownPath } from "./lib/places.ts";
import { writeAll } from "./lib/write-all.ts";

await run(async () => {
  const { values, rest } = readOptions({
    name: "extract",
    says: [
      "把写成文字的年度报告（.docx、.txt、.md）变成草稿：report.md 是原来的结构，数字换成引用；",
      "indicators.csv 一个数字一行，写明名称、数值、单位、章节和原文，要人决定的写“待确认”；",
      "一句话写明了怎样分的（一审10件、二审7件），也写成那张表的行。",
      "没有要确认的，退出码是 0；写了但有地方要人看是 3；什么也没有写是 1；命令写得不对是 2。",
    ].join("\n"),
    rest: "报告 [选项]",
    options: {
      out: {
        value: "文件夹",
        says: "草稿写到哪个文件夹，默认是 draft；填了的文件不会冲掉，只有表头的换成草稿",
      },
      year: { value: "年份", says: "报告是哪一年的，例如 2023；不写就从标题和正文里认" },
    },
    examples: [
      "npm run extract -- 2023年度报告.docx",
      "npm run extract -- 报告.txt --out data --year 2023",
    ],
  });
  const [path, ...more] = rest;
  if (!path || more.length > 0) {
    throw new CliError("要写一份报告，例如 npm run extract -- 2023年度报告.docx", 2);
  }
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new CliError(`没有 ${shownPath(resolve(path))} 这个文件。`, 2);
  }
  if (values.year && !/^(?:19|20)\d{2}$/.test(values.year)) {
    throw new CliError(`--year 后面要写四位年份，不能是“${printable(values.year)}”`, 2);
  }
  const year = values.year ? Number(values.year) : undefined;
  const draft = await draftOf(basename(path), readFileSync(path), year).catch((error: unknown) => {
    if (!(error instanceof NotAReport)) throw error;
    throw new CliError(`${shownPath(resolve(path))}：${error.message}。什么也没有写。`);
  });
  const out = resolve(values.out ?? "draft");
  const folder = join(out, String(draft.year));
  const [report, indicators] = [join(folder, "report.md"), join(folder, "indicators.csv")];
  const there = (
    [
      [report, isEmptyReport],
      [indicators, isHeadedOnly],
    ] as const
  ).find(([file, isEmpty]) => existsSync(file) && !isEmpty(readFileSync(file, "utf8")))?.[0];
  if (there) {
    throw new CliError(
      `已经有 ${shownPath(there)}，为免冲掉没有动它，什么也没有写。移走它，或者换一个 --out。`,
    );
  }
  const tables = draft.tables.map((table) => {
    const path = join(folder, `${table.dataset.id}.csv`);
    const isFilled = existsSync(path) && !isHeadedOnly(readFileSync(path, "utf8"));
    return { path, isFilled, text: tableCsv(table), name: `${table.dataset.id}.csv`, table };
  });
  const written = tables.filter(({ isFilled }) => !isFilled);
  const site = join(out, "site.yaml");
  const vocabularies = join(out, "vocabularies.yaml");
  const ownWords = new Map(written.flatMap(({ table }) => [...table.ownWords]));
  const hasWords = ownWords.size > 0 && !existsSync(vocabularies);
  const isNew = !existsSync(site);
  writeAll([
    { path: report, text: draft.report },
    { path: indicators, text: draft.indicators },
    ...written.map(({ path, text }) => ({ path, text })),
    ...(hasWords ? [{ path: vocabularies, text: wordsYaml(ownWords) }] : []),
    ...(isNew ? [{ path: site, text: siteYaml(draft) }] : []),
  ]);
  const shown = shownPath(out);
  const ofFolder = out === dataFolder(undefined) ? "" : ` -- --data ${shown}`;
  const open = draft.rows.filter(({ asks }) => asks.length > 0).length;
  const openElsewhere = written.filter(({ table }) => table.rows.some(({ confirm }) => confirm));
  const files = [
    report,
    indicators,
    ...written.map(({ path }) => path),
    ...(hasWords ? [vocabularies] : []),
    ...(isNew ? [site] : []),
  ];
  console.log(
    [
      `${draft.year}年的报告${draft.title ? `《${printable(draft.title)}》` : ""}：取出${draft.rows.length}个数字，${open}个待确认。`,
      ...disagreementLines(draft),
      `已写入 ${shown}：${files.map((file) => relative(out, file).replaceAll("\\", "/")).join("、")}。`,
      ...tables
        .filter(({ isFilled }) => isFilled)
        .map(
          ({ name }) => `已经有填了的 ${name}，没有动它；报告里分开写的数只在 indicators.csv 里。`,
        ),
      "",
      "接着：",
      `1. 用 Excel 打开 ${shownPath(indicators)}，对照“原文”逐行核对；核对好的，清空“待确认”一格。${
        openElsewhere.length > 0
          ? `${listText(
              openElsewhere.map(({ name }) => name),
              "、",
            )} 也一样。`
          : ""
      }`,
      ...(isNew && draft.bureau === "" ? [`2. 在 ${shownPath(site)} 写上单位名称。`] : []),
      `${isNew && draft.bureau === "" ? 3 : 2}. 运行 npm run check${ofFolder}，按它说的改到没有错误。`,
      `${isNew && draft.bureau === "" ? 4 : 3}. 生成网站：npm run build${ofFolder && `${ofFolder} --out dist-draft`}`,
    ].join("\n"),
  );
  return open > 0 || openElsewhere.length > 0 || draft.disagreements.length > 0 ? 3 : 0;
});

function disagreementLines({ disagreements }: Draft): string[] {
  if (disagreements.length === 0) return ["取出的数字没有对不上的。"];
  return [
    `对不上的有${disagreements.length}处，照报告的写法写进了草稿：`,
    ...disagreements.map(({ text }) => `  - ${printable(text)}`),
  ];
}

/** The report's own words for what a table breaks down by. */
function wordsYaml(words: ReadonlyMap<string, readonly string[]>): string {
  const lists = Object.fromEntries(
    [...words].map(([name, own]) => [name, Object.fromEntries(own.map((word) => [word, null]))]),
  );
  return `# 本单位自己的用词。写法：词: [别的写法]；没有别的写法就只写“词:”。\n${stringify(lists, { nullStr: "" })}`;
}

/** The least that a site needs; what is not known stays empty. */
function siteYaml({ bureau }: Draft): string {
  return `# 本单位的网站设置。不知道的留空，不要编造；全部的项见数据字典和现有的 data/site.yaml。\n${stringify(
    {
      数据性质: "正式",
      单位名称: bureau,
      网站名称: "法治政府建设数据公开",
      网址: "",
      联系方式: { 办公地址: "", 办公电话: "", 电子邮箱: "", 报告差错: "" },
      页脚标识: { 网站标识码: "", ICP备案号: "", 公安备案号: "" },
    },
  )}`;
}
