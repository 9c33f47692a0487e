/**
 * releases/pages.txt: every page that was ever published, an address a line. One that the site has no
 * more keeps its address, with a sentence and the way to what stands above it. Embeds and pinned
 * charts do so of themselves (src/downloads/former.ts).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EDITIONS_FOLDER } from "../../src/editions/define.ts";
import { lostPageHtml } from "../../src/editions/lost-page.ts";
import type { SiteConfig } from "../../src/ingest/config/site-config.ts";

const LIST = "pages.txt";
const PAGE = "index.html";
/** Those of frames, which say by themselves what became of them. */
const APART = /^(?:embed|r)\//;
/** An address of ours: anything else in the list, which people may edit, makes no file. */
const ADDRESS = /^(?:[\w-][\w.-]*\/)+$/;

/** Adds the pages of a built site to the list; how many are new. */
export function recordPages(data: string, built: string): number {
  const known = listed(data);
  const all = new Set(known);
  for (const address of pagesIn(built)) all.add(address);
  if (all.size === known.length) return 0;
  mkdirSync(join(data, EDITIONS_FOLDER), { recursive: true });
  writeFileSync(join(data, EDITIONS_FOLDER, LIST), `${[...all].sort().join("\n")}\n`);
  return all.size - known.length;
}

/** Writes a small page at each address of the list that a finished site lacks. */
export function writeLostPages(site: string, data: string, config: SiteConfig): void {
  for (const address of listed(data)) {
    if (existsSync(join(site, address, PAGE))) continue;
    const above = parentOf(site, address);
    const up = "../".repeat(address.split("/").length - above.split("/").length);
    const parent = readFileSync(join(site, above, PAGE), "utf8");
    const named = /<title>([^<_]*)/.exec(parent)?.[1] ?? "";
    mkdirSync(join(site, address), { recursive: true });
    writeFileSync(join(site, address, PAGE), lostPageHtml(config, named, up));
  }
}

function listed(data: string): string[] {
  const file = join(data, EDITIONS_FOLDER, LIST);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => ADDRESS.test(line) && !line.includes(".."));
}

function pagesIn(built: string): string[] {
  return readdirSync(built, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(`/${PAGE}`))
    .map((file) => file.slice(0, -PAGE.length))
    .filter((address) => !APART.test(address));
}

/** The nearest page above an address; the front page has none. */
function parentOf(site: string, address: string): string {
  const above = address.replace(/[^/]+\/$/, "");
  return above === "" || existsSync(join(site, above, PAGE)) ? above : parentOf(site, above);
}
