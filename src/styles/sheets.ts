/** The two style sheets: one file for the pages, one inlined into each embed. */
import { createHash } from "node:crypto";
import type { SiteConfig } from "../ingest/config.ts";
import chart from "./chart.css?inline";
import embed from "./embed.css?inline";
import page from "./page.css?inline";
import tokens from "./tokens.css?inline";

/** The bureau's own colour, for the marks in the light scheme; its contrast is checked on reading. */
function own(config: SiteConfig): string {
  if (!config.colour) return "";
  return `@media screen and (prefers-color-scheme:light){:root{--mark:${config.colour};--link:${config.colour}}}`;
}

export function pageSheet(config: SiteConfig): string {
  return `${tokens}${chart}${page}${own(config)}`;
}

export function embedSheet(config: SiteConfig): string {
  return `${tokens}${chart}${embed}${own(config)}`;
}

/** Changes with the sheet's content, so that no browser keeps an old one. */
export function sheetVersion(config: SiteConfig): string {
  return createHash("sha256").update(pageSheet(config)).digest("hex").slice(0, 8);
}
