/** Pictures of earlier builds, kept by what they show: one that has not changed is neither set nor drawn again. */
import { createHash, hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Made, Planned } from "../../../src/charts/pictures/index.ts";
import { ROOT } from "../places.ts";
import { RENDERER } from "./fonts.ts";
import { WRITING } from "./png.ts";
import { writeWhole } from "./whole.ts";

const DAY = 24 * 60 * 60 * 1000;
/** So long a picture is kept that no build has asked for. */
const KEPT = 30 * DAY;

/** A picture's file, and the SVG to be drawn there: null where it lies there already, or whoever asked before draws it. */
export interface Kept {
  file: string;
  svg: string | null;
  absent: readonly string[];
}

/** What is noted of a plan: the picture that was made of it. */
interface Note extends Pick<Made, "absent"> {
  /** The hash of its SVG: another program may make the same, which is not drawn again. */
  svg: string;
}

export class Cache {
  readonly #folder: string;
  readonly #there: Set<string>;
  readonly #used = new Set<string>();
  readonly #program = programSum();

  constructor(folder = join(ROOT, "node_modules/.cache/pictures")) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#there = new Set(readdirSync(folder));
  }

  /** The picture of a plan in a size; `made` makes it of the plan, where no build did. */
  of({ shows }: Pick<Planned, "shows">, width: number, made: () => Made): Kept {
    const name = `${sumOf(`${this.#program}\n${shows}`)}.json`;
    this.#used.add(name);
    const note = this.#there.has(name) ? this.#read(name) : this.#note(name, made());
    const picture = `${sumOf(`${RENDERER} ${WRITING} ${width}\n${note.svg}`)}.png`;
    this.#used.add(picture);
    const svg = this.#there.has(picture) ? null : made().svg;
    this.#there.add(picture);
    return { file: join(this.#folder, picture), svg, absent: note.absent };
  }

  /** Notes what was asked for, and drops what was not for long. */
  sweep(): void {
    const now = Date.now();
    for (const name of this.#there) {
      const file = join(this.#folder, name);
      try {
        const age = now - statSync(file).mtimeMs;
        if (this.#used.has(name)) {
          if (age > DAY) utimesSync(file, new Date(now), new Date(now));
        } else if (age > KEPT) rmSync(file);
      } catch {} // Another build was there first.
    }
  }

  #read(name: string): Note {
    return JSON.parse(readFileSync(join(this.#folder, name), "utf8"));
  }

  #note(name: string, { svg, absent }: Made): Note {
    const note = { svg: sumOf(svg), absent };
    writeWhole(join(this.#folder, name), JSON.stringify(note));
    return note;
  }
}

function sumOf(text: string): string {
  return hash("sha256", text).slice(0, 40);
}

/** What sets a picture, coarsely: the sources, and Node, which knows the words of Chinese. */
function programSum(): string {
  const sources = join(ROOT, "src");
  const sum = createHash("sha256").update(process.version);
  for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" }).sort())
    if (file.endsWith(".ts")) sum.update(file).update(readFileSync(join(sources, file)));
  return sum.digest("hex");
}
