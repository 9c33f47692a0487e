/** npm run cube: prints the GROUP BY of a dataset for an engine that holds too many rows for a website. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CubeError } from "../src/cube/cuts.ts";
import { type CubeOptions, cubeSql } from "../src/cube/sql.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { DIALECTS, type Dialect } from "../src/datasets/sql.ts";
import { SITE_FILE } from "../src/ingest/config/site-file.ts";
import { readYaml } from "../src/ingest/config/yaml.ts";
import { readDataDays } from "../src/ingest/config/years.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { metrics, tables } from "../src/metrics/index.ts";
import { lastDay } from "../src/values/period.ts";
import { CliError, run } from "./lib/cli.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder } from "./lib/places.ts";

const ENGINES: Record<Dialect, string> = {
  duckdb: "DuckDB",
  postgres: "PostgreSQL",
  clickhouse: "ClickHouse",
  spark: "Spark SQL",
};

await run(async () => {
  const { values, rest } = readOptions({
    name: "cube",
    says:
      "打印一张表的汇总语句（GROUP BY），交给数据库运行；结果存成 CSV，代替逐行的文件，\n" +
      "网站上的数字一样。行数太多、不便导出的单位用。详见 docs/scale.md。",
    options: {
      dialect: {
        value: "数据库",
        says: `${DIALECTS.map((dialect) => `${dialect}（${ENGINES[dialect]}）`).join("、")}，默认 duckdb`,
      },
      year: {
        value: "年份",
        says: "哪一年度；数据截至 site.yaml 写的那一天，没有写的截至这一年最后一天。默认数据里最近的一年",
      },
      compact: {
        says: "每个指标只留它用到的列：行数少得多，十亿行也只有几万行；这样的文件只出数字，不出逐行的表",
      },
      data: DATA_OPTION,
    },
    rest: "表名 选项",
    examples: [
      "npm run cube -- complaints --dialect postgres --year 2023",
      "npm run -s cube -- complaints --compact --dialect clickhouse > complaints.sql",
    ],
  });
  const dataset = datasetOf(rest);
  const dialect = dialectOf(values.dialect ?? "duckdb");
  const folder = dataFolder(values.data);
  const year = values.year === undefined ? latestYear(folder) : yearOf(values.year);
  const compact = values.compact === true;
  console.log(sqlOf(dataset, { year, asOf: dataDay(folder, year), dialect, compact }));
  return 0;
});

function sqlOf(dataset: Dataset, options: CubeOptions): string {
  try {
    const sql = cubeSql(dataset, [...metrics, ...tables], options);
    if (sql !== null) return sql;
  } catch (error) {
    throw error instanceof CubeError ? new CliError(error.message, 2) : error;
  }
  throw new CliError(`“${dataset.label}”本来就是一行一个数，没有可汇总的，原样导出就行`, 2);
}

function datasetOf(words: readonly string[]): Dataset {
  const ids = datasets.map(({ id }) => id).join("、");
  const [word] = words;
  if (word === undefined)
    throw new CliError(`要写表名：${ids}。例如 npm run cube -- complaints`, 2);
  const found = datasets.find(({ id, label }) => id === word || label === word);
  if (found && words.length === 1) return found;
  const unknown = found ? words.slice(1).join(" ") : word;
  throw new CliError(`不认识“${unknown}”。表名有：${ids}\n全部选项：npm run cube -- --help`, 2);
}

function dialectOf(word: string): Dialect {
  const found = DIALECTS.find((dialect) => dialect === word.toLowerCase());
  if (found) return found;
  throw new CliError(`--dialect 要写 ${DIALECTS.join("、")} 中的一个，不能是“${word}”`, 2);
}

function yearOf(word: string): number {
  if (/^(?:19|20)\d{2}$/.test(word)) return Number(word);
  throw new CliError(`--year 要写四位年份，例如 2023，不能是“${word}”`, 2);
}

/** What site.yaml says of the year; what is wrong with that file is said by npm run check. */
function dataDay(folder: string, year: number): string {
  let text = "";
  try {
    text = readFileSync(join(folder, "site.yaml"), "utf8");
  } catch {
    // Without it the year is whole.
  }
  const yaml = readYaml(text, SITE_FILE, new Problems());
  return (yaml && readDataDays(yaml, new Problems()).get(year)) ?? lastDay(year);
}

/** The clock is not asked: what is the latest year is said by the data. */
function latestYear(folder: string): number {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // A folder that is not there has no year.
  }
  const years = names.filter((name) => /^(?:19|20)\d{2}$/.test(name)).map(Number);
  if (years.length > 0) return Math.max(...years);
  throw new CliError("数据文件夹里还没有年份，请用 --year 写明是哪一年度，例如 --year 2023", 2);
}
