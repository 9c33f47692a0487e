/** Whether the commands that a text names are ours, with options that they know. */
import { execFileSync } from "node:child_process";
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

const helps = new Map<string, string>();
/** What a command says that it knows. */
function helpOf(name: string): string {
  const help =
    helps.get(name) ??
    execFileSync(process.execPath, [join(ROOT, `scripts/${name}.ts`), "--help"], {
      encoding: "utf8",
    });
  helps.set(name, help);
  return help;
}

export function expectReal(text: string): void {
  for (const [name, rest] of commandsIn(text)) {
    expect(Object.keys(scripts)).toContain(name);
    for (const [, option = ""] of rest.matchAll(/--([a-z][a-z-]*)/g)) {
      expect(helpOf(name), `${name} --${option}`).toMatch(new RegExp(`--${option}(?![a-z-])`));
    }
    const format = /--format (\w+)/.exec(rest)?.[1];
    if (format) expect(FORMATS).toContain(format);
  }
}
