/** A penalty that a body of its name does not decide: perhaps a slip, so it is asked about. */

import { cases } from "../datasets/cases.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { amountText } from "../text/format.ts";
import { isExact } from "../values/amount.ts";
import type { YearFigures } from "./figures.ts";
import type { Statement } from "./statements.ts";

/** 行政处罚法第十八条第三款: 限制人身自由的行政处罚权只能由公安机关和法律规定的其他机关行使. */
const DETENTION = "行政拘留";
/** Those who may decide it, and those whose tables hold what others decide. */
const MAY = /公安|警|国家安全|国安|海关|移民|边检|边防|政府|法治|司法|委员会/;

export function checkPowers(
  bureau: string,
  figures: YearFigures,
  statements: readonly Statement[],
  problems: Problems,
): void {
  if (bureau === "" || MAY.test(bureau)) return;
  const add = (file: string, column: string, value: string, cell?: string) =>
    problems.add({
      code: "penalty-of-others",
      file,
      // Groups of people's cases keep no rows: then the reason names the column alone.
      ...(cell === undefined ? {} : { cell, column }),
      value,
      why: `“${column}”写有${value}：行政拘留只能由公安机关和法律规定的其他机关决定（行政处罚法第十八条），${bureau}从名称上看不是；现在照写的计入`,
      fix: "在表里筛选“拘留”，逐行核对：由公安机关决定的，不是本单位的处罚，结案方式写“移送其他机关”；填错的改正；确有这项权力的不用改",
    });
  const penalties = figures.get("penalties-by-kind");
  const decided = penalties?.groups?.find(({ word }) => word === DETENTION);
  if (penalties && decided) {
    const file =
      figures.get("cases")?.provenance.rows[0]?.file ?? `${penalties.year}/${cases.id}.csv`;
    const value = `${DETENTION}${amountText(decided.amount, penalties.unit)}`;
    add(file, cases.columns.penalties!.label, value);
  }
  for (const { listed, amount, unit, file, row } of statements) {
    if (listed?.kind !== "行政处罚" || !listed.item.includes("拘留")) continue;
    if (amount.state === "unknown" || (isExact(amount) && amount.value === 0)) continue;
    add(file, "项目", `${listed.item}${amountText(amount, unit)}`, `第${row}行`);
  }
}
