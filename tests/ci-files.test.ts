/** examples/ci and the hook: they parse, and every command in them is one of ours. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../scripts/lib/places.ts";
import { temporaryFolder } from "./support/command.ts";
import { commandsIn, expectReal } from "./support/our-commands.ts";

const FOLDER = join(ROOT, "examples/ci");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));

it("there is one for GitHub, GitLab and Gitee", () => {
  for (const host of ["github", "gitlab", "gitee"]) {
    expect(files.some((name) => name.startsWith(host))).toBe(true);
  }
});

it.each(files)("%s parses, and calls commands that exist", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  expect(parse(text)).toBeTypeOf("object");
  expect(commandsIn(text).length).toBeGreaterThan(0);
  expectReal(text);
});

it.each(["github-actions.yml", "gitlab-ci.yml"])(
  "%s: what is said of a merge request is shell that parses",
  (name) => {
    const lists: string[] = [];
    const visit = (value: unknown, key = ""): void => {
      if (typeof value === "string" && key === "run") lists.push(value);
      else if (Array.isArray(value) && /script$/.test(key)) lists.push(value.join("\n"));
      else if (value && typeof value === "object") {
        for (const [own, one] of Object.entries(value)) visit(one, Array.isArray(value) ? "" : own);
      }
    };
    visit(parse(readFileSync(join(FOLDER, name), "utf8")));
    expect(lists.length).toBeGreaterThan(2);
    for (const script of lists) {
      expect(spawnSync("bash", ["-n"], { input: script }).status, script).toBe(0);
    }
  },
);

it("the hook lets good data pass and stops bad, and asks only where data are staged", () => {
  const folder = temporaryFolder();
  try {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), '#!/bin/sh\nexit "$CHECK"\n');
    chmodSync(join(bin, "npm"), 0o755);
    execFileSync("git", ["-C", folder, "init", "-q"]);
    const hook = (check: number) =>
      spawnSync("sh", [join(ROOT, "scripts/hooks/pre-commit")], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: `${bin}:${process.env.PATH}`, CHECK: String(check) },
      });
    expect(hook(1).status).toBe(0);
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/a.csv"), "x");
    execFileSync("git", ["-C", folder, "add", "data"]);
    expect(hook(0).status).toBe(0);
    const stopped = hook(1);
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain("没有提交");
    expectReal(readFileSync(join(ROOT, "scripts/hooks/pre-commit"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
