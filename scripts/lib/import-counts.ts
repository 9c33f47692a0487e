/**
 * What an import writes where the repository is public: no row a matter, but what the site publishes
 * of the rows, in classes of five (src/protect).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset, Derived } from "../../src/datasets/define.ts";
import { publicText } from "../../src/downloads/rows.ts";
import type { System } from "../../src/exports/profile.ts";
import type { YearRows } from "../../src/exports/year-rows.ts";
import type { YearFigures } from "../../src/figures/figures.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { isRowMetric, keysOf } from "../../src/metrics/define.ts";
import { metrics } from "../../src/metrics/index.ts";
import type { Release } from "../../src/protect/index.ts";
import { csvLine } from "../../src/text/csv.ts";
import type { Amount } from "../../src/values/amount.ts";
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
  const load = (text: string) =>
    loadSite(
      memoryFolder({
        "site.yaml": own("site.yaml") ?? NO_SITE,
        ...(words ? { "vocabularies.yaml": words } : {}),
        [`${year}/${dataset.id}.csv`]: text,
      }),
    );
  const { site, problems } = await load([...rows.csv()].join(""));
  const whole = site?.years.find((one) => one.year === year);
  const release = whole?.release(dataset.id);
  if (whole && release) {
    const without = new Set<string>();
    for (;;) {
      const text = [...linesOf(release, rows, without)].join("");
      const counted = (await load(text)).site?.years.find((one) => one.year === year);
      const keys = counted ? misleading(counted.figures, whole.figures, dataset) : [];
      const more = keys.filter((key) => !without.has(key));
      if (more.length === 0) return text;
      for (const key of more) without.add(key);
    }
  }
  const [wrong] = problems.filter(({ severity }) => severity === "error");
  throw new CliError(
    `${year}年的“${dataset.label}”还不能只写件数${wrong ? `：${wrong.places[0]?.cell ?? ""} ${wrong.why}。${wrong.fix}` : ""}。什么也没有写。`,
  );
}

/** A rate is shown where it is of so many of a hundred of those that it speaks of. */
const TOLD = 90;

/** Rows of the release; what is not told of a row is blank, as what nobody filled in. */
function* linesOf(
  release: Release,
  rows: YearRows,
  without: ReadonlySet<string>,
): Iterable<string> {
  const { dataset } = release;
  const counts = release.columns.find(({ key }) => key === "count");
  const countOf = (line: number) =>
    Number(counts ? publicText(counts.column, counts.values[counts.codes[line]!] ?? null) || 1 : 1);
  // What all matters are tells nothing of one: without it none of them would be in a figure.
  const apart = dataset.countedApart ?? "";
  const all = rows.onlyWord(apart);
  const columns = release.columns
    .filter(({ key, column, values }) => key === "count" || column.required || values.length > 1)
    .filter(({ key, column }) => column.required || !without.has(key))
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
  const untold: number[] = [];
  const filled = columns.find(({ column }) => column.filled && column.type === "word");
  const said = (line: number, own: Readonly<Record<string, string>> = {}) =>
    csvLine(
      columns.map(({ key, column, values, codes }) => {
        const value = values[codes[line]!] ?? null;
        if (own[key] !== undefined) return own[key];
        if (key === "count" && value === null) return "1";
        if (key === apart && all) return all;
        // An amount is told as a band, where telling it would tell another: a band is no amount.
        const isBand = column.type === "money" && typeof value === "string";
        return isBand ? "" : publicText(column, value);
      }),
    );
  for (let line = 0; line < release.lines; line++) {
    if (filled && (filled.values[filled.codes[line]!] ?? null) === null) untold.push(line);
    else yield said(line);
  }
  if (!filled || untold.length === 0) return;
  // How many there are of each word is published, and so how many of each are among those untold.
  const left = rows.tally(filled.key);
  for (let line = 0; line < release.lines; line++) {
    const word = publicText(filled.column, filled.values[filled.codes[line]!] ?? null);
    if (word !== "") left.set(word, (left.get(word) ?? 0) - countOf(line));
  }
  for (const [word, count] of left) {
    if (count > 0) yield said(untold[0]!, { [filled.key]: word, count: String(count) });
  }
}

/** The columns of rates that are told of too few: what cannot be told would make another rate of it. */
function misleading(figures: YearFigures, all: YearFigures, dataset: Dataset): string[] {
  const parts = metrics.flatMap((one) => {
    if (one.kind !== "ratio" || figures.get(one.id)?.amount.state !== "known") return [];
    const base = figures.get(one.denominator)?.amount;
    const untold = untoldIn(base) - untoldIn(all.get(one.denominator)?.amount);
    const total = base?.state === "known" ? base.value + untoldIn(base) : 0;
    return untold * 100 > total * (100 - TOLD) ? [one.numerator, one.denominator] : [];
  });
  const keys = (ids: readonly string[]) =>
    metrics.flatMap((one) =>
      isRowMetric(one) && one.dataset === dataset && ids.includes(one.id) ? keysOf(one) : [],
    );
  const counted = keys([dataset.id]);
  // What is worked out of columns goes with them.
  const derived: Readonly<Record<string, Derived>> = dataset.derived ?? {};
  return keys(parts)
    .flatMap((key) => [key, ...(derived[key]?.from ?? [])])
    .filter((key) => !counted.includes(key));
}

function untoldIn(amount: Amount | undefined): number {
  return amount?.state === "known" ? amount.missing + amount.undetermined : 0;
}
