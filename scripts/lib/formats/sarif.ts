/** SARIF 2.1.0, which editors and hosts of code show beside the lines. */
import { createHash } from "node:crypto";
import { KINDS } from "../../../src/ingest/problems/kinds.ts";
import { type Report, saidOf } from "./define.ts";

export function sarif({ spots }: Report): string {
  const codes = [...new Set(spots.map(({ problem }) => problem.code))];
  const rules = codes.map((code) => ({
    id: code,
    shortDescription: { text: KINDS[code][1] },
    defaultConfiguration: { level: KINDS[code][0] },
  }));
  const results = spots.map((spot) => {
    const { problem, file, line } = spot;
    const same = [problem.code, file, problem.column, spot.what, problem.why].join("\0");
    return {
      ruleId: problem.code,
      ruleIndex: codes.indexOf(problem.code),
      level: problem.severity,
      message: { text: saidOf(spot) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: file
                .split("/")
                .map((part) => encodeURIComponent(part.toWellFormed()))
                .join("/"),
            },
            region: { startLine: line },
          },
        },
      ],
      partialFingerprints: { place: createHash("sha256").update(same).digest("hex") },
    };
  });
  const driver = { name: "npm-run-check", rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return JSON.stringify(log, null, 2);
}
