/** The explorer on a phone, without script, in forced colours; and the way to it from a topic's charts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { topics } from "../src/topics/index.ts";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";

const folder = await built("demo");
const site = openSite(() => folder);
const PHONE = { viewport: { width: 360, height: 640 } };
const CASES = "explore/cases/";

const answered = async (page: Page, act: () => Promise<unknown>) => {
  const shown = () =>
    page.evaluate(() => document.querySelector<HTMLElement>("#explore")!.dataset.shown);
  const before = await shown();
  await act();
  await page.waitForFunction(
    (old) => document.querySelector<HTMLElement>("#explore")!.dataset.shown !== old,
    before,
  );
};
const ready = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector<HTMLElement>("#explore")!.dataset.shown !== undefined,
  );
/** Where an element stands in the window: its upper and lower edge. */
const edges = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const { top, bottom } = document.querySelector(wanted)!.getBoundingClientRect();
    return { top: Math.round(top), bottom: Math.round(bottom) };
  }, selector);

test("after a tick the result stays in sight, whichever column is ticked", async () => {
  await site.visit(
    [CASES],
    async (page) => {
      await ready(page);
      const columns = await page.locator("details[data-key]").count();
      for (let i = 0; i < columns; i++) {
        const column = page.locator("details[data-key]").nth(i);
        await column.locator("summary").click();
        const box = column.locator("li:not([hidden]) input").first();
        await answered(page, () => box.click());
        const { top, bottom } = await edges(page, ".found");
        expect(top, `column ${i}`).toBeGreaterThanOrEqual(0);
        expect(bottom, `column ${i}`).toBeLessThanOrEqual(640);
        await answered(page, () => box.click());
        await column.locator("summary").click();
      }
      expect(columns).toBeGreaterThan(5);
    },
    PHONE,
  );
});

test("下一页 goes to the top of the table, and the keyboard with it", async () => {
  await site.visit(
    [CASES],
    async (page) => {
      await ready(page);
      await answered(page, () => page.getByRole("button", { name: "下一页" }).click());
      const { top } = await edges(page, ".lines table");
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(40);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TABLE");
    },
    PHONE,
  );
});

test("without script no control is shown", async () => {
  await site.visit(
    [CASES],
    async (page) => {
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll("main :is(input, select, button, textarea)")].filter(
          (node) => node.getClientRects().length > 0,
        ),
      );
      expect(shown).toEqual([]);
      expect(await page.locator(".lines tbody tr").count()).toBeGreaterThan(20);
    },
    { ...PHONE, javaScriptEnabled: false },
  );
});

test("bars stay in forced colours", async () => {
  await site.visit(
    [CASES],
    async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      const [bar, paper] = await page.evaluate(() =>
        [document.querySelector(".bars i:not(.open)")!, document.body].map(
          (node) => getComputedStyle(node).backgroundColor,
        ),
      );
      expect(bar).not.toBe(paper);
      expect(bar).not.toBe("rgba(0, 0, 0, 0)");
    },
    PHONE,
  );
});

test("a question that counts rows leads to them in one tap", () => {
  const of = (address: string) => readFileSync(join(folder, fileOf(address)), "utf8");
  const counting = addressesOf(folder).filter(
    (address) => /^questions\/[^/]+\/$/.test(address) && /共?[\d,]+行/.test(of(address)),
  );
  const without = counting.filter(
    (address) => !/href="[^"]*explore\/\w+\/\?year=\d{4}/.test(of(address)),
  );
  expect(without).toEqual([]);
  expect(counting.length).toBeGreaterThan(3);
});

test("a topic's charts lead to the rows behind them, with the filter set", async () => {
  const links = topics.flatMap(({ id }) => {
    const html = readFileSync(join(folder, fileOf(`${id}/`)), "utf8");
    const { document } = parseHTML(html) as unknown as { document: Document };
    return [...document.querySelectorAll<HTMLAnchorElement>('.acts a[href*="explore/"]')].map(
      (link) => ({
        label: link.textContent?.replace("逐行：", "") ?? "",
        address: link.getAttribute("href")!.replace(/^\.\.\//, ""),
        heads: [...(link.closest(".chart")?.querySelectorAll("thead th") ?? [])].map(
          (head) => head.textContent?.trim() ?? "",
        ),
        rows: [...(link.closest(".chart")?.querySelectorAll("tbody tr") ?? [])].map((row) =>
          [...row.children].map((cell) => cell.textContent?.trim() ?? ""),
        ),
      }),
    );
  });
  expect(links.length).toBeGreaterThan(5);
  for (const { address } of links) expect(address).toMatch(/^explore\/\w+\/\?year=\d{4}/);
  const words = links.filter(({ label, rows }) => rows.some(([word]) => word === label));
  expect(words.length).toBeGreaterThan(1);
  await site.visit(
    words.map(({ address }) => address),
    async (page, address) => {
      await page.waitForFunction(
        () => Number(document.querySelector<HTMLElement>("#explore")!.dataset.shown) > 0,
      );
      const [text = ""] = ((await page.textContent(".found")) ?? "").split("；");
      const count = /([\d,]+)\D*$/.exec(text)?.[1] ?? "none";
      const { label, heads, rows } = words.find((one) => one.address === address)!;
      // Where the years are columns, the one that the address names.
      const column = Math.max(1, heads.indexOf(/year=(\d{4})/.exec(address)?.[1] ?? ""));
      const value = rows.find(([word]) => word === label)?.[column] ?? "";
      expect(value.replace(/[^\d]/g, ""), text).toBe(count.replaceAll(",", ""));
    },
  );
});
