/**
 * A metric is one sentence: what is counted, of which dataset, where, by what. Its number, words,
 * rows, breakdown, SQL and JSON all come from it.
 */
import type { Column, Dataset } from "../datasets/define.ts";
import { NO_OWN_KINDS, type OwnKinds, wordsOfKinds } from "../datasets/kinds.ts";
import { SMALL_BASE } from "../values/amount.ts";

/** Column → the word, or one of the words; all of them must be met, in no order. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

/** A condition as it is declared: words, or what the word is, whatever words a bureau has for it. */
type Condition = string | readonly string[] | { kind: string | readonly string[] };
type AskedWhere = Readonly<Record<string, Condition>>;

interface Base {
  id: string;
  label: string;
  /** The program's label, where a body has one of its own. */
  standard?: string;
  unit: string;
  /** The id of a topic (src/topics). */
  topic: string;
  /** What exactly is counted, in one sentence. */
  definition: string;
  /** The legal or statistical source of the definition; 本站口径 where there is none. */
  basis: string;
  /** A metric that this one cannot exceed: hearings attended ≤ hearings held. */
  within?: string;
}

/** A metric as it is declared: one that names no source is counted as this site sees fit, and says so. */
export const OWN_BASIS = "本站口径";
type Declared<M extends Base> = Omit<M, "kind" | "basis"> & { basis?: string };

/** What is read from a dataset's rows: which of them, and by what they are broken down. */
interface Selection extends Base {
  dataset: Dataset;
  where: Where;
  /**
   * The column of `where` that tells what the rows are about: where no row meets it, nothing is said
   * of the metric (see aggregate.ts). None where all rows are meant.
   */
  universe?: string;
  /**
   * Other words of that column which tell that a row was looked at and is not meant (未到期, 不需公示):
   * where all say one of them, there is none, and that is known.
   */
  noneBy?: readonly string[];
  /** Rows that say one of these words are left out; an empty cell is not. */
  except?: Where;
  /**
   * A column of `except` whose rows are still told of: one that is no hearing tells that there was
   * none, whatever stands of the head beside it.
   */
  exceptTells?: string;
  /** The conditions as they are declared: `where` and `except` are their words (see withOwnWords). */
  asked: { where: AskedWhere; except?: AskedWhere };
  /**
   * A column and its word: where all rows say it they are not what the metric counts, and it is
   * unknown: a list of decisions is no list of cases.
   */
  notOnly?: { column: string; word: string };
  /** Column by which it is broken down; then every group is a figure of its own. */
  by?: string;
}

/** 件数, added up. */
export interface CountMetric extends Selection {
  kind: "count";
}

/** A measure (罚款金额, 参与人次), added up. */
export interface SumMetric extends Selection {
  kind: "sum";
  of: string;
}

/**
 * A quantile of a measure, each row weighing its 件数: the smallest value that at least the share
 * `q` of the matters do not exceed (percentile_disc of SQL). None under ten; none of a group that
 * has fewer than five on either side of it.
 */
export interface QuantileMetric extends Selection {
  kind: "quantile";
  of: string;
  q: number;
}

/** Of fewer matters a group has no quantile: ten for a median, fifty for the longest tenth. */
export function fewestIn({ q }: Pick<QuantileMetric, "q">): number {
  return Math.round(SMALL_BASE / 2 / Math.min(q, 1 - q));
}

/** The ways that matters take through their rows: rows of one key, in order, as 复议→一审→二审. */
export interface PathMetric extends Selection {
  kind: "path";
  key: string;
  order: string;
  of: string;
}

/**
 * A table of two columns: 件数 of each pair of their words, or a quantile of a measure. What it says
 * of people links two things about them, and is protected cell by cell (src/protect/tables).
 */
export interface TableMetric extends Omit<Selection, "by"> {
  kind: "table";
  by: readonly [string, string];
  /** Words of the second column counted as one; what is in none of these is REST. */
  merged?: Readonly<Record<string, readonly string[]>>;
  /** The measure and the share of its quantile; without it 件数 are added up. */
  quantile?: { of: string; q: number };
}

/** The words that a table does not tell apart. */
export const REST = "其余";

export type RowMetric = CountMetric | SumMetric | QuantileMetric | PathMetric;

/** A rate of two metrics, in percent. */
export interface RatioMetric extends Base {
  kind: "ratio";
  numerator: string;
  denominator: string;
}

/** A number known only from the report's own statement in indicators.csv. */
export interface ReportedMetric extends Base {
  kind: "reported";
}

export type Metric = RowMetric | RatioMetric | ReportedMetric;

type Selecting<K extends string> = Declared<Base> & {
  where?: Partial<Record<NoInfer<K>, Condition>>;
  /** Needed where there are several conditions. */
  universe?: NoInfer<K>;
  noneBy?: readonly string[];
  except?: Partial<Record<NoInfer<K>, Condition>>;
  notOnly?: { column: NoInfer<K>; word: string };
  by?: NoInfer<K>;
};

/** Counts (adds 件数) the rows of a dataset that meet every condition. */
export function count<K extends string>(dataset: Dataset<K>, metric: Selecting<K>): CountMetric {
  return { kind: "count", ...select(dataset, metric) };
}

/** Adds up a measure of the rows that meet every condition. */
export function sumOf<K extends string>(
  dataset: Dataset<K>,
  { of, ...metric }: Selecting<K> & { of: NoInfer<K> },
): SumMetric {
  return { kind: "sum", of, ...select(dataset, metric) };
}

export function quantile<K extends string>(
  dataset: Dataset<K>,
  { of, q, ...metric }: Selecting<K> & { of: NoInfer<K>; q: number },
): QuantileMetric {
  return { kind: "quantile", of, q, ...select(dataset, metric) };
}

export function paths<K extends string>(
  dataset: Dataset<K>,
  {
    of,
    key,
    order,
    ...metric
  }: Selecting<K> & { of: NoInfer<K>; key: NoInfer<K>; order: NoInfer<K> },
): PathMetric {
  return { kind: "path", of, key, order, ...select(dataset, metric) };
}

export function table<K extends string>(
  dataset: Dataset<K>,
  metric: Omit<Selecting<K>, "by"> & {
    by: readonly [NoInfer<K>, NoInfer<K>];
    merged?: TableMetric["merged"];
    quantile?: { of: NoInfer<K>; q: number };
  },
): TableMetric {
  const { by, merged, quantile, ...selecting } = metric;
  const selection = select(dataset, selecting);
  return {
    kind: "table",
    ...selection,
    by,
    ...(merged && { merged }),
    ...(quantile && { quantile }),
  };
}

function select(dataset: Dataset, metric: Selecting<string>): Selection {
  const { where = {}, except, by, universe: named, ...base } = metric;
  const columns = Object.keys(where);
  const universe = named ?? (columns.length > 1 ? undefined : columns[0]);
  if (columns.length > 0 && (universe === undefined || !columns.includes(universe))) {
    throw new Error(`${metric.id} does not say which of its conditions is the universe`);
  }
  const asked = { where: where as AskedWhere, ...(except && { except: except as AskedWhere }) };
  return {
    dataset,
    asked,
    ...conditionsOf(dataset, asked, NO_OWN_KINDS),
    ...(universe === undefined ? {} : { universe }),
    ...(by === undefined ? {} : { by }),
    basis: OWN_BASIS,
    ...base,
  };
}

/** The metric with the words that a bureau has added: those that are of the kinds it asks for. */
export function withOwnWords<M extends Metric | TableMetric>(metric: M, own: OwnKinds): M {
  return "dataset" in metric && own.size > 0 && asksForKinds(metric.asked)
    ? { ...metric, ...conditionsOf(metric.dataset, metric.asked, own) }
    : metric;
}

function asksForKinds({ where, except = {} }: Selection["asked"]): boolean {
  return [...Object.values(where), ...Object.values(except)].some(isByKind);
}

function isByKind(asked: Condition): asked is Exclude<Condition, string | readonly string[]> {
  return typeof asked === "object" && "kind" in asked;
}

/** What the matters are counted in that a metric is about: messages in 次, tickets in 件. */
export function unitOfMatters({ kind, unit, dataset }: RowMetric): string {
  return kind === "count" ? unit : dataset.unit;
}

function conditionsOf(
  dataset: Dataset,
  { where, except }: Selection["asked"],
  own: OwnKinds,
): Pick<Selection, "where" | "except"> {
  const words = (conditions: AskedWhere) =>
    Object.fromEntries(
      Object.entries(conditions).map(([key, asked]) => [
        key,
        wordsAsked(columnOf(dataset, key), asked, own),
      ]),
    );
  return { where: words(where), ...(except && { except: words(except) }) };
}

/** Throws where a word that a bureau may add would be in no metric. */
function wordsAsked(column: Column, asked: Condition, own: OwnKinds): string | readonly string[] {
  const { label, kinds, vocabulary, given } = column;
  if (!isByKind(asked)) {
    if (vocabulary === undefined || given) return asked;
    throw new Error(`a bureau may add words to ${label}: a metric asks for a kind of them`);
  }
  const wanted = [asked.kind].flat();
  for (const kind of wanted) {
    if (!kinds || !(kind in kinds)) throw new Error(`${label} has no words of the kind ${kind}`);
  }
  return wordsOfKinds(column, wanted, own);
}

/** A rate of two metrics, in percent. Under ten in the denominator it is not computed. */
export function ratio(metric: Declared<RatioMetric>): RatioMetric {
  return { kind: "ratio", basis: OWN_BASIS, ...metric };
}

export function reported(metric: Declared<ReportedMetric>): ReportedMetric {
  return { kind: "reported", basis: OWN_BASIS, ...metric };
}

/** Whether a metric is computed from rows. */
export function isRowMetric(metric: Metric): metric is RowMetric {
  return "dataset" in metric;
}

/** The column or derived column that a metric's key names. */
export function columnOf(dataset: Dataset, key: string): Column {
  const column = dataset.columns[key] ?? dataset.derived?.[key];
  if (!column) throw new Error(`${dataset.id} has no column ${key}`);
  return column;
}

/** Two metrics of a dataset whose rows meet the same conditions have the same text. */
export function conditionsText({
  where,
  except = NONE,
}: Pick<Selection, "where" | "except">): string {
  return `[${whereText(where)},${whereText(except)}]`;
}
const NONE: Where = {};

function whereText(where: Where): string {
  const known = whereTexts.get(where);
  if (known !== undefined) return known;
  const parts = Object.entries(where).map(([key, words]) => [key, [words].flat().toSorted()]);
  const text = JSON.stringify(parts.toSorted());
  whereTexts.set(where, text);
  return text;
}
/** A metric in other words, and in another year, has the same conditions. */
const whereTexts = new WeakMap<Where, string>();

/** The columns by which a metric tells rows apart; what it only adds up is not among them. */
export function keysOf(metric: RowMetric | TableMetric): string[] {
  const { where, except = {}, by = [] } = metric;
  const measured =
    metric.kind === "quantile"
      ? [metric.of]
      : metric.kind === "path"
        ? [metric.key, metric.order, metric.of]
        : metric.kind === "table" && metric.quantile
          ? [metric.quantile.of]
          : [];
  return [...new Set([...Object.keys(where), ...Object.keys(except), ...[by].flat(), ...measured])];
}
