/** What search engines, social networks and feed readers get of a site whose published address is known, and of one whose is not. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { atomFeed } from "../src/downloads/feed.ts";
import { wordLists } from "../src/search/words.ts";
import { demoNamed } from "../src/text/demo.ts";
import { scriptJson } from "../src/text/escape.ts";
import { addressesOf, fileOf } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { madeSite } from "./support/made-site.ts";
import { SITES } from "./support/sites.ts";

const documentOf = (folder: string, address: string) =>
  (
    parseHTML(readFileSync(join(folder, fileOf(address)), "utf8")) as unknown as {
      document: Document;
    }
  ).document;
const xmlOf = (text: string) =>
  (parseHTML(text.replace(/^<\?xml[^>]*>/, "")) as unknown as { document: Document }).document;

const BASE = "https://demo.example/yzjt/";
const known = { folder: await built("bureaus/district-transport"), base: BASE };
const unknown = SITES.map(({ folder }) => ({ folder, base: "" }));

const isEmbed = (address: string) => address.startsWith("embed/");

describe.each([known, ...unknown])("$folder", ({ folder, base }) => {
  const pages = addressesOf(folder).map((address) => ({
    address,
    document: documentOf(folder, address),
  }));
  const meta = (document: Document, name: string) =>
    [...document.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)].map(
      (node) => node.getAttribute("content") ?? "",
    );
  const canonical = (document: Document) =>
    document.querySelector('link[rel="canonical"]')?.getAttribute("href");

  test("every page says what it is when it is shared", () => {
    for (const { address, document } of pages.filter((page) => !isEmbed(page.address))) {
      for (const name of ["og:title", "og:description", "og:site_name", "og:type", "og:locale"]) {
        expect(meta(document, name), `/${address} ${name}`).toEqual([expect.stringMatching(/\S/)]);
      }
      expect(meta(document, "theme-color"), address).toHaveLength(2);
      expect(meta(document, "og:title")[0], address).not.toMatch(/undefined|\u200b/);
    }
  });

  test("an address is whole or not there", () => {
    for (const { address, document } of pages) {
      const lasting = canonical(document);
      expect(meta(document, "og:url"), address).toEqual(
        lasting && !isEmbed(address) ? [lasting] : [],
      );
      if (base === "" || address === "404.html") expect(lasting, address).toBeUndefined();
      else expect(lasting?.startsWith(base), address).toBe(true);
    }
  });

  test("a chart and a question, and their embeds, are for ever those of their year", () => {
    const yearly = pages.filter(({ address }) =>
      /^(?:charts|questions)\/\D.*\/\d{4}\/$/.test(address),
    );
    expect(yearly.length).toBeGreaterThan(5);
    for (const { address } of yearly) {
      const [, id, year] = /\/([^/]+)\/(\d{4})\/$/.exec(address)!;
      const embed = documentOf(folder, `embed/${id}/${year}/`);
      expect(embed.querySelector(".src a")?.getAttribute("href")).toBe(`../../../${address}`);
      if (base !== "") expect(canonical(embed)).toBe(`${base}${address}`);
      const cited = [...documentOf(folder, address).querySelectorAll("#cite ~ pre")];
      expect(cited).toHaveLength(2);
      for (const { textContent } of cited) {
        expect(textContent).toContain(`/${address}`);
        expect(textContent).toContain(year);
      }
    }
    const latest = pages.filter(({ address }) =>
      /^(?:charts|questions)\/[a-z][^/]*\/$/.test(address),
    );
    for (const { address, document } of base === "" ? [] : latest)
      expect(canonical(document), address).toMatch(new RegExp(`^${base}${address}\\d{4}/$`));
  });

  test("a chart is a data set with its files, its time and whose it is", () => {
    const charts = pages.filter(({ address }) => /^charts\/[^/]+\/(?:\d{4}\/)?$/.test(address));
    expect(charts.length).toBeGreaterThan(5);
    for (const { address, document } of charts) {
      const [script, ...others] = document.querySelectorAll('script[type="application/ld+json"]');
      expect(others).toEqual([]);
      const data = JSON.parse(script!.textContent!);
      expect(data, address).toMatchObject({ "@context": "https://schema.org", "@type": "Dataset" });
      expect(Object.values(data).filter((value) => value === null || value === "")).toEqual([]);
      // What Google asks of a description.
      expect(data.description.length).toBeGreaterThanOrEqual(50);
      expect(data.description.length).toBeLessThanOrEqual(5000);
      expect(data.name).toContain(document.querySelector("figcaption h2")!.textContent!.trim());
      expect(data.creator).toEqual({ "@type": "GovernmentOrganization", name: expect.any(String) });
      const [from, until, ...more] = data.temporalCoverage.split("/");
      expect([from, until]).toEqual([expect.stringMatching(DAY), expect.stringMatching(DAY)]);
      expect([more, from <= until]).toEqual([[], true]);
      for (const { "@type": type, name, unitText } of data.variableMeasured)
        expect([type, typeof name, typeof unitText]).toEqual(["PropertyValue", "string", "string"]);
      expect(data.distribution.map((one: Distribution) => one.encodingFormat)).toEqual([
        "text/csv",
        "application/json",
        "application/zip",
      ]);
      const home = new URL(base || "http://site.example/a/");
      const image = { contentUrl: data.image };
      for (const { contentUrl } of [...data.distribution, image]) {
        const { href } = new URL(contentUrl, new URL(address, home));
        expect(href.startsWith(home.href), contentUrl).toBe(true);
        expect(existsSync(join(folder, href.slice(home.href.length))), contentUrl).toBe(true);
      }
    }
  });

  test("robots.txt, site map and feed", () => {
    const robots = readFileSync(join(folder, "robots.txt"), "utf8");
    expect(robots.startsWith("User-agent: *\nAllow: /\n")).toBe(true);
    if (base === "") {
      expect(robots).not.toContain("Sitemap");
      for (const file of ["sitemap.xml", "feed.xml"])
        expect(existsSync(join(folder, file))).toBe(false);
      return;
    }
    expect(robots).toContain(`\nSitemap: ${base}sitemap.xml\n`);
    const listed = [
      ...xmlOf(readFileSync(join(folder, "sitemap.xml"), "utf8")).querySelectorAll("loc"),
    ].map((node) => node.textContent);
    const wanted = pages
      .filter(
        ({ address, document }) =>
          !isEmbed(address) &&
          canonical(document) === base + address &&
          !document.querySelector('meta[name="robots"][content="noindex"]'),
      )
      .map(({ address }) => base + address);
    expect(listed.toSorted()).toEqual(wanted.toSorted());
    expect(listed).toContain(base);
    expect(listed).not.toContain(`${base}404.html`);
    expect(readFileSync(join(folder, "feed.xml"), "utf8")).toContain(`<id>${base}2023/</id>`);
    const feeds = documentOf(folder, "").querySelector('link[type="application/atom+xml"]');
    expect(feeds?.getAttribute("href")).toBe(`${base}feed.xml`);
  });
});

interface Distribution {
  encodingFormat: string;
  contentUrl: string;
}
const DAY = /^\d{4}-\d\d-\d\d$/;

const CONTRADICTION = "案件编号,立案日期,执法领域\nA1,2023-02-01,燃气\nA2,2023-03-01,燃气\n";
const REPORTED =
  "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明\ncases,办理案件,3,件,案件,,,一(一),\n";

test("the feed has every year and every correction, the newest first, each with an address of its own", async () => {
  const note = (state: string) =>
    `核对编号,说明,状态,日期\ncases-rows,<漏报>&一件,${state},2024-06-01\n`;
  const year = (of: number) => ({
    [`${of}/cases.csv`]: CONTRADICTION.replaceAll("2023", String(of)),
    [`${of}/indicators.csv`]: REPORTED,
  });
  const site = await madeSite(
    {
      ...year(2022),
      ...year(2023),
      "2022/notes.csv": note("已更正"),
      "2023/notes.csv": note("已说明"),
    },
    "网址: https://a.example/x\n数据许可: 署名即可\n",
  );
  const feed = xmlOf(atomFeed(site));
  const entries = [...feed.querySelectorAll("entry")].map((entry) =>
    ["title", "id", "updated", "summary"].map(
      (name) => entry.querySelector(name)?.textContent ?? "",
    ),
  );
  expect(entries.map(([title]) => title)).toEqual([
    "演示数据：更正：2022年办理案件",
    "演示数据：2023年度报告",
    "演示数据：2022年度报告",
  ]);
  expect(entries[0]![1]).toBe("https://a.example/x/findings/#cases-rows-2022");
  expect(feed.querySelector("entry > link")?.getAttribute("href")).toBe(entries[0]![1]);
  expect(entries[0]![2]).toBe("2024-06-01T00:00:00Z");
  expect(entries[0]![3]).toContain("<漏报>&一件");
  expect(feed.querySelector("rights")?.textContent).toBe("署名即可");
  expect(new Set(entries.map(([, id]) => id)).size).toBe(entries.length);
  // On the page of all findings the same of two years are two.
  const found = wordLists(site).find(({ title }) => title === "对不上的地方")!;
  expect(found.words.map(({ href }) => href)).toEqual([
    "findings/#cases-rows-2023",
    "findings/#cases-rows-2022",
  ]);
});

test.each([
  ["数据公开", "数据公开（演示数据）"],
  ["数据公开（演示）", "数据公开（演示数据）"],
  ["数据公开（演示数据）", "数据公开（演示数据）"],
  ["演示法治", "演示法治（演示数据）"],
])("of the site %s the mark stands once: %s", (title, named) => {
  expect(demoNamed(title, true)).toBe(named);
  expect(demoNamed(title, false)).toBe(title);
});

test.each([
  ["已更正", "3", "（各处用3件）"],
  ["已更正", "0", "（各处用0件）"],
  ["已更正", "", ""],
  // A number that is not exact settles nothing.
  ["已更正", "约3", ""],
  ["已说明", "3", null],
  ["已询问", "3", null],
])("a correction of the feed is of the record: %s, holds “%s”", async (state, holds, said) => {
  const site = await madeSite(
    {
      "2023/cases.csv": CONTRADICTION,
      "2023/indicators.csv": REPORTED,
      "2023/notes.csv": `核对编号,说明,状态,日期,为准的数,询问日期,询问对象\ncases-rows,漏报一件,${state},2024-06-01,${holds},2024-05-01,法制科\n`,
    },
    "网址: https://a.example/x\n",
  );
  const summaries = [...xmlOf(atomFeed(site)).querySelectorAll("entry")]
    .filter((entry) => entry.querySelector("title")?.textContent?.includes("更正"))
    .map((entry) => entry.querySelector("summary")?.textContent);
  // Both numbers as they were written, whatever stands on the pages since.
  const whole = `报告总数3件，逐行数据相加2件，不一致。漏报一件${said}`;
  expect(summaries).toEqual(said === null ? [] : [whole]);
});

test("data in a script of JSON cannot end it", () => {
  const hostile = { name: "</script><script>alert(1)</script><!--" };
  expect(scriptJson(hostile)).not.toContain("<");
  expect(JSON.parse(scriptJson(hostile))).toEqual(hostile);
});
