/** A built site in a real browser: one server and one Chromium for a test file. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "../../scripts/lib/chromium/launch.ts";
import { serve } from "../../scripts/lib/serve.ts";

export interface OpenSite {
  url: string;
  browser: Browser;
  /**
   * Opens addresses below the site's root, a few at a time; gives what `look` gives, in order.
   * `heard` gets the requests that each page made, and what it said to the console.
   */
  visit<T>(
    addresses: readonly string[],
    look: (page: Page, address: string) => Promise<T>,
    options?: BrowserContextOptions,
    heard?: (address: string, requests: readonly string[], said: readonly string[]) => void,
  ): Promise<T[]>;
  /**
   * The same for what is only read, in a third of the time: a tab opens one page and then takes in the
   * bodies of the others, whose scripts do not run. `prepare` gets each tab while it is empty.
   */
  read<T>(
    addresses: readonly string[],
    look: (page: Page, address: string) => Promise<T>,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<T[]>;
}

/** Serves a folder and starts a browser for all tests of the file; ready once the tests run. */
export function openSite(folder: () => string, base = "/"): OpenSite {
  const open = {} as OpenSite;
  let close = async () => {};
  beforeAll(async () => {
    const [server, browser] = await Promise.all([serve(folder(), { base }), launchChromium()]);
    const visit: OpenSite["visit"] = async (addresses, look, options, heard) => {
      const context = await browser.newContext(options);
      try {
        return await inParallel(
          addresses,
          () => context.newPage(),
          async (page, address) => {
            const requests: string[] = [];
            const said: string[] = [];
            page.on("request", (request) => {
              if (!request.url().startsWith("data:")) requests.push(request.url());
            });
            page.on("console", (message) => said.push(message.text()));
            page.on("pageerror", (error) => said.push(error.message));
            await page.goto(new URL(address, server.url).href);
            const seen = await look(page, address);
            for (const event of ["request", "console", "pageerror"] as const) {
              page.removeAllListeners(event);
            }
            heard?.(address, requests, said);
            return seen;
          },
        );
      } finally {
        await context.close();
      }
    };
    const read: OpenSite["read"] = async (addresses, look, options, prepare) => {
      const context = await browser.newContext(options);
      const at = (address: string) => new URL(address, server.url).href;
      try {
        return await inParallel(
          addresses,
          async () => {
            const page = await context.newPage();
            await prepare?.(page);
            await page.goto(at(addresses[0]!));
            return page;
          },
          async (page, address) => {
            await page.evaluate(takeIn, at(address));
            return look(page, address);
          },
        );
      } finally {
        await context.close();
      }
    };
    Object.assign(open, { url: server.url, browser, visit, read });
    close = async () => {
      await browser.close();
      await server.close();
    };
  });
  afterAll(() => close());
  return open;
}

/** Another page in the place of the one that is open; runs in the browser. */
async function takeIn(href: string): Promise<void> {
  const text = await (await fetch(href)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
}

const TABS = 3;

async function inParallel<Item, Tab, T>(
  items: readonly Item[],
  openTab: () => Promise<Tab>,
  work: (tab: Tab, item: Item) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const run = async () => {
    const tab = await openTab();
    for (let i = next++; i < items.length; i = next++) results[i] = await work(tab, items[i]!);
  };
  await Promise.all(Array.from({ length: Math.min(TABS, items.length) }, run));
  return results;
}

/** Every page of a built site by its address below the root: "" is home, "cases/", "404.html". */
export function addressesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !leadsOn(readFileSync(join(site, file), "utf8")))
    .map((file) => file.replace(/(?:^|(?<=\/))index\.html$/, ""))
    .sort();
}

/** An old address is no page: nobody stays there. */
export function leadsOn(html: string): boolean {
  return /http-equiv="refresh"/.test(html.slice(0, 4096));
}

/** The file of an address, below the built site. */
export function fileOf(address: string): string {
  return /(?:^|\/)$/.test(address) ? `${address}index.html` : address;
}
