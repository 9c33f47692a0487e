/** The pictures of a site: drawn beside the making of its pages, those that have changed, then put among them. */
import { constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Made, Planned } from "../../../src/charts/pictures/index.ts";
import { addressesOf, type Picture } from "../../../src/downloads/pictures.ts";
import type { Site } from "../../../src/site/year.ts";
import { Cache } from "./cache.ts";
import { type FontFiles, pictureFont } from "./fonts.ts";
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

export async function drawPictures(
  wanted: Iterable<Picture>,
  cache = new Cache(),
): Promise<Drawing> {
  let font: FontFiles | undefined;
  const made = once((planned) => {
    font ??= pictureFont();
    return planned.made(font);
  });
  const pictures = [...wanted].map((one) => {
    const { address, width } = one;
    return { address, width, ...cache.of(one, width, () => made(one)) };
  });
  const jobs: Job[] = pictures.flatMap(({ file, svg, width }) =>
    svg === null ? [] : [{ svg, width, file }],
  );
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  const fontFiles: string[] = [];
  if (font && jobs.length > 0) {
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
      await Promise.all(
        pictures.map(async ({ address, file }) => {
          const place = join(target, address);
          await mkdir(dirname(place), { recursive: true });
          await copyFile(file, place, constants.COPYFILE_FICLONE);
        }),
      );
      cache.sweep();
    },
    stop() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What shows the same, in two sizes, is made once. */
function once(make: (planned: Planned) => Made): (planned: Planned) => Made {
  const done = new Map<string, Made>();
  return (planned) => {
    const made = done.get(planned.shows) ?? make(planned);
    done.set(planned.shows, made);
    return made;
  };
}
