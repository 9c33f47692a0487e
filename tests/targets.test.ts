/** Where commands write: not among the project's own files, and nothing is half done. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskFault } from "../scripts/lib/disk-faults.ts";
import { recover } from "../scripts/lib/output.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { checkOutsideData, checkOutsideProject, realTarget } from "../scripts/lib/target.ts";
import {
  copyOfData,
  ended,
  hashes,
  run,
  smallData,
  start,
  temporaryFolder,
  until,
} from "./support/command.ts";
import { failingDisk } from "./support/failing-disk.ts";
import { runHere } from "./support/here.ts";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command that is given this path does first. */
const checkPlace = (path: string) => checkOutsideProject(realTarget(resolve(ROOT, path)));

/** Every folder that the project has, whoever adds one. */
const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^\.?dist|^coverage$/.test(entry.name))
  .map((entry) => entry.name);

describe("a place of the project's own is refused", () => {
  test.each([
    ...FOLDERS.flatMap((name) => [name, `${name}/`, `${name}/new`, `${name}/new/deep/`]),
    ...[".", "./", "..", "../..", "/", `../${basename(ROOT)}`, "dist/..", "dist/../src/x"],
    ...["SRC", "Src/x", "Data/2023", "NODE_MODULES/x", "src./x", ".git", ".git/x", ".github/x"],
    ...["data/2023", "data/2023/cases.csv", "src/pages/site", "examples/demo/site"],
    `../${basename(ROOT)}/tests/x`,
  ])("%s", (path) => expect(() => checkPlace(path)).toThrow(/换一个 --out.*什么也没有改动/s));

  test("by the name of a link, also one to what is not there, and behind a link", () => {
    const link = (name: string, to: string) => {
      symlinkSync(to, join(folder, name));
      return join(folder, name);
    };
    const links = [
      link("to-src", join(ROOT, "src")),
      link("to-new", join(ROOT, "data/not-there")),
      link("to-link", join(folder, "to-src")),
      link("to-root", ROOT),
      `${link("root", ROOT)}/scripts`,
      `${link("up", relative(folder, join(ROOT, "public")))}/x/y`,
    ];
    for (const path of links) expect(() => checkPlace(path), path).toThrow("换一个 --out");
  });

  test.each(["dist", "dist/", "dist-2", "dist-demo/", "../elsewhere/src", "www", "dist/deep/data"])(
    "but not %s",
    (path) => expect(() => checkPlace(path)).not.toThrow(),
  );
});

test("the data folder is refused, inside and around, by any name, also while it is missing", () => {
  mkdirSync(join(folder, "own/2023"), { recursive: true });
  symlinkSync(join(folder, "own"), join(folder, "link"));
  const refused = (out: string, data: string) =>
    expect(() => checkOutsideData(realTarget(join(folder, out)), join(folder, data))).toThrow(
      "不能一个套着另一个",
    );
  for (const data of ["own", "own/", "link"]) {
    for (const out of ["own", "own/new", "own/2023/", "link/site", "."]) refused(out, data);
  }
  refused("later/site", "later");
  checkOutsideData(join(folder, "own-site"), join(folder, "own"));
});

describe("a command that is refused its place writes nothing", () => {
  test.each([
    ["build", "src/made-by-a-test"],
    ["build", "data/made-by-a-test/"],
    ["build", "tests/../docs/made-by-a-test"],
    ["demo", "data/made-by-a-test"],
    ["demo", "scripts/made-by-a-test"],
    ["demo", "examples/made-by-a-test"],
  ])("%s --out %s", async (name, target) => {
    const { code, stdout, stderr } = await runHere(name, ["--out", target]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/在项目自己的“\w+”文件夹里/);
    expect(existsSync(resolve(ROOT, target))).toBe(false);
  });

  test("below a file", async () => {
    writeFileSync(join(folder, "file"), "mine");
    for (const name of ["build", "demo"]) {
      const { code, stderr } = await runHere(name, ["--out", join(folder, "file/site")]);
      expect(code).toBe(2);
      expect(stderr).toContain("file 是文件");
    }
  });

  test("demo --sums over a file of something else", async () => {
    const file = join(folder, "cases.csv");
    writeFileSync(file, "案件,件数\n");
    const { code, stderr } = await runHere("demo", ["--out", join(folder, "demo"), "--sums", file]);
    expect(code).toBe(2);
    expect(stderr).toContain("换一个 --sums");
    expect(readFileSync(file, "utf8")).toBe("案件,件数\n");
  });
});

describe("a disk that refuses ends in a sentence", () => {
  /** Its own old site, small: a build looks at its mark only. */
  function oldSite(): { out: string; before: Record<string, string> } {
    const out = join(folder, "dist");
    mkdirSync(out);
    writeFileSync(join(out, ".generated-site"), "");
    writeFileSync(join(out, "index.html"), "old");
    return { out, before: hashes(out) };
  }

  /** What a build left unfinished, here and in the project. */
  const unfinished = (pid = 0) =>
    [ROOT, folder]
      .flatMap((place) => readdirSync(place))
      .filter((name) => name.startsWith(".dist-") && name.includes(`-${pid}-`));

  async function refusedBuild(out: string, code: string, pattern: RegExp) {
    const args = ["--data", smallData(folder), "--out", out];
    const child = start("build", args, failingDisk(code, pattern));
    const result = await ended(child);
    expect(result.code).toBe(1);
    expect(result.stderr).not.toMatch(/程序自己出错|程序出错| {4}at /);
    return { pid: child.pid, stderr: result.stderr };
  }

  test.each([
    ["ENOSPC", /\.dist-new-[^/]*\/cases\/index\.html$/, "磁盘满了"],
    ["EROFS", /\.dist-new-[^/]*$/, "只读"],
    ["EACCES", /\.dist-old-[^/]*$/, "没有权限"],
  ])("build, %s at %s", async (code, pattern, words) => {
    const { out, before } = oldSite();
    const { pid, stderr } = await refusedBuild(out, code, pattern);
    expect(stderr).toContain(words);
    expect(stderr).toContain("没有变");
    expect(hashes(out)).toEqual(before);
    expect(unfinished(pid)).toEqual([]);
  });

  test("build, where even putting the old site back is refused: the next command does", async () => {
    const { out, before } = oldSite();
    const { pid, stderr } = await refusedBuild(out, "EACCES", /site-test-[^/]*\/dist$/);
    expect(stderr).toContain("自动恢复");
    expect(unfinished(pid)).toEqual([expect.stringMatching(/^\.dist-old-/)]);
    expect(recover(out)).toBe(true);
    expect(hashes(out)).toEqual(before);
  });

  test("demo: what an earlier run wrote stays whole", async () => {
    const args = ["--complaints", "20", "--years", "1", "--out", join(folder, "demo")];
    // What a kill left behind in its first run.
    mkdirSync(join(folder, "demo/.unfinished/2024"), { recursive: true });
    expect((await runHere("demo", args)).code).toBe(0);
    const before = hashes(join(folder, "demo"));
    const full = failingDisk("ENOSPC", /2024\/litigation\.csv$/);
    const { code, stderr } = await run("demo", args, full);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+demo：磁盘满了/);
    expect(hashes(join(folder, "demo"))).toEqual(before);
    expect(readdirSync(join(folder, "demo"))).not.toContain(".unfinished");
  });

  test("docs: the dictionary stays whole", async () => {
    const before = readFileSync(join(ROOT, "docs/dictionary.md"), "utf8");
    const { code, stderr } = await run("docs", [], failingDisk("ENOSPC", /docs\//));
    expect(code).toBe(1);
    expect(stderr).toContain("docs/dictionary.md：磁盘满了");
    expect(readFileSync(join(ROOT, "docs/dictionary.md"), "utf8")).toBe(before);
  });

  test("check: a file that cannot be read, a folder, no folder", async () => {
    const data = copyOfData(folder);
    const locked = failingDisk("EACCES", /2023\/publicity\.csv$/);
    const unreadable = await run("check", ["--data", data], locked);
    expect(unreadable.code).toBe(1);
    expect(unreadable.stdout).toMatch(/【错误】[^\n]*2023\/publicity\.csv/);
    for (const path of [join(data, "site.yaml"), join(data, "nowhere")]) {
      const { code, stdout } = await runHere("check", ["--data", path]);
      expect(code).toBe(1);
      expect(stdout).toContain("找不到数据文件夹");
    }
  });

  test("a cause inside another error, and a bundler's message; but a port and a slip are none", () => {
    const full = Object.assign(new Error("x"), { code: "ENOSPC", path: "/a/.dist-new-1-a-dist/b" });
    expect(diskFault(new Error("page", { cause: full }))).toMatch(/^\/a：磁盘满了/);
    for (const scratch of ["release-a1B2c3/site/.dist-new-1-a/b", "verify-a1B2c3/project/x"]) {
      const fault = { code: "ENOSPC", path: join(tmpdir(), scratch) };
      expect(diskFault(Object.assign(new Error("x"), fault))).toBe(
        `${tmpdir()}：磁盘满了，写不下。腾出空间，或者换一个位置，再运行一次。`,
      );
    }
    expect(diskFault(new Error("Could not write: EROFS: read-only"))).toContain("只读");
    expect(diskFault(Object.assign(new Error(), { code: "EACCES", syscall: "listen" }))).toBe(null);
    expect(diskFault(new TypeError("x is not a function"))).toBe(null);
    expect(diskFault("ENOSPC")).toBe(null);
  });
});

test("whatever the umask, a web server reads the site and comes to it", async () => {
  const out = join(folder, "new/deep/dist");
  const args = ["--data", smallData(folder), "--out", out];
  const umask = process.umask(0o077);
  const child = start("build", args);
  process.umask(umask);
  expect((await ended(child)).code).toBe(0);
  const paths = readdirSync(out, { recursive: true, encoding: "utf8" }).map((at) => join(out, at));
  const modes = new Set(
    [out, dirname(out), dirname(dirname(out)), ...paths].map((path) => {
      const stats = statSync(path);
      return `${stats.isDirectory() ? "folder" : "file"} ${(stats.mode & 0o777).toString(8)}`;
    }),
  );
  if (process.platform !== "win32") expect([...modes].sort()).toEqual(["file 644", "folder 755"]);
});

test.each(["SIGTERM", "SIGHUP"] as const)(
  "%s while pages are made: swept up at once",
  async (signal) => {
    const child = start("build", ["--data", smallData(folder), "--out", join(folder, "dist")]);
    const end = ended(child);
    const ours = () =>
      readdirSync(ROOT).filter((name) => name.startsWith(`.dist-new-${child.pid}-`));
    await until("the staging folder", () => ours()[0]);
    child.kill(signal);
    const { code, stderr } = await end;
    expect(code).toBe(signal === "SIGTERM" ? 143 : 129);
    expect(stderr).toContain("已中断");
    expect(ours()).toEqual([]);
    expect(readdirSync(folder)).toEqual(["data-small"]);
  },
);
