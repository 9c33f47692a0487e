/** A data folder → configuration, vocabularies, typed rows by year, and every problem at once. */
import { datasets } from "../datasets/index.ts";
import { NO_OWN_KINDS, type OwnKinds } from "../datasets/kinds.ts";
import { type Period, yearUntil } from "../values/period.ts";
import { isBroken, textOf, Unreadable } from "./bytes/decode.ts";
import type { Vocabularies } from "./cells/lexicon.ts";
import { readSiteConfig, type SiteConfig } from "./config/site-config.ts";
import { type Addresses, NO_ADDRESSES, readVocabularies } from "./config/vocabularies.ts";
import { dataDays } from "./config/years.ts";
import { EXCEPTIONS_FILE, type Exception, readExceptions } from "./exceptions.ts";
import { filesByDataset, isNamed, sayOutsideYears, sayUnused } from "./files.ts";
import type { Folder } from "./folder.ts";
import { LETTERS_LOST, reversedIn } from "./problems/letters-lost.ts";
import { sayPersonal } from "./problems/personal.ts";
import { Problems } from "./problems/problems.ts";
import { PublishedTexts } from "./published-texts.ts";
import { type ExportNamed, withoutExports } from "./raw-exports.ts";
import { type Context, type OpenRows, readDataset } from "./read-dataset.ts";
import { Refused } from "./rows/refused.ts";
import type { TableSource } from "./rows/table.ts";
import { isGarbled, isLostInChinese, isReversed } from "./text/garbled.ts";
import { personalIn } from "./text/privacy.ts";
import { shownTexts } from "./text/shown-text.ts";
import { yearFolders } from "./year-folders.ts";

export interface ReportText {
  file: string;
  text: string;
}

export interface Ingested {
  config: SiteConfig | null;
  vocabularies: Vocabularies;
  kinds: OwnKinds;
  addresses: Addresses;
  /** vocabularies.yaml as it is written; empty where there is none. */
  words: string;
  /** What may stand in single cells though it looks personal (exceptions.csv). */
  exceptions: readonly Exception[];
  /** Years in ascending order, with the datasets that have a file and the report's prose. */
  years: {
    year: number;
    period: Period;
    datasets: Set<string>;
    report: ReportText | null;
    refused: Refused;
  }[];
  problems: Problems;
}

export interface Ingesting {
  /** Gets a short word before each file: work over two seconds shows itself. */
  onProgress?: (doing: string) => void;
  /** The day it is, ISO: a year that is not over must say how far its data go. Nobody asks where it is null. */
  today?: string | null;
  /** Tells exports of other systems, which no room of the ingest knows. */
  exportNamed?: ExportNamed;
  /** Of how many places of one problem the cell is told. */
  placesKept?: number;
}

/** `givenFor` are the vocabularies that no vocabularies.yaml says: of the program, or of site.yaml. */
export async function ingest(
  folder: Folder,
  givenFor: (config: SiteConfig | null) => Vocabularies,
  openRows: OpenRows,
  {
    onProgress = () => {},
    today = null,
    exportNamed = async () => null,
    placesKept,
  }: Ingesting = {},
): Promise<Ingested> {
  const problems = new Problems(placesKept);
  const found = await folder.files();
  const result: Ingested = {
    config: null,
    vocabularies: givenFor(null),
    kinds: NO_OWN_KINDS,
    addresses: NO_ADDRESSES,
    words: "",
    exceptions: [],
    years: [],
    problems,
  };
  if (found === null) {
    problems.add({
      code: "folder-missing",
      file: folder.name,
      why: "没有这个文件夹，或者它是文件，或者没有权限打开",
      fix: "核对路径，要写文件夹，不写里面的文件；默认是项目里的“data”文件夹",
    });
    return result;
  }
  // What was published is no data.
  const files = found.filter(({ path, closed }) => {
    if (path.startsWith("releases/")) return false;
    if (closed) problems.add({ ...closed, file: path });
    return !closed;
  });
  const at = (path: string) => files.find((file) => file.path === path);
  const exceptions = await readExceptions(at(EXCEPTIONS_FILE), problems);
  problems.answered = (report) => exceptions.answers(report);
  result.exceptions = exceptions.list;

  const texts = new PublishedTexts();
  const site = at("site.yaml");
  if (site) {
    const text = await readText(site, problems);
    if (text !== null) result.config = readSiteConfig(text, problems);
    if (result.config) {
      const line = text!.split("\n").findIndex((one) => one.includes("网站说明")) + 1;
      texts.add(result.config.description, { file: site.path, cell: `第${line}行` });
    }
  } else {
    problems.add({
      code: "site-missing",
      file: "site.yaml",
      why: "网站不知道是哪个单位的",
      fix: "在数据文件夹里新建 site.yaml，写上数据性质、单位名称和网站名称",
    });
  }
  const given = givenFor(result.config);
  result.vocabularies = given;
  const words = at("vocabularies.yaml");
  const wordsText = words ? await readText(words, problems) : null;
  if (wordsText !== null) {
    const own = readVocabularies(wordsText, problems);
    result.vocabularies = new Map([...own.vocabularies, ...given]);
    result.kinds = own.kinds;
    result.addresses = own.addresses;
    result.words = wordsText;
    texts.addWords(own.vocabularies, wordsText);
  }

  const folders = (await folder.folders()).filter((name) => name !== "releases");
  const names = [...folders, ...files.map(({ path }) => path)];
  sayPersonalNames(names, problems);
  for (const file of names) texts.add(withoutPlace(file), { file, cell: "文件名" });
  const years = yearFolders(folders, problems);
  if (years.length === 0) {
    problems.add({
      code: "no-year",
      file: folder.name,
      why: "没有一个以年份命名的文件夹，例如 2023",
      fix: "新建以四位年份命名的文件夹，把该年的 CSV 放进去",
    });
  }
  const days = dataDays(result.config?.dataDays ?? new Map(), years, today, problems);
  const { others, held: exported } = await withoutExports(
    files.filter(({ path }) => path !== EXCEPTIONS_FILE),
    folder.name,
    exportNamed,
    problems,
  );
  for (const file of others) {
    if (
      !file.path.includes("/") &&
      !["site.yaml", "vocabularies.yaml", "imports.yaml", "README.md"].includes(file.path)
    ) {
      await sayOutsideYears(file, problems);
    }
  }
  for (const year of years) {
    const isOf = ({ path }: { path: string }) => path.startsWith(`${year}/`);
    const yearFiles = others.filter(isOf);
    const held = new Set(exported.filter(isOf).map(({ dataset }) => dataset));
    const { vocabularies, kinds } = result;
    const period = yearUntil(year, days.get(year));
    const context = {
      ...{ period, vocabularies, kinds, held, problems, texts, openRows, onProgress },
      refused: new Refused(),
    };
    result.years.push(await readYear(year, yearFiles, context));
  }
  await texts.sayNames(result.vocabularies, problems);
  exceptions.sayAll(problems, (file) => at(file) !== undefined);
  return result;
}

/** The name of a file as a text: neither its folder nor its ending is one. */
function withoutPlace(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.[a-z\d]+$/i, "");
}

/** Names of files and folders; those of a year's own are known. */
function sayPersonalNames(names: readonly string[], problems: Problems): void {
  for (const file of names) {
    sayPersonal(file, { file, what: "文件或文件夹的名称", fix: "改名" }, problems);
  }
}

async function readYear(
  year: number,
  files: readonly TableSource[],
  context: Context,
): Promise<Ingested["years"][number]> {
  const { period, held, problems, texts, refused } = context;
  const reportFile = files.find((file) => file.path === `${year}/report.md`);
  const report = reportFile ? await readReport(reportFile, problems, texts) : null;
  const tables = files.filter((file) => file !== reportFile);
  const found = filesByDataset(tables, year, problems);
  for (const file of tables) {
    if (!isNamed(file, year)) await sayUnused(file, year, found, problems);
  }
  for (const [dataset, parts] of found) {
    await readDataset(year, dataset, parts, context);
  }
  if (files.length === 0 && held.size === 0) {
    problems.add({
      code: "year-empty",
      file: String(year),
      why: "这一年的各项都会写“未公布”",
      fix: "把该年的 CSV 放进来；还没有数据就先删掉这个文件夹",
    });
  } else {
    for (const dataset of datasets) {
      if (found.has(dataset) || held.has(dataset) || dataset.optional) continue;
      problems.add({
        code: "file-missing",
        file: `${year}/${dataset.id}.csv`,
        why: `没有“${dataset.label}”，相关各项会写“未公布”`,
        fix: "有数据就补上这个文件；确实没有就不用管",
      });
    }
  }
  const ids = new Set([...found.keys()].map(({ id }) => id));
  return { year, period, datasets: ids, report, refused };
}

/** The report's prose; what it must not say is looked for line by line, as in the cells, and as it is shown. */
async function readReport(
  source: TableSource,
  problems: Problems,
  texts: PublishedTexts,
): Promise<ReportText | null> {
  const text = await readText(source, problems);
  if (text === null) return null;
  const fix = "删掉它；单位的办公电话写在 site.yaml 里";
  const lines: string[] = [];
  /** Lines of which something personal was said. */
  const personal = new Set<number>();
  for (const [index, line] of text.split("\n").entries()) {
    const place = { file: source.path, cell: `第${index + 1}行` };
    // Marks of emphasis are not read, and must not part a number.
    const unmarked = line.replace(/[*_`\\]/g, "");
    const said = [line, unmarked].some((one) => sayPersonal(one, { ...place, fix }, problems));
    if (said) personal.add(index + 1);
    texts.add(withoutReferences(unmarked), place);
    lines.push(unmarked);
    if (isGarbled(line)) {
      problems.add({
        ...place,
        code: "garbled",
        value: line,
        why: "有些字在保存或转换时已经丢失，只剩乱码",
        fix: "从原稿重新复制这一段",
      });
    } else if (isReversed(line)) {
      problems.add({ ...place, code: "garbled", value: line, ...reversedIn("这一段") });
    } else if (isLostInChinese(line)) problems.add({ ...place, value: line, ...LETTERS_LOST });
  }
  // What only the page shows whole: over a break of lines, behind an entity, in an address.
  for (const shown of shownTexts(text)) {
    const [from, to] = shown.lines;
    const own = lines.slice(from - 1, to);
    if (own.some((line) => line.includes(shown.text))) continue;
    const place = { file: source.path, cell: `第${from}行` };
    if (!own.some((_, at) => personal.has(from + at))) {
      const told = new Set(own.flatMap((line) => [...personalIn(line)].map((one) => one.masked)));
      sayPersonal(shown.text, { ...place, fix }, problems, told);
    }
    texts.add(withoutReferences(shown.text), place);
  }
  return { file: source.path, text };
}

function withoutReferences(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, "，");
}

const TEXT_FIX =
  "这个文件要是纯文字：用记事本打开，核对后另存为，编码选“UTF-8”；原来是“Word”等文档的，把文字复制到记事本里再存";

/** A small text file in whichever encoding; null when unreadable, and then a problem says why. */
async function readText(source: TableSource, problems: Problems): Promise<string | null> {
  let text = "";
  try {
    for await (const piece of textOf(source)) text += piece;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { fault } = error;
    const cell = fault.code === "encoding" ? await brokenLine(source) : {};
    const fix = fault.code === "file-unreadable" ? fault.fix : TEXT_FIX;
    problems.add({ ...fault, ...cell, file: source.path, fix });
    return null;
  }
  return text;
}

/** The first line whose bytes are not of the file's encoding; none of a file that has no line of ours. */
async function brokenLine(source: TableSource): Promise<{ cell?: string; value?: string }> {
  let text = "";
  try {
    for await (const piece of textOf(source, { lossy: true })) text += piece;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  const lines = text.split("\n");
  const at = lines.findIndex(isBroken);
  return at < 0 ? {} : { cell: `第${at + 1}行`, value: lines[at]! };
}
