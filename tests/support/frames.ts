/** The charts of a built site in the frames of their own codes, at any width, without script. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { OpenSite } from "./browser.ts";

/** From a watch to the widest column of an article. */
export const FRAME_WIDTHS = Array.from({ length: 51 }, (_, i) => 240 + i * 20);
const UNKNOWN_BASE = "https://（本站网址）/";

/** A code as it is copied from a chart's page: the first is for web pages. */
export function codesOfPage(folder: string, id: string, base: string): Map<string, string> {
  const pages = ["charts", "questions"].map((room) => join(folder, room, id, "index.html"));
  const { document } = parseHTML(readFileSync(pages.find(existsSync)!, "utf8"));
  return new Map(
    [...document.querySelectorAll("pre.copy")].map((pre) => [
      pre.getAttribute("aria-label") ?? "",
      (pre.textContent ?? "").replaceAll(UNKNOWN_BASE, base),
    ]),
  );
}

/** The frames whose last lines are cut off, or that are too empty, with the width at which they are. */
export async function cutFrames(
  site: OpenSite,
  folder: string,
  ids: readonly string[],
  /** The part of a frame that may be empty. */
  most = 1,
): Promise<string[]> {
  const codes = ids.map((id) => {
    const code = codesOfPage(folder, id, site.url).get("嵌入代码")!;
    return code.replace(' loading="lazy"', "").replace(/<script.*/s, "");
  });
  const page = await site.browser.newPage({ viewport: { width: 1300, height: 900 } });
  // A page of the same origin may look into its frames.
  await page.goto(`${site.url}robots.txt`);
  const faults = await page.evaluate(
    async ({ codes, widths, most }) => {
      document.body.innerHTML = codes.map((code) => `<div>${code}</div>`).join("");
      const all = [...document.querySelectorAll("iframe")];
      const isLoaded = ({ contentDocument, src }: HTMLIFrameElement) =>
        contentDocument?.URL === src && contentDocument.readyState === "complete";
      const end = Date.now() + 60_000;
      while (!all.every(isLoaded) && Date.now() < end)
        await new Promise((done) => setTimeout(done, 50));
      const faults = all.filter((one) => !isLoaded(one)).map(({ src }) => `${src} has not come`);
      for (const width of widths) {
        for (const one of all) one.closest("div")!.style.width = `${width}px`;
        for (const one of all.filter(isLoaded)) {
          const root = one.contentDocument!.documentElement;
          const { scrollHeight, scrollWidth, clientWidth } = root;
          const [high, needed] = [one.clientHeight, root.getBoundingClientRect().height];
          const blank = 1 - needed / high;
          if (scrollHeight > high || scrollWidth > clientWidth || blank > most)
            faults.push(
              `${one.src} ${width}: ${scrollWidth}×${scrollHeight} in ${high}, ${blank.toFixed(2)} blank`,
            );
        }
      }
      return faults;
    },
    { codes, widths: FRAME_WIDTHS, most },
  );
  await page.close();
  return faults;
}
