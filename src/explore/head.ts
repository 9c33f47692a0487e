/** What is said of the explorer's columns before their codes: shared by the build and the browser. */

export interface ColumnHead {
  key: string;
  label: string;
  /** words: a cell may hold several, joined by ；. */
  kind: "word" | "words" | "number";
  /** Visitors may filter by it. */
  facet: boolean;
  /** Its words keep their order; others are shown largest first. */
  ordered: boolean;
  /** Stands in the table of rows. */
  shown: boolean;
  /** By code; code 0 is a cell of which nothing is listed. */
  values: readonly string[];
}

/** A number made at build of all rows; its text where digits alone do not say it. */
export interface Count {
  matters: number;
  text?: string;
}

export interface Total extends Count {
  /** Empty: the rows whose cell is empty. */
  word: string;
}

/** What may be added up: one sort of one year. */
export interface Countable {
  id: string;
  year: string;
  /** Its place among the sorts. */
  sort: number;
  label: string;
  unit: string;
  /** Null where no row says anything of it. */
  total: Count | null;
  /** Column → its words. */
  columns: Readonly<Record<string, readonly Total[]>>;
}

/** Which lines are of a sort: column → words. */
export interface Sort {
  where: readonly (readonly [string, readonly string[]])[];
  except: readonly (readonly [string, readonly string[]])[];
}

/** First in the file of rows, as JSON; the codes of each column follow. */
export interface FileHead {
  dataset: string;
  label: string;
  unit: string;
  bureau: string;
  shortName: string;
  demo: boolean;
  lines: number;
  columns: (ColumnHead & { bytes: 1 | 2 | 4 })[];
  weights: readonly number[];
  /** By code of 件数: 0 where it is an exact number, 1 where it is the least, 2 where it is about so many. */
  vague: readonly number[];
  alike: boolean;
  sorts: readonly Sort[];
  parts: readonly Countable[];
}

/** The rows ready to count. */
export interface Rows extends Pick<FileHead, "lines" | "weights" | "vague" | "sorts" | "parts"> {
  columns: readonly RowColumn[];
}

export type RowColumn = ColumnHead & { codes: ArrayLike<number> };

/** What the rows are filtered and sorted by; its address is the state of the page. */
export interface Query {
  /** Column → words; the empty word stands for 未列明. */
  filters: ReadonlyMap<string, readonly string[]>;
  text: string;
  sort: { key: string; down: boolean } | null;
  /** The column that the bars are of. */
  by: string;
  /** The part that is counted; without it the first of which a row is found. */
  of: string;
  page: number;
}

export const PAGE = 50;

/** A query as the address carries it; what is as at first is left out. */
export function searchOf(query: Query, first: string): string {
  const params = new URLSearchParams();
  for (const [key, words] of query.filters) for (const word of words) params.append(key, word);
  if (query.text) params.set("q", query.text);
  if (query.by !== first) params.set("by", query.by);
  if (query.of) params.set("of", query.of);
  if (query.sort) params.set("sort", `${query.sort.down ? "-" : ""}${query.sort.key}`);
  if (query.page > 0) params.set("page", String(query.page + 1));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** The query of an address; what it does not know it leaves out. */
export function queryOf(
  search: string,
  columns: readonly Pick<ColumnHead, "key" | "facet">[],
  first: string,
): Query {
  const params = new URLSearchParams(search);
  const filters = new Map<string, readonly string[]>();
  for (const { key, facet } of columns) {
    if (facet && params.has(key)) filters.set(key, [...new Set(params.getAll(key))]);
  }
  const sort = /^(-?)(\w+)$/.exec(params.get("sort") ?? "");
  const by = params.get("by") ?? first;
  const page = Number.parseInt(params.get("page") ?? "1", 10);
  return {
    filters,
    text: params.get("q") ?? "",
    sort:
      sort && columns.some(({ key }) => key === sort[2])
        ? { key: sort[2]!, down: sort[1] === "-" }
        : null,
    of: params.get("of") ?? "",
    by: columns.some(({ key, facet }) => facet && key === by) ? by : first,
    page: page > 1 && page < 1e6 ? page - 1 : 0,
  };
}

/** The words of a cell: one, or several joined by ；. */
export function wordsOf({ kind }: Pick<ColumnHead, "kind">, value: string): string[] {
  return kind === "words" && value !== "" ? value.split("；") : [value];
}
