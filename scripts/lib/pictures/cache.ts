/** Drawn pictures, kept by what they are made of: a picture that has not changed is not drawn again. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../places.ts";
import { RENDERER } from "./fonts.ts";

const DAY = 24 * 60 * 60 * 1000;
/** So long a picture is kept that no build has asked for. */
const KEPT = 30 * DAY;

export class Cache {
  readonly #folder: string;
  readonly #there: Set<string>;

  constructor(folder = join(ROOT, "node_modules/.cache/pictures")) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#there = new Set(readdirSync(folder));
  }

  /** Its file, and whether it is there already. */
  of(svg: string, width: number): { file: string; isThere: boolean } {
    const hash = createHash("sha256").update(`${RENDERER} ${width}\n${svg}`).digest("hex");
    const name = `${hash.slice(0, 40)}.png`;
    return { file: join(this.#folder, name), isThere: this.#there.has(name) };
  }

  /** Notes that these were asked for, and drops what was not for long. */
  sweep(used: ReadonlySet<string>): void {
    const now = Date.now();
    for (const name of this.#there) {
      const file = join(this.#folder, name);
      try {
        const age = now - statSync(file).mtimeMs;
        if (used.has(file)) {
          if (age > DAY) utimesSync(file, new Date(now), new Date(now));
        } else if (age > KEPT) rmSync(file);
      } catch {} // Another build was there first.
    }
  }
}
