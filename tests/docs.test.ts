import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { dictionary } from "../scripts/lib/dictionary.ts";

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
    [...readme.matchAll(/npm (?:run ([a-z]+)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2],
    ),
  );
  expect([...said].sort()).toEqual([...scripts].sort());
});

it("README 和 docs 里写的文件都在", async () => {
  const readme = await read("README.md");
  const paths = [...readme.matchAll(/`((?:src|data|docs|scripts|tests|public)\/[\w./-]*)`/g)];
  expect(paths.length).toBeGreaterThan(5);
  const { access } = await import("node:fs/promises");
  for (const [, path] of paths) {
    await expect(access(new URL(`../${path}`, import.meta.url)), path).resolves.toBeUndefined();
  }
});
