/** What a finished site weighs: its files, and each page with the styles it links, as transferred. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface PageWeight {
  /** Address below the site's root, e.g. `cases/`; empty for the home page. */
  address: string;
  /** Bytes of the page and the styles it links, each compressed. */
  bytes: number;
}

export interface Weight {
  files: number;
  charts: number;
  /** Heaviest first. */
  pages: PageWeight[];
}

const compressed = promisify(gzip);

/** Weighs every page of a finished site; other threads compress meanwhile. */
export async function weigh(site: string): Promise<Weight> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const there = new Set(files);
  const sizes = new Map<string, Promise<number>>();
  const sizeOf = (file: string): Promise<number> => {
    const size = sizes.get(file) ?? sizeIn(there.has(file) ? join(site, file) : null);
    sizes.set(file, size);
    return size;
  };
  const weightOf = async (file: string): Promise<PageWeight> => {
    const styles = stylesOf(readFileSync(join(site, file), "utf8"), file);
    const all = await Promise.all([file, ...styles].map(sizeOf));
    return {
      address: file.replace(/(?:^|(?<=\/))index\.html$/, ""),
      bytes: all.reduce((sum, size) => sum + size, 0),
    };
  };
  const documents = files.filter((file) => file.endsWith(".html"));
  const pages: PageWeight[] = [];
  for (let at = 0; at < documents.length; at += AT_ONCE)
    pages.push(...(await Promise.all(documents.slice(at, at + AT_ONCE).map(weightOf))));
  const charts = files.filter((file) => /^charts\/[^/]+\/index\.html$/.test(file)).length;
  pages.sort((a, b) => b.bytes - a.bytes || (a.address < b.address ? -1 : 1));
  return { files: files.length, charts, pages };
}
/** Pages in memory together. */
const AT_ONCE = 16;

async function sizeIn(path: string | null): Promise<number> {
  return path === null ? 0 : (await compressed(readFileSync(path))).length;
}

/** Files of the styles a page links, as paths below the site's root. */
function stylesOf(html: string, page: string): string[] {
  const links = html.match(/<link\b[^>]*>/g) ?? [];
  const hrefs = links
    .filter((link) => /\brel="?stylesheet\b/.test(link))
    .map((link) => /\bhref="([^"]*)"|\bhref=([^\s>]+)/.exec(link))
    .map((found) => found?.[1] ?? found?.[2] ?? "");
  return [
    ...new Set(hrefs.map((href) => decodeURI(new URL(href, `http://x/${page}`).pathname.slice(1)))),
  ];
}
