/** On paper: pages are numbered, nothing is parted from what announces it, the explorer prints its table. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { SITES } from "./support/sites.ts";

/** A4 within its margins, at 96 px to the inch. */
const SHEET = { width: 658, height: 987 };

describe.each(SITES)("$name", ({ folder, latest }) => {
  const site = openSite(() => folder);
  const documentOf = (address: string) =>
    (
      parseHTML(readFileSync(join(folder, fileOf(address)), "utf8")) as unknown as {
        document: Document;
      }
    ).document;
  const onPaper = async (address: string, look: (page: Page) => Promise<void>) => {
    await site.visit(
      [address],
      async (page) => {
        await page.emulateMedia({ media: "print" });
        await look(page);
      },
      { viewport: SHEET },
    );
  };

  test("pages carry their number", () => {
    const sheet = readFileSync(join(folder, "style.css"), "utf8");
    expect(sheet).toMatch(
      /@page ?\{[^}]*@bottom-right ?\{[^}]*counter\(page\)[^}]*counter\(pages\)/,
    );
  });

  test("what announces something is not parted from it", async () => {
    const topics = addressesOf(folder).filter((address) =>
      /^(?:cases|complaints|charts|\d{4})\/$/.test(address),
    );
    for (const address of topics) {
      await onPaper(address, async (page) => {
        const parted = await page.evaluate(() => {
          const keeps = (node: Element, name: "breakAfter" | "breakInside", value: string) =>
            getComputedStyle(node)[name] === value;
          const heads = [
            ...document.querySelectorAll(
              "main :is(h1, h2, h3, figcaption, .asked, .tag, .sub, caption, thead)",
            ),
            // In the gallery what is asked ends an entry.
          ].filter((node) => !node.closest(".pic") && !keeps(node, "breakAfter", "avoid"));
          // A table may stand on the next sheet, its drawing not in two.
          const wholes = [
            ...document.querySelectorAll("main :is(figcaption, .draw, tr, .find)"),
            // A short table neither.
            ...[...document.querySelectorAll("main .tbl")].filter(
              (table) => table.querySelectorAll("tbody tr").length <= 6,
            ),
          ].filter((node) => !keeps(node, "breakInside", "avoid"));
          const bare = [...document.querySelectorAll("main section")].filter(
            (part) =>
              part.getClientRects().length > 0 &&
              [...part.children].every(
                (child) => child.matches("h2, h3") || child.getClientRects().length === 0,
              ),
          );
          return [...heads, ...wholes, ...bare].map((node) => node.outerHTML.slice(0, 80));
        });
        expect(parted, address).toEqual([]);
      });
    }
    expect(topics.length).toBeGreaterThan(2);
  });

  test("a short table stands beside its drawing, which is narrow, and they are on one sheet", async () => {
    await onPaper("litigation/", async (page) => {
      const figures = await page.evaluate(() =>
        [...document.querySelectorAll("main section.told figure")].flatMap((figure) => {
          const table = figure.querySelector("table");
          const drawing = figure.querySelector(".draw");
          if (!table || !drawing) return [];
          const [a, b] = [drawing, table].map((node) => node.getBoundingClientRect());
          const slim = [...table.rows].every(({ cells }) => cells.length < 3);
          const whole = getComputedStyle(figure).breakInside === "avoid";
          const seen = [...drawing.querySelectorAll("svg")].filter(
            (svg) => svg.getClientRects().length > 0,
          );
          const kind = `${seen.map((svg) => svg.getAttribute("class")).join()} ${whole}`;
          return [{ slim, kind, beside: b!.left >= a!.right, apart: b!.top >= a!.bottom }];
        }),
      );
      const [slim, wide] = [true, false].map((is) => figures.filter((one) => one.slim === is));
      expect(slim!.map(({ kind, beside }) => [kind, beside])).toEqual(
        slim!.map(() => ["nw true", true]),
      );
      expect(wide!.filter(({ kind, apart }) => kind !== "wd false" || !apart)).toEqual([]);
      expect(slim!.length).toBeGreaterThan(1);
    });
  });

  test("a table of two rows does not tie what follows it to itself", async () => {
    await onPaper("complaints/charts/", async (page) => {
      const tied = await page.evaluate(
        () =>
          [...document.querySelectorAll("main .chart table tbody tr:last-child")].filter(
            (row) => getComputedStyle(row).breakAfter === "avoid",
          ).length,
      );
      expect(tied).toBe(0);
    });
  });

  test("the last page is not the footer alone", async () => {
    await site.visit(["cases/", "litigation/"], async (page, address) => {
      await page.emulateMedia({ media: "print" });
      const end = await page.evaluate(() => {
        const { content, breakBefore, breakAfter } = getComputedStyle(
          document.querySelector("main")!,
          "::after",
        );
        return [content, breakBefore, breakAfter];
      });
      expect(end, address).toEqual(['""', "avoid", "avoid"]);
    });
    await onPaper("figures/", async (page) => {
      const kept = await page.evaluate(() => {
        const foot = getComputedStyle(document.querySelector("footer")!);
        const head = getComputedStyle(document.querySelector(".ledger thead")!);
        return [foot.breakBefore, foot.breakInside, foot.paddingBottom, head.display];
      });
      expect(kept).toEqual(["avoid", "avoid", "0px", "table-row-group"]);
    });
  });

  test("a question's years are named on paper, and their drawings are no larger than their words", async () => {
    await onPaper("questions/lost/", async (page) => {
      const years = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".past")].map((past) => ({
          text: past.innerText,
          wide: past.querySelector("svg")?.getBoundingClientRect().width ?? 0,
        })),
      );
      expect(years.filter(({ text }) => !/20\d\d年/.test(text))).toEqual([]);
      expect(years.filter(({ wide }) => wide > 328)).toEqual([]);
      expect(years.length).toBeGreaterThan(0);
    });
  });

  test("the explorer prints the rows as a table with its conditions, and no controls", async () => {
    const table = addressesOf(folder).find((address) => /^explore\/[^/]+\/$/.test(address))!;
    await site.visit(
      [`${table}?year=${latest}`],
      async (page) => {
        await page.waitForFunction(
          () => Number(document.querySelector<HTMLElement>("#explore")!.dataset.shown) > 0,
        );
        await page.emulateMedia({ media: "print" });
        const shown = await page.evaluate(() => {
          const seen = (selector: string) =>
            [...document.querySelectorAll(selector)].filter(
              (node) => node.getClientRects().length > 0,
            );
          return {
            row: getComputedStyle(document.querySelector(".lines tbody tr")!).display,
            head: seen(".lines thead th").length,
            controls: seen("#explore :is(input, select, button)").length,
            conditions: seen(".facets summary").map((node) => node.textContent?.trim()),
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          };
        });
        expect(shown).toMatchObject({
          row: "table-row",
          controls: 0,
          conditions: [`年度：${latest}`],
          wide: 0,
        });
        expect(shown.head).toBeGreaterThan(2);
      },
      { viewport: SHEET },
    );
  });

  test("the year's report has a link to its copy for paper, which opens the print dialog", async () => {
    const link = documentOf(`${latest}/`).querySelector('main a[href$="/print/"]');
    expect(link?.textContent).toBe("打印年度报告");
    const address = `${latest}/print/`;
    expect(existsSync(join(folder, fileOf(address)))).toBe(true);
    const [report, copy] = [`${latest}/`, address].map((one) => {
      const document = documentOf(one);
      return [...document.querySelectorAll("main section")].map((part) => part.textContent);
    });
    expect(copy).toEqual(report);
    const context = await site.browser.newContext();
    await context.addInitScript("window.print = () => { window.printed = true; }");
    const page = await context.newPage();
    await page.goto(new URL(address, site.url).href);
    expect(await page.evaluate("window.printed")).toBe(true);
    await context.close();
  });
});
