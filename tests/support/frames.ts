/** The charts of a built site in frames of the height that their codes say, at any width. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenSite } from "./browser.ts";

/** From a watch to the widest column of an article. */
export const FRAME_WIDTHS = Array.from({ length: 51 }, (_, i) => 240 + i * 20);

/** The frames whose last lines are cut off, with the width at which they are. */
export async function cutFrames(
  site: OpenSite,
  folder: string,
  ids: readonly string[],
): Promise<string[]> {
  const frames = ids.map((id) => {
    const pages = ["charts", "questions"].map((room) => join(folder, room, id, "index.html"));
    const page = readFileSync(pages.find(existsSync)!, "utf8");
    const code = /height=(?:"|&quot;|&#34;)(\d+)/.exec(page.slice(page.indexOf("&lt;iframe")));
    return { src: `${site.url}embed/${id}/`, height: Number(code?.[1]) };
  });
  const page = await site.browser.newPage({ viewport: { width: 1300, height: 900 } });
  // A page of the same origin may look into its frames.
  await page.goto(frames[0]!.src);
  const cut = await page.evaluate(
    async ({ frames, widths }) => {
      document.body.innerHTML = frames
        .map(
          ({ src, height }) => `<iframe src="${src}" height="${height}" style="border:0"></iframe>`,
        )
        .join("");
      const all = [...document.querySelectorAll("iframe")];
      await Promise.all(
        all.map((one) => new Promise((done) => one.addEventListener("load", done))),
      );
      const faults: string[] = [];
      for (const width of widths) {
        for (const one of all) one.style.width = `${width}px`;
        for (const one of all) {
          const { scrollHeight, scrollWidth, clientWidth } = one.contentDocument!.documentElement;
          if (scrollHeight > one.clientHeight || scrollWidth > clientWidth)
            faults.push(
              `${one.src} ${width}: ${scrollWidth}×${scrollHeight} in ${one.clientHeight}`,
            );
        }
      }
      return faults;
    },
    { frames, widths: FRAME_WIDTHS },
  );
  await page.close();
  return cut;
}
