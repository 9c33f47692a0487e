/** The explorer's pages: one for each dataset of which rows may leave. */
import { datasets } from "../datasets/index.ts";
import type { Site } from "../site/year.ts";
import { exploreFile } from "./file.ts";
import { type ExploreTable, exploreTable } from "./table.ts";

const made = new WeakMap<Site, ExploreTable[]>();

const files = new WeakMap<ExploreTable, Uint8Array>();

/** The file of a table, packed once: its address carries its version. */
export function fileOf(site: Site, table: ExploreTable): Uint8Array {
  let file = files.get(table);
  if (!file) {
    file = exploreFile(site, table);
    files.set(table, file);
  }
  return file;
}

export function explored(site: Site): readonly ExploreTable[] {
  let tables = made.get(site);
  if (!tables) {
    tables = datasets
      .filter(({ explore }) => explore)
      .flatMap((dataset) => exploreTable(site.years, dataset) ?? []);
    made.set(site, tables);
  }
  return tables;
}
