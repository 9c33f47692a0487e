/** What a finished site weighs: its files, and each page with the styles it links, as transferred. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

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

/** Weighs every page of a finished site. */
export function weigh(site: string): Weight {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    let size = sizes.get(file);
    if (size === undefined) {
      size = files.includes(file) ? gzipSync(readFileSync(join(site, file))).length : 0;
      sizes.set(file, size);
    }
    return size;
  };
  const pages = files
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const styles = stylesOf(readFileSync(join(site, file), "utf8"), file);
      return {
        address: file.replace(/(?:^|(?<=\/))index\.html$/, ""),
        bytes: sizeOf(file) + styles.reduce((sum, style) => sum + sizeOf(style), 0),
      };
    })
    .sort((a, b) => b.bytes - a.bytes || (a.address < b.address ? -1 : 1));
  const charts = files.filter((file) => /^charts\/[^/]+\/index\.html$/.test(file)).length;
  return { files: files.length, charts, pages };
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
