/** Exports that were put into the data folder as they are: once imported they leave it. */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Beside the data, and never in git: what was imported out of the data folder is kept there. */
export const KEPT_FOLDER = ".imported";

/** The path of a file inside the data folder, with `/`; null where it lies outside. */
export function insideOf(folder: string, path: string): string | null {
  const inner = relative(folder, resolve(path)).split(sep).join("/");
  return inner === "" || inner.startsWith("../") || resolve(inner) === inner ? null : inner;
}

/** Moves a file of the data folder out of the way; where it is kept. */
export function keepAside(folder: string, name: string): string {
  let kept = join(folder, KEPT_FOLDER, name);
  for (let n = 2; existsSync(kept); n++) {
    kept = join(folder, KEPT_FOLDER, name.replace(/(\.[^.]*)?$/, `-${n}$1`));
  }
  mkdirSync(dirname(kept), { recursive: true });
  renameSync(join(folder, name), kept);
  return kept;
}
