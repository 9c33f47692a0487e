/**
 * What an import writes where the repository is public: no row a matter, but what the site publishes
 * of the rows, in classes of five (src/protect).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Derived } from "../../src/datasets/define.ts";
import { publicText } from "../../src/downloads/rows.ts";
import type { System } from "../../src/exports/profile.ts";
import type { YearRows } from "../../src/exports/year-rows.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import type { Release } from "../../src/protect/index.ts";
import { csvLine } from "../../src/text/csv.ts";
import { CliError } from "./cli.ts";

const NO_SITE = "数据性质: 演示\n单位名称: 未写明\n网站名称: 未写明\n";

/** The text of the file of one system and year. */
export async function countsOf(
  { of: { dataset } }: System,
  year: number,
  rows: YearRows,
  folder: string,
): Promise<string> {
  const own = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const words = own("vocabularies.yaml");
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": own("site.yaml") ?? NO_SITE,
      ...(words ? { "vocabularies.yaml": words } : {}),
      [`${year}/${dataset.id}.csv`]: [...rows.csv()].join(""),
    }),
  );
  const release = site?.years.find((one) => one.year === year)?.release(dataset.id);
  if (release) return [...linesOf(release, rows)].join("");
  const [wrong] = problems.filter(({ severity }) => severity === "error");
  throw new CliError(
    `${year}年的“${dataset.label}”还不能只写件数${wrong ? `：${wrong.places[0]?.cell ?? ""} ${wrong.why}。${wrong.fix}` : ""}。什么也没有写。`,
  );
}

/** Rows of the release; what is not told of a row is blank, as what nobody filled in. */
function* linesOf(release: Release, rows: YearRows): Iterable<string> {
  const { dataset } = release;
  // What all matters are tells nothing of one: without it none of them would be in a figure.
  const apart = dataset.countedApart ?? "";
  const all = rows.onlyWord(apart);
  const columns = release.columns
    .filter(({ key, column, values }) => key === "count" || column.required || values.length > 1)
    .flatMap((one) => {
      const { key, column } = one;
      if (column.type !== "date" || column.daily) return [{ ...one, label: column.label }];
      // A day leaves as its month, and a month is read in a column of months alone.
      const month = Object.values<Derived>(dataset.derived ?? {}).find(
        ({ type, from }) => type === "text" && from.length === 1 && from[0] === key,
      );
      const isThere = release.columns.some(({ column }) => column.label === month?.label);
      return month && !isThere ? [{ ...one, label: month.label }] : [];
    });
  yield `\ufeff${csvLine(columns.map(({ label }) => label))}`;
  for (let line = 0; line < release.lines; line++) {
    yield csvLine(
      columns.map(({ key, column, values, codes }) => {
        const value = values[codes[line]!] ?? null;
        if (key === "count" && value === null) return "1";
        if (key === apart && all) return all;
        // An amount is told as a band, where telling it would tell another: a band is no amount.
        const isBand = column.type === "money" && typeof value === "string";
        return isBand ? "" : publicText(column, value);
      }),
    );
  }
}
