/** 年度文件 in site.yaml: the days on which a bureau published what it owes each year beside its report. */
import { parseDate } from "../cells/dates.ts";
import type { Problems } from "../problems/problems.ts";
import { nearest } from "../text/nearest.ts";
import { isRecord, type YamlFile } from "./yaml.ts";

const KEY = "年度文件";
export const STATISTICS = "执法统计年报";
export const OPENNESS = "政府信息公开年报";
const PAPERS = [STATISTICS, OPENNESS];

/** By year of the paper, by its name: the day on which it was published. */
export type YearlyPapers = ReadonlyMap<number, ReadonlyMap<string, string>>;

const EXAMPLE = `写成三行：“${KEY}:”，缩进两格“2023:”，再缩进两格“${STATISTICS}: 2024-01-25”`;

/** What cannot be so is a problem, and then not in the result. */
export function readYearlyPapers(yaml: YamlFile, file: string, problems: Problems): YearlyPapers {
  const papers = new Map<number, ReadonlyMap<string, string>>();
  const wrong = (path: readonly string[], value: unknown, why: string, fix: string) =>
    problems.add({
      code: "yaml-field",
      file,
      ...(yaml.has(path) ? { cell: `第${yaml.lineOf(path)}行` } : {}),
      column: path.join(" › "),
      value: typeof value === "string" ? value : "",
      why,
      fix,
    });
  const given = isRecord(yaml.value) ? yaml.value[KEY] : undefined;
  if (isBlank(given)) return papers;
  if (!isRecord(given)) {
    wrong([KEY], given, "看不出是哪一年的哪一份", EXAMPLE);
    return papers;
  }
  for (const [key, own] of Object.entries(given)) {
    const year = Number(/^((?:19|20)\d{2})(?:年度?)?$/.exec(key.normalize("NFKC").trim())?.[1]);
    if (Number.isNaN(year)) {
      wrong([KEY, key], key, "这里要写四位年份", EXAMPLE);
      continue;
    }
    if (isBlank(own)) continue;
    if (!isRecord(own)) {
      wrong([KEY, key], own, "看不出是哪一份", EXAMPLE);
      continue;
    }
    const days = new Map(papers.get(year));
    for (const [name, written] of Object.entries(own)) {
      const path = [KEY, key, name];
      if (!PAPERS.includes(name)) {
        const near = nearest(name, PAPERS);
        wrong(
          path,
          name,
          "没有这一项",
          near ? `是不是“${near}”？` : `可用的有：${PAPERS.join("、")}`,
        );
        continue;
      }
      if (isBlank(written)) continue;
      const day = typeof written === "string" ? parseDate(written) : null;
      if (!day?.ok || day.value === null) {
        wrong(
          path,
          written,
          "认不出这是哪一天",
          `写成 ${year + 1}-01-25 这样的一天，没有公布就留空`,
        );
      } else if (day.value <= `${year}-12-31`) {
        wrong(
          path,
          written,
          `${year}年还没有过完，那时公布的不是${year}年的年报`,
          "写公布的那一天",
        );
      } else days.set(name, day.value);
    }
    papers.set(year, days);
  }
  return papers;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
