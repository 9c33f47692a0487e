/** The codes of a chart's page, behind what programs for articles let through: chart or picture with its source stay. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { extract } from "@extractus/oembed-extractor";
import { parseHTML } from "linkedom";
import sanitize from "sanitize-html";
import { describe, expect, test, vi } from "vitest";
import { fileOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { codesOfPage } from "./support/frames.ts";

const BASE = "https://demo.example/yzjt/";
const folder = await built("bureaus/district-transport");
const site = openSite(() => folder);
const ID = "cases-by-field";
const codes = codesOfPage(folder, ID, BASE);
const page = /charts\/[\w-]+\/\d{4}\//.exec(codes.get("嵌入代码")!)![0];

/** What WordPress leaves of the text of those who may not write HTML: wp-includes/kses.php, of the tags that are ours. */
const KSES: Parameters<typeof sanitize>[1] = {
  allowedTags: ["a", "figcaption", "figure", "img", "p"],
  allowedAttributes: {
    a: ["href", "title", "target", "rel", "class", "id", "style", "dir"],
    figure: ["align", "class", "id", "style", "dir", "title"],
    figcaption: ["align", "class", "id", "style", "dir", "title"],
    img: ["alt", "align", "border", "height", "loading", "src", "width", "class", "id", "style"],
    p: ["align", "class", "id", "style", "dir", "title"],
  },
  allowedStyles: { "*": { margin: [/.*/], padding: [/.*/], width: [/.*/], height: [/.*/] } },
};

const PICTURES: Parameters<typeof sanitize>[1] = {
  allowedTags: [...sanitize.defaults.allowedTags, "img"],
};

interface Left {
  frame: boolean;
  /** The picture's address, and the page that it leads to. */
  picture: string | null;
  linked: string | null;
  /** Where the caption leads. */
  source: string | null;
  words: string;
}

function leftIn(html: string): Left {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const frame = document.querySelector("iframe, chart-embed");
  const picture = document.querySelector("img");
  const inCaption = [...document.querySelectorAll("a")].find((link) => !link.querySelector("img"));
  return {
    frame: frame !== null,
    picture: picture?.getAttribute("src") ?? null,
    linked: picture?.closest("a")?.getAttribute("href") ?? null,
    source: inCaption?.getAttribute("href") ?? null,
    words: document.body.textContent ?? "",
  };
}

const purified = (html: string) =>
  site
    .visit(["robots.txt"], async (one) => {
      await one.addScriptTag({
        path: createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js"),
      });
      return one.evaluate(
        (text) =>
          (
            globalThis as unknown as { DOMPurify: { sanitize(html: string): string } }
          ).DOMPurify.sanitize(text),
        html,
      );
    })
    .then(([text]) => text!);

describe("what is left shows the picture, linked, and its source", () => {
  test.each<[string, string, (html: string) => string | Promise<string>]>([
    ["嵌入代码", "WordPress' kses", (html) => sanitize(html, KSES)],
    ["WordPress 区块", "WordPress' kses", (html) => sanitize(html, KSES)],
    ["Ghost 卡片", "WordPress' kses", (html) => sanitize(html, KSES)],
    ["自定义元素", "WordPress' kses", (html) => sanitize(html, KSES)],
    ["WordPress 区块", "sanitize-html with pictures", (html) => sanitize(html, PICTURES)],
    ["图片的代码", "sanitize-html with pictures", (html) => sanitize(html, PICTURES)],
    ["自定义元素", "sanitize-html with pictures", (html) => sanitize(html, PICTURES)],
    ["WordPress 区块", "DOMPurify", purified],
    ["图片的代码", "DOMPurify", purified],
    ["自定义元素", "DOMPurify", purified],
  ])("%s behind %s", async (label, _, cleaned) => {
    const left = leftIn(await cleaned(codes.get(label)!));
    expect(left).toMatchObject({
      frame: false,
      picture: `${BASE}${page}chart.png`,
      linked: `${BASE}${page}`,
      source: `${BASE}${page}`,
    });
    expect(left.words).toContain("来源：");
    expect(left.words).not.toMatch(/--chart-height|function|kg-card/);
  });

  test("and where only words may stay, they say what it is and lead to it", async () => {
    for (const label of ["嵌入代码", "图片的代码", "自定义元素", "Ghost 卡片"])
      for (const cleaned of [sanitize(codes.get(label)!), await purified(codes.get(label)!)])
        expect(leftIn(cleaned), label).toMatchObject({ source: `${BASE}${page}` });
  });
});

test("Markdown is what it was behind those who clean its source", async () => {
  const markdown = codes.get("Markdown")!;
  for (const cleaned of [sanitize(markdown), await purified(markdown)]) {
    expect(cleaned).toContain(`](${BASE}${page}chart.png)](${BASE}${page})`);
    expect(cleaned).toContain("来源：");
  }
});

test("picture and words go into a document by one copy: as wide as its page, the address a link", async () => {
  const [pasted] = await site.visit([page], async (one) => {
    await one.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // Copied from what is folded away, nothing would be selected.
    await one.evaluate(() => {
      document
        .querySelector<HTMLElement>('[aria-label="图片和文字"]')!
        .closest("details")!.open = true;
    });
    const words = (await one.getByLabel("图片和文字").textContent()) ?? "";
    await one.evaluate(() => {
      document.querySelector<HTMLButtonElement>('[aria-label="图片和文字"] + button')!.click();
      document.body.innerHTML = "<div contenteditable></div>";
      document.querySelector<HTMLElement>("[contenteditable]")!.focus();
    });
    await one.keyboard.press("Control+V");
    return one.evaluate((words) => {
      const document_ = document.querySelector<HTMLElement>("[contenteditable]")!;
      const image = document_.querySelector("img");
      return {
        picture: image?.getAttribute("src"),
        alt: image?.alt,
        width: image?.getAttribute("width"),
        link: document_.querySelector("a")?.getAttribute("href"),
        paragraphs: [...document_.querySelectorAll("p")].map((p) => p.textContent),
        words: words.split("\n"),
      };
    }, words);
  });
  const { words, ...rest } = pasted!;
  expect(rest).toEqual({
    picture: `${BASE}${page}chart.png`,
    alt: words[0],
    width: "600",
    link: `${BASE}${page}`,
    paragraphs: ["", ...words],
  });
});

test("a frame whose container lost its style has a height at which nothing is cut", async () => {
  const code = codes.get("嵌入代码")!;
  // As Ghost's paste and many editors leave it.
  const bare = code.replace(/<figure style="[^"]*">/, "<figure>");
  const [heights] = await site.visit(["robots.txt"], async (one) => {
    await one.setViewportSize({ width: 1300, height: 900 });
    return one.evaluate((html) => {
      document.body.innerHTML = `<div style="width:400px">${html}</div>`;
      const frame = document.querySelector("iframe")!;
      return { shown: frame.clientHeight, one: Number(frame.getAttribute("height")) };
    }, bare);
  });
  expect(heights!.shown).toBe(heights!.one);
});

test("an element of our own has the picture until it has its frame", async () => {
  const own = codes.get("自定义元素")!.replaceAll(BASE, site.url);
  const [left] = await site.visit(["sitemap/"], async (one) => {
    const script = /src="([^"]+embed\.js)"/.exec(own)![1]!;
    await one.evaluate((html) => {
      document.body.innerHTML = html.replace(/<script.*/s, "");
    }, own);
    await one.addScriptTag({ url: script });
    await one.waitForSelector("iframe");
    return one.evaluate(() => ({
      pictures: document.querySelectorAll("img").length,
      links: document.querySelectorAll("a").length,
    }));
  });
  expect(left).toEqual({ pictures: 0, links: 1 });
});

test("a library that consumes oEmbed finds the chart by the address of its page", async () => {
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const path = new URL(address).pathname.slice(new URL(BASE).pathname.length);
    const text = readFileSync(join(folder, path.includes("oembed") ? path : fileOf(path)), "utf8");
    const type = path.includes("oembed") ? "application/json" : "text/html";
    return new Response(text, { headers: { "Content-Type": type } });
  });
  try {
    for (const address of [page, page.replace(/\d{4}\/$/, "")]) {
      const found = await extract(`${BASE}${address}`);
      expect(found).toMatchObject({ type: "rich", version: "1.0", provider_url: BASE });
      expect((found as { html?: string }).html).toMatch(
        new RegExp(`^<iframe src="${BASE}embed/${ID}/\\d{4}/" title=`),
      );
    }
  } finally {
    vi.unstubAllGlobals();
  }
});
