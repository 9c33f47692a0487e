/** Several files, all written or none: what the disk refuses leaves everything as it was. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Of a large text its parts may be given, one after the other. `before` is done when all is on the disk, and nothing in its place yet. */
export function writeAll(
  files: readonly { path: string; text: string | Iterable<string> }[],
  before: () => void = () => {},
): void {
  const staged: string[] = [];
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      staged.push(`${path}.new`);
      const file = openSync(`${path}.new`, "w");
      try {
        for (const part of typeof text === "string" ? [text] : text) writeFileSync(file, part);
      } finally {
        closeSync(file);
      }
    }
    before();
  } catch (error) {
    for (const path of staged) rmSync(path, { force: true });
    throw error;
  }
  for (const { path } of files) renameSync(`${path}.new`, path);
}
