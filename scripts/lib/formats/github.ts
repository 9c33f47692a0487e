/** Workflow commands of GitHub Actions: annotations beside the lines of a pull request. */
import { type Report, saidOf, titleOf } from "./define.ts";

const COMMAND = { error: "error", warning: "warning", note: "notice" } as const;

export function github({ spots }: Report): string {
  return spots
    .map((spot) => {
      const { problem, file, line } = spot;
      const title = `${titleOf(spot)}：${problem.file}`;
      const where = `file=${property(file)},line=${line},title=${property(title)}`;
      return `::${COMMAND[problem.severity]} ${where}::${data(saidOf(spot))}`;
    })
    .join("\n");
}

/** As @actions/core writes it: a line break would end the command, a % begin an escape. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
