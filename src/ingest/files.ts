/** Which dataset a file of a year folder holds. */

import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import type { Problems } from "./problems/problems.ts";
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
 * Sorts the files of a year by dataset: `cases.csv`, its parts `cases-1.csv` and `cases-2.csv`, or
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
    if (!found) {
      sayUnused(source.path, name, year, problems);
      continue;
    }
    const list = parts.get(found.dataset) ?? [];
    list.push({ source, name: found.name, part: found.part });
    parts.set(found.dataset, list);
  }
  return new Map(
    [...parts].map(([dataset, list]) => [dataset, withoutTwins(dataset, list, problems)]),
  );
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

function sayUnused(path: string, name: string, year: number, problems: Problems): void {
  if (/\.(?:xlsx?|xlsm|et|ods)$/i.test(name)) {
    problems.add({
      code: "workbook",
      file: path,
      why: "这是工作簿，网站只读 CSV",
      fix: "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”，再删掉这个文件",
    });
    return;
  }
  const meant = meantDataset(name);
  if (meant) {
    problems.add({
      code: "file-name",
      file: path,
      why: `看上去是“${meant.label}”，但文件名不对，里面的数据不会计入`,
      fix: `改名为 ${meant.id}.csv（分成几份的叫 ${meant.id}-1.csv、${meant.id}-2.csv）；不用的移走`,
    });
    return;
  }
  sayUnknownFile(
    path,
    [...datasets.map(({ id }) => `${year}/${id}.csv`), `${year}/report.md`],
    problems,
  );
}

/** A CSV whose name is nearly that of a dataset: cases(1).csv, 办理的案件 - 副本.csv, case.csv. */
function meantDataset(name: string): Dataset | undefined {
  const stem = /^(.+)\.(?:csv|txt|tsv)$/i.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const key = wordKey(stem);
  const named = (dataset: Dataset) => [dataset.id, dataset.label].map(wordKey);
  const near = nearest(
    key,
    datasets.flatMap(named).filter((name) => Math.abs(name.length - key.length) <= 2),
  );
  return datasets.find((dataset) =>
    named(dataset).some((name) => key.includes(name) || (name === near && near.length > 3)),
  );
}

export function sayUnknownFile(
  path: string,
  expected: readonly string[],
  problems: Problems,
): void {
  const near = nearest(path, expected);
  problems.add({
    code: "unknown-file",
    file: path,
    why: "这个文件没有用到，也不会公开",
    fix: near ? `如果应是“${near}”，请改名；否则可以移走` : "不是数据就移出这个文件夹",
  });
}
