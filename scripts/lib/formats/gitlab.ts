/** Code Quality of GitLab: problems beside the lines of a merge request. */
import { createHash } from "node:crypto";
import { type Report, saidOf, titleOf } from "./define.ts";

const SEVERITY = { error: "blocker", warning: "minor", note: "info" } as const;

export function gitlab({ spots }: Report): string {
  const met = new Map<string, number>();
  const issues = spots.map((spot) => {
    const { problem, file, line } = spot;
    // Not the line: what stands further down for a new row above it is the same problem.
    const same = [problem.code, file, problem.column, spot.what, problem.why].join("\0");
    const times = met.get(same) ?? 0;
    met.set(same, times + 1);
    return {
      description: `${titleOf(spot)}：${saidOf(spot)}`,
      check_name: problem.code,
      fingerprint: createHash("sha256").update(`${same}\0${times}`).digest("hex"),
      severity: SEVERITY[problem.severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return JSON.stringify(issues, null, 2);
}
