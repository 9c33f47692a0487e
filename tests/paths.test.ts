/** How commands show a path. */
import { expect, test } from "vitest";
import { shownPath } from "../scripts/lib/places.ts";

test.each([
  ["/a/13812345678/data", "/a/13****8/data"],
  ["/a/粤B12345/dist", "/a/粤B****5/dist"],
  ["/a/\u001b[31mred\nline\u202e/x", "/a/·[31mred·line·/x"],
  ["/a/2023/cases.csv", "/a/2023/cases.csv"],
])("a path is shown with nothing personal and nothing a terminal obeys: %j", (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});
