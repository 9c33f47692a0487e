/** Reading pages on an old phone, without any style, with text twice as large, in forced colours. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addressesOf, openSite } from "./support/browser.ts";
import { cutNumbers, cutWords, lineFaults, sidewaysScroll, textFaults } from "./support/look.ts";
import { oldSheet } from "./support/old-sheet.ts";
import { SITES } from "./support/sites.ts";

test("an old browser's sheet lacks what it does not know, and nothing else", () => {
  expect(
    oldSheet(
      "a{color:red;text-wrap:balance}@container (min-width:1em){b{color:red}}p:has(a){color:red}@media print{.x :is(b,i){color:red}i{aspect-ratio:1;margin:0}}.g{display:grid;grid-template-columns:subgrid}",
    ),
  ).toBe("a{color:red}@media print{i{;margin:0}}.g{display:grid}");
});

/** One of each kind of page that is read. */
const KINDS = [
  /^$/,
  /^\d{4}\/$/,
  /^(?:cases|complaints|litigation|publicity|supervision)\/$/,
  /^(?:findings|figures|charts|compare|data|about|report-error|search|sitemap)\/$/,
  /^questions\/[^/]+\/$/,
  /^streets\/[^/]+\/$/,
  /^categories\/[^/]+\/$/,
  /^figures\/(?:cases-by-field|reconsiderations|fines)\/$/,
  /^charts\/(?:head-appearances|cases-by-field)\/$/,
];

describe.each(SITES)("$name", ({ folder, demo, latest }) => {
  const all = addressesOf(folder);
  const read = KINDS.flatMap((kind) => all.filter((address) => kind.test(address)).slice(0, 6));
  const site = openSite(() => folder);

  /** What is found on each page, with its address. */
  async function faultsOf(
    addresses: readonly string[],
    look: (page: Page) => Promise<readonly string[]>,
    width: number,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<string[]> {
    const found = await site.read(
      addresses,
      async (page, address) => (await look(page)).map((fault) => `/${address} ${width}: ${fault}`),
      { viewport: { width, height: 800 } },
      prepare,
    );
    return found.flat();
  }

  test.each([360, 1280])(
    "an old browser, %i px: nothing touches, nothing sideways",
    async (width) => {
      const faults = await faultsOf(
        read,
        async (page) => {
          const wide = await page.evaluate(sidewaysScroll);
          const alone = (await page.evaluate(lineFaults)).filter((fault) =>
            /^<h\d>.*alone$/.test(fault),
          );
          return [...(await page.evaluate(textFaults)).faults, ...wide, ...alone];
        },
        width,
        (page) =>
          page.route("**/style.css*", async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, body: oldSheet(await response.text()) });
          }),
      );
      expect(faults).toEqual([]);
      expect(read.length).toBeGreaterThan(15);
    },
  );

  test("without a style sheet each chart is there once, and what is folded opens", async () => {
    const faults = await faultsOf(
      all.filter((address) =>
        /^(?:$|cases\/|complaints\/|charts\/$|figures\/$|questions\/lost\/$|streets\/[^/]+\/$)/.test(
          address,
        ),
      ),
      (page) =>
        page.evaluate(() => {
          const faults: string[] = [];
          for (const draw of document.querySelectorAll(".draw")) {
            const shown = [...draw.querySelectorAll("svg")].filter(
              (svg) => svg.getClientRects().length > 0,
            );
            if (shown.length !== 1) faults.push(`${shown.length} drawings`);
            for (const mark of shown[0]?.querySelectorAll("path, rect, circle") ?? []) {
              const { fill, stroke } = getComputedStyle(mark);
              if (fill === "none" && stroke === "none") faults.push("a mark that is not seen");
            }
          }
          for (const wide of document.querySelectorAll("svg.wd"))
            if (wide.getClientRects().length > 0) faults.push("drawn twice");
          for (const svg of document.querySelectorAll<SVGElement>(".small svg"))
            if (svg.getBoundingClientRect().width > 120) faults.push("a small picture is large");
          const seen = (node: Element | null) => node?.checkVisibility() ?? false;
          for (const fold of document.querySelectorAll("details")) {
            const summary = fold.querySelector("summary");
            if (!seen(summary)) faults.push("a fold without its name");
            if (!fold.open) summary?.click();
            if (!fold.open || !seen(summary!.nextElementSibling))
              faults.push(`“${summary?.textContent}” does not open`);
          }
          return faults;
        }),
      360,
      (page) => page.route("**/style.css*", (route) => route.abort()),
    );
    expect(faults).toEqual([]);
  });

  test.each([360, 768])(
    "%i px, text twice as large: a word of a table is not cut into single characters",
    async (width) => {
      const faults = await faultsOf(
        all.filter((address) => /^(?:figures|compare|findings|data)\/$/.test(address)),
        async (page) => {
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "200%";
          });
          return page.evaluate(() =>
            [...document.querySelectorAll("main :is(th, td)")].flatMap((cell) => {
              const { width, height } = cell.getBoundingClientRect();
              const text = (cell.textContent ?? "").trim();
              const size = Number.parseFloat(getComputedStyle(cell).fontSize);
              const line = Number.parseFloat(getComputedStyle(cell).lineHeight) || size * 1.5;
              if (width === 0 || !/\p{Script=Han}{4}/u.test(text)) return [];
              const lines = Math.round(height / line);
              return width < size * 4 && lines > 2
                ? [`“${text.slice(0, 12)}” on ${lines} lines of ${Math.round(width)} px`]
                : [];
            }),
          );
        },
        width,
      );
      expect(faults).toEqual([]);
    },
  );

  test("360 px, text twice as large: headings break as text does, no number is cut", async () => {
    const faults = await faultsOf(
      read,
      async (page) => {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = "200%";
        });
        const cut = await page.evaluate(cutNumbers);
        const lines = (await page.evaluate(lineFaults)).filter(
          (fault) => /^<h\d>/.test(fault) && !fault.endsWith("alone"),
        );
        return [...cut, ...lines];
      },
      360,
    );
    expect(faults).toEqual([]);
  });

  test("1280 px: what is said of a drawing stands beside it, from its top on", async () => {
    const faults = await faultsOf(
      all.filter((address) =>
        /^(?:cases|complaints|litigation|publicity|supervision)\/$/.test(address),
      ),
      (page) =>
        page.evaluate(() =>
          [...document.querySelectorAll(".told figure")].flatMap((figure) => {
            const [head, drawing, first] = [...figure.children].map((one) =>
              one.getBoundingClientRect(),
            );
            const fold = figure.querySelector(".fold")!.getBoundingClientRect();
            const isFold = first!.top === fold.top;
            const isBeside = first!.left > drawing!.right && first!.top < drawing!.top + 24;
            const isBelow = drawing!.top >= head!.bottom && fold.top >= drawing!.bottom;
            return (isBeside || isFold) && isBelow
              ? []
              : [figure.textContent?.trim().slice(0, 30) ?? ""];
          }),
        ),
      1280,
    );
    expect(faults).toEqual([]);
  });

  test("360 px, lists of streets and kinds: the rows stand in columns", async () => {
    const faults = await faultsOf(
      all.filter((address) => /^(?:streets|categories)\/$/.test(address)),
      (page) =>
        page.evaluate(() => {
          const edges = (selector: string, side: "left" | "right") =>
            new Set(
              [...document.querySelectorAll(`.subjects ${selector}`)]
                .filter((cell) => cell.textContent?.trim())
                .map((cell) => {
                  const range = document.createRange();
                  range.selectNodeContents(cell);
                  return Math.round((side === "left" ? cell : range).getBoundingClientRect()[side]);
                }),
            );
          const columns = [
            ["tbody th", "left"],
            [".count", "right"],
            [".half", "left"],
            [".nine", "left"],
            [".rate", "left"],
          ] as const;
          return columns.flatMap(([selector, side]) => {
            const found = [...edges(selector, side)];
            return found.length > 1 ? [`${selector} ${side} at ${found}`] : [];
          });
        }),
      360,
    );
    expect(faults).toEqual([]);
  });

  test("360 px, every page: no line begins with 、；？, nothing ends in one character, no word is cut", async () => {
    // The demo's earlier years say the same of other numbers.
    const isEarlier = (address: string) =>
      demo && /\/\d{4}\//.test(`/${address}`) && !address.includes(`${latest}/`);
    const pages = all.filter((address) => !address.startsWith("embed/") && !isEarlier(address));
    let words = 0;
    const faults = await faultsOf(
      pages,
      async (page) => {
        const { looked, cut } = await page.evaluate(cutWords);
        words += looked;
        return [...(await page.evaluate(lineFaults)), ...cut];
      },
      360,
    );
    expect(words).toBeGreaterThan(1000);
    // The sheet of the explorer's own table stands in its head, which is not taken in.
    expect(faults.filter((fault) => !/^\/explore\/.*<t[dh]>/.test(fault))).toEqual([]);
    expect(pages.length).toBeGreaterThan(150);
  });
});
