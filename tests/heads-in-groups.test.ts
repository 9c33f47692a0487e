/** Heads in two rows whose groups say the unit, and categories that are written as a way to them. */
import { describe, expect, it } from "vitest";
import { slackNames } from "../src/exports/file-tables.ts";
import { arePaths, lastStep } from "../src/exports/paths.ts";
import { findHeader } from "../src/ingest/rows/find-header.ts";

const rowsOf = (text: string) => text.split("\n").map((line) => ({ cells: line.split(",") }));
const record = "1,占道经营,2024-01-05,500,1000,2024-02-01";

/** What stands above the records → the names of columns, their units behind them. */
const HEADS: readonly (readonly [string, string, string])[] = [
  [
    "names merged over both rows, as a workbook is read",
    "序号,案由,立案时间,罚没款（万元）,,结案时间\n序号,案由,立案时间,罚款,没收违法所得,结案时间",
    "序号,案由,立案时间,罚款（万元）,没收违法所得（万元）,结案时间",
  ],
  [
    "the same as CSV, where the merged names stand above",
    "序号,案由,立案时间,罚没款（万元）,,结案时间\n,,,罚款,没收违法所得,",
    "序号,案由,立案时间,罚款（万元）,没收违法所得（万元）,结案时间",
  ],
  [
    "parts of which nobody knows the names",
    "序号,案由,立案时间,罚款（元）,,结案时间\n,,,本级数,上级数,",
    "序号,案由,立案时间,本级数（元）,上级数（元）,结案时间",
  ],
  [
    "a part with a unit of its own",
    "序号,案由,立案时间,罚没款（万元）,,结案时间\n,,,罚款（元）,没收违法所得,",
    "序号,案由,立案时间,罚款（元）,没收违法所得（万元）,结案时间",
  ],
  [
    "a day in a group of amounts",
    "序号,案由,立案时间,罚款（万元）,,结案时间\n,,,罚款金额,缴款日期,",
    "序号,案由,立案时间,罚款金额（万元）,缴款日期,结案时间",
  ],
  [
    "no second row: a record that says little",
    "序号,案由,立案时间,罚款金额（元）,,结案时间\n,,,三百,注,",
    "序号,案由,立案时间,罚款金额（元）,,结案时间",
  ],
];

describe("a head in two rows", () => {
  it.each(HEADS)("%s", (name, text, wanted) => {
    const found = findHeader(rowsOf(`台账,,,,,\n${text}\n${record}`), slackNames())!;
    const said = found.cells.map((cell, at) => cell + found.units[at]).join(",");
    const isOneRow = name.startsWith("no second");
    // Marks are written in one way.
    const plain = (one: string) => one.replaceAll("（", "(").replaceAll("）", ")");
    if (!isOneRow) expect(plain(said)).toBe(plain(wanted));
    expect(found.last).toBe(isOneRow ? 1 : 2);
  });
});

describe("a category that is a way", () => {
  it.each([
    [["市容环境/暴露垃圾", "市容环境/占道经营", "违法建设/私搭乱建"], true],
    [["噪音-施工噪音", "噪音-广场舞"], true],
    [["城管/市容/占道", "城管/市容/油烟"], true],
    // A name with a stroke beside names without one; one name; names that have nothing in common.
    [["油烟/噪音", "占道经营"], false],
    [["油烟/噪音", "油烟/噪音"], false],
    [["油烟/噪音", "垃圾/污水"], false],
    [["2024-01-05", "2024-01-06"], false],
    [[], false],
  ])("%j", (texts, wanted) => {
    expect(arePaths(texts)).toBe(wanted);
  });

  it.each([
    ["城市管理->市容环境->占道经营", "占道经营", "占道经营"],
    ["城市管理→占道经营", "占道经营", "占道经营"],
    ["城市管理-市容环境-占道经营", "占道经营", "占道经营"],
    ["市容环境/暴露垃圾", "市容环境/暴露垃圾", "暴露垃圾"],
    ["占道经营", "占道经营", "占道经营"],
  ])("%s", (path, alone, ofPaths) => {
    expect([lastStep(path), lastStep(path, true)]).toEqual([alone, ofPaths]);
  });
});
