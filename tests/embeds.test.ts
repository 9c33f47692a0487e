/** Charts of both sites in somebody else's article, and as pictures that stand alone. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../scripts/lib/serve.ts";
import { addressesOf, openSite } from "./support/browser.ts";
import { temporaryFolder } from "./support/command.ts";
import { cutFrames, FRAME_WIDTHS } from "./support/frames.ts";
import { sidewaysScroll, textFaults } from "./support/look.ts";
import { SITES } from "./support/sites.ts";

const UGLY = `* { margin: 7px; padding: 3px; color: lime; background: purple; font: italic 9px/3 fantasy;
  letter-spacing: .5em; text-transform: uppercase; box-sizing: content-box }
  svg, text, figure { display: none; fill: red } h1, p { font-size: 80px }`;

describe.each(SITES)("$name", ({ folder, latest, demo }) => {
  /** The pages of charts and of questions, by their ids. */
  const pageOf = new Map(
    addressesOf(folder).flatMap((address) => {
      const id = /^(?:charts|questions)\/([a-z][^/]*)\/$/.exec(address)?.[1];
      return id ? [[id, address] as const] : [];
    }),
  );
  const every = [...pageOf.keys()];
  const isDrawn = (id: string) =>
    /<svg/.test(readFileSync(join(folder, "embed", id, "index.html"), "utf8"));
  /** All that are drawn; of those that are not, two stand for the rest, which differ in words only. */
  const ids = [...every.filter(isDrawn), ...every.filter((id) => !isDrawn(id)).slice(0, 2)];
  const site = openSite(() => folder);

  /** The frame's code as it is copied from the chart's page, with the site's address put in. */
  const codes = new Map<string, string>();
  /** What the chart's page says, for its picture to say as well. */
  const said = new Map<string, { title: string; source: string; instead: string }>();
  const news = temporaryFolder();
  let newspaper: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    mkdirSync(join(news, "articles"));
    newspaper = await serve(join(news, "articles"));
    const copied = await site.visit(
      ids.map((id) => pageOf.get(id)!),
      async (page) => ({
        code: await page.getByLabel("嵌入代码").innerText(),
        title: (await page.locator("figcaption :is(h1, h2, h3)").first().innerText()).trim(),
        source: await page.locator(".src").first().innerText(),
        instead: (await page.locator(".gap, .only").allInnerTexts()).join(""),
      }),
    );
    copied.forEach(({ code, ...told }, i) => {
      codes.set(ids[i]!, code.replace(/\n<script.*/s, ""));
      said.set(ids[i]!, told);
    });
  });
  afterAll(async () => {
    await newspaper.close();
    rmSync(news, { recursive: true, force: true });
  });

  function article(width: number): string {
    const name = `${width}.html`;
    writeFileSync(
      join(news, "articles", name),
      `<!doctype html><meta charset="utf-8"><title>报纸</title><style>${UGLY}</style>
    ${ids.map((id) => `<div style="width:${width}px">${codes.get(id)}</div>`).join("\n")}`,
    );
    return new URL(name, newspaper.url).href;
  }

  test("every chart has a code, of an ordinary frame with a title and a height", () => {
    expect(ids.length).toBeGreaterThanOrEqual(16);
    for (const [id, code] of codes) {
      expect(code, id).toMatch(
        /^<figure style="--chart-height:calc\([^"<]+">\n<iframe src="http[^"]+\/embed\/[\w-]+\/\d{4}\/" title="[^"<]+" width="100%" height="\d+" style="[^"<]*height:var\(--chart-height,\d+px\)[^"<]*border:0;color-scheme:light" loading="lazy"><a href="http[^"]+\/\d{4}\/"><img src="http[^"]+\/chart\.png" alt="[^"<]+"\/><\/a><\/iframe>\n<figcaption>.+<a href="http[^"]+\/\d{4}\/">.+<\/a><\/figcaption>\n<\/figure>$/,
      );
      expect(code).toContain(`embed/${id}/${latest}/`);
    }
  });

  describe.each([280, 360, 700])("%i px wide in a foreign page", (width) => {
    // Without it once: nothing that is seen is of the script.
    test.each(demo || width > 280 ? [true] : [true, false])(
      "nothing is cut off or spoilt, JavaScript %s",
      async (javaScriptEnabled) => {
        const requests: string[] = [];
        const page = await site.browser.newPage({
          javaScriptEnabled,
          // Tall enough that lazy frames all load: in one that does not, nothing can be looked at.
          viewport: { width: 900, height: 1200 * ids.length },
        });
        page.on("request", (request) => {
          if (!request.url().startsWith("data:")) requests.push(request.url());
        });
        await page.goto(article(width));
        const frames = page.frames().filter((frame) => frame !== page.mainFrame());
        expect(frames).toHaveLength(ids.length);
        // Lazy frames come when they like.
        const unloaded = () => frames.filter((frame) => !/\/embed\//.test(frame.url())).length;
        await expect.poll(unloaded, { timeout: 30_000 }).toBe(0);
        for (const frame of frames) await frame.waitForLoadState();
        const faults: string[] = [];
        for (const frame of frames) {
          const id = /embed\/([^/]+)/.exec(frame.url())?.[1];
          const size = await frame.evaluate(() => {
            const { scrollHeight, clientHeight, clientWidth } = document.documentElement;
            return {
              scrollHeight,
              clientHeight,
              clientWidth,
              bottom: document.body.lastElementChild!.getBoundingClientRect().bottom,
            };
          });
          expect(size.clientWidth, id).toBe(width);
          if (size.scrollHeight > size.clientHeight || size.bottom > size.clientHeight)
            faults.push(`${id}: ${size.scrollHeight} px in ${size.clientHeight}`);
          const { drawn, faults: texts } = await frame.evaluate(textFaults);
          // What is not known is not drawn, and one value alone is a sentence.
          const instead = await frame.locator(".gap, .only").count();
          if ((drawn === 0) !== (instead === 1)) faults.push(`${id}: no drawing`);
          const wide = await frame.evaluate(sidewaysScroll);
          faults.push(...[...texts, ...wide].map((fault) => `${id}: ${fault}`));
        }
        await page.close();
        expect(faults).toEqual([]);
        expect(requests).toHaveLength(1 + ids.length);
        expect(new Set(requests.map((url) => new URL(url).origin)).size).toBe(2);
      },
    );
  });

  test("no frame cuts its chart or is mostly empty, from 240 to 1240 px", async () => {
    const loose = await cutFrames(site, folder, every, 0.15);
    // In a low frame the line that another system's digits would need; words stay whole, so it is seldom the last few characters alone.
    const blank = loose.filter((frame) => !/ 0\.(?:1\d|2[0-2]) blank$/.test(frame));
    expect(blank).toEqual([]);
    expect(loose.length / (every.length * FRAME_WIDTHS.length)).toBeLessThan(0.02);
  });

  test("an embed weighs at most 4.9 KB and is the same under the year's own address", () => {
    for (const id of every) {
      const yearly = readFileSync(join(folder, "embed", id, String(latest), "index.html"), "utf8");
      const newest = readFileSync(join(folder, "embed", id, "index.html"), "utf8");
      expect(gzipSync(yearly).length, id).toBeLessThanOrEqual(4_900);
      expect(yearly.replaceAll("../../../", "../../"), id).toBe(newest);
    }
  });

  test("the link in an embed opens the chart's page of its year in a window of its own", () => {
    for (const id of every) {
      const address = `embed/${id}/${latest}/`;
      const { document } = parseHTML(readFileSync(join(folder, address, "index.html"), "utf8"));
      const links = [...document.querySelectorAll("a")].map((link) => ({
        href: new URL(link.getAttribute("href")!, new URL(address, site.url)).href,
        target: link.getAttribute("target"),
        rel: link.getAttribute("rel"),
      }));
      const href = `${site.url}${pageOf.get(id)}${latest}/`;
      expect(links).toEqual([{ href, target: "_blank", rel: "noopener" }]);
    }
  });

  test("the SVG file stands alone: title, numbers and source, nothing from elsewhere", async () => {
    await site.visit(
      ids.map((id) => `${pageOf.get(id)}${id}-${latest}.svg`),
      async (page, address) => {
        const { title, source, instead } = said.get(
          ids.find((id) => address.includes(`/${id}/`))!,
        )!;
        const picture = await page.evaluate(() => {
          const frame = document.documentElement.getBoundingClientRect();
          const texts = [...document.querySelectorAll("text")].map((node) => ({
            text: node.textContent ?? "",
            size: Number.parseFloat(getComputedStyle(node).fontSize),
            box: node.getBoundingClientRect(),
          }));
          return {
            root: document.documentElement.tagName,
            error: document.querySelector("parsererror") !== null,
            name: document.querySelector("title")?.textContent ?? "",
            said: document.querySelector("desc")?.textContent ?? "",
            words: texts.map(({ text }) => text).join(""),
            outside: texts
              .filter(
                ({ box }) =>
                  box.left < 0 ||
                  box.right > frame.width ||
                  box.top < -2 ||
                  box.bottom > frame.height + 2,
              )
              .map(({ text }) => text),
            small: texts.filter(({ size }) => size < 16).map(({ text }) => text),
            marks: document.querySelectorAll("rect, path, line").length,
            references: [...document.querySelectorAll("*")].flatMap((node) =>
              node
                .getAttributeNames()
                .filter(
                  (name) => /href|src/.test(name) || /url\(/.test(node.getAttribute(name) ?? ""),
                ),
            ),
          };
        });
        expect(picture, address).toMatchObject({
          root: "svg",
          error: false,
          outside: [],
          small: [],
          references: [],
        });
        expect(
          picture.marks > 1 ||
            (instead !== "" && picture.words.includes(instead)) ||
            // Numbers of different units are type alone.
            /\d/.test(picture.words.replace(title, "").replace(source.replace(/\s/g, ""), "")),
          address,
        ).toBe(true);
        expect(picture.words, address).toContain(title);
        expect(picture.words, address).toContain(source.replace(/\s/g, ""));
        expect(picture.name).toBe(demo ? `${title}（演示数据）` : title);
        expect(picture.said.length).toBeGreaterThan(10);
        expect(readFileSync(join(folder, address), "utf8")).not.toMatch(
          /@import|url\(|<script|<image|<foreignObject/i,
        );
      },
      {},
      (address, requests) => expect(requests, address).toHaveLength(1),
    );
  });
});
