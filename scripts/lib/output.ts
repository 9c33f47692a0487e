/**
 * The finished site on the disk. A build writes to a staging folder and takes the target's place by
 * two renames at its very end, so that whatever kills it, the target is a whole site: the last good
 * one, or, if the kill fell between the two renames, an `old` folder that the next start restores.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { CliError } from "./cli.ts";
import { ROOT, shownPath } from "./places.ts";

/** Lies in every finished site, so that a build never replaces a folder that is not its own. */
const MARKER = ".generated-site";
const MARKER_TEXT =
  "这个文件夹由 npm run build 生成，每次生成都会整个换掉，请不要在里面存放自己的文件。\n";

/** `.dist-new-<pid>-<milliseconds, base 36>-<name of the target>`; `.gitignore` knows `.dist-*`. */
const TEMPORARY = /^\.dist-(new|old)-(\d+)-([0-9a-z]+)-(.+)$/;
const DAY = 24 * 60 * 60 * 1000;

/** Where a target really lies: a link is followed, also while what it names is missing. */
export function realTarget(target: string): string {
  if (existsSync(target)) return realpathSync(target);
  const link = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink();
  return link ? resolve(dirname(target), readlinkSync(target)) : target;
}

/** Throws a CliError when a build must not replace what lies at the target. */
export function checkTarget(target: string, data: string): void {
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
  if (
    existsSync(data) &&
    (holds(target, realpathSync(data)) || holds(realpathSync(data), target))
  ) {
    throw new CliError(`输出文件夹 ${shown} 和数据文件夹不能一个套着另一个。换一个 --out。`, 2);
  }
}

/** A fresh staging folder: in the project, because the pages being built look for packages there. */
export function newStaging(target: string): string {
  const staging = join(ROOT, temporaryName("new", target));
  mkdirSync(staging);
  return staging;
}

/** Puts a finished staging folder in the target's place. */
export function publish(staging: string, target: string): void {
  writeFileSync(join(staging, MARKER), MARKER_TEXT);
  mkdirSync(dirname(target), { recursive: true });
  const ready = beside(staging, target);
  // Another build may put its site there between the two renames: then that is moved away as well.
  for (let tries = 1; ; tries += 1) {
    const old = join(dirname(target), temporaryName("old", target));
    try {
      if (existsSync(target)) renameSync(target, old);
      renameSync(ready, target);
      discard(old);
      return;
    } catch (error) {
      if (existsSync(target)) discard(old);
      else if (existsSync(old)) renameSync(old, target);
      if (tries < 20 && retryable(error)) {
        pause(100);
        continue;
      }
      discard(ready);
      throw new CliError(
        `网站已经生成，但换不进 ${shownPath(target)}（${(error as NodeJS.ErrnoException).code}）。` +
          "多半是有程序正打开着里面的文件；关掉后再试一次。原来的内容没有变。",
      );
    }
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
  const doomed = join(dirname(folder), basename(folder).replace(/^\.dist-old-/, ".dist-new-"));
  try {
    if (doomed !== folder && existsSync(folder)) renameSync(folder, doomed);
    rmSync(doomed, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {}
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
    cpSync(staging, place, { recursive: true });
    rmSync(staging, { recursive: true, force: true });
  }
  return place;
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

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`));
}
