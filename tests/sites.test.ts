/**
 * A folder is a test: `tests/sites/<case>/data/` beside `expected.yaml`, what its build must say.
 * A new kind of bad file is a new folder, no code.
 *
 *   title:     the case in words
 *   errors:    one line a problem: code, file, cells as printed; a missing list means none
 *   warnings:
 *   notes:     absent files (file-missing) may be left out
 *   only:      `<year>`: the datasets that have a file; every other one is noted as absent
 *   says:      what the messages must contain; `never` what they must not
 *   figures:   `<year> <id>` or `<year> <id>/<group>`: the fields of its amount
 *   findings:  `<year> <id>`, both sides, their difference; a missing list means none
 *   generate:  files too large to keep: text in parts with repeats, or random bytes with a seed
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { datasets } from "../src/datasets/index.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { KINDS, type Problem, problemText } from "../src/ingest/problems.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { amountText } from "../src/text/format.ts";
import type { Amount } from "../src/values/amount.ts";
import { randomBytes } from "./support/random.ts";

type Part = string | { repeat: string; times: number };
interface Expected {
  title: string;
  errors?: string[];
  warnings?: string[];
  notes?: string[];
  only?: Record<string, string[]>;
  says?: string[];
  never?: string[];
  figures?: Record<string, object>;
  findings?: { id: string; left: unknown; right: unknown; difference: unknown; note?: string }[];
  generate?: ({ path: string } & ({ parts: Part[] } | { random: number; seed: number }))[];
}

const SITES = join(import.meta.dirname, "sites");
const cases = readdirSync(SITES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const text = readFileSync(join(SITES, name, "expected.yaml"), "utf8");
    return { name, expected: parse(text) as Expected };
  });

describe("a folder is a test", () => {
  for (const { name, expected } of cases) {
    it(`${name}: ${expected.title}`, async () => {
      const { site, problems } = await loadSite(folderOf(name, expected));
      const listed = (severity: Problem["severity"]) =>
        problems.filter((problem) => problem.severity === severity).map(line);
      const sorted = (lines: string[] = []) => [...lines].sort();

      expect(sorted(listed("error")), "errors").toEqual(sorted(expected.errors));
      expect(sorted(listed("warning")), "warnings").toEqual(sorted(expected.warnings));
      const notes = listed("note").filter(
        (note) => expected.only || !note.startsWith("file-missing"),
      );
      expect(sorted(notes), "notes").toEqual(
        sorted([...(expected.notes ?? []), ...absent(expected)]),
      );

      const messages = problems.map(problemText).join("\n");
      for (const text of expected.says ?? []) expect(messages).toContain(text);
      for (const text of expected.never ?? []) expect(messages).not.toContain(text);

      expect(site === null, "an error, and nothing else, stops the build").toBe(
        listed("error").length > 0,
      );
      if (!site) return;
      for (const [id, fields] of Object.entries(expected.figures ?? {})) {
        expect(amountOf(site, id), id).toMatchObject(fields);
      }
      expect(findingsOf(site)).toEqual(
        (expected.findings ?? [])
          .map((finding) => ({ note: null, ...finding }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    });
  }

  it("meets every kind of problem", () => {
    const met = cases.flatMap(({ expected }) =>
      [expected.errors, expected.warnings, expected.notes, absent(expected)].flatMap((list) =>
        (list ?? []).map((said) => said.split(" ")[0]),
      ),
    );
    expect(Object.keys(KINDS).filter((code) => !met.includes(code))).toEqual([]);
  });
});

/** What is noted of the datasets that have no file, in the years of which `only` tells. */
function absent({ only = {} }: Expected): string[] {
  return Object.entries(only).flatMap(([year, there]) =>
    datasets
      .filter(({ id, optional }) => !optional && !there.includes(id))
      .map(({ id }) => `file-missing ${year}/${id}.csv`),
  );
}

function folderOf(name: string, { generate = [] }: Expected): Folder {
  const data = join(SITES, name, "data");
  const disk = diskFolder(data);
  if (generate.length === 0 || !existsSync(data)) return disk;
  const made = memoryFolder(
    Object.fromEntries(
      generate.map((file) => [
        file.path,
        "random" in file
          ? randomBytes(file.random, file.seed)
          : file.parts
              .map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times)))
              .join(""),
      ]),
    ),
  );
  return {
    name: disk.name,
    files: async () => [...((await disk.files()) ?? []), ...((await made.files()) ?? [])],
    folders: async () => [...new Set([...(await disk.folders()), ...(await made.folders())])],
  };
}

/** A problem in one line: its code, file and cells as they are printed. */
function line({ code, file, places, count }: Problem): string {
  const cells = places.map(({ cell }) => cell).join("、");
  const more = count > places.length && places.length > 0 ? `共${count}处` : "";
  return [code, file, cells, more].filter(Boolean).join(" ");
}

function amountOf(site: Site, id: string): Amount | undefined {
  const [year, path = ""] = id.split(" ");
  const [metric = "", group] = path.split("/");
  const figure = site.years.find((one) => one.year === Number(year))?.figures.get(metric);
  return group === undefined
    ? figure?.amount
    : figure?.groups?.find(({ word }) => word === group)?.amount;
}

function findingsOf(site: Site) {
  const side = (amount: Amount) => {
    const text = amountText(amount, "");
    return /^[\d.]+$/.test(text) ? Number(text) : text;
  };
  const all = site.years.flatMap(({ year, checks, notes }) =>
    checks
      .filter(({ holds }) => holds === false)
      .map(({ id, left, right, difference }) => ({
        id: `${year} ${id}`,
        left: side(left.amount),
        right: side(right.amount),
        difference,
        note: notes.get(id)?.text ?? null,
      })),
  );
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
