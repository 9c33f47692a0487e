/** 演示数据 on every page, embed, picture and download of the demo site: nobody takes it for real. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { leadsOn } from "./support/browser.ts";
import { built } from "./support/built.ts";

const folder = await built("demo");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const documentOf = (file: string) =>
  (parseHTML(read(file)) as unknown as { document: Document }).document;
const html = files.filter((file) => file.endsWith(".html") && !leadsOn(read(file)));
const isEmbed = (file: string) => file.startsWith("embed/");

/** A chart says it before its title, to those who only hear it, and in its source. */
function expectMarked(document: Document, file: string): number {
  // Among all small pictures their page says it once: none of them can be taken away from it.
  // What is photographed for staff is no chart: its table is an invented one on every site.
  const captions = [...document.querySelectorAll("figure:not(.pic) > figcaption")].filter(
    (caption) => !caption.parentElement?.querySelector(":scope > img"),
  );
  for (const caption of captions) {
    const words = caption.textContent?.trim() ?? "";
    // On a topic's page the question of the section stands first, and nothing else.
    const asked = caption.querySelector(":scope > .asked:first-child")?.textContent?.trim() ?? "";
    expect(words.startsWith(asked), file).toBe(true);
    expect(words.slice(asked.length).trim(), file).toMatch(/^演示数据/);
  }
  for (const drawing of document.querySelectorAll(".draw"))
    expect(drawing.getAttribute("aria-label"), file).toMatch(/^演示数据/);
  for (const source of document.querySelectorAll(".src"))
    expect(source.textContent, file).toContain("演示数据");
  return captions.length;
}

test("pages: banner, bureau, title, every chart", () => {
  let charts = 0;
  for (const file of html.filter((file) => !isEmbed(file))) {
    const document = documentOf(file);
    expect(document.title, file).toContain("演示数据");
    expect(document.querySelector(".banner")?.textContent, file).toContain("演示数据");
    expect(document.querySelector("header")?.textContent, file).toContain("（虚构）");
    charts += expectMarked(document, file);
  }
  expect(charts).toBeGreaterThan(150);
});

test("what stands at an old address", () => {
  const old = files.filter((file) => file.endsWith(".html") && leadsOn(read(file)));
  expect(old.length).toBeGreaterThan(5);
  for (const file of old) {
    const document = documentOf(file);
    expect(document.title, file).toContain("演示数据");
    expect(document.querySelector("h1")?.textContent, file).toMatch(
      /^演示数据：“.+”现在写作“.+”。$/,
    );
    const to = /url=(.+)$/.exec(
      document.querySelector('[http-equiv="refresh"]')!.getAttribute("content")!,
    )![1]!;
    expect(files, file).toContain(`${join(file, "..", to)}index.html`.replaceAll("\\", "/"));
  }
});

test("embeds, the code to copy and the citation", () => {
  const embeds = html.filter(isEmbed);
  expect(embeds.length).toBeGreaterThan(100);
  for (const file of embeds) {
    const document = documentOf(file);
    expect(document.title, file).toContain("演示数据");
    expect(expectMarked(document, file), file).toBe(1);
  }
  for (const file of html.filter((file) => /^charts\/[^/]+\/index\.html$/.test(file))) {
    const copied = [...documentOf(file).querySelectorAll("pre")];
    expect(copied, file).toHaveLength(9);
    for (const { textContent } of copied) expect(textContent, file).toContain("演示数据");
  }
});

test("pictures and every line of every download", () => {
  const downloads = { svg: 0, json: 0, csv: 0 };
  for (const file of files.filter((file) => /^charts\/.*\.svg$/.test(file))) {
    downloads.svg++;
    expect(read(file).match(/演示数据/g)?.length, file).toBeGreaterThanOrEqual(3);
  }
  for (const file of files.filter((file) => file.endsWith(".json"))) {
    downloads.json++;
    expect(JSON.parse(read(file)).notice, file).toBe("演示数据");
  }
  for (const file of files.filter((file) => file.endsWith(".csv"))) {
    downloads.csv++;
    const { data, errors } = Papa.parse<Record<string, string>>(read(file).slice(1), {
      header: true,
      delimiter: ",",
      skipEmptyLines: true,
    });
    expect(errors, file).toEqual([]);
    const unmarked = data.filter((row) => row.数据性质 !== "演示数据");
    expect(unmarked, file).toEqual([]);
  }
  expect(Math.min(...Object.values(downloads))).toBeGreaterThan(100);
});
