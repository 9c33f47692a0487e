/** Problems as a clerk reads them. */
import { KINDS, type Severity } from "./kinds.ts";
import type { Problem } from "./problems.ts";

const SEVERITY_LABEL: Record<Severity, string> = { error: "错误", warning: "提醒", note: "已处理" };

/** The places of a problem as words: `B2“1/2/2023”、B7“3/4/2023”等共12处`. */
export function placesText(problem: Problem): string {
  if (problem.places.length === 0) return "";
  const same = problem.places.every((place) => place.value === problem.places[0]?.value);
  const value = problem.places[0]?.value;
  const listed =
    same && problem.places.length > 1
      ? `${problem.places.map((place) => place.cell).join("、")}${value ? `“${value}”` : ""}`
      : problem.places
          .map((place) => `${place.cell}${place.value ? `“${place.value}”` : ""}`)
          .join("、");
  return problem.count > problem.places.length ? `${listed}等共${problem.count}处` : listed;
}

/** One problem as a paragraph for the terminal. */
export function problemText(problem: Problem): string {
  const where = [problem.file, placesText(problem)].filter(Boolean).join(" ");
  const column = problem.column ? `（${problem.column}）` : "";
  return [
    `【${SEVERITY_LABEL[problem.severity]}】${KINDS[problem.code][1]}：${where}${column}`,
    `    原因：${problem.why}`,
    `    改法：${problem.fix}`,
  ].join("\n");
}

/** How many of each severity: “3处错误、1处提醒”; empty when there is nothing to say. */
export function problemCounts(problems: Problem[]): string {
  return (["error", "warning", "note"] as const)
    .map((severity) => {
      const n = problems
        .filter((problem) => problem.severity === severity)
        .reduce((sum, problem) => sum + problem.count, 0);
      return n > 0 ? `${n}处${SEVERITY_LABEL[severity]}` : "";
    })
    .filter(Boolean)
    .join("、");
}
