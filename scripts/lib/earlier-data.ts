/** Another state of the data: a folder, or what git holds under a name. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { CliError } from "./cli.ts";
import { printable, shownPath } from "./places.ts";

export interface EarlierData {
  folder: string;
  /** What people call it. */
  name: string;
  /** Removes what was made for it. */
  done(): void;
}

/** `folder` is the data folder as it is now. */
export function earlierData(wanted: string, folder: string): EarlierData {
  const path = resolve(wanted);
  if (existsSync(path) && statSync(path).isDirectory()) {
    return { folder: path, name: shownPath(path), done() {} };
  }
  const top = git(folder, ["rev-parse", "--show-toplevel"]);
  if (top === null) {
    throw new CliError(
      `没有 ${shownPath(path)} 这个文件夹，${shownPath(folder)} 也不在 git 仓库里，不知道同哪一份比。`,
      2,
    );
  }
  const commit = git(folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${wanted}^{commit}`,
  ]);
  if (commit === null) {
    throw new CliError(
      `没有“${printable(wanted)}”这个文件夹，git 里也没有这个分支、标签或提交。在持续集成里，要先取下它：git fetch origin ${printable(wanted)}`,
      2,
    );
  }
  const inside = relative(realpathSync(top), realpathSync(folder)).split(sep).join("/");
  const tree = inside === "" ? commit : `${commit}:${inside}`;
  const made = mkdtempSync(join(tmpdir(), "site-earlier-"));
  const done = () => rmSync(made, { recursive: true, force: true });
  try {
    // An index of its own: the clerk's own changes and what is staged stay as they are.
    const environment = { ...process.env, GIT_INDEX_FILE: join(made, "index") };
    const read = git(folder, ["read-tree", tree], environment);
    const out = `${join(made, "data")}${sep}`;
    const checkout = ["checkout-index", "--all", `--prefix=${out}`];
    if (read === null || git(top, checkout, environment) === null || !existsSync(out)) {
      throw new CliError(`git 的“${printable(wanted)}”里没有 ${printable(inside)} 这个文件夹。`, 2);
    }
    return { folder: join(made, "data"), name: printable(wanted), done };
  } catch (error) {
    done();
    throw error;
  }
}

/** What git says; null where it refuses, or is not there. */
function git(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      env: environment,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
