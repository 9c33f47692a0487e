/** Finding a word: any part of any word of any page, with script; a list of words without. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { excerptOf, Finder } from "../src/search/find.ts";
import { searchIndex } from "../src/search/index-file.ts";
import { packed, unpacked } from "../src/search/packed.ts";
import { pageText } from "../src/search/page-text.ts";
import { FIRST_HITS, hitsText } from "../src/search/say.ts";
import { axeFaults } from "./support/axe.ts";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { sidewaysScroll, smallTargets, textFaults } from "./support/look.ts";
import { SITES } from "./support/sites.ts";
import { anyCharacter } from "./support/tables.ts";

const MOST_BYTES = 60 * 1024;
const page = (main: string) => pageText(`<!doctype html><body>别处<main id="main">${main}</main>`)!;
test("the file holds the texts of every page, in their order", () => {
  const text = fc.string({ unit: anyCharacter, maxLength: 3 });
  const places = fc.array(fc.record({ id: text, texts: fc.array(text) }));
  const pages = fc.array(fc.tuple(text, fc.record({ title: text, places })));
  fc.assert(
    fc.property(pages, (all) => {
      const said = ({ texts, pages: of }: ReturnType<typeof searchIndex>) =>
        of.map(([address, title, ...own]) => [
          address,
          title,
          own.map(([id, ...numbers]) => [id, numbers.map((number) => texts[number])]),
        ]);
      const index = searchIndex(new Map(all));
      const read = unpacked(JSON.parse(JSON.stringify(packed(index))));
      expect(said(read)).toEqual(said(index));
    }),
  );
});

const finderOf = (pages: Record<string, string>) =>
  Finder.of(searchIndex(new Map(Object.entries(pages).map(([at, main]) => [at, page(main)]))));

describe("what a page says", () => {
  test("headings, sentences and names of lines, each at its place", () => {
    const { title, places } = page(
      `<h1>案件\u200b与<wbr>审核</h1><p>一&amp;二<b>三</b></p><nav>去别处</nav>
       <div class="chart cols" id="by-field"><figcaption><h2>规划最多</h2></figcaption>
       <div class="draw" role="img" aria-label="条形图"><svg><text>图里</text></svg></div>
       <p class="acts"><a>嵌入</a></p><table><thead><tr><th scope="col">领域</th></tr></thead>
       <tbody><tr id="燃气"><th scope="row">燃气</th><td class="num">51件</td></tr></tbody></table></div>
       <section><h2 id="next">安排</h2><table><tr><td>明年把执法公示的期限写进每一份决定书</td></tr></table></section>
       <pre>SELECT</pre><p>末尾</p>`,
    );
    expect(title).toBe("案件与审核");
    expect(places).toEqual([
      { id: "", texts: ["案件与审核", "一&二三", "末尾"] },
      { id: "by-field", texts: ["规划最多"] },
      { id: "燃气", texts: ["燃气"] },
      { id: "next", texts: ["安排", "明年把执法公示的期限写进每一份决定书"] },
    ]);
  });
});

describe("finding", () => {
  test.each([
    ["罚", ["a/", "b/"]],
    ["政处", ["a/"]],
    ["行政处罚", ["a/"]],
    ["罚款", ["b/"]],
    ["款罚", []],
    ["34", ["b/"]],
    ["１２３４５", ["b/"]],
    ["mg/m³", ["a/"]],
    ["MG", ["a/"]],
    ["没有的", []],
    ["处罚 罚", ["a/"]],
    ["处罚 罚款", []],
    ["，", []],
    ["", []],
    ["<img src=x onerror=alert(1)>", []],
  ])("“%s”", async (words, found) => {
    const finder = await finderOf({
      "a/": "<h1>行政处罚</h1><p>油烟不超过2mg/m³</p>",
      "b/": "<h1>罚款</h1><p>12345热线</p>",
    });
    expect(finder.find(words).map(({ href }) => href)).toEqual(found);
  });

  test.each([
    ["噪音", ["a/"], "没有哪一页写到“噪音”；1页写到“噪声”"],
    ["噪声", ["a/"], "1页写到“噪声”"],
    ["太吵 扰民", ["a/"], "没有哪一页写到“太吵 扰民”；1页写到“噪声 扰民”"],
    ["投诉", ["b/", "a/"], "2页写到“投诉”或“诉求”"],
    ["zsrm", ["a/"], "1页的标题按拼音是“zsrm”"],
    ["ZS", ["a/"], "1页的标题按拼音是“ZS”"],
    ["zaosheng", ["a/"], "1页的标题按拼音是“zaosheng”"],
    ["csv", ["b/"], "1页写到“csv”"],
    ["信访", [], "没有哪一页写到“信访”。换一个短一些的词，或者换一种说法，或者看下面的词。"],
    ["z", [], "没有哪一页写到“z”。换一个短一些的词，或者换一种说法，或者看下面的词。"],
  ])("as a citizen says it: %s", async (words, found, said) => {
    const finder = await Finder.of(
      searchIndex(
        new Map([
          ["categories/zaosheng/", page("<h1>噪声扰民：30件</h1><p>诉求</p>")],
          ["b/", page("<h1>投诉</h1><p>下载CSV</p>")],
        ]),
      ),
    );
    const looked = finder.look(words);
    const names: Record<string, string> = { "categories/zaosheng/": "a/" };
    expect(looked.hits.map(({ href }) => names[href] ?? href)).toEqual(found);
    expect(hitsText(words, looked)).toBe(said);
  });

  test("characters that stand apart are no word", async () => {
    const finder = await finderOf({ "a/": "<h1>甲乙</h1><p>乙丙</p>" });
    expect(finder.find("甲乙丙")).toEqual([]);
  });

  test("the page that is about it comes before those that mention it", async () => {
    const many = Object.fromEntries(
      [1, 2, 3].map((n) => [`${n}/`, `<h1>别的</h1><p>也说到燃气，${n}次</p>`]),
    );
    const finder = await finderOf({ ...many, "about/": "<h1>燃气</h1><p>全在这里</p>" });
    expect(finder.find("燃气")[0]?.href).toBe("about/");
  });

  test("an excerpt shows what was found, cut to what a phone shows", () => {
    const text = `${"前".repeat(50)}处罚${"后".repeat(90)}处罚`;
    const parts = excerptOf(text, ["处罚"]);
    expect(parts[1]).toBe("处罚");
    expect(parts[0]).toMatch(/^……前{16}$/);
    expect(parts.at(-1)).toMatch(/后……$/);
    expect(excerptOf("ＡＢ处罚", ["ab", "处罚"]).join("")).toBe("ＡＢ处罚");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, word) => {
        const whole = excerptOf(text, [word || "x"]).join("");
        expect(text).toContain(whole.replaceAll("……", ""));
      }),
    );
  });
});

describe.each(SITES)("$name", ({ folder, demo }) => {
  const html = readFileSync(join(folder, "search/index.html"), "utf8");
  const texts = join(folder, "search/texts.gz");
  const index = unpacked(JSON.parse(gunzipSync(readFileSync(texts)).toString()));
  const site = openSite(() => folder);
  const open = async (address: string, look: (page: Page) => Promise<void>, options = {}) => {
    await site.visit([address], look, options);
  };
  const ready = (page: Page, words: string) =>
    page.waitForFunction(
      (asked) => document.querySelector<HTMLElement>("#search")!.dataset.shown === asked,
      words,
    );

  test("every page but those that repeat others is in it, within its bytes", () => {
    // One entry a thing: the page of the latest year leads to those of earlier years.
    const repeated = /^(?:embed|search|sitemap|staff|404\.html|\d{4}\/print)|\/\d{4}(?:-\d{4})?\//;
    expect(index.pages.map(([address]) => address).sort()).toEqual(
      addressesOf(folder).filter((address) => !repeated.test(address)),
    );
    expect(statSync(texts).size).toBeLessThan(MOST_BYTES);
  });

  test("every part of every text finds its page, at a place that is there", async () => {
    const finder = await Finder.of(index);
    const ids = new Map<string, Set<string>>();
    const idsOf = (address: string) => {
      let own = ids.get(address);
      if (!own) {
        const source = readFileSync(join(folder, fileOf(address)), "utf8");
        const { document } = parseHTML(source) as unknown as { document: Document };
        own = new Set([...document.querySelectorAll("[id]")].map(({ id }) => id));
        ids.set(address, own);
      }
      return own;
    };
    const somewhere = fc
      .tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(7))
      .map(([p, s, t, from, length]) => {
        const [address, , ...places] = index.pages[p % index.pages.length]!;
        const [, ...numbers] = places[s % places.length]!;
        const text = [...index.texts[numbers[t % numbers.length]!]!];
        const at = from % text.length;
        return { address, word: text.slice(at, at + 1 + length).join("") };
      })
      .filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
    fc.assert(
      fc.property(somewhere, ({ address, word }) => {
        const hits = finder.find(word);
        expect(hits.map(({ href }) => href.split("#")[0])).toContain(address);
        for (const { href } of hits.slice(0, 5)) {
          const [to = "", id] = href.split("#");
          if (id) expect(idsOf(to)).toContain(id);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the words stand there as links: every figure, chart, finding, table, part of a report", () => {
    const { document } = parseHTML(html) as unknown as { document: Document };
    const links = [...document.querySelectorAll("section a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    for (const start of ["../figures/", "../charts/", "../data/#", "../findings/#"])
      expect(links.filter((href) => href.startsWith(start)).length, start).toBeGreaterThan(
        start.includes("findings") ? 0 : 5,
      );
    expect(links.filter((href) => /^\.\.\/\d{4}\/#/.test(href)).length).toBeGreaterThan(3);
    const words = [...document.querySelectorAll("section a")].map((link) => link.textContent);
    expect(words).toEqual(expect.arrayContaining(demo ? ["燃气", "12345热线"] : ["规划建设"]));
    const parts = [...document.querySelectorAll("nav.links a")].map((link) => link.textContent);
    expect(parts).toEqual(expect.arrayContaining(["网页", "问题", "数字", "图表", "报告的章节"]));
  });

  test("every page leads there", () => {
    for (const address of addressesOf(folder)) {
      if (address.startsWith("embed/") || address === "404.html") continue;
      const page = readFileSync(join(folder, fileOf(address)), "utf8");
      expect(/<a class="seek" href="[^"]*search\/"/.test(page), address).toBe(true);
    }
  });

  test("without script there is no field, and no place where one was", async () => {
    await open(
      "search/?q=罚",
      async (page) => {
        for (const part of ["input", "button", "label"])
          expect(await page.isVisible(`#search ${part}`), part).toBe(false);
        expect(await page.locator("section a").count()).toBeGreaterThan(80);
      },
      { javaScriptEnabled: false },
    );
  });

  test("a long list is folded, and the way to it opens it, without script too", async () => {
    await open(
      "search/",
      async (page) => {
        await page.setViewportSize({ width: 360, height: 800 });
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        expect(await height()).toBeLessThan(10_000);
        await page.click('nav.links a:text-is("数字")');
        const list = page.locator("section:has(> h2:text-is('数字')) .links");
        expect(await list.isVisible()).toBe(true);
        expect(await page.evaluate(() => scrollY)).toBeGreaterThan(800);
        await page.goto(page.url().replace("search/", "data/"));
        expect(await height()).toBeLessThan(10_000);
      },
      { javaScriptEnabled: false },
    );
  });

  test("罚 finds 行政处罚; the address keeps what is asked, what is found can be followed", async () => {
    await open("search/", async (page) => {
      await page.fill("#q", "罚");
      await ready(page, "罚");
      const said = await page.textContent("[role=status]");
      const pages = Number(/^(\d+)页写到“罚”$/.exec(said ?? "")?.[1]);
      expect(pages).toBeGreaterThan(3);
      expect(new URL(page.url()).searchParams.get("q")).toBe("罚");
      expect(await page.locator("#search li").count()).toBe(Math.min(pages, FIRST_HITS));
      const marked = await page.locator("#search mark").allTextContents();
      expect(new Set(marked)).toEqual(new Set(["罚"]));
      if (pages > FIRST_HITS) {
        await page.click("#more");
        expect(await page.locator("#search li").count()).toBe(pages);
        const focused = await page.evaluate(() => document.activeElement?.closest("li") !== null);
        expect(focused).toBe(true);
      }
      await page.click("#search li a");
      await page.waitForURL((url) => !url.pathname.includes("/search/"));
      expect(await page.textContent("main")).toContain("罚");
      await page.goBack();
      await ready(page, "罚");
      expect(await page.inputValue("#q")).toBe("罚");
    });
  });

  test("what is asked and what is found is text, whatever it holds", async () => {
    const words = `<img src=x onerror="document.title='hit'">&amp;`;
    await open(`search/?${new URLSearchParams({ q: words })}`, async (page) => {
      await ready(page, words);
      expect(await page.textContent("[role=status]")).toContain(`“${words}”`);
      expect(await page.locator("#search img").count()).toBe(0);
      expect(await page.title()).not.toBe("hit");
    });
  });

  test("by keyboard alone; what comes is said", async () => {
    await open("search/", async (page) => {
      await page.focus("#q");
      await page.keyboard.type("行政");
      await page.keyboard.press("Enter");
      await ready(page, "行政");
      expect(await page.textContent("[role=status]")).toMatch(/^\d+页写到“行政”$/);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("ol") !== null)).toBe(true);
      await page.fill("#q", "");
      await ready(page, "");
      expect(await page.textContent("[role=status]")).toBe("");
      expect(await page.locator("#search li").count()).toBe(0);
    });
  });

  test("where the texts do not come the field goes, and it says so", async () => {
    await open("search/", async (page) => {
      await page.route("**/texts.gz", (route) => route.abort());
      await page.reload();
      await page.waitForSelector("#search form", { state: "hidden" });
      expect(await page.textContent("[role=status]")).toContain("现在不能查找");
    });
  });

  test("axe, widths, targets and large text, with what was found", async () => {
    await open("search/?q=件", async (page) => {
      await ready(page, "件");
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect((await page.evaluate(textFaults)).faults, String(width)).toEqual([]);
        expect(await page.evaluate(sidewaysScroll), String(width)).toEqual([]);
        expect((await page.evaluate(smallTargets)).small, String(width)).toEqual([]);
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        // What may be wrong in the dark and right in the light.
        const dark = colorScheme === "dark" && ({ kept: true, rules: "colours" } as const);
        expect(await axeFaults(page, { ...dark })).toEqual([]);
      }
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(sidewaysScroll)).toEqual([]);
    });
  });

  test("only this page asks for its script and the texts", async () => {
    const asked: string[] = [];
    await site.visit(
      ["search/"],
      (page) => page.waitForFunction(() => performance.getEntriesByType("resource").length >= 3),
      {},
      (_, requests) => asked.push(...requests.map((url) => url.slice(site.url.length))),
    );
    expect(asked.map((url) => url.replace(/\?.*$/, ""))).toEqual([
      "search/",
      "style.css",
      "search/page.js",
      "search/texts.gz",
    ]);
    expect(existsSync(join(folder, "search/page.js"))).toBe(true);
  });
});
