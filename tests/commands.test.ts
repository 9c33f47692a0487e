import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Manifest } from "../scripts/lib/manifest.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { built } from "./support/built.ts";
import {
  copyOfData,
  ended,
  hashes,
  run,
  smallData,
  start,
  sweepTemporaryFolders,
  temporaryFolder,
  until,
} from "./support/command.ts";
import { runHere } from "./support/here.ts";
import { KAILI } from "./support/kaili.ts";

/** Every npm script that is a program of ours. */
const COMMANDS = Object.entries<string>(
  JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts,
)
  .filter(([name, script]) => /^node .*scripts\/(.+)\.ts$/.exec(script as string)?.[1] === name)
  .map(([name]) => name);

const site = await built("real");
let folder: string;
let data: string;
let out: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = copyOfData(folder);
  out = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes nonsense into the first number of the copy's cases.csv, cell B2. */
function breakData(): void {
  const file = join(data, "2023/cases.csv");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^(.*\r?\n[^,]*),[^,]*/, "$1,二十x"));
}

/** Puts a finished site at `out`, as an earlier build would have, and gives its hashes. */
function oldSite(): Record<string, string> {
  cpSync(site, out, { recursive: true });
  return hashes(out);
}

/** A number that was a process's and is nobody's now. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

/** What a build left behind, here and in the project. */
function leftovers(pid: number): string[] {
  return [ROOT, folder]
    .flatMap((place) => readdirSync(place))
    .filter((name) => name.startsWith(".dist-") && name.includes(`-${pid}-`));
}

describe("every command", () => {
  test.each(COMMANDS)("%s --help is Chinese and names every option it reads", async (name) => {
    const { code, stdout, stderr } = await run(name, ["--help"]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("选项：");
    const source = readFileSync(join(ROOT, "scripts", `${name}.ts`), "utf8");
    const read = [...source.matchAll(/\bvalues(?:\.(\w+)|\["([\w-]+)"\])/g)];
    for (const option of ["help", ...read.map(([, dotted, quoted]) => dotted ?? quoted)]) {
      expect(stdout).toMatch(new RegExp(`^ +--${option}\\b.*\\p{Script=Han}`, "mu"));
    }
  });

  test.each(["check", "build", "start", "dev", "bench"])(
    "%s names the nearest option for one it does not know",
    async (name) => {
      const { code, stdout, stderr } = await runHere(name, ["--dta", data]);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain("没有 --dta 这个选项，是不是 --data？");
    },
  );

  test.each([
    [["--data"], "--data 后面要写文件夹"],
    [["--json=yes"], "--json 后面不用写值"],
    [["data"], "不认识“data”"],
  ])("check %j says what is wrong with it", async (args, message) => {
    const { code, stderr } = await runHere("check", args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test("test --version says the version of Vitest and runs nothing", async () => {
  const { code, stdout } = await run("test", ["--version"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^vitest\/\d+\.\S+ .*\n$/m);
  expect(stdout).not.toContain("tests/");
});

test("folders that a killed run of the tests left behind are swept up, those in use are not", () => {
  const left = mkdtempSync(join(tmpdir(), `site-test-${deadProcess()}-`));
  sweepTemporaryFolders();
  expect(existsSync(left)).toBe(false);
  expect(existsSync(folder)).toBe(true);
});

describe("check", () => {
  test("good data: counts, what to do next, exit code 0", async () => {
    const { code, stdout } = await run("check", ["--data", data]);
    expect(code).toBe(0);
    expect(stdout).toContain("npm run build");
    expect(stdout).not.toContain("【错误】");
  });

  test("an error: file, cell, value, exit code 1", async () => {
    breakData();
    const { code, stdout } = await runHere("check", ["--data", data]);
    expect(code).toBe(1);
    expect(stdout).toContain("2023/cases.csv B2“二十x”");
    expect(stdout).toContain("改法：");
  });

  test("--json is JSON with the same counts", async () => {
    breakData();
    const { code, stdout } = await runHere("check", ["--data", data, "--json"]);
    expect(code).toBe(1);
    const { ok, counts, problems } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(counts.error).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ severity: "error", file: "2023/cases.csv" });
  });

  test("what was normalised is one line a file, and every place with --all", async () => {
    const short = await runHere("check", ["--data", data]);
    const long = await runHere("check", ["--data", data, "--all"]);
    const lines = short.stdout.split("\n").filter((line) => line.startsWith("【已处理】"));
    expect(new Set(lines.map((line) => line.split("：")[0])).size).toBe(lines.length);
    expect(long.stdout.length).toBeGreaterThan(short.stdout.length);
  });

  test.each(["check", "build"])("%s of a folder that is not there says so", async (name) => {
    const args = ["--data", join(folder, "nowhere"), ...(name === "build" ? ["--out", out] : [])];
    const { code, stdout } = await runHere(name, args);
    expect(code).toBe(1);
    expect(stdout).toContain("找不到数据文件夹");
  });
});

describe("build", () => {
  test("the same commit gives the same bytes, wherever the machine stands", async () => {
    const elsewhere = { TZ: "America/New_York", LANG: "de_DE.UTF-8" };
    const built = await run("build", ["--data", data, "--out", out], elsewhere);
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(built.stdout).toMatch(/完成：\d+ 个网页、\d+ 张图、共 \d+ 个文件/);
    const heaviest = [...built.stdout.matchAll(/^ +[\d,]+ {2}\/(\S*)$/gm)].map(
      ([, page]) => page ?? "",
    );
    expect(heaviest.length).toBe(5);
    for (const page of heaviest) {
      expect(hashes(out)).toHaveProperty([page.endsWith(".html") ? page : `${page}index.html`]);
    }
    expect(hashes(out)).toEqual(hashes(site));
  });

  test("two at once into one folder leave one whole site", async () => {
    const small = smallData(folder);
    const builds = [{ TZ: "Asia/Shanghai" }, { LC_ALL: "C" }].map((environment) =>
      run("build", ["--data", small, "--out", out], environment),
    );
    for (const { code } of await Promise.all(builds)) expect(code).toBe(0);
    const { "manifest.json": listing, ".generated-site": mark, ...files } = hashes(out);
    expect([listing, mark]).not.toContain(undefined);
    const { outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest;
    expect(files).toEqual(Object.fromEntries(outputs.map(({ path, sha256 }) => [path, sha256])));
    expect(readdirSync(folder).sort()).toEqual(["data", "data-small", "dist"]);
  });

  test("errors: exit code 1, the old site byte for byte as it was", async () => {
    const before = oldSite();
    breakData();
    const { code, stdout } = await run("build", ["--data", data, "--out", out]);
    expect(code).toBe(1);
    expect(stdout).toContain("2023/cases.csv B2");
    expect(stdout).toContain("没有生成网站");
    expect(hashes(out)).toEqual(before);
  });

  test.each(["SIGKILL", "SIGINT"] as const)(
    "%s half way: the old site byte for byte, the next build works and sweeps up",
    async (signal) => {
      const before = oldSite();
      appendFileSync(join(data, "site.yaml"), "\n# changed\n");
      const child = start("build", ["--data", data, "--out", out]);
      const end = ended(child);
      const pid = child.pid ?? 0;
      const staging = await until("the staging folder", () =>
        readdirSync(ROOT).find((name) => name.startsWith(`.dist-new-${pid}-`)),
      );
      await until("the first pages", () => hasPages(join(ROOT, staging)));
      child.kill(signal);
      const { code } = await end;
      expect(code).toBe(signal === "SIGINT" ? 130 : null);
      expect(hashes(out)).toEqual(before);

      const next = await run("build", ["--data", smallData(folder), "--out", out]);
      expect(next.code).toBe(0);
      expect(leftovers(pid)).toEqual([]);
    },
  );

  test("killed between the two renames: build and start put the old site back", async () => {
    const before = oldSite();
    const killed = () => {
      const name = `${deadProcess()}-${Date.now().toString(36)}-dist`;
      renameSync(out, join(folder, `.dist-old-${name}`));
      mkdirSync(join(folder, `.dist-new-${name}`));
    };

    killed();
    breakData();
    const build = await run("build", ["--data", data, "--out", out]);
    expect(build.code).toBe(1);
    expect(build.stdout).toContain("已恢复");
    expect(hashes(out)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["data", "dist"]);

    killed();
    const child = start("start", ["--no-build", "--port", "0"], { SITE_OUT: out });
    let said = "";
    child.stdout?.on("data", (text) => {
      said += text;
    });
    const url = await until("the address", () => /http:\S+/.exec(said)?.[0]);
    const home = await fetch(url);
    expect(await home.text()).toBe(readFileSync(join(out, "index.html"), "utf8"));
    const end = ended(child);
    child.kill("SIGINT");
    expect((await end).code).toBe(0);
    expect(hashes(out)).toEqual(before);
  });

  test("a folder that is not ours, a file, and the data themselves are never replaced", async () => {
    const own = join(folder, "photos");
    mkdirSync(own);
    writeFileSync(join(own, "one.txt"), "mine");
    writeFileSync(join(folder, "file"), "mine");
    for (const target of [own, join(folder, "file"), data, join(data, "2023"), folder]) {
      const { code, stderr } = await runHere("build", ["--data", data, "--out", target]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/换一个 --out/);
    }
    expect(readFileSync(join(own, "one.txt"), "utf8")).toBe("mine");
    expect(hashes(data)).toEqual(hashes(KAILI));
  });
});

/** Whether a page is written: the build is then in the middle of its work. */
function hasPages(staging: string): boolean {
  if (!existsSync(staging)) throw new Error("the build ended before it could be killed");
  return readdirSync(staging, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
}
