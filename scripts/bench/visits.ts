/** How fast the explorer is with very many rows, in a real browser: for bench, never for a test. */
import { gzipSync } from "node:zlib";
import type { Browser, Page, Request } from "playwright-core";

/** One thing a visitor does, done several times; milliseconds. */
export interface Timing {
  name: string;
  best: number;
  middle: number;
  /** Every time that the main thread was held for 50 ms or more meanwhile. */
  held: number[];
}

export interface ExplorerCost {
  /** Bytes of all bodies, as they came. */
  transferred: number;
  timings: Timing[];
}

interface Sample {
  /** Name → milliseconds. */
  times: Record<string, number>;
  held: number[];
}

/** What the page writes down about itself, all in its own time. */
interface Notes {
  /** When the visitor last did something. */
  asked: number;
  /** When answers had been painted. */
  shown: number[];
  tasks: { start: number; ms: number }[];
}
declare global {
  var notes: Notes;
}

/** Long enough for a pause in typing and for the browser to report a long task. */
const SETTLED = 400;
/** A new window makes the browser load pages of its own, on all cores; this is not the site's time. */
const WINDOW = 2000;

/** What is done on an open page, in this order, by mouse and keyboard. */
const ACTS: readonly [string, (page: Page) => Promise<unknown>][] = [
  ["勾选一个词", (page) => tick(page, "field", "燃气")],
  ["再勾选一个", (page) => tick(page, "street", "栖梧街道")],
  ["翻页", (page) => page.getByRole("button", { name: "下一页" }).click()],
  ["后退", (page) => page.goBack()],
  ["取消勾选", (page) => tick(page, "field", "燃气")],
  ["按金额排序", (page) => page.locator("#sort").selectOption("-fine")],
  ["图换一列", (page) => page.locator("#by").selectOption("filed_month")],
  ["打字搜索（含停顿）", (page) => page.locator("#q").pressSequentially("普通 1", { delay: 60 })],
  ["去掉全部条件", (page) => page.getByRole("button", { name: "去掉 全部条件" }).click()],
];

/**
 * Opens the explorer of the demo's cases, with a filter in its address and without, as often as
 * asked; each time in a new context of the browser, so that nothing is cached.
 */
export async function explorerCost(
  browser: Browser,
  url: string,
  runs: number,
): Promise<ExplorerCost> {
  const samples: Sample[] = [];
  let transferred = 0;
  for (let run = 0; run < runs; run++) {
    for (const search of ["?field=燃气&street=栖梧街道", ""]) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(takeNotes);
      await page.waitForTimeout(WINDOW);
      const name = search === "" ? "打开" : "打开带筛选的网址";
      const opened = await open(page, url + search);
      samples.push({
        held: opened.held,
        times: Object.fromEntries(
          Object.entries(opened.times).map(([from, ms]) => [`${name}，从${from}起`, ms]),
        ),
      });
      transferred = opened.transferred;
      if (search === "") {
        for (const [act, do_] of ACTS) samples.push(await acted(page, act, do_));
        samples.push(await downloaded(page));
      }
      await context.close();
    }
  }
  return { transferred, timings: timings(samples) };
}

/** Runs in the page, before anything of its own. */
function takeNotes(): void {
  const notes: Notes = { asked: 0, shown: [], tasks: [] };
  globalThis.notes = notes;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      notes.tasks.push({ start: startTime, ms: duration });
    }
  }).observe({ type: "longtask", buffered: true });
  for (const type of ["click", "input", "change", "popstate"]) {
    addEventListener(type, ({ timeStamp }) => (notes.asked = timeStamp), true);
  }
  // The task after a frame: the answer is painted.
  new MutationObserver(() =>
    requestAnimationFrame(() => setTimeout(() => notes.shown.push(performance.now()))),
  ).observe(document, { subtree: true, attributeFilter: ["data-shown"] });
}

async function open(page: Page, address: string): Promise<Sample & { transferred: number }> {
  const finished: Promise<number>[] = [];
  let arrived = 0;
  page.context().on("requestfinished", (request) => {
    finished.push(bytesOf(request));
    if (!request.url().includes("/rows.gz")) return;
    const { startTime, responseEnd } = request.timing();
    arrived = startTime + responseEnd;
  });
  await page.goto(address);
  await page.waitForFunction(() => notes.shown.length > 0);
  await page.waitForTimeout(SETTLED);
  const { origin, load, shown, held } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    load: performance.getEntriesByType("navigation")[0]!.toJSON().loadEventStart as number,
    shown: notes.shown[0]!,
    held: notes.tasks.map(({ ms }) => ms),
  }));
  return {
    times: {
      数据到达: shown - (arrived - origin),
      load事件: shown - load,
      请求网页: shown,
    },
    held,
    transferred: (await Promise.all(finished)).reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** The browser does not tell the size of a worker's script. */
async function bytesOf(request: Request): Promise<number> {
  const { responseBodySize } = await request.sizes();
  if (responseBodySize > 0) return responseBodySize;
  return gzipSync(await (await fetch(request.url())).arrayBuffer()).length;
}

async function acted(
  page: Page,
  name: string,
  act: (page: Page) => Promise<unknown>,
): Promise<Sample> {
  const from = await page.evaluate(() => performance.now());
  await act(page);
  await page.waitForFunction((from) => notes.shown.some((at) => at > from), from);
  await page.waitForTimeout(SETTLED);
  return page.evaluate(
    ([name, from]) => ({
      times: { [name]: notes.shown.at(-1)! - notes.asked },
      held: notes.tasks.filter(({ start }) => start >= from).map(({ ms }) => ms),
    }),
    [name, from] as const,
  );
}

async function downloaded(page: Page): Promise<Sample> {
  const from = await page.evaluate(() => performance.now());
  const start = performance.now();
  await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const times = { 下载全部: performance.now() - start };
  await page.waitForTimeout(SETTLED);
  const held = await page.evaluate(
    (from) => notes.tasks.filter(({ start }) => start >= from).map(({ ms }) => ms),
    from,
  );
  return { times, held };
}

async function tick(page: Page, column: string, word: string): Promise<void> {
  const facet = page.locator(`details[data-key="${column}"]`);
  if ((await facet.getAttribute("open")) === null) await facet.locator("summary").click();
  await facet.locator(`li[data-word="${word}"] label`).click();
}

/** Samples of one name together; what held the main thread stands with the sample's first name. */
function timings(samples: readonly Sample[]): Timing[] {
  const names = [...new Set(samples.flatMap(({ times }) => Object.keys(times)))];
  return names.map((name) => {
    const own = samples.filter(({ times }) => name in times);
    const sorted = own.map(({ times }) => times[name]!).sort((a, b) => a - b);
    return {
      name,
      best: sorted[0]!,
      middle: sorted[Math.floor(sorted.length / 2)]!,
      held: own.flatMap(({ times, held }) => (Object.keys(times)[0] === name ? held : [])),
    };
  });
}
