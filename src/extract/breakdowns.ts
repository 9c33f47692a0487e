/**
 * Rows of a table of the program, where a sentence says of what a known number is made up:
 * 行政诉讼17件，其中一审10件、二审7件. Only what makes up its whole exactly: fewer rows would be another total.
 */
import { STREET } from "../datasets/columns.ts";
import type { Dataset } from "../datasets/define.ts";
import { DRAFT } from "../datasets/draft.ts";
import { wordIn } from "../figures/stated-groups.ts";
import { wordsOf } from "../ingest/cells/lexicon.ts";
import { type CountMetric, isRowMetric, type Where } from "../metrics/define.ts";
import { metrics } from "../metrics/index.ts";
import { csvLine } from "../text/csv.ts";
import type { DraftRow } from "./rows.ts";

/** A table of a draft's year. */
export interface DraftTable {
  dataset: Dataset;
  /** Cells by the keys of its columns, and of 原文 and 待确认. */
  rows: Readonly<Record<string, string>>[];
  /** Words that their columns do not list, by the vocabulary that they are to be added to. */
  ownWords: Map<string, readonly string[]>;
}

/** A sentence's breakdown of a number that the program knows. */
interface Breakdown {
  metric: CountMetric;
  whole: DraftRow;
  parts: readonly DraftRow[];
  by: NonNullable<ReturnType<typeof columnFor>>;
}

/** The tables that the draft's rows give, each breakdown once. */
export function tablesOf(rows: readonly DraftRow[]): DraftTable[] {
  const tables = new Map<Dataset, DraftTable>();
  for (const ofMatters of Map.groupBy(breakdownsIn(rows), mattersOf).values()) {
    const once = [...new Map(ofMatters.toReversed().map((one) => [one.by.key, one])).values()];
    for (const [at, one] of once.toReversed().entries()) {
      const { metric, by } = one;
      const ids = byMetrics(metric, by.key);
      // By field and by origin, each is told of once: no row may count for both.
      if (at > 0 && ids.length === 0) continue;
      const only = once.length === 1 ? [] : at === 0 ? [metric.id, ...ids] : ids;
      const table = tables.get(metric.dataset) ?? {
        ...{ dataset: metric.dataset, rows: [] },
        ownWords: new Map<string, readonly string[]>(),
      };
      tables.set(metric.dataset, table);
      if (by.own.length > 0) table.ownWords.set(by.vocabulary, by.own);
      table.rows.push(...one.parts.map((_, part) => cellsOf(one, part, only.join("；"))));
    }
  }
  return [...tables.values()];
}

function breakdownsIn(rows: readonly DraftRow[]): Breakdown[] {
  const counts = metrics.filter((one): one is CountMetric => one.kind === "count");
  return rows.flatMap((whole) => {
    const metric = counts.find(
      ({ id, by, where, dataset }) =>
        id === whole.id &&
        by === undefined &&
        // What is worked out of other columns nobody can write.
        Object.keys(where).every((key) => key in dataset.columns),
    );
    const parts = metric && partsOf(whole, rows);
    const by = parts && columnFor(metric, parts);
    return by ? [{ metric, whole, parts, by }] : [];
  });
}

/** What is counted, whatever it is broken down by. */
function mattersOf({ metric: { dataset, where } }: Breakdown): string {
  return JSON.stringify([dataset.id, where]);
}

function cellsOf({ metric, whole, parts, by }: Breakdown, at: number, only: string) {
  const { cells, asks } = conditionsOf(metric, by.key);
  const { found, asks: own } = parts[at]!;
  const all = [...asks, by.asks, ...whole.asks, ...own].filter(Boolean);
  return {
    ...cells,
    [by.key]: by.words[at]!,
    count: found.value,
    section: whole.section,
    for_metrics: only,
    source: found.sentence,
    confirm: all.length > 0 ? `${DRAFT.confirm}：${[...new Set(all)].join("；")}` : "",
  };
}

/** As a file, with the columns that are filled, and the two of a draft. */
export function tableCsv({ dataset, rows }: DraftTable): string {
  const labels: Readonly<Record<string, string>> = DRAFT;
  const keys = [...Object.keys(dataset.columns), ...Object.keys(DRAFT)].filter(
    (key) => key in labels || dataset.columns[key]?.required || rows.some((row) => row[key]),
  );
  const heads = keys.map((key) => dataset.columns[key]?.label ?? labels[key]!);
  const lines = rows.map((row) => keys.map((key) => row[key] ?? ""));
  // With the mark Excel reads it as UTF-8.
  return `\ufeff${[heads, ...lines].map(csvLine).join("")}`;
}

/** The parts that make up a whole exactly; null where they do not. */
function partsOf(whole: DraftRow, rows: readonly DraftRow[]): DraftRow[] | null {
  const parts = rows.filter(
    ({ parent, relation, found }) =>
      parent === whole.id &&
      relation !== "" &&
      found.relation === "total" &&
      found.parent === whole.found,
  );
  const exact = [whole, ...parts].every(({ found }) => found.exact && !found.elsewhere);
  const sum = parts.reduce((all, { found }) => all + found.number, 0);
  return parts.length > 1 && exact && sum === whole.found.number ? parts : null;
}

/**
 * The column by whose words the parts are told apart: where all are its words; else the first that the
 * bureau gives its own words, as 执法领域 is.
 */
function columnFor({ dataset, where }: CountMetric, parts: readonly DraftRow[]) {
  const names = parts.map(({ found }) => /[^：]+$/.exec(found.label)?.[0] ?? found.label);
  const columns = Object.entries(dataset.columns).filter(
    ([key, column]) => column.type === "word" && !column.private && typeof where[key] !== "string",
  );
  for (const [key, column] of columns) {
    const known = wordsOf(column, new Map());
    const words = names.map((name) => wordIn(name, known));
    if (words.every((word) => word !== undefined) && areDistinct(words)) {
      return { key, words, asks: "", vocabulary: "", own: [] };
    }
  }
  const isOfPlaces = names.every((name) => PLACE.test(name));
  const order = (key: string) => dataset.explore?.indexOf(key) ?? -1;
  const [key, column] =
    columns
      .filter(([one]) => order(one) >= 0)
      .sort(([one], [other]) => order(one) - order(other))
      .find(([, { vocabulary, kinds }]) =>
        isOfPlaces ? vocabulary === STREET.vocabulary : vocabulary && !kinds,
      ) ?? [];
  const words = withoutCommonStart(names.map((name) => name.replace(LEAD, "").replace(SORT, "")));
  if (!key || !column || !areOfOneSort(names) || !areDistinct(words)) return null;
  const { label, vocabulary = "" } = column;
  // Where a column lists no words any word goes.
  const listed = wordsOf(column, new Map());
  const own = listed.size === 0 ? [] : words.filter((word) => wordIn(word, listed) !== word);
  const asks = `“${label}”照原文写，是不是这一列的；没有这个词的，在 vocabularies.yaml 的“${vocabulary}”里加上`;
  return { key, words, asks, vocabulary, own };
}

const PLACE = /(?:街道|镇|乡|社区|村)$/;
/** 涉及燃气, 违反规划: what it has to do with it says nothing of the sort. */
const LEAD = /^(?:涉嫌|涉及|违反|属于|关于|来自)+(?=.{2})/;
/** 燃气类, 住建领域案件 → 燃气, 住建. */
const SORT = /(?<=.{2})(?:类|领域|方面)?的?(?:案件|工单|问题)?$/;

/** 涉嫌违反燃气, 涉嫌违反水务 → 燃气, 水务. */
function withoutCommonStart(names: readonly string[]): string[] {
  const [first = "", ...others] = names;
  let length = 0;
  while (others.every((other) => other[length] !== undefined && other[length] === first[length])) {
    length++;
  }
  const isLead = length > 2 && names.every((name) => name.length > length + 1);
  return names.map((name) => name.slice(isLead ? length : 0));
}

/** 规划建设类 and 燃气类, 广场宣传 and 进社区宣传: what is told apart is of one sort. */
function areOfOneSort(names: readonly string[]): boolean {
  const ending = names[0]!.slice(-2);
  return (
    names.every(
      (name) => PLACE.test(name) || /(?:类|领域|方面)的?(?:案件|工单|问题)?$/.test(name),
    ) || names.every((name) => name.length > 2 && name.endsWith(ending))
  );
}

function areDistinct(words: readonly (string | undefined)[]): words is string[] {
  return new Set(words).size === words.length;
}

/** What a metric's conditions write into each row; of several words a person must say which. */
function conditionsOf({ dataset, where }: CountMetric, by: string) {
  const cells: Record<string, string> = {};
  const asks: string[] = [];
  for (const [key, word] of Object.entries<Where[string]>(where)) {
    if (key === by) continue;
    if (typeof word === "string") cells[key] = word;
    else if (word.length === 1) cells[key] = word[0]!;
    else asks.push(`“${dataset.columns[key]!.label}”填${word.join("、")}里的哪一个`);
  }
  return { cells, asks };
}

/** The numbers that break the same matters down by a column. */
function byMetrics({ dataset, where }: CountMetric, by: string): string[] {
  return metrics.flatMap((one) =>
    isRowMetric(one) &&
    one.kind === "count" &&
    one.dataset === dataset &&
    one.by === by &&
    JSON.stringify(one.where) === JSON.stringify(where)
      ? [one.id]
      : [],
  );
}
