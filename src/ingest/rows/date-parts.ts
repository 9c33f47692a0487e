/** A date that a file has in pieces, in columns of their own: 年份, 月份, 日. */
import type { Dataset } from "../../datasets/define.ts";
import type { Add } from "../problems/problems.ts";
import { headerKey } from "./column-names.ts";

interface HeadCell {
  name: string;
  cell: string;
}

/**
 * Says it of columns of a header that no column of the dataset matches, and gives the rest of them.
 * The month may be matched, as one that a file brings instead of days.
 */
export function sayDateParts<N extends HeadCell>(
  unknown: readonly N[],
  dataset: Dataset,
  matched: readonly string[],
  add: Add,
): N[] {
  const parts = unknown.flatMap((one) => {
    const [, of, part] = PART.exec(headerKey(one.name)) ?? [];
    return of === undefined || part === undefined ? [] : [{ one, of, part }];
  });
  const hasMonth = matched.some((key) => dataset.derived?.[key]?.month);
  const said = new Set<N>();
  for (const { of } of parts.filter(({ part }) => /[日号]/.test(part))) {
    const own = parts.filter((other) => other.of === of).map(({ one }) => one);
    const [key, label] = dayMeant(dataset, of) ?? [];
    if (!key || matched.includes(key) || said.has(own[0]!)) continue;
    if (own.length < 2 && !hasMonth) continue;
    for (const one of own) said.add(one);
    add("column-missing", {
      cell: own[0]!.cell,
      column: label!,
      value: own[0]!.name,
      why: "日期拆成了年、月、日几列，读不出是哪一天，用时和是否按时都算不出",
      fix: `加一列“${label}”：在 Excel 里用公式“=DATE(年,月,日)”合成，向下填充，复制后“选择性粘贴—数值”，再删去拆开的几列`,
    });
  }
  return unknown.filter((one) => !said.has(one));
}
const PART = /^(.*?)(年份?|年度|月份?|日|号)$/;

/** The column of days that pieces are of: 立案日 of 立案日期, 日 alone of the day that tells the year of a row. */
function dayMeant({ columns, dated }: Dataset, of: string): [string, string] | undefined {
  const own = dated?.by[0] ?? "";
  const found = Object.entries(columns).find(([key, { label, type }]) =>
    of === "" ? key === own : type === "date" && label.startsWith(of),
  );
  return found && [found[0], found[1].label];
}
