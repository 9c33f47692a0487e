/** Whether the statements of the report can be used: what they point at, and in which unit. */

import { indicators } from "../datasets/indicators.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Refused } from "../ingest/rows/refused.ts";
import { cellOf } from "../ingest/rows/row.ts";
import { nearest } from "../ingest/text/nearest.ts";
import type { Metric } from "../metrics/define.ts";
import { metrics as DECLARED } from "../metrics/index.ts";
import { cut } from "../text/cut.ts";
import { writtenText } from "../text/format.ts";
import { sameUnit } from "../text/units.ts";
import type { Statement } from "./statements.ts";

const INDICATOR_COLUMNS = indicators.columns;

/** Checks that every indicator points at something that exists and counts in the same unit. */
export function checkStatements(
  statements: readonly Statement[],
  metrics: ReadonlyMap<string, Metric>,
  problems: Problems,
  refused: Refused,
): void {
  const declared = new Set(DECLARED.map(({ id }) => id));
  const ids = [...metrics.keys()];
  const parents = new Map<string, string[]>();
  for (const { id, parent } of statements) {
    if (parent !== null) parents.set(id, [...(parents.get(id) ?? []), parent]);
  }
  for (const statement of statements) {
    const metric = metrics.get(statement.id);
    const parent = statement.parent === null ? undefined : metrics.get(statement.parent);
    const at = (key: keyof typeof INDICATOR_COLUMNS) => ({
      file: statement.file,
      cell: cellOf(statement, key),
      column: INDICATOR_COLUMNS[key].label,
    });
    if (!IS_ID.test(statement.id)) {
      problems.add({
        ...at("id"),
        code: "id",
        value: statement.id,
        why: "编号会成为网址的一部分",
        fix: "用英文小写字母、数字和连字符，例如 penalty-cases",
      });
    }
    for (const key of ["parent", "numerator", "denominator"] as const) {
      const target = statement[key];
      if (target === null || metrics.has(target) || refused.mayBe(target)) continue;
      const near = nearest(target, ids);
      problems.add({
        ...at(key),
        code: "indicator-unknown",
        value: target,
        why: `没有编号为“${cut(target, 40)}”的指标`,
        fix: near ? `是不是“${near}”？` : "改成本表里有的指标编号，或留空",
      });
    }
    if (metric && !sameUnit(metric.unit, statement.unit)) {
      problems.add({
        ...at("unit"),
        code: "indicator-unit",
        value: statement.unit,
        why: `“${metric.label}”的单位是“${metric.unit}”，两种单位的数不能并在一起`,
        fix: scaled(statement.unit, metric.unit) ?? `单位写“${metric.unit}”，或换一个指标编号`,
      });
    } else if (parent && !sameUnit(parent.unit, statement.unit)) {
      problems.add({
        ...at("unit"),
        code: "indicator-unit",
        value: statement.unit,
        why: `上级指标“${parent.label}”的单位是“${parent.unit}”，两种单位的数不能相加，也不能比较`,
        fix: "改成同一个单位，或不填上级指标",
      });
    }
    if (isNegative(statement) && !mayBeNegative(statement, declared)) {
      problems.add({
        ...at("value"),
        code: "number-negative",
        value: writtenText(statement.amount, ""),
        why: "这里的数不会小于零；只有同比、增减这样的变化才会",
        fix: "核对后改正；是变化的，用自己的指标编号，在指标名称里写明，例如“立案数同比”",
      });
    }
    if (leadsBack(statement, parents)) {
      problems.add({
        ...at("parent"),
        code: "indicator-loop",
        value: statement.parent ?? "",
        why: "顺着上级指标找下去，又回到了自己",
        fix: "改正上级指标",
      });
    }
  }
  // Of a row whose own name is wrong nobody knows what the report and the plan call it.
  if (statements.some(({ id }) => !IS_ID.test(id))) refused.add(indicators.id);
}

function isNegative({ amount }: Statement): boolean {
  return amount.state === "known" && amount.value < 0;
}

/** Only a change may be less than nothing, and says that it is one. */
function mayBeNegative(
  { id, label, unit, note }: Statement,
  declared: ReadonlySet<string>,
): boolean {
  return !declared.has(id) && (CHANGE.test(label) || CHANGE.test(note) || unit === "个百分点");
}
const CHANGE = /[同环]比|[比较](?:上|去|前)|增|减|升|降|涨|跌|变化|差额|净|盈亏/;

/** What to write where only a power of ten stands before the unit: without it the number is another. */
function scaled(unit: string, right: string): string | undefined {
  const power = /^(万|亿)(.+)$/.exec(unit);
  if (power?.[2] !== right) return undefined;
  return `把“${power[1]}”写到数值后面，例如“230${power[1]}”，单位写“${right}”；只改单位，数就错了`;
}

/** Whether the parents of a statement lead back to it. */
function leadsBack(
  { id, parent }: Statement,
  parents: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const ahead = parent === null ? [] : [parent];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(parents.get(next) ?? []));
  }
  return false;
}

/** It stands in an address. */
const IS_ID = /^[a-z0-9][a-z0-9-]*$/;
