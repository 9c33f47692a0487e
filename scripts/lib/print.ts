/** Problems as lines for a terminal: the same for check, build and dev. */
import { KINDS, type Severity } from "../../src/ingest/problems/kinds.ts";
import type { Problem } from "../../src/ingest/problems/problems.ts";
import { placesText, problemCounts, problemText } from "../../src/ingest/problems/words.ts";
import { printable } from "./places.ts";
import { styled } from "./terminal.ts";

const STYLE = { error: "red", warning: "yellow", note: "dim" } as const;

/** Whether anything stops the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Problems of some severities in full, file by file, with an empty line between severities. */
export function fullText(
  problems: readonly Problem[],
  severities: readonly Severity[] = ["error", "warning"],
): string {
  return severities
    .map((severity) =>
      byFile(problems.filter((problem) => problem.severity === severity))
        .flatMap(([, own]) => own)
        .map(colored)
        .join("\n"),
    )
    .filter(Boolean)
    .join("\n\n");
}

/** What exceptions.csv lets through, each with its reason: whoever publishes must see it. */
export function exceptionsText(problems: readonly Problem[]): string {
  const lines = problems
    .filter(({ code }) => code === "exception-used")
    .map((one) => `  ${printable(one.file)} ${placesText(one)}：${one.why}`);
  return lines.length === 0 ? "" : ["放行的个人信息，会照原样公开：", ...lines].join("\n");
}

/** What was normalised, one line a file: `【已处理】2023/cases.csv：写法已自动统一 12处`. */
export function notesText(problems: readonly Problem[]): string {
  return byFile(problems.filter((problem) => problem.severity === "note"))
    .map(([file, own]) => {
      const kinds = new Map<string, number>();
      for (const { code, count } of own) {
        kinds.set(KINDS[code][1], (kinds.get(KINDS[code][1]) ?? 0) + count);
      }
      const said = [...kinds].map(([name, count]) => `${name}${count > 1 ? ` ${count}处` : ""}`);
      return styled(STYLE.note, `【已处理】${printable(file)}：${said.join("、")}`);
    })
    .join("\n");
}

/** `1处错误、6处提醒`, or that there is nothing. */
export function countsText(problems: readonly Problem[]): string {
  return problemCounts([...problems]) || "没有发现问题";
}

function colored(problem: Problem): string {
  const { file } = problem;
  const [first = "", ...rest] = problemText({ ...problem, file: printable(file) }).split("\n");
  const [, label = "", words = ""] = /^(【.*?】)(.*)$/su.exec(first) ?? ["", "", first];
  return [`${styled(STYLE[problem.severity], label)}${words}`, ...rest].join("\n");
}

function byFile(problems: readonly Problem[]): [string, Problem[]][] {
  return [...Map.groupBy(problems, (problem) => problem.file)];
}
