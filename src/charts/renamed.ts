/** Charts that had another id: their old addresses live on. */
import type { Site } from "../site/year.ts";

/** Of the program's own charts: old id → the one that it has now. */
const RENAMED: Readonly<Record<string, string>> = {};

/** Its id and those that it had before. */
export function idsOf(site: Pick<Site, "config">, id: string): string[] {
  return [id, ...formerIds(site, id)];
}

/** The ids that a chart had before, in the program or by site.yaml. */
export function formerIds({ config }: Pick<Site, "config">, id: string): string[] {
  return Object.entries({ ...RENAMED, ...config.renamed })
    .filter(([, now]) => now === id)
    .map(([old]) => old);
}
