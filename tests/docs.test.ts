import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { dictionary } from "../scripts/lib/dictionary.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { KAILI } from "./support/kaili.ts";

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), "utf8");

it("数据字典与代码里的定义一致", async () => {
  expect(await read("docs/dictionary.md"), "运行 npm run docs").toBe(dictionary());
});

it("CI 运行的就是 README 里的测试命令", async () => {
  const [readme, ci] = await Promise.all([read("README.md"), read(".ci/run")]);
  const command = ci.trim().split("\n").at(-1) ?? "";
  expect(command).toBe("npm ci && npm test");
  expect(readme.split("\n")).toContain(command);
});

it("README 说到的命令都有，有的命令都说到", async () => {
  const [readme, manifest] = await Promise.all([read("README.md"), read("package.json")]);
  const scripts = Object.keys(JSON.parse(manifest).scripts as Record<string, string>);
  const said = new Set(
    [...readme.matchAll(/npm (?:run (?:-s )?([a-z][a-z-]*)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2],
    ),
  );
  expect([...said].sort()).toEqual([...scripts].sort());
});

const FOLDERS = "src|scripts|tests|docs|data|examples|public";
/** A path from the project's root, wherever it stands in a text. Placeholders end it: src/charts/<topic>/. */
const PATH = new RegExp(
  String.raw`(?<![\w./-])(?:(?:${FOLDERS})/(?:[\w./-]|\[\w+\])*|[A-Z]+\.md\b)<?`,
  "g",
);

it.each(["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md"])(
  "%s 里写的文件都在",
  async (document) => {
    const paths = [...(await read(document)).matchAll(PATH)].map(([path]) =>
      path.endsWith("<") ? dirname(path) : path.replace(/\.$/, ""),
    );
    expect(paths.length).toBeGreaterThan(5);
    // A fork's data/ holds other years; the documents speak of the ones that tests keep.
    const placeOf = (path: string) =>
      path.startsWith("data/") ? join(KAILI, path.slice("data/".length)) : join(ROOT, path);
    const missing = paths.filter((path) => !existsSync(placeOf(path)));
    expect(missing).toEqual([]);
  },
);
