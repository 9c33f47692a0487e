/** npm run staff-pictures: the pictures of the page for staff, taken of a built site. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./lib/chromium/launch.ts";
import { CliError, run } from "./lib/cli.ts";
import { readOptions } from "./lib/options.ts";
import { ROOT, shownPath, siteFolder } from "./lib/places.ts";
import { serve } from "./lib/serve.ts";

/** Invented: two days that may be read two ways, and a word that is misspelt. */
const TABLE = `受理日期,渠道,类别,件数\r
2024-01-05,12345热线,噪声,1\r
1/2/2024,12345热线,油烟,2\r
2024-01-06,12345热钱,占道经营,1\r
2024-01-07,12345热钱,噪声,1\r
`;
const VIEWPORT = { width: 640, height: 900 };
const MOST_HEIGHT = 620;

await run(async () => {
  const { rest } = readOptions({
    name: "staff-pictures",
    says: "打开生成好的网站的“工作人员”页，放进一张虚构的表，照几张图，写到 public/staff。改了这一页的样子以后运行，再看一遍图。",
    rest: "[网站文件夹]",
    options: {},
    examples: ["npm run staff-pictures", "npm run staff-pictures -- dist-demo"],
  });
  const folder = resolve(rest[0] ?? siteFolder());
  if (!existsSync(join(folder, "staff/index.html"))) {
    throw new CliError(`${shownPath(folder)} 里没有“工作人员”页。先运行 npm run build。`, 2);
  }
  const [server, browser] = await Promise.all([serve(folder), launchChromium()]);
  try {
    const pictures = await take(browser, new URL("staff/", server.url).href);
    const out = join(ROOT, "public/staff");
    mkdirSync(out, { recursive: true });
    for (const [name, bytes] of pictures) {
      const webp = await asWebp(browser, bytes);
      writeFileSync(join(out, `${name}.webp`), webp.bytes);
      console.log(`${name}.webp：${webp.width}×${webp.height}，${webp.bytes.length}字节`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
});

/** What stands on the screen at each step: a table with its faults, and what moves once they are mended. */
async function take(browser: Browser, url: string): Promise<Map<string, Buffer>> {
  const page = await browser.newPage({ viewport: VIEWPORT, locale: "zh-CN" });
  await page.goto(url);
  await page.waitForSelector("#desk:not([hidden])");
  const ready = () => page.waitForSelector("#desk:not([aria-busy]) #results:not([hidden])");
  const buffer = Buffer.from(TABLE);
  await page.setInputFiles("#file", { name: "工单.csv", mimeType: "text/csv", buffer });
  await ready();
  const faults = await between(page, "#problems", "#mend");
  await page.locator("#problems button").first().click();
  await ready();
  const wrong = page.locator("#rows input[aria-invalid]").first();
  await wrong.fill("2024-02-01");
  await wrong.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#rows input[aria-invalid]"));
  await ready();
  const moved = await between(page, "#undo", "#figures");
  await page.close();
  return new Map([
    ["faults", faults],
    ["moved", moved],
  ]);
}

/** From the top of one thing to the end of another, no higher than a screen. */
async function between(page: Page, from: string, to: string): Promise<Buffer> {
  await page.evaluate(() => scrollTo(0, 0));
  const [first, last] = [
    await page.locator(from).boundingBox(),
    await page.locator(to).boundingBox(),
  ];
  if (!first || !last) throw new CliError(`“工作人员”页上找不到 ${first ? to : from}。`);
  const height = Math.min(MOST_HEIGHT, last.y + last.height - first.y);
  const clip = { x: 0, y: first.y, width: VIEWPORT.width, height };
  return page.screenshot({ fullPage: true, clip });
}

/** As small a file as is read well: by the browser's own encoder. */
async function asWebp(browser: Browser, png: Buffer) {
  const page = await browser.newPage();
  const { url, width, height } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext("2d")!.drawImage(image, 0, 0);
      return { url: canvas.toDataURL("image/webp", 0.3), width: image.width, height: image.height };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await page.close();
  return { bytes: Buffer.from(url.slice(url.indexOf(",") + 1), "base64"), width, height };
}
