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
import { figuresSaid } from "./support/import-figures.ts";
import { KAILI } from "./support/kaili.ts";

const FOLDER = join(import.meta.dirname, "exports");
const SITE = readFileSync(join(KAILI, "site.yaml"));
const names = readdirSync(FOLDER).map((file) => file.replace(/\.csv$/, ""));

/** Worked out of each export by hand. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  "case-query": ["2024: cases=4"],
  "hotline-cases": [
    "2024: complaints=4 complaints-resolved=2 complaints-rated=2 complaints-satisfied=2",
  ],
  "hotline-city": [
    "2024: complaints=2 complaints-resolved=2 tickets-left-out=1 messages=1 complaints-rated=1 complaints-satisfied=1",
  ],
  "hotline-list": [
    "2024: complaints=4 complaints-resolved=2 complaints-rated=2 complaints-satisfied=1",
  ],
  letters: ["2024: messages=4"],
  "litigation-ledger": ["2024: litigation=4 litigation-concluded=1+1"],
  "penalties-2014": ["2024:"],
  "penalties-2016": ["2024: fines=800"],
  "penalties-2018": ["2024: fines=13700 confiscations=4000"],
  "penalties-2020": ["2024: fines=13700 confiscations=4000"],
  "penalties-codes-2016": ["2024:"],
  "penalties-codes": ["2024: fines=13700 confiscations=4000"],
  "permits-2016": ["2024: licences=4 licences-granted=4"],
  "permits-2018": ["2024: licences=4 licences-granted=4"],
  "permits-2020": ["2024: licences=4 licences-granted=4"],
  "permits-codes-2016": ["2024: licences=4"],
  "permits-codes": ["2024: licences=4 licences-granted=4"],
  "publicity-ledger": [
    "2024: publicity-events=3 publicity-participants=≥500 publicity-leaflets=700+1",
  ],
  "publicity-records": ["2024: publicity-events=4 publicity-participants=~375"],
  reconsiderations: [
    "2024: reconsiderations=4 reconsiderations-concluded=2 reconsiderations-corrected=1",
  ],
  "review-approvals": ["2024: legal-reviews=4 legal-reviews-passed=2"],
  "review-ledger": ["2024: legal-reviews=4 legal-reviews-passed=2"],
  "urban-management-tasks": [
    "2024: complaints=4 complaints-resolved=2 complaints-due=4 complaints-on-time=1",
  ],
  "urban-management": ["2024: complaints=4 complaints-resolved=3+1"],
};

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

  it("tells of the rows what was worked out by hand, and nothing else", () => {
    expect(figuresSaid(made.site)).toEqual(FIGURES[name]);
  });

  it("says nothing of what a person has done", () => {
    const said = JSON.stringify([...made.site!.latest.figures.values()]);
    expect(said).not.toMatch(/摆摊|欧阳试验|诸葛样例/);
  });
});
/** What needs the day of disclosure, and what needs that of closing. */
const DISCLOSURE = ["disclosures-due", "disclosures-on-time", "disclosure-on-time-rate"];
const HANDLING = ["handling-days", "complaints-due", "complaints-on-time", "on-time-rate"];
