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

/** First in the file of rows, as JSON; the codes of each column follow. */
export interface FileHead {
  dataset: string;
  label: string;
  unit: string;
  bureau: string;
  demo: boolean;
  lines: number;
  columns: (ColumnHead & { bytes: 1 | 2 | 4 })[];
  weights: readonly number[];
  exact: readonly boolean[];
  alike: boolean;
}

/** What the rows are filtered and sorted by; its address is the state of the page. */
export interface Query {
  /** Column → words; the empty word stands for 未列明. */
  filters: ReadonlyMap<string, readonly string[]>;
  text: string;
  sort: { key: string; down: boolean } | null;
  /** The column that the bars are of. */
  by: string;
  page: number;
}

export const PAGE = 50;

/** A query as the address carries it; what is as at first is left out. */
export function searchOf(query: Query, first: string): string {
  const params = new URLSearchParams();
  for (const [key, words] of query.filters) for (const word of words) params.append(key, word);
  if (query.text) params.set("q", query.text);
  if (query.by !== first) params.set("by", query.by);
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
    by: columns.some(({ key, facet }) => facet && key === by) ? by : first,
    page: page > 1 && page < 1e6 ? page - 1 : 0,
  };
}

/** The words of a cell: one, or several joined by ；. */
export function wordsOf({ kind }: Pick<ColumnHead, "kind">, value: string): string[] {
  return kind === "words" && value !== "" ? value.split("；") : [value];
}
