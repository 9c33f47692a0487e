/** Which dataset a file of a year folder holds. */

import { distance } from "fastest-levenshtein";
import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import { startOf } from "./bytes/start.ts";
import type { Problems } from "./problems/problems.ts";
import { headerNames } from "./rows/column-names.ts";
import { layoutOf } from "./rows/layout.ts";
import type { TableSource } from "./rows/table.ts";
import { nearest } from "./text/nearest.ts";
import { wordKey } from "./text/tidy.ts";

/** A file and the number of its part: `cases.csv` has none, `cases-2.csv` is part 2. */
interface Part {
  source: TableSource;
  name: string;
  part: number | null;
}

/**
 * The files of a year that are read, by dataset: `cases.csv`, its parts `cases-1.csv` and `cases-2.csv`, or
 * the same with the Chinese name `办理的案件.csv`. A table that is there twice would count twice.
 */
export function filesByDataset(
  files: readonly TableSource[],
  year: number,
  problems: Problems,
): ReadonlyMap<Dataset, readonly TableSource[]> {
  const parts = new Map<Dataset, Part[]>();
  for (const source of files) {
    const name = source.path.slice(`${year}/`.length);
    const found = datasetOf(name);
    if (!found) continue;
    const list = parts.get(found.dataset) ?? [];
    list.push({ source, name: found.name, part: found.part });
    parts.set(found.dataset, list);
  }
  return new Map(
    [...parts].map(([dataset, list]) => [dataset, withoutTwins(dataset, list, problems)]),
  );
}

/** Whether a file of a year is named as a dataset is. */
export function isNamed({ path }: TableSource, year: number): boolean {
  return datasetOf(path.slice(`${year}/`.length)) !== null;
}

/** The dataset that a file of a year folder is read as, by its name. */
export function datasetNamed(path: string): Dataset | undefined {
  return datasetOf(path.split("/").at(-1) ?? "")?.dataset;
}

function datasetOf(name: string): { dataset: Dataset; name: string; part: number | null } | null {
  const [, stem = "", part] = /^([^/]+?)(?:-(\d{1,4}))?\.csv$/i.exec(name) ?? [];
  for (const dataset of datasets) {
    const match = [dataset.id, dataset.label].find((one) => wordKey(one) === wordKey(stem));
    if (match) return { dataset, name: match, part: part === undefined ? null : Number(part) };
  }
  return null;
}

/** The files to read. The same table under a second name is said to be wrong, and left out. */
function withoutTwins(dataset: Dataset, parts: readonly Part[], problems: Problems): TableSource[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const twin = kept.find((other) => isTwin(other, part));
    if (!twin) {
      kept.push(part);
      continue;
    }
    problems.add({
      code: "file-name",
      file: part.source.path,
      why: `“${dataset.label}”已经有 ${twin.source.path}，两份会重复计算`,
      fix: `只留一份；确实分成几份的，都叫 ${dataset.id}-1.csv、${dataset.id}-2.csv`,
    });
  }
  return kept.map(({ source }) => source);
}

/** The same part twice, two names for one table, or the whole beside its first part. */
function isTwin(a: Part, b: Part): boolean {
  const first = [a.part, b.part].every((part) => part === null || part === 1);
  return a.part === b.part || a.name !== b.name || first;
}

/** Says of a file that is not read what it is and where it belongs: no table is left out in silence. */
export async function sayUnused(
  source: TableSource,
  year: number,
  used: ReadonlyMap<Dataset, readonly TableSource[]>,
  problems: Problems,
): Promise<void> {
  const { path } = source;
  const [name = "", ...folders] = path.split("/").reverse();
  const inner = folders.slice(0, -1).reverse().join("/");
  if (/\.(?:xlsx?|xlsm|xlsb|et|ods)$/i.test(name)) {
    problems.add({
      code: "workbook",
      file: path,
      why: "这是工作簿，网站只读 CSV",
      fix: `用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”，再删掉这个文件；或者移出数据文件夹，用 npm run import 导入`,
    });
    return;
  }
  const meant = await meantDataset(source, name);
  if (!meant) {
    sayUnknownFile(
      path,
      [...datasets.map(({ id }) => `${year}/${id}.csv`), `${year}/report.md`],
      problems,
    );
    return;
  }
  const { id, label } = meant;
  const [twin] = used.get(meant) ?? [];
  const free = freeName(meant, used);
  if (inner) {
    problems.add({
      code: "file-name",
      file: path,
      why: `看上去是“${label}”，但放在 ${year} 里面的文件夹“${inner}”里，里面的数据不会计入`,
      fix: twin
        ? `与 ${twin.path} 比对：内容已在那里的就删掉；有别的行的，移到文件夹 ${year} 里，叫 ${free}`
        : `移到文件夹 ${year} 里，叫 ${id}.csv；一年分成几份的叫 ${id}-1.csv、${id}-2.csv`,
    });
    return;
  }
  problems.add({
    code: "file-name",
    file: path,
    why: twin
      ? `看上去是“${label}”的又一份，已经有 ${twin.path}，这一份没有计入`
      : `看上去是“${label}”，但文件名不对，里面的数据不会计入`,
    fix: twin
      ? `与 ${twin.path} 比对：是它的副本就删掉；有别的行的，改名为 ${free}`
      : `改名为 ${id}.csv（分成几份的叫 ${id}-1.csv、${id}-2.csv）；不用的移走`,
  });
}

/** The name of a further part of a dataset. */
function freeName(dataset: Dataset, used: ReadonlyMap<Dataset, readonly TableSource[]>): string {
  const names = (used.get(dataset) ?? []).map(({ path }) => datasetOf(path.split("/").at(-1)!));
  const parts = names.map((found) => found?.part ?? 1);
  return `${names[0]?.name ?? dataset.id}-${Math.max(1, ...parts) + 1}.csv`;
}

/** A table beside the years' folders. */
export async function sayOutsideYears(source: TableSource, problems: Problems): Promise<void> {
  const meant = await meantDataset(source, source.path);
  if (!meant) {
    sayUnknownFile(source.path, ["site.yaml", "vocabularies.yaml"], problems);
    return;
  }
  problems.add({
    code: "file-name",
    file: source.path,
    why: `看上去是“${meant.label}”，但没有放在年份的文件夹里，里面的数据不会计入`,
    fix: `移到它那一年的文件夹里（例如文件夹 2023），叫 ${meant.id}.csv；那里已经有的，比对后只留一份`,
  });
}

/** The dataset that a table holds, by its name (cases(1).csv, case.csv), its header, or usual words. */
async function meantDataset(source: TableSource, name: string): Promise<Dataset | undefined> {
  const stem = /^(.+)\.(?:csv|txt|tsv)$/i.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const key = wordKey(stem);
  const named = (dataset: Dataset) => [dataset.id, dataset.label].map(wordKey);
  const near = nearest(
    key,
    datasets.flatMap(named).filter((name) => isNear(name, key)),
  );
  return (
    datasets.find((dataset) => named(dataset).some((name) => key.includes(name))) ??
    (await datasetByHeader(source)) ??
    datasets.find((dataset) => named(dataset).some((name) => name === near && near.length > 3)) ??
    (/\.csv$/i.test(name) ? datasetByWord(key) : undefined)
  );
}

/** A letter or two amiss are a slip; of two Chinese words that differ in more, 行政检查 is not 行政许可. */
function isNear(name: string, key: string): boolean {
  if (Math.abs(name.length - key.length) > 2) return false;
  return !/\p{Script=Han}/u.test(name) || name.includes(key) || distance(name, key) <= 1;
}

/** The dataset to which most of a header's names belong, if they are no fewer than half. */
async function datasetByHeader(source: TableSource): Promise<Dataset | undefined> {
  const text = await startOf(source);
  let best: { dataset: Dataset; known: number } | undefined;
  for (const dataset of datasets) {
    const { header } = layoutOf(text, headerNames(dataset));
    const known = header?.known ?? 0;
    const filled = header?.cells.filter((cell) => cell !== "").length ?? 0;
    if (known < 2 || known * 2 < filled || known <= (best?.known ?? 0)) continue;
    best = { dataset, known };
  }
  return best?.dataset;
}

/** What offices call their tables. The first that fits: 案件法制审核表 are reviews, 办案指标 indicators. */
const USUAL: readonly (readonly [id: string, words: RegExp])[] = [
  ["notes", /^(?:核对|数据)?(?:说明|更正)$/],
  ["plan", /^(?:下一?年度?|工作)?(?:安排|计划|打算)$/],
  ["legal_reviews", /法制审核|法核|合法性审查/],
  ["indicators", /指标/],
  ["licences", /许可|审批/],
  ["litigation", /诉讼|复议|应诉|仲裁/],
  ["complaints", /投诉|工单|12345|信访|诉求|热线/],
  ["publicity", /普法|宣传|培训|宣教/],
  ["cases", /案件|办案|处罚|立案/],
];

function datasetByWord(key: string): Dataset | undefined {
  const bare = key.replace(/(?:19|20)\d\d年?度?|统计|汇总|一览|明细|台账|数据|情况|表$/g, "");
  const id = USUAL.find(([, words]) => words.test(bare))?.[0];
  return datasets.find((dataset) => dataset.id === id);
}

function sayUnknownFile(path: string, expected: readonly string[], problems: Problems): void {
  const near = nearest(path, expected);
  if (/\.(?:csv|tsv)$/i.test(path)) {
    problems.add({
      code: "unknown-table",
      file: path,
      why: "文件名和列名都看不出是哪一张表，里面的数据不会计入",
      fix: [
        near
          ? `如果应是“${near}”，请改名`
          : `网站读的表：${tables()}；是其中一张的，照它的名称改名`,
        "业务系统导出的，运行 npm run import",
        "只是一些数字的，写进 indicators.csv",
        "网站不用的，移出数据文件夹",
      ].join("；"),
    });
    return;
  }
  problems.add({
    code: "unknown-file",
    file: path,
    why: "这个文件没有用到，也不会公开",
    fix: near ? `如果应是“${near}”，请改名；否则可以移走` : "不是数据就移出这个文件夹",
  });
}

function tables(): string {
  return datasets.map(({ id, label }) => `${id}.csv（${label}）`).join("、");
}
