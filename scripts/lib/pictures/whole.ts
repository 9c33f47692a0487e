/** A file that several builds may write at once: whoever reads it reads all of it. */
import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";

export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}
