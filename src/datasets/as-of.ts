/**
 * The rows of a year as they stood on the day up to which its data go. What a later export knows
 * already had not happened yet: a ticket closed after the day was open.
 */
import type { Dataset } from "./define.ts";
import { type Dialect, sqlDay, sqlText } from "./sql.ts";

/** The columns whose days are news: neither the ones that tell a row's year nor ones that lie ahead. */
export function newsDays({ columns, dated }: Dataset): string[] {
  if (!dated) return [];
  return Object.entries(columns)
    .filter(([, { type, lasting, ahead }]) => type === "date" && !lasting && !ahead)
    .map(([key]) => key)
    .filter((key) => !dated.by.includes(key));
}

/** A column of the rows as they are, as it stood on the day. */
export function asOfSql(dataset: Dataset, key: string, dialect: Dialect, asOf: string): string {
  const own = (column: string) =>
    dataset.columns[column]?.type === "date" ? sqlDay(dialect, column) : column;
  // Named with its table: else some engines would take what stands under the same name beside it.
  const after = (day: string) => `${sqlDay(dialect, `${dataset.id}.${day}`)} > '${asOf}'`;
  if (newsDays(dataset).includes(key)) {
    return `CASE WHEN ${after(key)} THEN NULL ELSE ${own(key)} END`;
  }
  const said = (dataset.afterwards ?? []).find(({ column }) => column === key);
  if (!said) return own(key);
  const word = said.word === undefined ? "IS NOT NULL" : `= ${sqlText(said.word)}`;
  const until = said.until === null ? "NULL" : sqlText(said.until);
  return `CASE WHEN ${key} ${word} AND ${after(said.day)} THEN ${until} ELSE ${key} END`;
}

/** The columns that it takes to know how these stood on the day. */
export function neededAsOf({ afterwards = [] }: Dataset, keys: readonly string[]): string[] {
  const days = afterwards.filter(({ column }) => keys.includes(column)).map(({ day }) => day);
  return [...new Set([...keys, ...days])];
}
