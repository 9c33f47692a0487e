/** Charts that had another id: their old addresses live on. */
import type { Site } from "../site/year.ts";

/** Of the program's own charts: old id → the one that it has now. */
const RENAMED: Readonly<Record<string, string>> = {};

/** Its id and those that it had before. */
export function idsOf(site: Pick<Site, "config">, id: string): string[] {
  return [id, ...formerIds(site, id)];
}

/** The ids that a chart had before, in the program or by site.yaml: also those that it had before these. */
export function formerIds({ config }: Pick<Site, "config">, id: string): string[] {
  const all = Object.entries({ ...RENAMED, ...config.renamed });
  const found: string[] = [];
  let now = [id];
  while (now.length > 0) {
    now = all.flatMap(([old, to]) =>
      now.includes(to) && old !== id && !found.includes(old) ? [old] : [],
    );
    found.push(...now);
  }
  return found;
}
