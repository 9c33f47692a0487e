/** sitemap.xml, made of the pages as they have just been built: those whose lasting address is their own. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../../src/text/escape.ts";

/** `url` is the site's published address; without one no page has a whole address, and there is no map. */
export function writeSitemap(site: string, url: string): void {
  if (url === "") return;
  const addresses = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .filter((file) => isListed(readFileSync(join(site, file), "utf8"), addressOf(url, file)))
    .map((file) => `<url><loc>${addressOf(url, file)}</loc></url>\n`)
    .sort();
  writeFileSync(
    join(site, "sitemap.xml"),
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join("")}</urlset>\n`,
  );
}

/** As it stands in a page and in XML. */
function addressOf(url: string, file: string): string {
  return escaped(`${url}${encodeURI(file.replace(/(?:^|(?<=\/))index\.html$/, ""))}`);
}

function isListed(html: string, address: string): boolean {
  const head = html.slice(0, html.indexOf("</head>"));
  return (
    head.includes(`<link rel="canonical" href="${address}">`) &&
    !/name="robots" content="noindex"/.test(head)
  );
}
