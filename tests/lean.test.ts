/** An embed carries of the style sheet what it uses. */
import { expect, test } from "vitest";
import { lean } from "../src/styles/lean.ts";

test.each<[string, string, string, string]>([
  ["a rule of a class that is there", ".a{top:0}", '<p class="a b">', ".a{top:0}"],
  ["of one that is not", ".gap{top:0}p{top:1px}", '<p class="a">', "p{top:1px}"],
  ["of two, one of which is there", ".a,.gap{top:0}", '<p class="a">', ".a{top:0}"],
  ["within another", ".a:has(.gap){top:0}.a .b{top:1px}", '<p class="a">', ""],
  ["a list in brackets", ":is(h1,h2) .a{top:0}", '<i class="a">', ":is(h1,h2) .a{top:0}"],
  ["a class that comes by script", ":root.dark{top:0}", "<p>", ":root.dark{top:0}"],
  ["a condition with nothing left", "@media (width<=9px){.gap{top:0}}p{top:0}", "<p>", "p{top:0}"],
  [
    "a colour that a drawing names",
    ":root{--a:#fff;--b:1,2}",
    '<path fill="var(--b)">',
    ":root{--b:1,2}",
  ],
  [
    "steps of a movement",
    "@keyframes m{0%,98%{top:.5rem}}",
    "<p>",
    "@keyframes m{0%,98%{top:.5rem}}",
  ],
])("%s", (_, sheet, html, left) => {
  expect(lean(sheet, html, ["dark"])).toBe(left);
});
