/** A data folder → configuration, vocabularies, typed rows by year, and every problem at once. */
import { type Dataset, datasets } from "../datasets/index.ts";
import { readSiteConfig, readVocabularies, type SiteConfig } from "./config.ts";
import { decode, sniff } from "./decode.ts";
import type { Folder, Source } from "./folder.ts";
import { Problems } from "./problems.ts";
import { nearest, type Row, readRows, type Vocabularies } from "./rows.ts";

/** Called for every good row, in the order of the files; keep nothing and memory stays flat. */
export type RowSink = (year: number, dataset: Dataset, row: Row) => void;

export interface ReportText {
  file: string;
  text: string;
}

export interface Ingested {
  config: SiteConfig | null;
  vocabularies: Vocabularies;
  /** Years in ascending order, with the datasets that have a file and the report's prose. */
  years: { year: number; datasets: Set<string>; report: ReportText | null }[];
  problems: Problems;
}

/** `onProgress` gets a short word before each file: work over two seconds shows itself. */
export async function ingest(
  folder: Folder,
  onRow: RowSink,
  onProgress: (doing: string) => void = () => {},
): Promise<Ingested> {
  const problems = new Problems();
  const files = await folder.files();
  const result: Ingested = { config: null, vocabularies: new Map(), years: [], problems };
  if (files === null) {
    problems.add({
      code: "folder-missing",
      file: folder.name,
      why: "这个文件夹不存在，或者打不开",
      mend: "核对路径；默认是项目里的 data 文件夹",
    });
    return result;
  }
  const at = (path: string) => files.find((file) => file.path === path);

  const site = at("site.yaml");
  if (site) {
    const text = await readText(site, problems);
    if (text !== null) result.config = readSiteConfig(text, problems);
  } else {
    problems.add({
      code: "site-missing",
      file: "site.yaml",
      why: "网站不知道是哪个单位的",
      mend: "在数据文件夹里新建 site.yaml，写上数据性质、单位名称和网站名称",
    });
  }
  const words = at("vocabularies.yaml");
  const wordsText = words ? await readText(words, problems) : null;
  if (wordsText !== null) result.vocabularies = readVocabularies(wordsText, problems);

  const years = yearFolders(await folder.folders(), problems);
  if (years.length === 0) {
    problems.add({
      code: "no-year",
      file: folder.name,
      why: "没有一个以年份命名的文件夹，例如 2023",
      mend: "新建以四位年份命名的文件夹，把该年的 CSV 放进去",
    });
  }
  for (const file of files) {
    if (
      !file.path.includes("/") &&
      !["site.yaml", "vocabularies.yaml", "README.md"].includes(file.path)
    ) {
      unknownFile(file.path, ["site.yaml", "vocabularies.yaml"], problems);
    }
  }
  for (const year of years) {
    const own = files.filter((file) => file.path.startsWith(`${year}/`));
    result.years.push(await readYear(year, own, result.vocabularies, problems, onRow, onProgress));
  }
  return result;
}

function yearFolders(names: string[], problems: Problems): number[] {
  const years: number[] = [];
  for (const name of names) {
    if (/^(?:19|20)\d{2}$/.test(name)) {
      years.push(Number(name));
      continue;
    }
    const meant = /(?:19|20)\d{2}/.exec(name.normalize("NFKC"))?.[0];
    if (meant) {
      problems.add({
        code: "year-name",
        file: name,
        why: "年度文件夹名只能是四位半角数字，不能有全角数字、空格或别的字",
        mend: `把文件夹改名为 ${meant}`,
      });
    } else {
      problems.add({
        code: "unknown-folder",
        file: name,
        why: "这个文件夹没有用到",
        mend: "数据请放进以四位年份命名的文件夹；不用的文件夹可以移走",
      });
    }
  }
  return years.sort((a, b) => a - b);
}

async function readYear(
  year: number,
  files: Source[],
  vocabularies: Vocabularies,
  problems: Problems,
  onRow: RowSink,
  onProgress: (doing: string) => void,
): Promise<Ingested["years"][number]> {
  const found = new Set<string>();
  let report: ReportText | null = null;
  for (const file of files) {
    const name = file.path.slice(`${year}/`.length);
    if (name === "report.md") {
      const text = await readText(file, problems);
      if (text !== null) report = { file: file.path, text };
      continue;
    }
    const dataset = datasetOf(name);
    if (dataset) {
      found.add(dataset.id);
      onProgress(file.path);
      await readRows(file, dataset, vocabularies, problems, (row) => onRow(year, dataset, row));
    } else if (/\.(?:xlsx?|et|ods)$/i.test(name)) {
      problems.add({
        code: "workbook",
        file: file.path,
        why: "这是工作簿，网站只读 CSV",
        mend: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”，再删掉这个文件",
      });
    } else {
      unknownFile(
        file.path,
        [...datasets.map((d) => `${year}/${d.id}.csv`), `${year}/report.md`],
        problems,
      );
    }
  }
  if (files.length === 0) {
    problems.add({
      code: "year-empty",
      file: String(year),
      why: "这一年的各项都会写“未公布”",
      mend: "把该年的 CSV 放进来；还没有数据就先删掉这个文件夹",
    });
  } else {
    for (const dataset of datasets) {
      if (found.has(dataset.id) || dataset.optional) continue;
      problems.add({
        code: "file-missing",
        file: `${year}/${dataset.id}.csv`,
        why: `没有“${dataset.label}”，相关各项会写“未公布”`,
        mend: "有数据就补上这个文件；确实没有就不用管",
      });
    }
  }
  return { year, datasets: found, report };
}

/** `cases.csv`, a part such as `cases-2.csv`, or the Chinese name `办理的案件.csv`. */
function datasetOf(name: string): Dataset | undefined {
  const stem = /^([^/]+)\.csv$/i.exec(name)?.[1]?.toLowerCase();
  if (stem === undefined) return undefined;
  return datasets.find((dataset) =>
    [dataset.id, dataset.label].some((own) => stem === own || stem.startsWith(`${own}-`)),
  );
}

function unknownFile(path: string, known: string[], problems: Problems): void {
  const near = nearest(path, known);
  problems.add({
    code: "unknown-file",
    file: path,
    why: "这个文件没有用到，也不会公开",
    mend: near ? `如果应是“${near}”，请改名；否则可以移走` : "不是数据就移出这个文件夹",
  });
}

/** A small text file in whichever encoding; null when unreadable, and then a problem says why. */
async function readText(source: Source, problems: Problems): Promise<string | null> {
  const encoding = await sniff(source);
  if (typeof encoding === "object") {
    problems.add({ ...encoding, file: source.path });
    return null;
  }
  let text = "";
  for await (const piece of decode(source, encoding)) text += piece;
  return text;
}
