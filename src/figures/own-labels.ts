/** What a body calls a number of the program's in a year: its own label stands wherever the number does. */
import type { Metric } from "../metrics/define.ts";
import type { Statement } from "./statements.ts";

/** Of a part of something, the label may say only which part. */
const PARTIAL = /^(?:其中|小计|合计|总计)/;

/** The metrics by the labels that a year's statements give them. */
export function inOwnLabels(
  metrics: ReadonlyMap<string, Metric>,
  statements: readonly Statement[],
): ReadonlyMap<string, Metric> {
  const own = new Map(metrics);
  for (const [id, said] of Map.groupBy(statements, ({ id }) => id)) {
    const metric = metrics.get(id);
    const label = ownLabel(said);
    // 许可 says less than 办理行政许可.
    if (!metric || label === null || plainly(metric.label).includes(plainly(label))) continue;
    own.set(id, { ...metric, label, standard: metric.label });
  }
  return own;
}

/** Null where the passages differ, or where it is the name of a part. */
function ownLabel(said: readonly Statement[]): string | null {
  const names = new Set(said.map(({ label }) => plainly(label)));
  const [first] = said;
  if (!first || names.size !== 1 || first.listed || first.parent !== null) return null;
  const label = first.label.replace(LEADING_YEAR, "").trim();
  return label === "" || PARTIAL.test(label) ? null : label;
}

/** Whether the body's own name is another one, and not the program's with more words. */
export function isUnlike({ label, standard }: Metric): boolean {
  if (standard === undefined) return false;
  return !plainly(label).includes(plainly(standard));
}

const LEADING_YEAR = /^(?:19|20)\d{2}年度?/;

/** Without the year, spaces and marks, which change nothing. */
export function plainly(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(?:19|20)\d{2}年?度?/g, "")
    .replace(/[\s\p{P}]/gu, "");
}
