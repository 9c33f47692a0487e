/** Absent is not late: the site that is made of each system's export, as `npm run import` writes it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { KAILI } from "./support/kaili.ts";

const FOLDER = join(import.meta.dirname, "exports");
const SITE = readFileSync(join(KAILI, "site.yaml"));
const names = readdirSync(FOLDER).map((file) => file.replace(/\.csv$/, ""));

async function madeOf(name: string): Promise<{ site: Site | null; problems: Problem[] }> {
  const [source] = (await memoryFolder({
    "导出.csv": readFileSync(join(FOLDER, `${name}.csv`)),
  }).files())!;
  const { rows } = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
    nameId: rowNamer("a key"),
  });
  const files: Record<string, string | Uint8Array> = { "site.yaml": SITE };
  for (const [{ of }, years] of rows) {
    for (const [year, one] of years) {
      files[`${year}/${of.dataset.id}.csv`] = [...one.csv()].join("");
    }
  }
  return loadSite(memoryFolder(files));
}

describe.each(names)("%s", (name) => {
  let made: Awaited<ReturnType<typeof madeOf>>;
  beforeAll(async () => {
    made = await madeOf(name);
  });
  const amount = (id: string) => made.site!.latest.figures.get(id)?.amount;

  it("is a site without an error", () => {
    const errors = made.problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, places, why }) => `${code} ${places[0]?.cell} ${why}`)).toEqual([]);
    expect(made.site).not.toBeNull();
  });

  it("tells of no lateness, and of nothing in time, for which it has no days", () => {
    const head = readFileSync(join(FOLDER, `${name}.csv`), "utf8").split("\n")[0]!;
    const unknown: string[] = [];
    if (!/公示日期|公开日期/.test(head)) unknown.push(...DISCLOSURE);
    if (!/办结时间|结案时间|回复时间|答复时间/.test(head)) unknown.push(...HANDLING);
    for (const id of unknown) {
      expect(made.site!.latest.figures.has(id), id).toBe(true);
      expect(amount(id)?.state, id).not.toBe("known");
    }
  });

  it("says nothing of what a person has done", () => {
    const said = JSON.stringify([...made.site!.latest.figures.values()]);
    expect(said).not.toMatch(/摆摊|欧阳试验|诸葛样例/);
  });
});
/** What needs the day of disclosure, and what needs that of closing. */
const DISCLOSURE = ["disclosures-due", "disclosures-on-time", "disclosure-on-time-rate"];
const HANDLING = ["handling-days", "complaints-due", "complaints-on-time", "on-time-rate"];
