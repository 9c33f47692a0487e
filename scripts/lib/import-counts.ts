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
import type { Figure, YearFigures } from "../../src/figures/figures.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { isRowMetric, keysOf } from "../../src/metrics/define.ts";
import { metrics } from "../../src/metrics/index.ts";
import type { Release } from "../../src/protect/index.ts";
import { csvLine } from "../../src/text/csv.ts";
import type { Amount, KnownAmount } from "../../src/values/amount.ts";
import { CliError } from "./cli.ts";

const NO_SITE = "数据性质: 演示\n单位名称: 未写明\n网站名称: 未写明\n";

/** What is written of one system and year, and what is not. */
export interface Counts {
  text: string;
  /** Columns of the export that are left out, and why, in words. */
  left: { label: string; why: string }[];
}

/** The file of one system and year. */
export async function countsOf(
  { of: { dataset } }: System,
  year: number,
  rows: YearRows,
  folder: string,
): Promise<Counts> {
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
      const text = linesOf(release, rows, without).join("");
      const counted = (await load(text)).site?.years.find((one) => one.year === year);
      const mayGo = new Set(goingOf(release).filter((key) => !without.has(key)));
      const more = counted ? misleading(counted.figures, whole.figures, dataset, mayGo) : [];
      if (more.length === 0) return { text, left: leftOut(rows, release, without) };
      for (const key of more) without.add(key);
    }
  }
  const [wrong] = problems.filter(({ severity }) => severity === "error");
  throw new CliError(
    `${year}年的“${dataset.label}”还不能只写件数${wrong ? `：${wrong.places[0]?.cell ?? ""} ${wrong.why}。${wrong.fix}` : ""}。什么也没有写。`,
  );
}

/** A breakdown is shown where it is of so many of a hundred of those that it speaks of. */
const TOLD = 90;
/** And where no share of it is further from that of the rows, in points. */
const SHARE_OFF = 5;
/** A rate is shown where what is not told could move it by no more, in points. */
const RATE_OFF = 1;

/** Why a column that the export fills is in no line. */
function leftOut(
  rows: YearRows,
  { columns, dataset }: Release,
  without: ReadonlySet<string>,
): Counts["left"] {
  const published = new Map(columns.map((one) => [one.key, one]));
  return rows.filled.flatMap((key) => {
    const { label, type, required, daily } = dataset.columns[key]!;
    const one = published.get(key);
    const why = without.has(key)
      ? "公布得出的不够，写上会让率或份额偏得太多"
      : !one || (type === "date" && !daily)
        ? type === "date"
          ? "日期连得到某一件事，只写月份或者不写"
          : "只写网站会公布的列，这一列逐行才有"
        : one.values.length <= 1 && !required
          ? "能公布的行里都一样，或者都隐去了"
          : "";
    return why === "" ? [] : [{ label, why }];
  });
}

/** Columns that can be left out, or left blank where they must be there: rows that are not counted are not among the lines. */
function goingOf({ columns }: Release): string[] {
  return columns
    .filter(({ key, column }) => key !== "count" && !column.filled)
    .map(({ key }) => key);
}

/** Rows of the release; what is not told of a row is blank, as what nobody filled in. */
function linesOf(release: Release, rows: YearRows, without: ReadonlySet<string>): string[] {
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
  // Lines that say the same once columns are left out are one; amounts are of their own line.
  const written = new Map<string, { cells: readonly string[]; count: number }>();
  const at = columns.findIndex(({ key }) => key === "count");
  const write = (cells: readonly string[]) => {
    const isAmount = columns.some(({ column }, of) => column.type === "money" && cells[of] !== "");
    const others = cells.filter((_, of) => of !== at).join("\u001f");
    const name = isAmount ? `${written.size}\u001f\u001f${others}` : others;
    const count = at < 0 ? 1 : Number(cells[at]);
    written.set(name, { cells, count: count + (written.get(name)?.count ?? 0) });
  };
  const untold: number[] = [];
  const filled = columns.find(({ column }) => column.filled && column.type === "word");
  const said = (line: number, own: Readonly<Record<string, string>> = {}) =>
    columns.map(({ key, column, values, codes }) => {
      const value = values[codes[line]!] ?? null;
      if (own[key] !== undefined) return own[key];
      if (without.has(key)) return "";
      if (key === "count" && value === null) return "1";
      if (key === apart && all) return all;
      // An amount is told as a band, where telling it would tell another: a band is no amount.
      const isBand = column.type === "money" && typeof value === "string";
      return isBand ? "" : publicText(column, value);
    });
  for (let line = 0; line < release.lines; line++) {
    if (filled && (filled.values[filled.codes[line]!] ?? null) === null) untold.push(line);
    else write(said(line));
  }
  // How many there are of each word is published, and so how many of each are among those untold.
  const left = filled && untold.length > 0 ? rows.tally(filled.key) : new Map<string, number>();
  for (let line = 0; line < release.lines; line++) {
    if (!filled || left.size === 0) break;
    const word = publicText(filled.column, filled.values[filled.codes[line]!] ?? null);
    if (word !== "") left.set(word, (left.get(word) ?? 0) - countOf(line));
  }
  for (const [word, count] of left) {
    if (filled && count > 0) write(said(untold[0]!, { [filled.key]: word, count: String(count) }));
  }
  return [
    `\ufeff${csvLine(columns.map(({ label }) => label))}`,
    ...[...written.values()].map(({ cells, count }) =>
      csvLine(at < 0 ? cells : cells.with(at, String(count))),
    ),
  ];
}

/**
 * The columns of what would be kinder or harsher than the rows are: rates that what is not told could
 * move by a point, quantiles and “too few” that the rows do not say, breakdowns told of too few.
 */
function misleading(
  figures: YearFigures,
  all: YearFigures,
  dataset: Dataset,
  mayGo: ReadonlySet<string>,
): string[] {
  const derived: Readonly<Record<string, Derived>> = dataset.derived ?? {};
  const rowMetrics = metrics.filter(isRowMetric).filter((one) => one.dataset === dataset);
  const counted = rowMetrics.filter(({ id }) => id === dataset.id).flatMap(keysOf);
  const sourcesOf = (key: string): readonly string[] => derived[key]?.from ?? [];
  return metrics.flatMap((one) => {
    const [mine, whole] = [figures.get(one.id), all.get(one.id)];
    if (!mine || !whole) return [];
    const ids = one.kind === "ratio" ? [one.numerator, one.denominator] : [one.id];
    const parts = rowMetrics.filter(({ id }) => ids.includes(id));
    const isOff =
      one.kind === "ratio"
        ? isRateOff(
            mine.amount,
            whole.amount,
            figures.get(one.denominator),
            all.get(one.denominator),
          )
        : one.kind === "quantile"
          ? isOther(mine.amount, whole.amount)
          : isBreakdownOff(mine.groups, whole.groups);
    if (!isOff) return [];
    const by = parts.flatMap((part) =>
      one.kind === "count" && part.by ? [part.by] : keysOf(part),
    );
    const own = by.filter((key) => !counted.includes(key));
    const gone = own.filter((key) => mayGo.has(key));
    // Where it is worked out of others, one of those goes: state tells whether a matter is closed.
    return gone.length > 0 ? gone : own.flatMap(sourcesOf).filter((key) => mayGo.has(key));
  });
}

/** Whether one says a number, or that there are too few for one, and the rows do not say so. */
function isOther(mine: Amount, whole: Amount): boolean {
  if (mine.state === "unknown" || mine.state === "hidden") return false;
  return (
    mine.state !== whole.state ||
    (mine.state === "known" && mine.value !== (whole as KnownAmount).value)
  );
}

function isRateOff(mine: Amount, whole: Amount, base?: Figure, wholeBase?: Figure): boolean {
  if (mine.state !== "known" || whole.state !== "known") return isOther(mine, whole);
  if (base?.amount.state !== "known") return true;
  const untold = untoldIn(base.amount) - untoldIn(wholeBase?.amount);
  const moved = untold * Math.max(mine.value, 100 - mine.value);
  return moved > RATE_OFF * (base.amount.value + untoldIn(base.amount));
}

function isBreakdownOff(mine: Figure["groups"], whole: Figure["groups"]): boolean {
  const sizes = (groups: Figure["groups"]) =>
    new Map(
      (groups ?? []).flatMap(({ word, amount }) =>
        amount.state === "known" && word !== "" ? [[word, amount.value] as const] : [],
      ),
    );
  const [told, there] = [sizes(mine), sizes(whole)];
  const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((all, n) => all + n, 0);
  const [toldSum, thereSum] = [sum(told), sum(there)];
  if (toldSum === 0 || thereSum === 0) return toldSum > 0;
  const most = Math.max(...there.values());
  const first = Math.max(...told.values());
  return (
    toldSum * 100 < thereSum * TOLD ||
    [...told].some(([word, size]) => size === first && there.get(word) !== most) ||
    [...there].some(
      ([word, size]) =>
        Math.abs((told.get(word) ?? 0) / toldSum - size / thereSum) * 100 > SHARE_OFF,
    )
  );
}

function untoldIn(amount: Amount | undefined): number {
  return amount?.state === "known" ? amount.missing + amount.undetermined : 0;
}
