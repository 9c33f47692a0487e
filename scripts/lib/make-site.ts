/** The making of a site whose data are good: pages, pictures, packages, search, and the swap at the end. */
import type { AstroIntegration } from "astro";
import { lostNames } from "../../src/downloads/lost-names.ts";
import { picturesOf } from "../../src/downloads/pictures.ts";
import { currentSite } from "../../src/load/current.ts";
import { loadAstro } from "./astro.ts";
import { CliError } from "./cli.ts";
import { diskFault } from "./disk-faults.ts";
import { writeLostPages } from "./kept-pages.ts";
import { writeManifest } from "./manifest.ts";
import { clear, discard, newStaging, publish } from "./output.ts";
import { blankPictures, type Drawing, drawPictures } from "./pictures/index.ts";
import { writePackages } from "./pictures/packages.ts";
import { ROOT } from "./places.ts";
import { writeSearchTexts } from "./search-texts.ts";
import { writeSitemap } from "./sitemap.ts";
import { progress, secondsSince } from "./terminal.ts";
import { type Weight, weigh } from "./weigh.ts";

/** Ctrl+C, the system, a terminal that was closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whoever takes numbers asks first whether they may. */
const NO_LICENCE =
  "提醒：site.yaml 没有写“数据许可”，别人不知道这些数据可以怎样使用，下载的文件里许可一栏是空的。";

/** Builds beside the target and takes its place at the end; true. */
export async function replaceSite(
  data: string,
  out: string,
  shown: string,
  start: number,
  isDrawn: boolean,
): Promise<true> {
  let staging: string | undefined;
  let old: string | undefined;
  let pictures: Drawing | undefined;
  const sweep = () => {
    pictures?.stop();
    if (staging) discard(staging);
  };
  const stop = (_: NodeJS.Signals, number: number) => {
    sweep();
    console.error(`\n已中断，${shown} 没有变。`);
    process.exit(128 + number);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    staging = newStaging(out);
    console.log("生成页面……");
    const site = await currentSite();
    pictures = await (isDrawn ? drawPictures(picturesOf(site)) : blankPictures(site));
    await render(staging);
    await placed(pictures, staging);
    writePackages(site, staging);
    writeSearchTexts(staging);
    const { url, licence, demo } = site.config;
    writeSitemap(staging, url);
    writeLostPages(staging, data, site.config);
    const weighing = weigh(staging);
    writeManifest(staging, data, { isDemo: demo, isDrawn });
    const weight = await weighing;
    old = publish(staging, out);
    console.log(`\n${summary(weight, isDrawn ? pictures : null, secondsSince(start))}`);
    if (pictures.absent.length > 0) console.log(`\n${absentText(pictures.absent)}`);
    const lost = lostNames(site);
    if (lost.length > 0) console.log(`\n${lost.join("\n")}`);
    if (licence === "") console.log(`\n${NO_LICENCE}`);
    return true;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    sweep();
    // Whoever stops it now has the new site; the rest of the old one goes with the next build.
    if (old) await clear(old);
  }
}

async function placed(pictures: Drawing, staging: string): Promise<void> {
  const line = progress();
  const timer = setInterval(() => {
    line.say(`正在画图片 ${pictures.drawn()}/${pictures.fresh}`);
  }, 200);
  try {
    await pictures.place(staging);
  } finally {
    clearInterval(timer);
    line.end();
  }
}

async function render(staging: string): Promise<void> {
  const { build } = await loadAstro("production", staging);
  const line = progress();
  const making: Making = { failed: "", isOver: false };
  line.say("正在准备页面");
  try {
    await build({
      root: ROOT,
      // What goes wrong is thrown, and shown below once.
      logLevel: "silent",
      integrations: [watchPages(making, (done, all) => line.say(`正在生成页面 ${done}/${all}`))],
    });
  } catch (error) {
    making.isOver = true;
    if (diskFault(error)) throw error;
    throw new CliError(
      `生成${making.failed ? `页面 ${making.failed} ` : "网站"}时程序出错，不是数据的问题，原来的网站没有变。` +
        `请把下面的内容发给维护人员：\n${error instanceof Error ? error.stack : String(error)}`,
    );
  } finally {
    line.end();
  }
}

/** Two pages are made at a time: when one fails, the other and all that wait must not be written. */
interface Making {
  /** The address of the first page that failed. */
  failed: string;
  isOver: boolean;
}

/** Tells how far the pages are, and which one failed; Astro itself would only log it. */
function watchPages(making: Making, tell: (done: number, all: number) => void): AstroIntegration {
  return {
    name: "watch-pages",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) =>
        setPrerenderer((standard) => {
          let done = 0;
          let all = 0;
          return {
            ...standard,
            async getStaticPaths() {
              const paths = await standard.getStaticPaths();
              all = paths.length;
              return paths;
            },
            async render(request, options) {
              done += 1;
              tell(done, all);
              if (making.isOver) return never();
              try {
                const page = await standard.render(request, options);
                return making.isOver ? never() : page;
              } catch (error) {
                making.failed ||= new URL(request.url).pathname;
                making.isOver = true;
                throw error;
              }
            },
          };
        }),
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function absentText(absent: readonly string[]): string {
  const listed = absent.map((char) => `“${char}”`).join("");
  return `提醒：图片的字体里没有${listed}，图片里画作“□”并注明；网页和下载的数据照原样，不受影响。`;
}

function summary({ files, charts, pages }: Weight, pictures: Drawing | null, time: string): string {
  const heaviest = pages.slice(0, 5);
  const width = Math.max(...heaviest.map(({ bytes }) => bytes.toLocaleString("en").length));
  return [
    `完成：${pages.length} 个网页、${charts} 张图、共 ${files} 个文件，用时 ${time}。`,
    pictures
      ? `图片 ${pictures.all} 张，其中新画 ${pictures.fresh} 张，没有变的照用。`
      : "图片都没有画，是空白的：只供试看，不要发布。",
    `最大的 ${heaviest.length} 个网页（网页和样式，压缩后的字节数）：`,
    ...heaviest.map(
      ({ address, bytes }) => `  ${bytes.toLocaleString("en").padStart(width)}  /${address}`,
    ),
  ].join("\n");
}
