/** How long the pictures of a site's charts are drawn: for the first time, and again unchanged. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "../../src/downloads/pictures.ts";
import { diskFolder } from "../../src/ingest/disk.ts";
import { writeDemo } from "../demo/bureau.ts";
import { CliError } from "../lib/cli.ts";
import { padEnd, padStart } from "../lib/terminal.ts";
import { secondsText } from "./process.ts";

/** Charts of one year each. */
const CHARTS = [20, 200] as const;

export interface PictureCost {
  charts: number;
  pictures: number;
  /** Milliseconds until all lie in the site. */
  cold: number;
  warm: number;
  /** Bytes of the largest. */
  largest: number;
}

export async function pictureCost(
  folder: string,
  say: (doing: string) => void,
): Promise<PictureCost[]> {
  const { loadSite } = await import("../../src/load/load-site.ts");
  const { picturesOf } = await import("../../src/downloads/pictures.ts");
  const { Cache } = await import("../lib/pictures/cache.ts");
  const { drawPictures } = await import("../lib/pictures/index.ts");
  const data = join(folder, "pictures-data");
  writeDemo(data, { complaints: 1000, years: 3 });
  const { site } = await loadSite(diskFolder(data));
  if (!site) throw new CliError("演示数据生成不了网站，量不了图片。");
  const byChart = Map.groupBy(picturesOf(site), chartOf);
  const result: PictureCost[] = [];
  for (const charts of CHARTS) {
    say(`${charts} 张图的图片`);
    const pictures = [...byChart.values()].slice(0, charts).flat();
    const [kept, to] = [join(folder, `kept-${charts}`), join(folder, `drawn-${charts}`)];
    const draw = async () => {
      const start = performance.now();
      const drawing = await drawPictures(pictures, new Cache(kept));
      await drawing.place(to);
      drawing.stop();
      return performance.now() - start;
    };
    const [cold, warm] = [await draw(), await draw()];
    const sizes = pictures.map(({ address }) => statSync(join(to, address)).size);
    const drawn = Math.min(charts, byChart.size);
    result.push({
      charts: drawn,
      pictures: pictures.length,
      cold,
      warm,
      largest: Math.max(...sizes),
    });
  }
  return result;
}

/** The chart and year whose picture it is. */
function chartOf({ address }: Picture): string {
  return address.slice(0, address.lastIndexOf("/"));
}

export function pictureReport(costs: readonly PictureCost[]): string {
  return [
    "图片：演示数据的图，每张图每一年的各种 PNG 都画；再画是没有改动时。",
    ...costs.map(({ charts, pictures, cold, warm, largest }) => {
      const each = padStart((cold / pictures).toFixed(1), 8);
      return (
        `  ${padEnd(`${charts} 张图、${pictures} 个 PNG`, 26)}第一次${secondsText(cold)}，每个${each} 毫秒` +
        `   再画${secondsText(warm)}   最大 ${Math.round(largest / 1024)} KB`
      );
    }),
  ].join("\n");
}
