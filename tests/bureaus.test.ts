/** Bodies of other kinds, a folder each: what their pages must say, must not say, and must not be. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { sidewaysScroll } from "./support/look.ts";

interface Words {
  says?: string[];
  never?: string[];
}
interface Expected {
  /** On no page. */
  never: string[];
  /** Addresses that are not there. */
  absent: string[];
  pages: Record<string, Words>;
}

const BUREAUS = join(import.meta.dirname, "bureaus");
const bureaus = await Promise.all(
  readdirSync(BUREAUS).map(async (name) => ({
    name,
    folder: await built(`bureaus/${name}`),
    expected: parse(readFileSync(join(BUREAUS, name, "expected.yaml"), "utf8")) as Expected,
  })),
);

describe.each(bureaus)("$name", ({ folder, expected }) => {
  const addresses = addressesOf(folder);
  const pages = new Map(
    addresses.map((address) => {
      const html = readFileSync(join(folder, fileOf(address)), "utf8");
      return [address, (parseHTML(html) as unknown as { document: Document }).document];
    }),
  );
  const textOf = (address: string, selector: string) =>
    [...(pages.get(address)?.querySelectorAll(selector) ?? [])]
      .map((node) => node.textContent ?? "")
      .join("\n")
      .replace(/[^\S\n]|\u200b/g, "");

  test.each(Object.entries(expected.pages))("/%s", (address, { says = [], never = [] }) => {
    const text = textOf(address, "main").replaceAll("\n", "");
    expect(addresses).toContain(address);
    expect(says.filter((words) => !text.includes(words.replace(/\s/g, "")))).toEqual([]);
    expect(never.filter((words) => text.includes(words))).toEqual([]);
  });

  test("no page says what this body is not", () => {
    const said = addresses.flatMap((address) =>
      expected.never
        .filter((words) => textOf(address, "html").includes(words))
        .map((words) => `/${address}: ${words}`),
    );
    expect(said).toEqual([]);
  });

  test("what says nothing in a year has no embed and no download of it", () => {
    const silent = addresses
      .filter((address) => address.startsWith("embed/"))
      .filter((address) => textOf(address, ".gap") !== "");
    expect(silent).toEqual([]);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const tables = files.filter((path) => path.endsWith(".csv"));
    expect(tables.length).toBeGreaterThan(3);
    const isBare = (path: string) =>
      readFileSync(join(folder, path), "utf8").trim().split("\n").length < 2;
    expect(tables.filter(isBare)).toEqual([]);
  });

  test("what stands above every page is of the year of the page", () => {
    const wrong = addresses
      .filter((address) => /\/20\d\d\/$/.test(address) && !address.startsWith("embed/"))
      .filter((address) => !textOf(address, ".mast .meta").includes(address.slice(-5, -1)));
    expect(wrong).toEqual([]);
  });

  test("what it has nothing of has no address", () => {
    expect(expected.absent.filter((address) => addresses.includes(address))).toEqual([]);
  });

  test("no row of home, no chart and no headline says only that something is missing", () => {
    expect(textOf("", ".glance li > b")).not.toContain("未公布");
    expect(textOf("", "h1")).not.toContain("未公布");
    const charts = addresses.filter((address) => /^charts\/./.test(address));
    expect(charts.length).toBeGreaterThan(0);
    expect(charts.filter((address) => textOf(address, "figure .gap") !== "")).toEqual([]);
    const groups = [...(pages.get("charts/")?.querySelectorAll("main section") ?? [])];
    expect(groups.filter((group) => !group.querySelector("figure"))).toEqual([]);
  });

  test("every link leads somewhere, and every page is reached from home", () => {
    const reached = new Set([""]);
    const broken: string[] = [];
    for (const address of reached) {
      const links = [...(pages.get(address)?.querySelectorAll("[href]") ?? [])]
        .map((node) => node.getAttribute("href") ?? "")
        .filter((href) => !/^(?:https?|mailto|tel|data):/.test(href))
        .map((href) => new URL(href, new URL(address, "http://site.example/")));
      for (const { pathname, hash } of links) {
        const path = decodeURI(pathname.slice(1));
        const id = decodeURIComponent(hash.slice(1));
        if (!existsSync(join(folder, fileOf(path)))) broken.push(`/${address} → ${path}`);
        else if (id && !pages.get(path)?.getElementById(id))
          broken.push(`/${address} → ${path}#${id}`);
        reached.add(path);
      }
    }
    expect(broken).toEqual([]);
    expect(addresses.filter((address) => !reached.has(address))).toEqual(["404.html"]);
  });

  const site = openSite(() => folder);
  test("at 360 px nothing scrolls sideways", async () => {
    const wide: string[] = [];
    const looked = addresses.filter((address) => /^(?:[^/]*\/)?$/.test(address));
    await site.visit(
      looked,
      async (page, address) => {
        const boxes = (await page.evaluate(sidewaysScroll)).filter((box) => !/<div tbl>/.test(box));
        wide.push(...boxes.map((box) => `/${address}: ${box}`));
      },
      { viewport: { width: 360, height: 800 } },
    );
    expect(wide).toEqual([]);
    expect(looked.length).toBeGreaterThan(8);
  });
});
