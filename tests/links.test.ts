/** Where links lead and what downloads hold, at a root and under a sub-path. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { serve } from "../scripts/lib/serve.ts";
import { addressesOf, fileOf, leadsOn } from "./support/browser.ts";
import { SITES } from "./support/sites.ts";

interface Parsed {
  address: string;
  document: Document;
  /** Everything that points somewhere, as it is written. */
  links: { element: Element; target: string }[];
}

/** Links within the site, as addresses below its root: the base is where the site begins. */
function inside({ address, links }: Parsed, base: string): { path: string; fragment: string }[] {
  const home = new URL(base, "http://site.example");
  return links
    .filter(({ target }) => !/^(?:https?|mailto|tel|data):/.test(target))
    .map(({ target }) => {
      const url = new URL(target, new URL(address, home));
      if (!url.pathname.startsWith(home.pathname))
        throw new Error(`/${address}: ${target} leaves the site`);
      return {
        path: decodeURI(url.pathname.slice(home.pathname.length)),
        fragment: decodeURIComponent(url.hash.slice(1)),
      };
    });
}

/** Five digits and more are grouped where people read them, and never in a file. */
const grouped = (digits: string) =>
  digits.replace(/^\d{5,}/, (whole) => Number(whole).toLocaleString("en"));
/** How a file says that a number is not exact, and what stands before it on a page. */
const BEFORE: Record<string, string> = { 约: "约", "至少（部分未公布）": "至少" };

const named = [...readdirSync(join(ROOT, "public")), "robots.txt"];

/** What scripts load, and no page links. */
const LOADED = ["explore/worker.js", "search/texts.gz", "staff/workbooks.js"];

describe.each(SITES)("$name", ({ folder, bureau, latest }) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    // The mark by which a build knows its own folder is no page.
    .filter((file) => !file.startsWith(".") && statSync(join(folder, file)).isFile());
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  /** Files that the data package names, from where it lies. */
  const packaged = new Set(
    (JSON.parse(read("data/datapackage.json")) as { resources: { path: string }[] }).resources.map(
      ({ path }) => `data/${path}`,
    ),
  );
  const pages: Parsed[] = addressesOf(folder).map((address) => {
    const { document } = parseHTML(read(fileOf(address))) as unknown as { document: Document };
    const links = [...document.querySelectorAll("[href], [src]")].map((element) => ({
      element,
      target: element.getAttribute("href") ?? element.getAttribute("src") ?? "",
    }));
    return { address, document, links };
  });
  const pageOf = new Map(pages.map((page) => [page.address, page]));

  describe.each(["/", "/a/b/"])("at %s", (base) => {
    test("every link, fragment and resource is there", () => {
      const broken: string[] = [];
      let checked = 0;
      for (const page of pages) {
        // The page that answers any wrong address cannot know how deep it stands.
        if (page.address === "404.html") continue;
        for (const { path, fragment } of inside(page, base)) {
          checked++;
          const target = pageOf.get(path);
          if (!existsSync(join(folder, fileOf(path)))) broken.push(`/${page.address} → ${path}`);
          else if (fragment && !target?.document.getElementById(fragment))
            broken.push(`/${page.address} → ${path}#${fragment}`);
        }
      }
      expect(broken).toEqual([]);
      expect(checked).toBeGreaterThan(3_000);
    });

    test("the server says so too, for files of every folder and ending", async () => {
      const server = await serve(folder, { base });
      try {
        const linked = new Set(pages.flatMap((page) => inside(page, base).map(({ path }) => path)));
        const alike = Map.groupBy(
          linked,
          (path) => path.replace(/[^/]*$/, "").slice(0, 20) + extname(path),
        );
        const paths = [...alike.values()].flatMap((some) => some.slice(0, 3));
        for (const path of paths) {
          const response = await fetch(new URL(encodeURI(path), server.url), {
            redirect: "manual",
          });
          expect(response.status, path).toBe(200);
          const bytes = Buffer.from(await response.arrayBuffer());
          const file = readFileSync(join(folder, fileOf(path)));
          // The server says how it is packed, so it arrives unpacked.
          const unpacked = path.endsWith(".gz") ? gunzipSync(file) : file;
          expect(bytes.equals(unpacked), path).toBe(true);
        }
        expect(paths.length).toBeGreaterThan(50);
      } finally {
        await server.close();
      }
    });
  });

  test("no link is absolute within the host, no id is used twice", () => {
    for (const { address, document, links } of pages) {
      expect(
        links.filter(({ target }) => target.startsWith("/")).map(({ target }) => target),
        address,
      ).toEqual([]);
      const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        address,
      ).toEqual([]);
      for (const node of document.querySelectorAll(
        "[aria-labelledby], [aria-describedby], [for]",
      )) {
        const wanted =
          node.getAttribute("aria-labelledby") ??
          node.getAttribute("aria-describedby") ??
          node.getAttribute("for");
        expect(ids, `/${address}`).toContain(wanted);
      }
    }
  });

  test("every page and every download is reached from home", () => {
    const reached = new Set([""]);
    for (const address of reached) {
      const page = pageOf.get(address);
      for (const { path } of page ? inside(page, "/") : []) reached.add(path);
    }
    const lost = files
      .map((file) => file.replace(/(?:^|(?<=\/))index\.html$/, ""))
      // Named in attributes of their own, or in a script; see explore.test.ts, search.test.ts and staff.test.ts.
      .filter((address) => !LOADED.includes(address))
      // Where something was once.
      .filter((address) => !/\/$/.test(address) || !leadsOn(read(`${address}index.html`)))
      // What browsers and robots ask for by its name.
      .filter((address) => !named.includes(address))
      // What social networks show of the home page, once it has an address of its own.
      .filter((address) => !/^questions\/\d{4}\/card\.png$/.test(address))
      // What articles load is named in the code that they paste.
      .filter((address) => !/^embed\/v\d+\/embed\.js$/.test(address))
      // What programs find in the data package.
      .filter((address) => !packaged.has(address))
      .filter((address) => !reached.has(address));
    expect(lost).toEqual(["404.html"]);
  });

  test("the mark that pages carry with them is favicon.svg", () => {
    const mark = read("favicon.svg").trim();
    for (const { address, document } of pages) {
      if (address.startsWith("embed/")) continue;
      const icon = document.querySelector('link[rel="icon"]')?.getAttribute("href") ?? "";
      expect(decodeURIComponent(icon.replace(/^[^,]*,/, "")), address).toBe(mark);
    }
  });

  test("the site map lists every page right below the root", () => {
    const page = pageOf.get("sitemap/")!;
    const links = page.links.filter(({ element }) => element.closest("main"));
    const listed = new Set(inside({ ...page, links }, "/").map(({ path }) => path));
    const fixed = pages
      .map(({ address }) => address)
      .filter((address) => /^(?:[^/]+\/)?$/.test(address));
    expect(fixed.filter((address) => !listed.has(address))).toEqual(["sitemap/", "staff/"]);
    expect(fixed.length).toBeGreaterThan(14);
  });

  test("the page for wrong addresses carries its style with it", () => {
    const page = pageOf.get("404.html")!;
    expect(page.document.querySelector("style")).not.toBeNull();
    expect(page.document.querySelector('link[rel="stylesheet"]')).toBeNull();
    // What it cannot lead to does not look as if it did.
    const links = [...page.document.querySelectorAll("nav a, .seek")];
    expect(links.filter((link) => !link.getAttribute("href"))).toEqual([]);
  });

  describe("downloads", () => {
    const csvs = files.filter((file) => file.endsWith(".csv") && !packaged.has(file));
    // A manifest is of files, whoever's they are: releases.test.ts.
    const jsons = files.filter((file) => file.endsWith(".json") && file !== "manifest.json");

    test("for programs the same without the mark of Excel", () => {
      expect(packaged.size).toBeGreaterThan(0);
      for (const file of packaged)
        expect(`\ufeff${read(file)}`, file).toBe(read(file.replace(/\.utf8\.csv$/, ".csv")));
    });

    test.each(csvs)("%s: Excel opens it, every line as wide as the head, no formula", (file) => {
      const text = read(file);
      expect(text.startsWith("\ufeff")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      const { data, errors, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      // A chart of which nothing is known has a head alone; its page says so.
      const embed = file.replace(/^charts\/.*\/(.+)-(\d{4})\.csv$/, "embed/$1/$2/");
      const unknown = pageOf.get(embed)?.document.querySelector(".chart .gap");
      const items = data.filter((row) => row.合计 !== "是");
      expect(items.length === 0).toBe(unknown?.textContent === "未公布");
      expect(new Set(meta.fields).size).toBe(meta.fields?.length);
      for (const row of data) {
        expect(Object.keys(row)).toEqual(meta.fields);
        for (const cell of Object.values(row))
          expect(cell).not.toMatch(/^[=+\-@\t\r]|undefined|NaN|\[object/);
      }
    });

    test.each(jsons)("%s: JSON that names bureau or title, year and source", (file) => {
      const text = read(file);
      const value = JSON.parse(text);
      expect(value).toMatchObject(
        /datapackage/.test(file)
          ? { contributors: [{ title: bureau }] }
          : /^charts\//.test(file)
            ? {
                year: Number(/-(\d{4})\.json$/.exec(file)?.[1]),
                title: expect.any(String),
                source: expect.stringContaining(bureau),
              }
            : { bureau },
      );
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    });

    // A chart's page shows the latest year.
    const charts = csvs.filter(
      (file) => file.startsWith("charts/") && file.includes(`-${latest}.`),
    );
    test.each(charts)("%s holds what its page and its embed show", (file) => {
      const address = file.replace(/[^/]*$/, "");
      const id = address.split("/")[1] ?? "";
      const page = pageOf.get(address)!.document;
      const { data } = Papa.parse<Record<string, string>>(read(file).slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      // What only the drawing shows is another series, or another year's.
      const inTable = data.filter(
        (row) => row.项目 === "" || (row.系列 === data[0]!.系列 && row.年度 === String(latest)),
      );
      const lines = inTable.map((row) => {
        const label = row.项目 || `${row.系列}，${row.年度}年`;
        const before = BEFORE[row.精确程度 ?? ""] ?? "";
        const value = row.数值
          ? `${before}${grouped(row.数值)}${row.精确程度 === "至少" ? "余" : ""}`
          : row.精确程度;
        return { label, value, unit: row.单位 ?? "" };
      });
      // Two lines of one label are the two sides of a contradiction: 6件≠11件.
      const wanted = [...Map.groupBy(lines, ({ label }) => label)].map(([label, group]) => [
        label,
        group.map(({ value }) => value).join("≠"),
      ]);
      const units = new Set(lines.map(({ unit }) => unit));
      const textsOf = (line: Element) =>
        [...line.children].map((cell) => cell.textContent?.trim() ?? "");
      const heads = textsOf(page.querySelector(".chart thead tr")!);
      const shown = [...page.querySelectorAll(".chart tbody tr")].flatMap((row) => {
        const [label = "", ...values] = textsOf(row);
        // Where a column is a year, each cell of a line is a datum.
        const ofYears = /^\d{4}$/.test(heads[1] ?? "");
        return (ofYears ? values : values.slice(0, 1)).map((value, at) => [
          ofYears ? `${label}，${heads[at + 1]}年` : label,
          // ※ where the difference is explained.
          value.replace(/(件次|人次|[件次条起家个名天人份元%])(?=[≠※]|$)/g, "").replace("※", "≠"),
        ]);
      });
      expect(
        shown.map(([label, value = ""]) => [
          label,
          value.replace(/^(不足\d+件)，只列件数$/, "$1不算"),
        ]),
      ).toEqual(wanted);
      expect(units.size > 0).toBe(lines.length > 0);

      const json = JSON.parse(read(file.replace(/csv$/, "json")));
      const title = page.querySelector("figcaption :is(h1, h2, h3)")?.textContent?.trim();
      expect(json.title).toBe(title);
      for (const embed of [`embed/${id}/`, `embed/${id}/${latest}/`]) {
        const { document } = pageOf.get(embed)!;
        expect(document.querySelector("h1")?.textContent?.trim(), embed).toBe(title);
        // The table is elsewhere; all else is said alike.
        const [there, here] = [document, page].map((one) =>
          one
            .querySelector(".draw")
            ?.getAttribute("aria-label")
            ?.replace(/表格在.*$/, ""),
        );
        expect(there).toBe(here);
      }
    });

    test("figures.csv holds every number of the list of all figures", () => {
      const { data } = Papa.parse<Record<string, string>>(
        read(`data/${latest}/figures.csv`).slice(1),
        {
          header: true,
          skipEmptyLines: true,
        },
      );
      const rows = [...pageOf.get("figures/")!.document.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim() ?? ""),
      );
      expect(rows.length).toBeGreaterThan(50);
      for (const [said = "", value = "", section = ""] of rows) {
        // Since when it holds is written behind the name.
        // The file says in a column which number is the rows'.
        const label = said
          .replace(/\s*\d{4}年\d{1,2}月\d{1,2}日已(?:更正|说明)$/, "")
          .replace(/（逐行相加）$/, "");
        const found = data.filter(
          (row) =>
            [row.名称, row.分组].filter(Boolean).join("：") === label &&
            // What the report does not write has another source in place of a section.
            (row.报告章节 || section) === section,
        );
        const values = found.map((row) =>
          row.数值
            ? `${BEFORE[row.精确程度 ?? ""] ?? ""}${grouped(row.数值)}${row.精确程度 === "至少" ? "余" : ""}${row.单位}`
            : row.精确程度,
        );
        // The page has room to say what is listed in its place.
        if (value.endsWith("，只列件数")) {
          expect(
            values.some((said) => said?.startsWith(value.split("，")[0]!)),
            label,
          ).toBe(true);
          continue;
        }
        expect(values, label).toContain(value);
      }
    });
  });
});
