/** The two style sheets: one file for the pages, one inlined into each embed. */
import { createHash } from "node:crypto";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import base from "./base.css?inline";
import chart from "./chart.css?inline";
import embed from "./embed.css?inline";
import figure from "./figure.css?inline";
import finding from "./finding.css?inline";
import foot from "./foot.css?inline";
import frame from "./frame.css?inline";
import glance from "./glance.css?inline";
import { lean } from "./lean.ts";
import number from "./number.css?inline";
import print from "./print.css?inline";
import { EMBED_NIGHT, EMBED_ROOT, onPaper, ROOT } from "./root.ts";
import stack from "./stack.css?inline";
import table from "./table.css?inline";
import text from "./text.css?inline";
import told from "./told.css?inline";
import ways from "./ways.css?inline";
import wide from "./wide.css?inline";

/** What only the pages have, in the order of the cascade: the later sheet wins. */
const PAGE = [frame, text, figure, table, glance, finding, number, ways, told, foot, wide];

/**
 * Tables made for it stand in cells on a phone and with enlarged text, all tables where hardly a
 * word fits beside another. A container's rem is the reader's; a window's is not.
 */
const STACKED = [
  `@media screen and (max-width:599px){${stack}}`,
  `@container (max-width:32rem){${stack}}`,
  `@container (max-width:16rem){${stack.replaceAll(".stack", ".tbl")}}`,
].join("");

/** The bureau's own colour, for the marks in the light scheme; its contrast is checked on reading. */
function own(config: SiteConfig): string {
  if (!config.colour) return "";
  return `@media screen and (prefers-color-scheme:light){:root{--mark:${config.colour};--link:${config.colour}}}`;
}

export function pageSheet(config: SiteConfig): string {
  return `${ROOT}${base}${chart}${PAGE.join("")}${STACKED}${onPaper(print)}${own(config)}`;
}

/** Of an embed that shows this HTML: it has to be light. */
export function embedSheet(config: SiteConfig, html: string): string {
  const colour = config.colour && `:root{--mark:${config.colour};--link:${config.colour}}`;
  return lean(`${EMBED_ROOT}${base}${chart}${embed}${colour}${EMBED_NIGHT}`, html, BY_SCRIPT);
}

/** Classes of its root that its address asks for (src/charts/client/embed.ts). */
const BY_SCRIPT = ["dark", "auto", "clear"];

/** Changes with the sheet's content, so that no browser keeps an old one. */
export function sheetVersion(config: SiteConfig): string {
  return createHash("sha256").update(pageSheet(config)).digest("hex").slice(0, 8);
}
