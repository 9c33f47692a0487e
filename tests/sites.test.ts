/**
 * A folder is a test: `tests/sites/<case>/data/` beside `expected.yaml`, what its build must say.
 * A new kind of bad file is a new folder, no code; its first run writes its `expected.yaml`, to be
 * read and corrected. While working on one, name it `only.<case>`: then the others do not run.
 *
 *   title:     the case in words
 *   today:     the day it is, quoted; nobody looks at the clock without it
 *   errors:    one line a problem: code, file, cells as printed; a missing list means none
 *   warnings:
 *   notes:     absent files are left out
 *   only:      year → the datasets that have a file; of each other one it is noted that it is absent
 *   says:      what the messages must contain; `never` what they must not
 *   figures:   `<year> <id>` or `<year> <id>/<group>`: the fields of its amount
 *   findings:  `<year> <id>`, both sides, their difference; a missing list means none
 *   generate:  files too large to keep: text in parts with repeats, or random bytes with a seed
 */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { KINDS } from "../src/ingest/problems/kinds.ts";
import { temporaryFolder } from "./support/command.ts";
import {
  absent,
  chosen,
  type Expected,
  expectedText,
  failNew,
  isAbsence,
  readExpected,
} from "./support/expected.ts";
import { amountOf, type Said, saidOf } from "./support/said.ts";

const CI = Boolean(process.env.CI);
const SITES = join(import.meta.dirname, "sites");
const all = readdirSync(SITES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const cases = chosen(all, CI).map((name) => {
  const folder = join(SITES, name);
  return { name, folder, expected: readExpected(folder) };
});

describe("a folder is a test", () => {
  for (const { name, folder, expected } of cases) {
    it(`${name}: ${expected?.title ?? "new"}`, async () => {
      if (!expected) return failNew(folder, CI);
      const said = await saidOf(folder, expected.generate, expected.today);
      expectSaid(said, expected);
      expectSaid(said, parse(expectedText(name, said)) as Expected);
    });
  }

  // Of a few folders nothing follows.
  if (cases.length === all.length) {
    it("meets every kind of problem", () => {
      const met = cases.flatMap(({ expected }) =>
        [expected?.errors, expected?.warnings, expected?.notes, absent(expected)].flatMap((list) =>
          (list ?? []).map((said) => said.split(" ")[0]),
        ),
      );
      const unmet = Object.keys(KINDS).filter((code) => !met.includes(code));
      expect(unmet, "add a folder whose expected.yaml lists a problem of this kind").toEqual([]);
    });
  }
});

function expectSaid(said: Said, expected: Expected): void {
  const sorted = (lines: string[] = []) => [...lines].sort();
  expect(said.errors, "errors").toEqual(sorted(expected.errors));
  expect(said.warnings, "warnings").toEqual(sorted(expected.warnings));
  const notes = said.notes.filter((note) => expected.only || !isAbsence(note));
  expect(notes, "notes").toEqual(sorted([...(expected.notes ?? []), ...absent(expected)]));

  for (const text of expected.says ?? []) expect(said.messages).toContain(text);
  for (const text of expected.never ?? []) expect(said.messages).not.toContain(text);

  const { site } = said;
  expect(site === null, "an error, and nothing else, stops the build").toBe(said.errors.length > 0);
  if (!site) return;
  for (const [id, fields] of Object.entries(expected.figures ?? {})) {
    expect(amountOf(site, id), id).toMatchObject(fields);
  }
  const findings = [...(expected.findings ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(said.findings).toEqual(findings);
}

describe("a new folder", () => {
  if (CI) {
    it("is not committed as the only one", () => {
      expect(all.filter((name) => name.startsWith("only."))).toEqual([]);
    });
  }

  it("named only.<case> runs without the others, but not in CI", () => {
    expect(chosen(["a", "only.b"], false)).toEqual(["only.b"]);
    expect(chosen(["a", "only.b"], true)).toEqual(["a", "only.b"]);
    expect(chosen(["a", "b"], false)).toEqual(["a", "b"]);
  });

  it("is given what its build says, once, and not in CI", async () => {
    const folder = temporaryFolder();
    try {
      cpSync(join(SITES, "rows-twice", "data"), join(folder, "data"), { recursive: true });
      await expect(failNew(folder, true)).rejects.toThrow("has no expected.yaml");
      expect(readExpected(folder)).toBeUndefined();
      await expect(failNew(folder, false)).rejects.toThrow("read it, correct it, run again");
      expect(readExpected(folder)).toMatchObject({
        warnings: ["row-duplicate 2023/cases.csv 第4行"],
        figures: { "2023 cases": { value: 31 } },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
