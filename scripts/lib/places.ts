/** Where things lie: the project, its data, its site; and a path as people read it. */
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UNSEEN } from "../../src/ingest/problems/problems.ts";
import { withoutPersonal } from "../../src/ingest/text/privacy.ts";

/** The project's folder, whatever folder a command was called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The data folder as a full path: --data, else SITE_DATA, else the project's own data. */
export function dataFolder(option: string | undefined): string {
  return resolve(option ?? process.env.SITE_DATA ?? resolve(ROOT, "data"));
}

/** Where the finished site lies: SITE_OUT, else the project's dist. */
export function siteFolder(): string {
  return resolve(process.env.SITE_OUT ?? resolve(ROOT, "dist"));
}

/**
 * A path as people want to read it: relative where it lies below the current folder, nothing
 * personal whole, nothing that a terminal would obey.
 */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  const shown = short === "" ? "." : short.startsWith("..") ? path : short.split(sep).join("/");
  return printable(shown);
}

/** What somebody else wrote, such as a path, fit for a terminal. */
export function printable(text: string): string {
  return text
    .split(/([\\/])/)
    .map(withoutPersonal)
    .join("")
    .replace(UNSEEN, "·");
}
