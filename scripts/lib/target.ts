/**
 * Where a command may write. Whatever is written replaces what lay there, so never among the
 * project's own files nor among the data, by whatever name the folder is called: a folder has many,
 * through links, and where the disk knows no upper case.
 */
import {
  accessSync,
  type BigIntStats,
  constants,
  lstatSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CliError } from "./cli.ts";
import { ROOT, shownPath } from "./places.ts";

/** Folders of the project, and all whose names begin with a point. */
const OWN = ["data", "docs", "examples", "node_modules", "public", "scripts", "src", "tests"];

/** Where a path really lies: links are followed, also while what they name is missing. */
export function realTarget(path: string): string {
  try {
    // The native one gives names as they are written on the disk.
    return realpathSync.native(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const link = lookUp(lstatSync, path)?.isSymbolicLink();
  if (link) return realTarget(resolve(dirname(path), readlinkSync(path)));
  const parent = dirname(path);
  return parent === path ? path : join(realTarget(parent), basename(path));
}

/** Throws a CliError where the target lies among the project's own folders, or holds the project. */
export function checkOutsideProject(target: string): void {
  const root = realTarget(ROOT);
  const shown = shownPath(target);
  if (wayDown(target, root)) {
    throw new CliError(`${shown} 是项目文件夹本身或者它的上一级。${ELSEWHERE}`, 2);
  }
  const [top] = wayDown(root, target) ?? [];
  const own =
    OWN.find((name) => wayDown(realTarget(join(root, name)), target)) ??
    (top && isOwn(top) ? top : undefined);
  if (own) {
    throw new CliError(`${shown} 在项目自己的“${own}”文件夹里，不能写进去。${ELSEWHERE}`, 2);
  }
}
const ELSEWHERE = "换一个 --out，例如项目里的 dist-2，或者项目以外的文件夹。什么也没有改动。";

/** Throws a CliError where the target lies in the data folder, or holds it. */
export function checkOutsideData(target: string, data: string): void {
  const real = realTarget(data);
  if (wayDown(target, real) || wayDown(real, target)) {
    throw new CliError(
      `输出文件夹 ${shownPath(target)} 和数据文件夹不能一个套着另一个。${ELSEWHERE}`,
      2,
    );
  }
}

/** Throws what the disk would say in the end, before the work is done: of a folder there, or to be made. */
export function checkWritable(folder: string): void {
  let place = folder;
  while (!lookUp(statSync, place) && dirname(place) !== place) place = dirname(place);
  if (lookUp(statSync, place)?.isDirectory() === false) {
    throw new CliError(`${shownPath(place)} 是文件，里面不能再放东西。${ELSEWHERE}`, 2);
  }
  accessSync(place, constants.W_OK | constants.X_OK);
}

/** Windows drops points and spaces at the end of a name. */
function isOwn(name: string): boolean {
  return name.startsWith(".") || OWN.includes(name.toLowerCase().replace(/[. ]+$/, ""));
}

/** The names from one folder down to another, none for the folder itself; null where it is not inside. */
function wayDown(outer: string, inner: string): string[] | null {
  for (let at = inner; ; at = dirname(at)) {
    if (isSame(at, outer)) return relative(at, inner).split(/[\\/]/).filter(Boolean);
    if (dirname(at) === at) return null;
  }
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [lookUp(statSync, one), lookUp(statSync, other)];
  return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
}

/** What the disk knows of a path; nothing where there is none. */
function lookUp(look: typeof statSync, path: string): BigIntStats | undefined {
  try {
    return look(path, { bigint: true });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}
