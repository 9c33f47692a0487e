/** The explorer in a real browser: what it counts, its address, keyboard, reading without script, weight. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyCases } from "../scripts/demo/many-cases.ts";
import { launchChromium } from "../scripts/lib/chromium/launch.ts";
import { serve } from "../scripts/lib/serve.ts";
import { datasets } from "../src/datasets/index.ts";
import { type FileHead, queryOf, searchOf } from "../src/explore/head.ts";
import { exploreHref } from "../src/explore/href.ts";
import { explored, fileOf } from "../src/explore/pages.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { axeFaults } from "./support/axe.ts";
import { builtOf } from "./support/built.ts";
import { sidewaysScroll, smallTargets, textFaults, weakColours } from "./support/look.ts";
import { randomBytes } from "./support/random.ts";

const { site: dist, data } = await builtOf("demo");
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let site: Site;

beforeAll(async () => {
  site = (await loadSite(diskFolder(data))).site!;
  // Under a sub-path: everything the explorer asks for is relative.
  [server, browser] = await Promise.all([serve(dist, { base: "/a/b/" }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type PublicRow = Record<string, unknown> & { count: number };
/** The rows of a dataset as anybody downloads them. */
function released(id: string): (PublicRow & { year: string })[] {
  return readdirSync(join(dist, "data"))
    .map((year) => [year, join(dist, "data", year, `${id}.json`)] as const)
    .filter(([year, file]) => /^\d{4}$/.test(year) && existsSync(file))
    .flatMap(([year, file]) => {
      const text = readFileSync(file, "utf8");
      return (JSON.parse(text).rows as PublicRow[]).map((row) => ({ ...row, year }));
    });
}
function sum(rows: readonly PublicRow[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}

/** A page in a context of its own, as axe needs it; the context is what is closed. */
async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  return context.newPage();
}
async function open(address: string, width = 1000): Promise<Page> {
  const page = await newPage(width);
  page.on("pageerror", (error) => expect.fail(error.message));
  await page.goto(new URL(address, server.url).href);
  await answered(page);
  return page;
}
/** Waits until the page shows the answer to what was last asked. */
async function answered(page: Page, do_?: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(
    () => document.querySelector<HTMLElement>("#explore")?.dataset.shown,
  );
  await do_?.();
  await page.waitForFunction(
    (shown) => {
      const now = document.querySelector<HTMLElement>("#explore")?.dataset.shown;
      return now !== undefined && now !== shown;
    },
    do_ ? before : undefined,
  );
}
const FOUND = new RegExp(`[\\d,]+(?=${datasets.map(({ unit }) => unit).join("|")})`);
const found = async (page: Page) =>
  Number(FOUND.exec((await page.locator(".found").textContent()) ?? "")?.[0].replace(/,/g, ""));
async function tick(page: Page, facet: string, word: string): Promise<void> {
  const details = page.locator(`details[data-key="${facet}"]`);
  if (!(await details.evaluate((node) => (node as HTMLDetailsElement).open))) {
    await details.locator("summary").click();
  }
  await answered(page, () => details.locator(`li[data-word="${word}"] label`).click());
}
function counts(page: Page, facet: string): Promise<Record<string, number>> {
  return page.evaluate(
    (key) =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>(`details[data-key="${key}"] li`)].map((item) => [
          item.dataset.word!,
          // 12件, 没有填写的3; 未列明 is no number.
          Number(item.querySelector("b")!.textContent!.replace(/\D/g, "")),
        ]),
      ),
    facet,
  );
}

describe("filters", () => {
  it("count as a count by hand does, facets included", async () => {
    const page = await open("explore/complaints/");
    const rows = released("complaints");
    // Tickets of the latest year alone: messages and other years are never added.
    const { amount } = site.latest.figures.get("complaints")!;
    expect(await found(page)).toBe(amount.state === "known" ? amount.value : -1);
    await tick(page, "year", "2024");
    await tick(page, "channel", "数字城管");
    await tick(page, "channel", "12319热线");
    await tick(page, "timeliness", "按时办结");
    const channels = ["数字城管", "12319热线"];
    const taken = rows.filter(
      (row) =>
        row.year === "2024" &&
        channels.includes(row.channel as string) &&
        row.timeliness === "按时办结",
    );
    expect(sum(taken)).toBeGreaterThan(100);
    expect(await found(page)).toBe(sum(taken));
    const streets = await counts(page, "street");
    for (const [word, matters] of Object.entries(streets)) {
      expect(sum(taken.filter(({ street }) => (street ?? "") === word)), word).toBe(matters);
    }
    // Under its own filter a facet counts what another choice would give.
    const others = rows.filter((row) => row.year === "2024" && row.timeliness === "按时办结");
    for (const [word, matters] of Object.entries(await counts(page, "channel"))) {
      expect(sum(others.filter(({ channel }) => (channel ?? "") === word)), word).toBe(matters);
    }
    await page.context().close();
  });

  it("search words, sort and turn pages", async () => {
    const page = await open("explore/publicity/");
    const rows = released("publicity").filter((row) => JSON.stringify(row).includes("燃气"));
    await answered(page, () => page.locator("#q").fill("燃气"));
    expect(await page.locator("caption").textContent()).toContain(`共${rows.length}行`);
    expect(await page.locator("tbody tr").count()).toBe(Math.min(50, rows.length));
    await answered(page, () => page.locator("#q").fill(""));
    await answered(page, () => page.locator("#sort").selectOption("-participants"));
    const cells = () => page.locator('tbody td[data-label="参与人次"]').allTextContents();
    const top = (await cells()).map(Number);
    expect(top).toEqual([...top].sort((a, b) => b - a));
    const [before] = await cells();
    await answered(page, () => page.getByRole("button", { name: "下一页" }).click());
    expect((await cells())[0]).not.toBe(before);
    expect(new URL(page.url()).searchParams.get("page")).toBe("2");
    await page.context().close();
  });

  it("never show a number of 1 to 4 about complaints, whatever is chosen", async () => {
    const page = await open("explore/complaints/");
    const random = randomBytes(60, 7);
    for (let i = 0; i < 20; i++) {
      // A year alone is no filter: its numbers are the published ones.
      const facets = await page.locator('details[data-key]:not([data-key="year"])').all();
      const facet = (await facets[random[i * 3]! % facets.length]!.getAttribute("data-key"))!;
      const items = page.locator(`details[data-key="${facet}"] li:not([hidden])`);
      const words = await items.evaluateAll((all) =>
        all.map((item) => (item as HTMLElement).dataset.word!),
      );
      // Of a column none of whose words is left nothing can be chosen.
      if (words.length === 0) continue;
      await tick(page, facet, words[random[i * 3 + 1]! % words.length]!);
      if ((await page.locator(".picks li").count()) === 0) continue;
      for (const one of facets) {
        const all = Object.values(await counts(page, (await one.getAttribute("data-key"))!));
        expect(all.filter((n) => n > 0 && n < 5)).toEqual([]);
      }
      if (i % 4 === 3) await page.goto(new URL("explore/complaints/", server.url).href);
      if (i % 4 === 3) await answered(page);
    }
    await page.context().close();
  });
});

describe("the address", () => {
  it("carries the state; back and forward follow it", async () => {
    const page = await open("explore/complaints/?year=2024&street=澄砚街道&by=category");
    const first = await found(page);
    expect(await page.locator('details[data-key="street"] input:checked').inputValue()).toBe(
      "澄砚街道",
    );
    expect(await page.locator("#by").inputValue()).toBe("category");
    await tick(page, "timeliness", "按时办结");
    const second = await found(page);
    expect(second).toBeLessThan(first);
    expect(new URL(page.url()).searchParams.getAll("timeliness")).toEqual(["按时办结"]);
    await answered(page, () => page.goBack());
    expect(await found(page)).toBe(first);
    expect(await page.locator('details[data-key="timeliness"] input:checked').count()).toBe(0);
    await answered(page, () => page.goForward());
    expect(await found(page)).toBe(second);
    // The address alone gives the same to somebody else.
    const other = await open(page.url());
    expect(await found(other)).toBe(second);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  it("goes through unchanged, and nonsense in it does no harm", async () => {
    const columns = [
      {
        key: "year",
        label: "年度",
        kind: "word",
        facet: true,
        ordered: true,
        shown: true,
        values: [""],
      },
    ] as const;
    for (const search of [
      "",
      "?year=2024&year=2023&q=%E7%87%83%E6%B0%94&sort=-year&page=3",
      "?year=",
    ]) {
      const query = queryOf(search, columns, "year");
      expect(queryOf(searchOf(query, "year"), columns, "year")).toEqual(query);
    }
    const page = await open(
      "explore/cases/?page=999999&sort=-nothing&by=%3Cb%3E&field=%3Cscript%3E&page=-1",
    );
    expect(await page.locator(".found").textContent()).toBe("没有符合条件的");
    expect(await page.locator("main script").count()).toBe(1);
    await page.context().close();
  });

  it("of a number shows exactly the rows that it counts", async () => {
    const year = site.latest;
    const addresses: { href: string; value: number }[] = [];
    let none = 0;
    for (const figure of year.figures.values()) {
      const groups = [undefined, ...(figure.groups ?? []).map(({ word }) => word)];
      for (const group of groups) {
        const href = exploreHref("", year, figure.metric, group);
        const amount =
          group === undefined
            ? figure.computed
            : figure.groups!.find(({ word }) => word === group)!.amount;
        if (href === null) none++;
        else addresses.push({ href, value: amount.state === "known" ? amount.value : -1 });
      }
    }
    expect(addresses.length).toBeGreaterThan(40);
    expect(none).toBeGreaterThan(10);
    for (const { href, value } of addresses.filter((_, i) => i % 5 === 0)) {
      const page = await open(href);
      expect(await found(page), href).toBe(value);
      await page.context().close();
    }
  });
});

describe("what is taken away", () => {
  it("is a zip of the lines found and a text that says how", async () => {
    const page = await open("explore/complaints/?year=2024&channel=数字城管");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#save").click(),
    ]);
    expect(download.suggestedFilename()).toBe("演示数据-示例市综合执法局-complaints-2024-筛选.zip");
    const files = unzip(readFileSync(await download.path()));
    const csv = files.get("演示数据-示例市综合执法局-complaints-2024-筛选.csv")!;
    expect(csv.startsWith("\ufeff年度,渠道,")).toBe(true);
    const lines = csv.trimEnd().split("\r\n").slice(1);
    const taken = released("complaints").filter(
      (row) => row.year === "2024" && row.channel === "数字城管",
    );
    expect(lines.length).toBe(taken.length);
    expect(
      lines.every((line) => line.startsWith("2024,数字城管,") && line.endsWith(",演示数据")),
    ).toBe(true);
    const readme = files.get("README.txt")!;
    expect(readme).toContain("筛选条件：年度：2024；渠道：数字城管");
    expect(readme).toContain(page.url());
    expect(readme).toContain("演示数据");
    await page.context().close();
  });

  it("and the file behind it hold public columns only, and no line about people under five", () => {
    for (const id of readdirSync(join(dist, "explore")).filter((name) => !name.includes("."))) {
      const bytes = gunzipSync(readFileSync(join(dist, "explore", id, "rows.gz")));
      const size = bytes.readUInt32LE(0);
      const head: FileHead = JSON.parse(bytes.subarray(4, 4 + size).toString("utf8"));
      const dataset = site.latest.release(id)!.dataset;
      for (const { key, label } of head.columns) {
        expect(dataset.columns[key]?.private, label).toBeUndefined();
      }
      if (dataset.people === true) {
        expect(head.columns.map(({ key }) => key).sort()).toEqual(
          ["year", "count", ...dataset.explore!].sort(),
        );
        expect(Math.min(...head.weights.slice(1))).toBeGreaterThanOrEqual(5);
      }
      expect(JSON.stringify(head)).not.toMatch(/GD20\d{6}|示城执/);
      const told = head.parts.flatMap(({ columns }) =>
        Object.entries(columns).map(([key, totals]) => ({
          key,
          values: totals.map(({ word }) => word),
        })),
      );
      for (const { key, values } of [...head.columns, ...told]) {
        const days = values.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(value));
        expect(days.length === 0 || dataset.columns[key]?.daily === true, key).toBe(true);
      }
    }
  });
});

describe("everybody", () => {
  const pages = ["explore/", "explore/complaints/", "explore/cases/", "explore/publicity/"];

  it("without script reads counts, bars, fifty rows and finds the files", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const address of pages.slice(1)) {
      await page.goto(new URL(address, server.url).href);
      expect(await page.locator("tbody tr").count()).toBe(50);
      expect(await page.locator(".bars li").count()).toBeGreaterThan(3);
      expect(await page.locator("input:visible, select:visible, button:visible").count()).toBe(0);
      const links = await page.locator('main a[href$=".csv"]').all();
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        const href = await link.evaluate((node) => (node as HTMLAnchorElement).href);
        expect((await page.request.get(href)).status()).toBe(200);
      }
    }
    await context.close();
  });

  it("whose host does not unpack the rows gets the same", async () => {
    const address = "explore/cases/?year=2024";
    const unpacked = await open(address);
    const page = await newPage(1000);
    await page.route("**/rows.gz*", (route) =>
      route.fulfill({
        path: join(dist, "explore/cases/rows.gz"),
        contentType: "application/octet-stream",
      }),
    );
    await page.goto(new URL(address, server.url).href);
    await answered(page);
    expect(await found(page)).toBe(await found(unpacked));
    await Promise.all([page.context().close(), unpacked.context().close()]);
  });

  it("whose rows do not arrive is told so and reads on", async () => {
    const page = await newPage(1000);
    await page.route("**/rows.gz*", (route) => route.abort());
    await page.goto(new URL("explore/cases/", server.url).href);
    await page.locator(".failed").waitFor();
    expect(await page.locator("input:visible, select:visible, button:visible").count()).toBe(0);
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.context().close();
  });

  it("by keyboard alone opens a facet, ticks, takes a condition away", async () => {
    const page = await open("explore/litigation/");
    const focus = () =>
      page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement;
        return `${active.tagName} ${active.value ?? active.textContent?.trim()}`;
      });
    const tabTo = async (wanted: RegExp) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press("Tab");
        if (wanted.test(await focus())) return;
      }
      expect.fail(`${wanted} is not reached; the focus is on ${await focus()}`);
    };
    const all = await found(page);
    await tabTo(/^SUMMARY .*类别/);
    await page.keyboard.press("Enter");
    await tabTo(/^INPUT 行政复议/);
    await answered(page, () => page.keyboard.press("Space"));
    const some = await found(page);
    expect(some).toBeLessThan(all);
    expect(await focus()).toBe("INPUT 行政复议");
    expect(await page.locator(".found").getAttribute("role")).toBe("status");
    await page.locator(".picks button").first().focus();
    await answered(page, () => page.keyboard.press("Enter"));
    expect(await found(page)).toBe(all);
    // Where the button was, the result is.
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("found");
    await page.context().close();
  });

  it.each([320, 360, 768, 1440])("at %i px: no fault that axe or a ruler finds", async (width) => {
    for (const address of pages) {
      const query = address === "explore/complaints/" ? "?year=2024&by=street" : "";
      const page =
        address === "explore/" ? await newPage(width) : await open(address + query, width);
      if (address === "explore/") await page.goto(new URL(address, server.url).href);
      for (const summary of (await page.locator(".facets summary").all()).slice(0, 2)) {
        await summary.click();
      }
      expect(await page.evaluate(sidewaysScroll), address).toEqual([]);
      const { small } = await page.evaluate(smallTargets);
      // A box is ticked by its label.
      expect(
        small.filter((one) => !one.includes("in <label")),
        address,
      ).toEqual([]);
      const labels = await page.evaluate(() =>
        [...document.querySelectorAll("details[open] li:not([hidden]) label")].map(
          (label) => label.getBoundingClientRect().height,
        ),
      );
      expect(Math.min(...labels, 44)).toBeGreaterThanOrEqual(43.5);
      expect((await page.evaluate(textFaults)).faults, address).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect((await page.evaluate(weakColours)).weak, `${address} ${colorScheme}`).toEqual([]);
        // One declaration: axe looks at each page once, and at the fullest at each width.
        if (width === 320 || (width > 360 && address !== "explore/complaints/")) continue;
        // What may be wrong in the dark and right in the light.
        const dark = colorScheme === "dark" && ({ kept: true, rules: "colours" } as const);
        expect(await axeFaults(page, { ...dark }), `${address} ${colorScheme}`).toEqual([]);
      }
      await page.context().close();
    }
  });
});

it("100,000 rows, each of its own, weigh at most 1.5 MB with the page and its script", async () => {
  const { site: many } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n",
      "2024/cases.csv": manyCases(2024, 100_000),
    }),
  );
  const table = explored(many!).find(({ dataset }) => dataset.id === "cases")!;
  expect(table.lines).toBe(100_000);
  const rows = fileOf(many!, table).byteLength;
  const page = await newPage(1440);
  const sizes: Promise<number>[] = [];
  page.context().on("requestfinished", (request) => {
    if (request.url().includes("/rows.gz")) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(new URL("explore/cases/", server.url).href);
  await answered(page);
  // Whose second answer is here has all its files.
  await answered(page, () => page.locator("#q").fill("普通"));
  await page.context().close();
  const beside = (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
  expect(beside).toBeGreaterThan(10_000);
  expect(rows).toBeGreaterThan(100_000);
  expect(rows + beside).toBeLessThanOrEqual(1_500_000);
});

/** Files of a zip by name. */
function unzip(bytes: Buffer): Map<string, string> {
  const entries = Object.entries(unzipSync(bytes));
  return new Map(entries.map(([name, content]) => [name, Buffer.from(content).toString("utf8")]));
}
