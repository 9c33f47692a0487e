/**
 * The finished site on the disk. A build writes to a staging folder and takes the target's place by
 * two renames at its very end, so that whatever kills it, the target is a whole site: the last good
 * one, or, if the kill fell between the two renames, an `old` folder that the next start restores.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CliError } from "./cli.ts";
import { diskFault } from "./disk-faults.ts";
import { ROOT, shownPath } from "./places.ts";

/** Lies in every finished site, so that a build never replaces a folder that is not its own. */
const MARKER = ".generated-site";
const MARKER_TEXT =
  "这个文件夹由 npm run build 生成，每次生成都会整个换掉，请不要在里面存放自己的文件。\n";

/** `.dist-new-<pid>-<milliseconds, base 36>-<name of the target>`; `.gitignore` knows `.dist-*`. */
const TEMPORARY = /^\.dist-(new|old)-(\d+)-([0-9a-z]+)-(.+)$/s;
const DAY = 24 * 60 * 60 * 1000;

/** Throws a CliError when a build must not replace what lies at the target. */
export function checkReplaceable(target: string): void {
  if (!existsSync(target)) return;
  const shown = shownPath(target);
  if (!statSync(target).isDirectory()) {
    throw new CliError(`${shown} 是文件，不是文件夹。换一个 --out。`, 2);
  }
  if (readdirSync(target).length > 0 && !existsSync(join(target, MARKER))) {
    throw new CliError(
      `${shown} 里有不是本程序生成的文件，为免误删没有动它。换一个 --out，或先把这个文件夹移走。`,
      2,
    );
  }
}

/** A fresh staging folder: in the project, because the pages being built look for packages there. */
export function newStaging(target: string): string {
  const staging = join(ROOT, temporaryName("new", target));
  mkdirSync(staging);
  return staging;
}

/** Puts a finished staging folder in the target's place; what was there is for `clear`. */
export function publish(staging: string, target: string): string {
  writeFileSync(join(staging, MARKER), MARKER_TEXT);
  const made = mkdirSync(dirname(target), { recursive: true });
  if (made) showFolders(made, dirname(target));
  const ready = beside(staging, target);
  showAll(ready);
  const old = join(dirname(target), temporaryName("old", target));
  // Another build may put its site there between the two renames: then that is moved away as well.
  for (let tries = 1; ; tries += 1) {
    try {
      if (existsSync(target)) renameSync(target, old);
      renameSync(ready, target);
      return old;
    } catch (error) {
      const whole = putBack(old, target);
      if (tries < 20 && retryable(error)) {
        pause(100);
        continue;
      }
      discard(ready);
      const shown = shownPath(target);
      throw new CliError(
        `网站已经生成，但换不进 ${shown}（${(error as NodeJS.ErrnoException).code}）。` +
          (diskFault(error, target) ?? "") +
          "如果有程序正打开着里面的文件，关掉后再试一次。" +
          (whole ? "原来的内容没有变。" : `${shown} 原来的内容，下次运行时会自动恢复。`),
      );
    }
  }
}

/** Gives a site that was moved away its place again; false where the disk refuses that too. */
function putBack(old: string, target: string): boolean {
  try {
    if (existsSync(target)) discard(old);
    else if (existsSync(old)) renameSync(old, target);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sweeps up after killed builds, in the project and beside the target: a site that was moved away
 * and never replaced goes back to its place, all else that no living build owns is deleted.
 * True when this very target was put back.
 */
export function recover(target: string): boolean {
  let restored = false;
  for (const folder of new Set([ROOT, dirname(target)])) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const [, kind, pid, made, own] = TEMPORARY.exec(name) ?? [];
      if (!kind || !own) continue;
      const path = join(folder, name);
      const home = join(folder, own);
      const living = alive(Number(pid), Number.parseInt(made ?? "", 36));
      // A living build is between its two renames for no time at all: the number is another's now.
      if (kind === "old" && living && !existsSync(home)) pause(1000);
      if (kind === "old" && !existsSync(home) && existsSync(path)) {
        renameSync(path, home);
        restored ||= home === target;
      } else if (!living) {
        discard(path);
      }
    }
  }
  return restored;
}

/**
 * Deletes a temporary folder, under a name that is never restored, as a kill may leave half of it.
 * What a write still under way puts back meanwhile, the next build sweeps up.
 */
export function discard(folder: string): void {
  try {
    rmSync(doomed(folder), REMOVAL);
  } catch {}
}

/** The same by several threads: a site has thousands of files, and the disk answers each slowly. */
export async function clear(folder: string): Promise<void> {
  try {
    await rm(doomed(folder), REMOVAL);
  } catch {}
}

const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;

/** Where it lies under the name that is never restored. */
function doomed(folder: string): string {
  const place = join(dirname(folder), basename(folder).replace(/^\.dist-old-/, ".dist-new-"));
  if (place !== folder && existsSync(folder)) renameSync(folder, place);
  return place;
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function temporaryName(kind: "new" | "old", target: string): string {
  return `.dist-${kind}-${process.pid}-${Date.now().toString(36)}-${basename(target)}`;
}

/** The staging folder on the target's own disk, where a rename is possible. */
function beside(staging: string, target: string): string {
  const place = join(dirname(target), basename(staging));
  if (place === staging) return staging;
  try {
    renameSync(staging, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    try {
      // With a filter it is Node that copies, and says ENOSPC; the system's own way says EIO.
      cpSync(staging, place, { recursive: true, filter: () => true });
    } catch (fault) {
      discard(place);
      throw fault;
    }
    discard(staging);
  }
  return place;
}

/** A web server runs as another user, and may read what it serves whatever the umask here. */
function showAll(site: string): void {
  show(site, 0o755);
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    show(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}

/** The same for folders that did not exist before, from the first to the last. */
function showFolders(first: string, last: string): void {
  for (let folder = last; ; folder = dirname(folder)) {
    show(folder, 0o755);
    if (folder === first) return;
  }
}

/** Some disks know no modes: there everybody reads everything, or the server's own setting decides. */
function show(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {}
}

/** Something else put a folder there, or (Windows) a program holds a file open for a moment. */
function retryable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ENOTEMPTY", "EEXIST", "ENOENT", "EPERM", "EBUSY", "EACCES"].includes(code);
}

/** Whether the build that made a folder still runs. Numbers of processes come again: a day is enough. */
function alive(pid: number, made: number): boolean {
  if (pid === process.pid || Date.now() - made > DAY) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
