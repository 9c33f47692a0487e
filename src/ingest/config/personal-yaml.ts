/** Personal data in the words of a YAML file: its names, its values, what stands behind #. */
import { sayPersonal } from "../problems/personal.ts";
import type { Problems } from "../problems/problems.ts";
import type { YamlFile } from "./yaml.ts";

/** `allowed`: by the name of a field, the kinds that are the bureau's own there. */
export function sayPersonalInYaml(
  source: string,
  { value, lineOf }: YamlFile,
  file: string,
  problems: Problems,
  allowed: Readonly<Record<string, readonly string[]>> = {},
): void {
  const say = (text: string, line: () => number, field = "") =>
    sayPersonal(
      text,
      { file, cell: () => `第${line()}行`, fix: "删掉它", allowed: allowed[field] ?? [] },
      problems,
    );
  const walk = (node: unknown, path: readonly (string | number)[]): void => {
    if (typeof node === "string") say(node, () => lineOf(path), String(path.at(-1)));
    if (typeof node !== "object" || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      const at = [...path, Array.isArray(node) ? Number(key) : key];
      if (!Array.isArray(node)) say(key, () => lineOf(at));
      walk(inner, at);
    }
  };
  walk(value, []);
  for (const [index, line] of source.split("\n").entries()) {
    const comment = /(?:^|\s)#(.*)/.exec(line)?.[1];
    if (comment) say(comment, () => index + 1);
  }
}
