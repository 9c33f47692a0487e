/** Several files, all written or none: what the disk refuses leaves everything as it was. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** `before` is done when all is on the disk, and nothing in its place yet. */
export function writeAll(
  files: readonly { path: string; text: string }[],
  before: () => void = () => {},
): void {
  const staged: string[] = [];
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      staged.push(`${path}.new`);
      writeFileSync(`${path}.new`, text);
    }
    before();
  } catch (error) {
    for (const path of staged) rmSync(path, { force: true });
    throw error;
  }
  for (const { path } of files) renameSync(`${path}.new`, path);
}
