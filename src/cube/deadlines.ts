/** The deadlines of days in working days, as a table written into the SQL: no engine knows our holidays. */
import { addDays } from "../datasets/days.ts";
import { type Dialect, sqlDay, sqlText } from "../datasets/sql.ts";
import { HOLIDAY_YEARS, workdaysAfter } from "../datasets/workdays.ts";

/** A SELECT of (day, deadline) for every day whose deadline is known. */
export function deadlinesSql(dialect: Dialect, workdays: number): string {
  const months = new Map<string, string[]>();
  for (let day = `${HOLIDAY_YEARS.from}-01-01`; ; day = addDays(day, 1)) {
    const deadline = workdaysAfter(day, workdays);
    if (deadline === null) break;
    const month = day.slice(0, 7);
    const pairs = months.get(month) ?? [];
    pairs.push(`(${sqlText(day)}, ${sqlText(deadline)})`);
    months.set(month, pairs);
  }
  const values = [...months.values()].map((pairs) => `  ${pairs.join(", ")}`).join(",\n");
  const given =
    dialect === "clickhouse"
      ? `values('a String, b String',\n${values})`
      : `(VALUES\n${values}) AS pairs (a, b)`;
  const [day, deadline] = [sqlDay(dialect, "a"), sqlDay(dialect, "b")];
  return `SELECT ${day} AS day, ${deadline} AS deadline\n  FROM ${given}`;
}
