/** JUnit XML, which every host shows as a report of tests: a problem is a test, an error one that failed. */
import { cleanXml, escaped } from "../../../src/text/escape.ts";
import { type Report, type Spot, saidOf, titleOf } from "./define.ts";

export function junit({ spots }: Report): string {
  const failures = spots.filter(({ problem }) => problem.severity === "error").length;
  const all = spots.length === 0 ? [NOTHING] : spots.map(testcase);
  const counts = `tests="${all.length}" failures="${failures}"`;
  return cleanXml(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="npm run check" ${counts} errors="0">`,
      `  <testsuite name="数据检查" ${counts} errors="0" skipped="0">`,
      ...all,
      "  </testsuite>",
      "</testsuites>",
    ].join("\n"),
  );
}

const NOTHING = '    <testcase classname="data" name="没有发现问题"/>';

function testcase(spot: Spot): string {
  const { problem, file, line } = spot;
  const title = titleOf(spot);
  const said = escaped(`${file}:${line} ${saidOf(spot)}`);
  const name = escaped(`${title} ${problem.file} ${spot.what}`.trim());
  const inner =
    problem.severity === "error"
      ? `<failure type="${problem.code}" message="${escaped(title)}">${said}</failure>`
      : `<system-out>${said}</system-out>`;
  return `    <testcase classname="${escaped(file)}" name="${attribute(name)}" file="${escaped(file)}" line="${line}">${inner}</testcase>`;
}

/** A line break in an attribute would be read as a space. */
function attribute(text: string): string {
  return text.replace(/[\t\r\n]/g, " ");
}
