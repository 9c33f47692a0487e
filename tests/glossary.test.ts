/** Documents and code use the same words, and a word means one thing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { hasName, namesIn, SOURCES } from "./support/names.ts";

interface Term {
  names: readonly string[];
  file: string;
}

/** The lines of a document's tables that end with a file: what they call in it by which names. */
function termsIn(document: string): Term[] {
  return readFileSync(join(ROOT, document), "utf8")
    .split("\n")
    .flatMap((line) => {
      const cells = line.split("|").slice(1, -1);
      const [code = "", , file = ""] = cells.slice(1);
      const path = /^ `(src\/[^`]+|scripts\/[^`]+)` $/.exec(file)?.[1];
      if (path === undefined) return [];
      return [{ names: [...code.matchAll(/`([^`]+)`/g)].map(([, name]) => name!), file: path }];
    });
}

const glossary = termsIn("docs/glossary.md");

describe.each(["docs/glossary.md", "docs/architecture.md"])("%s", (document) => {
  const terms = termsIn(document);

  it("names what the code has, where it has it", () => {
    expect(terms.length).toBeGreaterThan(10);
    for (const { names, file } of terms) {
      expect(names, file).not.toEqual([]);
      for (const name of names) expect(hasName(file, name), `${name} in ${file}`).toBe(true);
    }
  });
});

it("the glossary has every type that something is declared with, and what a site is made of", () => {
  const files = SOURCES.filter((file) => /^src\/(?:\w+\/define|site\/year)\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(5);
  const missing = files.flatMap((file) =>
    [...namesIn(file).types]
      .filter(([, isExported]) => isExported)
      .map(([name]) => `${name} in ${file}`)
      .filter((term) => !glossary.some((one) => isTerm(one, term))),
  );
  expect(missing, "add to docs/glossary.md").toEqual([]);
});

function isTerm({ names, file }: Term, term: string): boolean {
  return names.some((name) => `${name} in ${file}` === term);
}

it("the glossary explains no word twice", () => {
  const words = glossary.flatMap(({ names, file }) => names.map((name) => `${name} in ${file}`));
  expect(words).toEqual([...new Set(words)]);
});

it("the name of an exported type is that of no other type", () => {
  const declared = SOURCES.flatMap((file) =>
    [...namesIn(file).types].map(([name, isExported]) => ({ name, isExported, file })),
  );
  const twice = [...Map.groupBy(declared, ({ name }) => name)]
    .filter(([, list]) => list.length > 1 && list.some(({ isExported }) => isExported))
    .map(([name, list]) => `${name}: ${list.map(({ file }) => file).join(", ")}`);
  expect(twice).toEqual([]);
});
