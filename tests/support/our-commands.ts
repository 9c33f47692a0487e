/** Whether the commands that a text names are ours, with options that they know. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { FORMATS } from "../../scripts/lib/formats/index.ts";
import { ROOT } from "../../scripts/lib/places.ts";

const scripts = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts as object;

/** Each `npm run` of a text: the command, and what follows it. */
export function commandsIn(text: string): [name: string, rest: string][] {
  return [...text.matchAll(/npm run (?:-s )?([a-z][a-z-]*)([^\n|>;&]*)/g)].map(
    ([, name = "", rest = ""]) => [name, rest],
  );
}

export function expectReal(text: string): void {
  for (const [name, rest] of commandsIn(text)) {
    expect(Object.keys(scripts)).toContain(name);
    const source = readFileSync(join(ROOT, `scripts/${name}.ts`), "utf8");
    for (const [, option = ""] of rest.matchAll(/--([a-z]+)/g)) {
      expect(source, `${name} --${option}`).toMatch(
        new RegExp(`^ +${option}: |options: \\{.*\\b${option}: `, "m"),
      );
    }
    const format = /--format (\w+)/.exec(rest)?.[1];
    if (format) expect(FORMATS).toContain(format);
  }
}
