/** The bureau's own data/, whatever a fork puts there: readable, built, and every link leads somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";
import { addressesOf, fileOf } from "./support/browser.ts";
import { built } from "./support/built.ts";

test("data/ has no error", async () => {
  const { site, problems } = await loadSite(diskFolder(join(ROOT, "data")));
  const errors = problems.filter(({ severity }) => severity === "error").map(problemText);
  expect(errors).toEqual([]);
  expect(site).not.toBeNull();
});

test("its site is built, and no link of it is broken", async () => {
  const folder = await built("data");
  expect(brokenLinks(folder)).toEqual([]);
});

test("no other test knows what data/ holds", () => {
  // These build it, refuse to write into it, and read this rule.
  const may = ["data.test.ts", "support/builder.ts", "targets.test.ts", "demo-data.test.ts"];
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !may.includes(file));
  expect(files.length).toBeGreaterThan(50);
  expect(
    files.filter((file) =>
      /\bROOT\b[^)\n]{0,9}["'`]\/?data\b|\.\.\/data\/(?!#)|Folder\(["'`](?:\.\/)?data\b/.test(
        readFileSync(join(import.meta.dirname, file), "utf8"),
      ),
    ),
  ).toEqual([]);
});

function brokenLinks(folder: string): string[] {
  return addressesOf(folder).flatMap((address) => {
    if (address === "404.html") return [];
    const html = readFileSync(join(folder, fileOf(address)), "utf8");
    const { document } = parseHTML(html) as unknown as { document: Document };
    return [...document.querySelectorAll("[href]")]
      .map((element) => element.getAttribute("href") ?? "")
      .filter((href) => !/^(?:https?|mailto|tel|data):/.test(href))
      .map((href) => new URL(href, new URL(address, "http://site.example/")))
      .map(({ pathname }) => decodeURI(pathname.slice(1)))
      .filter((path) => !existsSync(join(folder, fileOf(path))))
      .map((path) => `/${address} → ${path}`);
  });
}
