/** Problems in the forms of other programs: the fields that each demands, and text that breaks none. */
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import type { Spot } from "../scripts/lib/formats/define.ts";
import { github } from "../scripts/lib/formats/github.ts";
import { gitlab } from "../scripts/lib/formats/gitlab.ts";
import { junit } from "../scripts/lib/formats/junit.ts";
import { problemsMarkdown } from "../scripts/lib/formats/markdown.ts";
import { sarif } from "../scripts/lib/formats/sarif.ts";
import { spotsOf } from "../scripts/lib/formats/spots.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import type { Code } from "../src/ingest/problems/kinds.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { runHere } from "./support/here.ts";
import { KAILI } from "./support/kaili.ts";
import { anyText } from "./support/tables.ts";

const CODES: Code[] = ["date-ambiguous", "column-unknown", "normalised", "encoding"];
const hostile = fc.oneof(
  anyText,
  fc.constantFrom(
    "::error::x",
    "a,b:c%0A",
    "]]>",
    "<b>&amp;\"'",
    "|`_*[x](y)",
    "\r\n::set-output",
    "@all #1",
  ),
);
const spot: fc.Arbitrary<Spot> = fc
  .record({
    code: fc.constantFrom(...CODES),
    file: hostile,
    value: hostile,
    column: hostile,
    why: hostile,
    fix: hostile,
  })
  .map(({ value, ...said }) => {
    const problems = new Problems();
    problems.add({ ...said, value, cell: "B2" });
    const [problem] = problems.list as [Spot["problem"]];
    return {
      problem,
      file: `data/${problem.file}`,
      line: 2,
      what: `B2“${problem.places[0]!.value}”`,
    };
  });
const DAY = "2024-01-02";
/** The attributes that both strict schemas of JUnit take, and those that one of them demands; in order of letters. */
const JUNIT: Readonly<Record<string, readonly string[]>> = {
  testsuites: [],
  testsuite: [
    ...["errors", "failures", "hostname", "id", "name", "package", "skipped", "tests", "time"],
    "timestamp",
  ],
  properties: [],
  testcase: ["classname", "name", "time"],
  failure: ["message", "type"],
  "system-out": [],
  "system-err": [],
};
const spots = fc.array(spot, { maxLength: 4 });
const many = (check: (spots: Spot[]) => void) =>
  fc.assert(fc.property(spots, check), { seed: 20230101, numRuns: 300 });

describe("any problem", () => {
  it("is one command of GitHub, and no other", () => {
    many((all) => {
      const lines = github({ spots: all, day: DAY })
        .split(/\r\n|\r|\n/)
        .filter(Boolean);
      expect(lines).toHaveLength(all.length);
      for (const line of lines) {
        expect(line).toMatch(/^::(?:error|warning|notice) file=[^,:]*,line=2,title=[^,:]*::/);
      }
    });
  });

  it("has what GitLab demands of Code Quality, and a fingerprint of its own", () => {
    many((all) => {
      const issues = JSON.parse(gitlab({ spots: all, day: DAY })) as Record<string, unknown>[];
      expect(issues).toHaveLength(all.length);
      for (const issue of issues) {
        expect(issue).toMatchObject({
          description: expect.any(String),
          check_name: expect.stringMatching(/^[a-z-]+$/),
          fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
          severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
          location: { path: expect.any(String), lines: { begin: 2 } },
        });
      }
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
    });
  });

  it("has what SARIF 2.1.0 demands", () => {
    many((all) => {
      const log = JSON.parse(sarif({ spots: all, day: DAY }));
      expect(log.version).toBe("2.1.0");
      const [{ tool, results }] = log.runs;
      expect(tool.driver.name).toEqual(expect.any(String));
      expect(results).toHaveLength(all.length);
      for (const result of results) {
        expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
        expect(["error", "warning", "note"]).toContain(result.level);
        expect(result.message.text).toEqual(expect.any(String));
        const [{ physicalLocation }] = result.locations;
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w\-.~%!'()*/]*$/);
        expect(physicalLocation.region.startLine).toBe(2);
      }
    });
  });

  it("is a test in JUnit, one that failed where it is an error", () => {
    many((all) => {
      const xml = junit({ spots: all, day: DAY });
      const tags: string[] = [];
      let depth = 0;
      const parser = new Parser(
        {
          onopentag(name, attributes) {
            depth++;
            tags.push(name);
            expect(Object.keys(attributes).toSorted(), name).toEqual(JUNIT[name]);
            if (name === "testsuite") {
              expect(attributes.tests).toBe(String(Math.max(1, all.length)));
              expect(attributes.timestamp).toBe("2024-01-02T00:00:00");
            }
            if (name === "testcase") expect(attributes.name && attributes.classname).toBeTruthy();
          },
          onclosetag: () => depth--,
        },
        { xmlMode: true },
      );
      parser.end(xml);
      expect(depth).toBe(0);
      const tests = tags.filter((tag) => tag !== "failure").slice(3, -2);
      expect(tests).toEqual(Array(Math.max(1, all.length)).fill("testcase"));
      expect(tags.slice(0, 3)).toEqual(["testsuites", "testsuite", "properties"]);
      expect(tags.slice(-2)).toEqual(["system-out", "system-err"]);
      const errors = all.filter(({ problem }) => problem.severity === "error").length;
      expect(tags.filter((tag) => tag === "failure")).toHaveLength(errors);
      expect(xml.replace(/&(?:amp|lt|gt|quot);/g, "")).not.toMatch(/&/);
    });
  });

  it("is a row of a Markdown table", () => {
    many((all) => {
      const rows = problemsMarkdown(all.map(({ problem }) => problem)).split("\n");
      for (const row of rows.filter((line) => line.startsWith("|"))) {
        expect(row.match(/\|/g)).toHaveLength(5);
        expect(row).not.toMatch(/[<>`@]/);
      }
    });
  });
});

it("a problem stands on its line, also below cells of several lines and below sep=", async () => {
  const problems = new Problems();
  problems.add({ code: "date", file: "2023/a.csv", cell: "B3", value: "x", why: "", fix: "" });
  problems.add({ code: "encoding", file: "2023/a.csv", why: "", fix: "" });
  problems.add({ code: "yaml-field", file: "site.yaml", cell: "第7行“网址”", why: "", fix: "" });
  const csv = 'sep=,\r\n甲,乙\r\n"一\r\n二",1\r\n三,x\r\n';
  const found = await spotsOf(problems.list, memoryFolder({ "2023/a.csv": csv }), "data/");
  expect(found.map(({ file, line }) => [file, line])).toEqual([
    ["data/2023/a.csv", 5],
    ["data/2023/a.csv", 1],
    ["data/site.yaml", 7],
  ]);
});

it.each(["github", "junit", "sarif"])(
  "check --format %s says only that, and ends with the same number",
  async (format) => {
    const { code, stdout, stderr } = await runHere("check", ["--data", KAILI, "--format", format]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    if (format === "sarif") expect(() => JSON.parse(stdout)).not.toThrow();
    if (format === "junit") expect(stdout.startsWith("<?xml")).toBe(true);
    if (format === "github") expect(stdout).toMatch(/^(?:::warning .*\n)+$/);
  },
);

it("a format that is none, and one that cannot compare", async () => {
  const wrong = await runHere("check", ["--data", KAILI, "--format", "xml"]);
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("--format 后面写text、json");
  const both = await runHere("check", ["--data", KAILI, "--format", "sarif", "--against", KAILI]);
  expect([both.code, both.stdout]).toEqual([2, ""]);
});
