/** The pictures of a site: drawn beside the making of its pages, those that have changed, then put among them. */
import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { addressesOf, picturesOf } from "../../../src/downloads/pictures.ts";
import type { Site } from "../../../src/site/year.ts";
import { Cache } from "./cache.ts";
import { pictureFont } from "./fonts.ts";
import { pngOf } from "./png.ts";
import { drawn } from "./threads.ts";
import type { Job } from "./worker.ts";

export interface Drawing {
  /** How many there are, and how many had to be drawn. */
  all: number;
  fresh: number;
  /** Characters that no picture can show. */
  absent: readonly string[];
  /** How many of the fresh ones are drawn by now. */
  drawn: () => number;
  /** Puts them into the finished site when all are drawn. */
  place: (site: string) => Promise<void>;
  stop: () => void;
}

/** Nothing drawn: for a site that nobody will publish. Every picture has its address all the same. */
export function blankPictures(site: Site): Drawing {
  const addresses = addressesOf(site);
  const blank = pngOf(new Uint8Array([255, 255, 255, 255]), 1, 1);
  return {
    all: addresses.length,
    fresh: 0,
    absent: [],
    drawn: () => 0,
    async place(target) {
      for (const address of addresses) {
        const place = join(target, address);
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, blank);
      }
    },
    stop() {},
  };
}

export async function drawPictures(site: Site, cache = new Cache()): Promise<Drawing> {
  const font = pictureFont();
  const pictures = [...picturesOf(site, font)].map((one) => ({
    ...one,
    ...cache.of(one.svg, one.width),
  }));
  const missing = pictures.filter(({ isThere }) => !isThere);
  const jobs: Job[] = [...new Map(missing.map((one) => [one.file, one])).values()].map(
    ({ svg, width, file }) => ({ svg, width, file }),
  );
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const fontFiles: string[] = [];
  if (jobs.length > 0) {
    const characters = new Set(jobs.map(({ svg }) => svg).join(""));
    for (const [i, bytes] of (await font.subsets(characters)).entries()) {
      fontFiles.push(join(folder, `${i}.ttf`));
      writeFileSync(fontFiles[i]!, bytes);
    }
  }
  let count = 0;
  const { done, stop } = drawn(jobs, fontFiles, () => {
    count++;
  });
  // Whoever places them learns of it; until then nobody listens.
  done.catch(() => {});
  return {
    all: pictures.length,
    fresh: jobs.length,
    absent: [...new Set(pictures.flatMap(({ absent }) => absent))],
    drawn: () => count,
    async place(target) {
      await done;
      for (const { address, file } of pictures) {
        const place = join(target, address);
        mkdirSync(dirname(place), { recursive: true });
        copyFileSync(file, place, constants.COPYFILE_FICLONE);
      }
      cache.sweep(new Set(pictures.map(({ file }) => file)));
    },
    stop() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
