/** The file of the search, made of the pages as they have just been built: a new page is in it by itself. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { searchFile, searchIndex } from "../../src/search/index-file.ts";
import { pageText } from "../../src/search/page-text.ts";

/**
 * What only repeats other pages: a chart alone, the report for paper, lists of links, the answer to a
 * wrong address; and the same page in an earlier year, which that of the latest leads to.
 */
const REPEATED =
  /^(?:embed|search|sitemap|staff|404\.html|\d{4}\/print)(?:\/|$)|\/\d{4}(?:-\d{4})?\//;

export function writeSearchTexts(site: string): void {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !REPEATED.test(file))
    .sort();
  const pages = new Map(
    files.flatMap((file) => {
      const html = readFileSync(join(site, file), "utf8");
      const text = /name="robots" content="noindex"/.test(html) ? null : pageText(html);
      return text ? [[file.replace(/(?:^|(?<=\/))index\.html$/, ""), text] as const] : [];
    }),
  );
  writeFileSync(join(site, "search", "texts.gz"), searchFile(searchIndex(pages)));
}
