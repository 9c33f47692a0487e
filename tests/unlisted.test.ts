/**
 * Exports of systems that nobody has listed: tests/unlisted/<name>.csv as offices write them, all invented,
 * beside what is written of them (<name>.txt, which is made where it is missing). Personal cells begin with 机密.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { type Imported, importExports } from "../src/exports/import.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { KAILI } from "./support/kaili.ts";

const FOLDER = join(import.meta.dirname, "unlisted");
const SITE = readFileSync(join(KAILI, "site.yaml"));
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.csv$/.exec(file)?.[1] ?? []);

async function imported(text: string, year?: number): Promise<Imported> {
  const [source] = (await memoryFolder({ "导出.csv": text }).files())!;
  return importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    ...(year ? { year } : {}),
    // Which matter is which, and nothing of its number.
    nameId: (id) => `x${[...id].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0)}`,
  });
}

function filesOf({ rows }: Imported): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [{ of }, years] of rows) {
    for (const [year, one] of years) {
      files[`${year}/${of.dataset.id}.csv`] = [...one.csv()].join("").replace("\ufeff", "");
    }
  }
  return files;
}

describe.each(names.filter((name) => !name.startsWith("not-")))("%s", (name) => {
  const text = readFileSync(join(FOLDER, `${name}.csv`), "utf8");
  // Days of a ledger by months say no year.
  const year = name === "publicity-by-month" ? 2024 : undefined;
  let files: Record<string, string>;
  let result: Imported;
  beforeAll(async () => {
    result = await imported(text, year);
    files = filesOf(result);
  });

  it("is written as it should be", () => {
    const written = Object.entries(files)
      .map(([path, rows]) => `${path}\n${rows}`)
      .join("\n");
    const path = join(FOLDER, `${name}.txt`);
    if (!existsSync(path)) writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, "utf8"));
  });

  it("loses no row, and nothing personal is written", () => {
    const [table] = result.tables;
    const read = [...table!.years.values()].reduce((sum, n) => sum + n, 0);
    const left = [...table!.left.values()].reduce((sum, { rows }) => sum + rows, 0);
    expect([read > 0, read + left]).toEqual([true, table!.rows]);
    expect(JSON.stringify(files)).not.toContain("机密");
    for (const { head } of table!.recognised!.taken) {
      // 处罚类别（CFLB） stands as CFLB.
      const written = /（(\w+)）$/.exec(head)?.[1] ?? head;
      const at = text.split("\n").findIndex((line) => line.includes(written));
      expect(at, head).toBeGreaterThanOrEqual(0);
    }
  });

  it("makes a site without an error", async () => {
    const { problems } = await loadSite(memoryFolder({ ...files, "site.yaml": SITE }));
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, places, why }) => `${code} ${places[0]?.cell} ${why}`)).toEqual([]);
  });
});

it.each(names.filter((name) => name.startsWith("not-")))("%s is none of ours", async (name) => {
  const text = readFileSync(join(FOLDER, `${name}.csv`), "utf8");
  for (const year of [undefined, 2024]) {
    const { tables, rows } = await imported(text, year);
    expect(tables.map(({ recognised }) => recognised)).toEqual([null]);
    expect(rows.size).toBe(0);
  }
});
