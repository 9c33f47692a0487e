/** Whether git holds all that a folder holds: only then may it be removed. */
import { execFileSync } from "node:child_process";

/** What git does not hold as it is, by path; null where there is no git, or no commit yet. */
export function notHeld(folder: string): string[] | null {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "core.quotePath=false", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  try {
    git("rev-parse", "--verify", "HEAD");
    const said = git(
      "status",
      "--porcelain",
      "--ignored",
      "--untracked-files=all",
      "-z",
      "--",
      ".",
    );
    const unsaved = said.split("\0").filter(Boolean);
    return unsaved.map((line) => line.slice(3));
  } catch {
    return null;
  }
}
