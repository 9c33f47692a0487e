/** What the page for staff transfers: when it opens, when it has nothing else to do, and for the first files. */
import type { Browser, Page } from "playwright-core";
import { padEnd, padStart } from "../lib/terminal.ts";

/** Bytes of all bodies, as they came, and of the scripts among them. */
interface Transferred {
  bytes: number;
  script: number;
  requests: number;
}

export interface StaffPageCost {
  opened: Transferred;
  /** What comes by itself when the page is idle: from then on it needs no net. */
  idle: Transferred;
  /** What the first CSV file asks for besides. */
  file: Transferred;
}

const CSV = "\ufeff执法领域,件数\n燃气,二十x\n";

/** `url` is that of the page; a first visit, with nothing cached. */
export async function staffPageCost(browser: Browser, url: string): Promise<StaffPageCost> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const taken = listened(page);
    await page.goto(url, { waitUntil: "load" });
    const opened = await taken();
    await page.waitForLoadState("networkidle");
    const idle = await taken();
    await page.setInputFiles("#file", {
      name: "cases.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(CSV),
    });
    await page.waitForSelector("#desk:not([aria-busy]) #results:not([hidden])");
    await page.waitForLoadState("networkidle");
    return { opened, idle, file: await taken() };
  } finally {
    await context.close();
  }
}

/** Gives what has come since it was last asked. */
function listened(page: Page): () => Promise<Transferred> {
  const finished: Promise<{ bytes: number; isScript: boolean }>[] = [];
  page.on("requestfinished", (request) => {
    const isScript = request.resourceType() === "script";
    finished.push(
      request.sizes().then(({ responseBodySize }) => ({ bytes: responseBodySize, isScript })),
    );
  });
  return async () => {
    const all = await Promise.all(finished.splice(0));
    const sum = (some: typeof all) => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      bytes: sum(all),
      script: sum(all.filter(({ isScript }) => isScript)),
      requests: all.length,
    };
  };
}

export function staffPageReport({ opened, idle, file }: StaffPageCost): string {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const line = (name: string, { bytes, script, requests }: Transferred) =>
    `  ${padEnd(name, 26)}${padStart(kb(bytes), 9)}  其中脚本 ${kb(script)}，${requests} 个请求`;
  return [
    "工作人员页（压缩后）：",
    line("打开", opened),
    line("空下来以后自己取", idle),
    line("放进第一份 CSV", file),
  ].join("\n");
}
