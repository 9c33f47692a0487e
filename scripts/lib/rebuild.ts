/** Builds a site again from the commit that it was made of, in a folder of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { CliError } from "./cli.ts";
import { type FileSum, git, inputsIn, MANIFEST, type Manifest, sumOf, sumsIn } from "./manifest.ts";
import { ROOT } from "./places.ts";
import { differences } from "./published-site.ts";

export interface Rebuilt {
  files: FileSum[];
  /** Its manifest's text. */
  text: string;
}

/** `data` is asked for where the commit does not hold the data. */
export function rebuild(manifest: Manifest, data: string | undefined): Rebuilt {
  const { commit } = manifest;
  if (!commit) throw new CliError("清单里没有写提交，不知道是用哪一版程序生成的，不能重新生成。");
  if (git(["cat-file", "-t", commit]) !== "commit")
    throw new CliError(`本机的仓库里没有提交 ${commit}。先运行 git fetch --all，再试一次。`);
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  const project = join(folder, "project");
  try {
    if (git(["worktree", "add", "--detach", project, commit]) === null)
      throw new CliError(`取不出提交 ${commit} 的文件。`);
    install(project, manifest.lock);
    const from = dataOf(manifest, project, data);
    const out = join(folder, "site");
    command(project, process.execPath, [
      ...["scripts/build.ts", "--data", from, "--out", out],
      ...(manifest.blank ? ["--no-pictures"] : []),
    ]);
    return { files: sumsIn(out), text: readFileSync(join(out, MANIFEST), "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git(["worktree", "prune"]);
  }
}

/** The packages of this project, where they are the very same. */
function install(project: string, lock: string): void {
  const own = join(ROOT, "node_modules");
  const same = sumOf(readFileSync(join(ROOT, "package-lock.json"))) === lock;
  if (same && existsSync(own)) symlinkSync(own, join(project, "node_modules"), "junction");
  else command(project, process.platform === "win32" ? "npm.cmd" : "npm", ["ci"]);
}

/** The data that it was made of, as far as their public files tell. */
function dataOf(manifest: Manifest, project: string, data: string | undefined): string {
  const folder = data === undefined ? join(project, "data") : resolve(data);
  const { differing, missing, extra } = differences(manifest.inputs, inputsIn(folder));
  const other = [...differing, ...missing, ...extra];
  if (other.length === 0) return folder;
  throw new CliError(
    `${data ?? "这个提交里的 data"} 不是生成时用的数据，不同的有：${other.slice(0, 5).join("、")}${other.length > 5 ? "等" : ""}。\n` +
      "用 --data 写明生成时用的数据文件夹；没有数据的，加 --files，只核对文件有没有传坏、改过。",
    2,
  );
}

function command(folder: string, name: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(name, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, SITE_DATA: undefined, SITE_OUT: undefined },
    shell: name.endsWith(".cmd"),
  });
  if (status === 0) return;
  const said = `${stdout ?? ""}${stderr ?? ""}`.replaceAll(dirname(folder), "（临时文件夹）");
  throw new CliError(`重新生成没有成功：\n${said}`);
}
