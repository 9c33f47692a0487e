/** How commands show a path: nothing personal whole, nothing that a terminal would obey. */
import { expect, test } from "vitest";
import { readOptions } from "../scripts/lib/options.ts";
import { shownPath } from "../scripts/lib/places.ts";
import { fullText, notesText } from "../scripts/lib/print.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";

test.each([
  ["/a/13812345678/data", "/a/13****8/data"],
  ["/a/粤B12345/dist", "/a/粤B****5/dist"],
  ["/a/\u001b[31mred\nline\u202e/x", "/a/·[31mred·line·/x"],
  ["/a/2023/cases.csv", "/a/2023/cases.csv"],
])("a path is shown with nothing personal and nothing a terminal obeys: %j", (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});

test("nor is the name of a file in the data, nor a word on the command line", () => {
  const problem: Problem = {
    code: "unknown-file",
    severity: "warning",
    file: "2023/\u001b[2J13812345678\n【错误】.csv",
    places: [],
    count: 1,
    why: "没有用到",
    fix: "移走",
  };
  const hidden = "2023/·[2J13****8 【错误】.csv";
  expect(fullText([problem])).toContain(hidden);
  expect(notesText([{ ...problem, severity: "note" }])).toContain(hidden);
  const check = { name: "check", says: "", options: {} };
  expect(() => readOptions(check, ["/a/13812345678/\u001b[2J"])).toThrow("/a/13****8/·[2J");
  expect(() => readOptions(check, ["--\u001b[2J"])).toThrow("没有 --·[2J 这个选项");
});
