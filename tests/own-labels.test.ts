/** A body's own names for the program's numbers stand where the numbers do. */
import { describe, expect, test } from "vitest";
import { inOwnLabels, isUnlike } from "../src/figures/own-labels.ts";
import type { Statement } from "../src/figures/statements.ts";
import { metrics } from "../src/metrics/index.ts";

const byId = new Map(metrics.map((metric) => [metric.id, metric]));
const said = (id: string, label: string, more: Partial<Statement> = {}) =>
  ({ id, label, parent: null, ...more }) as Statement;

describe("of the rows of a year", () => {
  test.each([
    ["another name", [said("licences", "办结交通运输许可")], "办结交通运输许可", true],
    ["the same name", [said("licences", "办理行政许可")], "办理行政许可", false],
    ["marks and the year", [said("licences", "2023年度“办理行政许可”")], "办理行政许可", false],
    ["a year in front", [said("licences", "2023年审批事项")], "审批事项", true],
    ["a shorter name", [said("licences", "许可")], "办理行政许可", false],
    ["more words", [said("licences", "全区办理行政许可")], "全区办理行政许可", false],
    [
      "two that differ",
      [said("licences", "审批"), said("licences", "办件")],
      "办理行政许可",
      false,
    ],
    ["two alike", [said("licences", "办件"), said("licences", "办件")], "办件", true],
    ["a part", [said("licences", "其中许可件")], "办理行政许可", false],
    ["part of another", [said("licences", "网上办件", { parent: "x" })], "办理行政许可", false],
  ])("%s", (_, statements, label, unlike) => {
    const metric = inOwnLabels(byId, statements).get("licences");
    expect(metric?.label).toBe(label);
    expect(metric && isUnlike(metric)).toBe(unlike);
  });
});

test("no declared word is the first bureau's", () => {
  const ours = /城管|市容|热线|公众号|凯里|综合执法|燃气|占道/;
  const told = metrics.map(({ id, label, definition }) => `${id}: ${label} ${definition}`);
  expect(told.filter((text) => ours.test(text))).toEqual([]);
});
