/**
 * How long a broken workbook may take. The library for the older kinds follows what a file says of
 * where its parts lie, round and round if it says so, and gives nothing back meanwhile: only the engine
 * can stop it.
 */
import { runInNewContext } from "node:vm";
import type { Within } from "./sheets.ts";

/** Milliseconds: many times what a sound one takes on an old computer. */
const LEAST = 30_000;
const EACH_MEGABYTE = 10_000;

/** For a file of so many bytes. What is thrown says “timed out”, which src/exports/broken-book.ts knows. */
export function withinTime(size: number, least = LEAST): Within {
  const timeout = Math.round(least + (size / 2 ** 20) * EACH_MEGABYTE);
  return (read) => runInNewContext("read()", { read }, { timeout });
}
