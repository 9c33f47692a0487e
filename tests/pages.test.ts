/** Every kind of page of both sites as a reader meets it: small and wide, light and dark, by keyboard, on paper. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { UNKNOWN_BASE } from "../src/charts/embed.ts";
import { ADDED, axeFaults, ColoursSeen, showsMore } from "./support/axe.ts";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { sidewaysScroll, smallTargets, textFaults, weakColours } from "./support/look.ts";
import { SITES } from "./support/sites.ts";

const isEmbed = (address: string) => address.startsWith("embed/");
/** Only these have a script: see explore.test.ts, search.test.ts, paper.test.ts, staff.test.ts. */
const hasScript = (address: string) =>
  /^(?:explore\/.|search\/|staff\/|\d{4}\/print\/)/.test(address);
/** These say the same without theirs: see embed-heights.test.ts. */
const hasHelper = (address: string) =>
  isEmbed(address) || /^(?:charts|questions)\/[a-z]/.test(address);
const isChart = (address: string) => /^charts\/./.test(address);
/** Of the figures a plain, two disputed, one in groups, a rate, an at-least one, money. */
const FIGURES = [
  "licences",
  "reconsiderations",
  "publicity-events",
  "cases-by-field",
  "head-appearance-rate",
  "messages",
  "fines",
].map((id) => `figures/${id}/`);
/** Which only the demo has: groups of several years, a long sum, a median, a large at-least one. */
const FIGURES_OF_ROWS = [
  "cases-by-field",
  "complaints-resolved",
  "handling-days",
  "satisfaction",
].map((id) => `figures/${id}/`);
const WINDOW = { width: 1280, height: 800 };
const WIDTHS = [360, 768, 1440];

/** What a page is by its tags alone: to make a tree of each page would take many times as long. */
function factsOf(html: string) {
  const facts = { lang: "", title: "", h1: 0, scripts: 0, handlers: 0, frames: 0 };
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      if (name === "html") facts.lang = attributes.lang ?? "";
      if (name === "h1") facts.h1++;
      // Data run nowhere.
      if (name === "script" && !attributes.type?.endsWith("json")) facts.scripts++;
      if (Object.keys(attributes).some((one) => one.startsWith("on"))) facts.handlers++;
      if (/^(?:iframe|object|embed|img|video|audio)$/.test(name)) facts.frames++;
    },
    ontext(text) {
      // A drawing has a title of its own.
      if (open.at(-1) === "title" && open.at(-2) === "head") facts.title += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return facts;
}

/** Stops at which nobody would see the focus. */
function unseen(page: Page, forced: boolean): Promise<string[]> {
  return page.evaluate((outlined) => {
    // What is folded takes no focus until it is opened.
    for (const fold of document.querySelectorAll("details")) {
      // Of some only one is open at a time.
      fold.removeAttribute("name");
      fold.open = true;
    }
    const all = document.querySelectorAll<HTMLElement>('a[href], summary, [tabindex="0"]');
    // Nor does what the address alone unfolds.
    const stops = [...all].filter((stop) => stop.checkVisibility());
    const bad = stops.filter((stop) => {
      stop.focus({ focusVisible: true } as FocusOptions);
      const style = getComputedStyle(stop);
      const seen = outlined
        ? style.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 2
        : style.backgroundColor === "rgb(255, 221, 0)" && style.color === "rgb(11, 12, 12)";
      return !seen || document.activeElement !== stop;
    });
    (document.activeElement as HTMLElement | null)?.blur();
    return bad.map((stop) => stop.outerHTML.slice(0, 100));
  }, forced);
}

describe.each(SITES)("$name", ({ folder, bureau, demo }) => {
  const all = addressesOf(folder);
  const htmlOf = (address: string) => readFileSync(join(folder, fileOf(address)), "utf8");
  // The latest year and the same year for ever are one page, see embeds.test.ts.
  const isYearly = (address: string) =>
    (isEmbed(address) || isChart(address)) && /\/\d{4}\/$/.test(address);
  const single = all.filter(
    (address) => (isChart(address) || isEmbed(address)) && !isYearly(address),
  );
  /** “条形图” and the like; null where nothing is drawn. */
  const formOf = (address: string) =>
    /class="draw" role="img" aria-label="(?:演示数据。)?([^：]+)：/.exec(htmlOf(address))?.[1] ??
    null;
  /**
   * Charts of which nothing is known look all the same: one stands for the others. In the demo one
   * of each form does; forms.test.ts draws them all.
   */
  const stands = (address: string) => {
    const form = formOf(address);
    const alike = (other: string) => isEmbed(other) === isEmbed(address) && formOf(other) === form;
    return (form !== null && !demo) || single.find(alike) === address;
  };
  /** The charts whose form an earlier one has: their drawing alone is their own. */
  const isLikeAnother = (address: string) =>
    single.includes(address) &&
    single.find(
      (other) => isEmbed(other) === isEmbed(address) && formOf(other) === formOf(address),
    ) !== address;
  /**
   * A question, a topic, or its charts, in an earlier year is the same page as in the latest; one of
   * each stands for them.
   */
  const isEarlier = (address: string) =>
    /^(?:questions\/.+|[^/]+)\/\d{4}\/(?:charts\/)?$/.test(address);
  const sortOf = (address: string) => /^questions\/|charts\/$/.exec(address)?.[0] ?? "topic";
  const lastYears = [...Map.groupBy(all.filter(isEarlier), sortOf).values()].map(([one]) => one);
  /** Pages of one declaration, told apart by their data alone: the fullest and the emptiest stand for them. */
  const declarationOf = (address: string) => {
    if (/^compare\/./.test(address)) return "compare";
    // Each question and each topic's charts once, where they are fewest; and in the demo as these.
    if (demo && /^questions\/[a-z]/.test(address)) return "question";
    if (demo && /^[a-z]+\/charts\/$/.test(address)) return "charts of a topic";
    return /^(?:streets|categories)(?=\/[^/]+\/)/.test(address)
      ? address.replace(/(?<=^[^/]+\/)[^/]+/, "").replace(/\d{4}/, "year")
      : null;
  };
  const alike = Map.groupBy(all, declarationOf);
  alike.delete(null);
  const extremes = new Set(
    [...alike.values()].flatMap((addresses) => {
      const bySize = addresses.toSorted((a, b) => htmlOf(a).length - htmlOf(b).length);
      return [bySize[0]!, bySize.at(-1)!];
    }),
  );
  const kinds = all.filter(
    (address) =>
      (declarationOf(address) === null || extremes.has(address)) &&
      (!isEarlier(address) || lastYears.includes(address)) &&
      !hasScript(address) &&
      (!/^figures\/./.test(address) || (demo ? FIGURES_OF_ROWS : FIGURES).includes(address)) &&
      !isYearly(address) &&
      (!single.includes(address) || stands(address)),
  );
  const whole = kinds.filter((address) => !isLikeAnother(address));
  const pages = whole.filter((address) => !isEmbed(address));
  const site = openSite(() => folder);

  /** What was found, by kind of fault, and how many things were looked at. */
  const found = new Map<string, { faults: string[]; looked: number }>();
  function note(kind: string, where: string, faults: readonly string[], looked = 1): void {
    const all = found.get(kind) ?? { faults: [], looked: 0 };
    all.faults.push(...faults.map((fault) => `${where}: ${fault}`));
    all.looked += looked;
    found.set(kind, all);
  }
  /** Fails with every fault; and when so few things were looked at that it proves nothing. */
  function expectNone(kind: string, least: number): void {
    const { faults, looked } = found.get(kind) ?? { faults: ["nothing was looked at"], looked: 0 };
    expect([...new Set(faults)]).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(least);
  }

  const colours = new ColoursSeen();

  /** Text and layout at the width the page now has. */
  async function layout(page: Page, where: string, tables: "fit" | "may scroll"): Promise<void> {
    const { texts, drawn, faults } = await page.evaluate(textFaults);
    note("text", where, faults, texts);
    note("drawn", where, [], drawn);
    const wide = await page.evaluate(sidewaysScroll);
    note(
      "sideways",
      where,
      tables === "fit" ? wide : wide.filter((box) => !/<div tbl( long)?>/.test(box)),
    );
  }

  /** Words on the pages with JavaScript on, by address. */
  const words = new Map<string, string>();

  /** All but the buttons that copy, and what is said while a page does not know its own address. */
  async function wordsOf(page: Page): Promise<string> {
    const text = await page.evaluate(() => {
      const sheet = document.createElement("style");
      sheet.textContent = ".copy + button, .unknown { display: none !important }";
      document.head.append(sheet);
      const text = document.body.innerText;
      sheet.remove();
      return text;
    });
    return text.replaceAll(site.url, UNKNOWN_BASE);
  }

  beforeAll(async () => {
    await site.visit(
      kinds,
      async (page, address) => {
        await page.setViewportSize(WINDOW);
        words.set(address, await wordsOf(page));
        if (isLikeAnother(address)) return layouts(page, address);
        if (!isEmbed(address)) await keyboard(page, address);
        await sizes(page, address);
        await focus(page, address);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, forcedColors: "active" });
          const { looked, weak } = await page.evaluate(weakColours);
          note("forced colours", `/${address} ${colorScheme}`, weak, looked);
          if (colorScheme === "dark") note("forced focus", `/${address}`, await unseen(page, true));
        }
        if (!isEmbed(address)) await paper(page, address);
        await page.emulateMedia({ colorScheme: "light", forcedColors: "none", media: "screen" });
      },
      {},
      (address, requests, said) => {
        note("console", `/${address}`, said);
        const foreign = requests.filter((url) => !url.startsWith(site.url));
        const many =
          requests.length > (isEmbed(address) ? 1 : 2) ? [`${requests.length} requests`] : [];
        note("requests", `/${address}`, [...foreign, ...many]);
      },
    );
  });

  /** Each width once: what is asked of a page at it, then how its text lies. */
  async function sizes(page: Page, address: string): Promise<void> {
    for (const width of WIDTHS) {
      const where = `/${address} ${width}`;
      await page.setViewportSize({ width, height: 800 });
      const { targets, small } = await page.evaluate(smallTargets);
      note("targets", where, small, targets);
      const showsNew = await page.evaluate(showsMore);
      const isFirst = width === WIDTHS[0];
      // Whole where it is narrow; then what only this width shows.
      if (showsNew) {
        const within = isFirst ? undefined : `[${ADDED}]`;
        const asked = { kept: !isFirst, rules: "all else", ...(within && { within }) } as const;
        note("axe", where, await axeFaults(page, asked));
      }
      // Between the narrowest and the widest only what is new can have other colours.
      for (const colorScheme of ["dark", "light"] as const) {
        if (!showsNew && width === WIDTHS[1]) continue;
        await page.emulateMedia({ colorScheme });
        const { looked, faults } = await colours.faults(page);
        note("colours", `${where} ${colorScheme}`, faults, looked);
      }
      await layout(page, where, "fit");
    }
    await zoomed(page, address);
  }

  async function layouts(page: Page, address: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await layout(page, `/${address} ${width}`, "fit");
    }
    await zoomed(page, address);
  }

  async function zoomed(page: Page, address: string): Promise<void> {
    // 400 % zoom of a 1280 × 1024 window is a window of 320 × 256.
    await page.setViewportSize({ width: 320, height: 256 });
    await layout(page, `/${address} 320`, "fit");
    const enlarge = (size: string) =>
      page.evaluate((text) => {
        document.documentElement.style.fontSize = text;
      }, size);
    await enlarge("200%");
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await layout(page, `/${address} ${width} with text twice as large`, "may scroll");
    }
    await enlarge("");
  }

  describe("layout", () => {
    test("axe finds nothing at 360, 768 and 1440 px, light and dark", () => {
      expectNone("axe", whole.length);
      // Two for each: light and dark.
      expectNone("colours", 2 * 60);
    });
    test("no text touches another; in drawings none is cut off or under 12 px", () => {
      expectNone("text", 200 * kinds.length);
      expectNone("drawn", 20 * kinds.length);
    });
    test("nothing scrolls sideways, down to 320 px and with text twice as large", () =>
      expectNone("sideways", 6 * kinds.length));
    test("targets are 44 px high or words of a sentence", () =>
      expectNone("targets", 40 * whole.length));
  });

  test("language, title, one h1 and no script that is not known on every page", () => {
    const titles = new Set<string>();
    for (const address of all) {
      const { title, ...facts } = factsOf(htmlOf(address));
      const scripts = hasScript(address) || hasHelper(address) ? 1 : 0;
      // The guide for staff is shown in pictures; on any other page all that is drawn is its own text.
      const frames = address === "staff/" ? 2 : 0;
      expect(facts, address).toEqual({ lang: "zh-CN", h1: 1, scripts, handlers: 0, frames });
      expect(title, address).toContain(bureau);
      if (!isEmbed(address)) titles.add(title);
    }
    expect(titles.size).toBe(all.filter((address) => !isEmbed(address)).length);
  });

  test("the page about the site names every kind of page that has a script", () => {
    const said = parseHTML(htmlOf("about/")).document.documentElement!.textContent!;
    const named: readonly [kind: RegExp, word: string][] = [
      [/^explore\/./, "“逐行查看”"],
      [/^search\//, "“查找”"],
      [/^(?:charts|questions)\/./, "单张图和问题的网页"],
      [/^embed\/./, "嵌入的图"],
      [/^\d{4}\/print\//, "打印报告"],
      [/^staff\//, "“工作人员”"],
    ];
    const scripted = all.filter((address) => hasScript(address) || hasHelper(address));
    for (const address of scripted) {
      const word = named.find(([kind]) => kind.test(address))?.[1] ?? `nothing of ${address}`;
      expect(said).toContain(word);
    }
  });

  test("no page says anything to the console", () => expectNone("console", kinds.length));

  test("no page asks another host, an embed makes one request, a page two", () =>
    expectNone("requests", kinds.length));

  test("without JavaScript every page says the same", async () => {
    const off = await site.visit(kinds, wordsOf, { javaScriptEnabled: false, viewport: WINDOW });
    expect(off).toEqual(kinds.map((address) => words.get(address)));
    expect(Math.min(...off.map((text) => text.length))).toBeGreaterThan(30);
  });

  /** From a fresh page: Tab, Enter on what is focused, Tab. */
  async function keyboard(page: Page, address: string): Promise<void> {
    const faults: string[] = [];
    const check = (fine: boolean, fault: string) => {
      if (!fine) faults.push(fault);
    };
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      const { left, top, right, height } = active.getBoundingClientRect();
      return { text: active.innerText, seen: left >= 0 && top >= 0 && right <= innerWidth, height };
    });
    check(link.text === "跳到正文", `the first stop is “${link.text}”`);
    check(link.seen && link.height >= 44, "the skip link is not seen or too low");
    await page.keyboard.press("Enter");
    const main = await page.evaluate(() => ({
      hash: location.hash,
      active: document.activeElement?.id,
      background: getComputedStyle(document.querySelector("main")!).backgroundColor,
    }));
    check(main.hash === "#main" && main.active === "main", "the skip link leads elsewhere");
    check(main.background === "rgba(0, 0, 0, 0)", "the whole text is marked as focused");
    await page.keyboard.press("Tab");
    const onward = await page.evaluate(() => {
      const main = document.querySelector("main")!;
      const place = main.compareDocumentPosition(document.activeElement!);
      // A lost page without a published address has no links to go on to.
      if (document.querySelectorAll("a[href]").length === 1) return true;
      return (
        (place & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0
      );
    });
    check(onward, "the next stop is before the text");
    note("keyboard", `/${address}`, faults);
  }

  async function focus(page: Page, address: string): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      note("focus", `/${address} ${colorScheme}`, await unseen(page, false));
    }
  }

  describe("by keyboard", () => {
    test("the first stop is the skip link; it shows itself and leads to the text", () =>
      expectNone("keyboard", pages.length));
    test("the focus is black on yellow, light and dark, on everything that takes it", () =>
      expectNone("focus", 2 * whole.length));
    test("forced colours outline it", () => expectNone("forced focus", whole.length));
  });

  test("forced colours: text and marks stand out", () =>
    expectNone("forced colours", 50 * whole.length));

  async function paper(page: Page, address: string): Promise<void> {
    await page.emulateMedia({ media: "print", colorScheme: "dark", forcedColors: "none" });
    // A4 within its margins, at 96 px to the inch.
    await page.setViewportSize({ width: 658, height: 987 });
    const faults = await page.evaluate(() => {
      const shown = (node: Element) => node.getClientRects().length > 0;
      const bad: string[] = [];
      // The link to a year before names it.
      const leadsOn = ".nav, .skip, .crumbs, .acts, .links:not(.past .links)";
      for (const node of document.querySelectorAll(leadsOn))
        if (shown(node) && node.textContent?.trim()) bad.push(`<${node.className}> is printed`);
      for (const draw of document.querySelectorAll(".draw"))
        if ([...draw.querySelectorAll("svg")].filter(shown).length !== 1)
          bad.push("not one drawing");
      const { color, backgroundColor } = getComputedStyle(document.body);
      if (color !== "rgb(0, 0, 0)" || backgroundColor !== "rgb(255, 255, 255)")
        bad.push(`${color} on ${backgroundColor}`);
      return bad;
    });
    const { weak } = await page.evaluate(weakColours);
    note("paper", `/${address}`, [...faults, ...weak]);
    await layout(page, `/${address} on paper`, "fit");
  }

  test("on paper: no navigation, one drawing a chart, black on white", () =>
    expectNone("paper", pages.length));
});
