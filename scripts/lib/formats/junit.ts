/**
 * JUnit XML, which every host shows as a report of tests: a problem is a test, an error one that failed.
 * No schema of it is the standard: this is what the strict ones (Ant's, and that of Jenkins) both allow,
 * so a file and a line have no attributes of their own and what is no error is said of the suite.
 */
import { cleanXml, escaped } from "../../../src/text/escape.ts";
import { type Report, type Spot, saidOf, titleOf } from "./define.ts";

export function junit({ spots, day }: Report): string {
  const failures = spots.filter(isError).length;
  const others = spots.filter((spot) => !isError(spot));
  const all = spots.length === 0 ? [NOTHING] : spots.map(testcase);
  const counts = `tests="${all.length}" failures="${failures}" errors="0" skipped="0"`;
  const run = `id="0" package="data" hostname="localhost" timestamp="${day}T00:00:00" time="0"`;
  return cleanXml(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      "<testsuites>",
      `  <testsuite name="数据检查" ${counts} ${run}>`,
      "    <properties/>",
      ...all,
      `    <system-out>${others.map((spot) => escaped(placedOf(spot))).join("\n")}</system-out>`,
      "    <system-err/>",
      "  </testsuite>",
      "</testsuites>",
    ].join("\n"),
  );
}

const NOTHING = '    <testcase classname="data" name="没有发现问题" time="0"/>';

function isError({ problem }: Spot): boolean {
  return problem.severity === "error";
}

/** data/2023/cases.csv:12 and what is said of it. */
function placedOf(spot: Spot): string {
  return `${spot.file}:${spot.line} ${saidOf(spot)}`;
}

function testcase(spot: Spot): string {
  const { problem, file, what } = spot;
  const title = titleOf(spot);
  const name = escaped(`${title} ${problem.file} ${what}`.trim());
  const start = `    <testcase classname="${attribute(escaped(file))}" name="${attribute(name)}" time="0"`;
  if (!isError(spot)) return `${start}/>`;
  const failure = `<failure type="${problem.code}" message="${escaped(title)}">`;
  return `${start}>${failure}${escaped(placedOf(spot))}</failure></testcase>`;
}

/** A line break in an attribute would be read as a space. */
function attribute(text: string): string {
  return text.replace(/[\t\r\n]/g, " ");
}
