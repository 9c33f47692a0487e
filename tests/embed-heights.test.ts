/** The frames' heights by script in somebody's page: to the pixel, whatever that page does to them. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { serve } from "../scripts/lib/serve.ts";
import { HEIGHT_SCRIPT } from "../src/charts/embed.ts";
import { openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { temporaryFolder } from "./support/command.ts";
import { codesOfPage } from "./support/frames.ts";

const folder = await built("real");
const site = openSite(() => folder);
const news = temporaryFolder();
let newspaper: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(news, "articles"));
  newspaper = await serve(join(news, "articles"));
});
afterAll(async () => {
  await newspaper.close();
  rmSync(news, { recursive: true, force: true });
});

const file = readFileSync(join(ROOT, "public", HEIGHT_SCRIPT.path));

test("the script that articles name by its hash is the one of its source, and small", async () => {
  expect(HEIGHT_SCRIPT.integrity).toBe(
    `sha384-${createHash("sha384").update(file).digest("base64")}`,
  );
  expect(gzipSync(file).length).toBeLessThanOrEqual(1024);
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "src/charts/client/host.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    write: false,
  });
  expect(outputFiles[0]!.text).toBe(file.toString());
});

test("the scripts that were given out stay as they are", () => {
  const v1 = readFileSync(join(ROOT, "public/embed/v1/embed.js"));
  expect(createHash("sha384").update(v1).digest("base64")).toBe(
    "vZz8KLsmlzbu3mm4Ons4nny/mzyD+GmVqmpfUSspdQOg+U28ru0CrAPMfa97UvHh",
  );
});

const IDS = ["cases-by-field", "disputes", "publicity-by-form", "consistency", "legal-review"];
const WIDTHS = [240, 300, 360, 439, 440, 640, 759, 760, 1000, 1240];
const HOSTILE = `iframe { height: 100% !important; min-height: 900px !important; max-height: 90px; padding: 4px; box-sizing: border-box }
  html, body { height: 100%; background: #111 }`;

/** Ten embeds, of which one is hidden, one in a sandbox, one from right to left, one an element of our own. */
function article(): string {
  const codes = WIDTHS.map((width, i) => {
    const code = codesOfPage(folder, IDS[i % IDS.length]!, site.url);
    const own = i === 5 ? code.get("自定义元素")! : code.get("嵌入代码")!;
    const framed = i === 2 ? own.replace("<iframe", '<iframe sandbox="allow-scripts"') : own;
    const attributes = i === 3 ? 'dir="rtl"' : i === 4 ? "hidden" : "";
    return `<div ${attributes} style="width:${width}px">${framed}</div>`;
  });
  const policy = `script-src '${HEIGHT_SCRIPT.integrity}'; frame-src ${site.url}`;
  writeFileSync(
    join(news, "articles", "index.html"),
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>报纸</title><style>${HOSTILE}</style>${codes.join("\n")}`,
  );
  return newspaper.url;
}

test("every frame is as high as its content, and hears nobody else", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1300, height: 9000 } });
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(article());
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe")) frame.loading = "eager";
    document.querySelector("[hidden]")!.removeAttribute("hidden");
  });
  const frames = () => page.frames().filter((frame) => frame !== page.mainFrame());
  await expect.poll(() => frames().length, { timeout: 30_000 }).toBe(WIDTHS.length);
  const wrong = async () => {
    const faults: string[] = [];
    for (const frame of frames()) {
      const { needed, high, scrolls } = await frame.evaluate(() => ({
        needed: Math.ceil(document.documentElement.getBoundingClientRect().height),
        high: innerHeight,
        scrolls: document.documentElement.scrollHeight > innerHeight,
      }));
      if (needed !== high || scrolls) faults.push(`${frame.url()}: ${needed} in ${high}`);
    }
    return faults;
  };
  await expect.poll(wrong, { timeout: 30_000 }).toEqual([]);

  // From a window that is not the frame's, and from a frame that says what no height is.
  await page.evaluate(() => {
    for (const height of [50, 5000]) postMessage({ "chart-height": height }, "*");
  });
  await frames()[0]!.evaluate(() => {
    for (const height of [Number.NaN, -5, 1e9, Number.POSITIVE_INFINITY, "70", null])
      parent.postMessage({ "chart-height": height }, "*");
    const high = Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (let i = 0; i < 2000; i++) parent.postMessage({ "chart-height": high }, "*");
  });
  await page.waitForTimeout(300);
  expect(await wrong()).toEqual([]);

  // A reader's larger type, and a column that becomes narrower.
  await frames()[1]!.evaluate(() => {
    document.documentElement.style.fontSize = "20px";
  });
  await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>("div")[8]!.style.width = "500px";
  });
  await expect.poll(wrong, { timeout: 10_000 }).toEqual([]);
  expect(said).toEqual([]);
  await page.close();
});

test("an embed speaks the dialects that newsrooms hear, and alone it is silent", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}robots.txt`);
  const heard = await page.evaluate(async (src) => {
    const messages: unknown[] = [];
    addEventListener("message", ({ data }) => messages.push(data));
    document.body.innerHTML = `<iframe src="${src}"></iframe>`;
    while (!messages.some((one) => typeof one === "string"))
      await new Promise((done) => setTimeout(done, 20));
    return messages;
  }, `${site.url}embed/disputes/2023/?childId=a&theme=dark#?secret=b`);
  const [own, wordpress, pym] = heard as [Record<string, unknown>, unknown, string];
  const height = own["chart-height"];
  expect(own).toEqual({
    "chart-height": height,
    "datawrapper-height": { disputes: height },
    sentinel: "amp",
    type: "embed-size",
    height,
  });
  expect(wordpress).toEqual({ secret: "b", message: "height", value: height });
  expect(pym).toBe(`pymxPYMxaxPYMxheightxPYMx${height}`);
  const frame = page.frames()[1]!;
  expect(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(22, 22, 20)",
  );
  await page.close();
});

test("what a reader's larger type takes out of a frame of fixed height is pointed to", async () => {
  const page = await site.browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(`${site.url}robots.txt`);
  const code = codesOfPage(folder, IDS[0]!, site.url).get("嵌入代码")!;
  await page.evaluate(
    (html) => {
      document.body.innerHTML = `<div style="width:360px">${html}</div>`;
    },
    code.replace(/<script.*/s, ""),
  );
  const [, frame] = await expect
    .poll(() => page.frames(), { timeout: 10_000 })
    .toHaveLength(2)
    .then(() => page.frames());
  await frame!.waitForLoadState();
  const cue = (size: number, scrolled: number) =>
    frame!.evaluate(
      async ([size, scrolled]) => {
        const root = document.documentElement;
        root.style.fontSize = `${size}px`;
        await new Promise((done) => setTimeout(done, 100));
        root.scrollTop = scrolled! * root.scrollHeight;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const { visibility, content } = getComputedStyle(document.body, "::after");
        return [root.scrollHeight > innerHeight, visibility, content];
      },
      [size, scrolled],
    );
  expect(await cue(16, 0)).toEqual([false, "hidden", '"↓ 下面还有"']);
  for (const size of [20, 24]) {
    expect(await cue(size, 0), `${size}`).toEqual([true, "visible", '"↓ 下面还有"']);
    // At the end nothing more comes.
    expect((await cue(size, 1))[1], `${size}`).toBe("hidden");
  }
  await page.close();
});
