/** Exports as the bureau's systems write them → clean rows by system and year, and all that is to be said. */
import type { Remark } from "../ingest/problems/problems.ts";
import type { TableSource } from "../ingest/rows/table.ts";
import { readExport } from "./file-tables.ts";
import type { Imported, Importing } from "./importing.ts";
import { TableTaker } from "./table-taker.ts";

/** Reads exports; nothing is written. The same row in two files counts once where it has a number. */
export async function importExports(
  sources: readonly TableSource[],
  importing: Importing,
): Promise<Imported> {
  const result: Imported = { tables: [], stopped: [], said: [], repeats: [], rows: new Map() };
  for (const source of sources) {
    importing.onProgress?.(source.path);
    const open = (sheet: string | null) => new TableTaker(source.path, sheet, importing, result);
    const { remarks, said } = await readExport(source, open, importing.nameId.key);
    result.stopped.push(...remarks.filter(isFault).map((one) => ({ ...one, file: source.path })));
    result.said.push(...said.map((one) => ({ ...one, file: source.path })));
  }
  for (const [{ id, label, of }, years] of result.rows) {
    for (const [year, rows] of years) {
      const answer = importing.sameNumber ?? importing.imports.sameNumber(id);
      const repeats = rows.settle(answer);
      const { alike, joined, decided, asked, between } = repeats;
      if (alike.length + joined.length + decided.length + asked.length + between === 0) continue;
      result.repeats.push({ ...repeats, label, year, answer, dataset: of.dataset });
    }
  }
  return result;
}

function isFault({ code }: Remark): boolean {
  return code !== "normalised";
}
