/** Problems as a comment on a merge request. */
import { KINDS } from "../../../src/ingest/problems/kinds.ts";
import type { Problem } from "../../../src/ingest/problems/problems.ts";
import { placesText } from "../../../src/ingest/problems/words.ts";
import { cell } from "../moves-report.ts";
import { countsText, hasErrors } from "../print.ts";

/** A comment holds so many; all stand beside their lines. */
const LISTED = 50;

export function problemsMarkdown(problems: readonly Problem[]): string {
  const worth = problems.filter(({ severity }) => severity !== "note");
  const head = `### 数据检查：${countsText(worth)}`;
  const verdict = hasErrors(problems)
    ? "有错误，网站不会生成：按“改法”改好再提交。"
    : "没有错误，网站可以生成。";
  if (worth.length === 0) return `${head}\n\n${verdict}`;
  const lines = worth.slice(0, LISTED).map((problem) => {
    const { severity, code, file, why, fix } = problem;
    const where = [file, placesText(problem)].filter(Boolean).join(" ");
    const what = `${severity === "error" ? "错误" : "提醒"}：${KINDS[code][1]}`;
    return `| ${what} | ${cell(where)} | ${cell(why)} | ${cell(fix)} |`;
  });
  const more = worth.length - lines.length;
  const table = ["| | 哪里 | 原因 | 改法 |", "| --- | --- | --- | --- |", ...lines];
  return [head, verdict, table.join("\n"), ...(more > 0 ? [`还有${more}种。`] : [])].join("\n\n");
}
