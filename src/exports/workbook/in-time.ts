/**
 * How long a broken workbook may take. A library follows what a file says of where its parts lie, round
 * and round if it says so, and gives nothing back meanwhile: so a thread of its own reads it, and is
 * ended where it does not end.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Sheet } from "./sheet.ts";

/** Milliseconds: many times what a sound one takes on an old computer. */
const LEAST = 30_000;
const EACH_MEGABYTE = 10_000;

/** What the thread sends: the sheets, or what the library threw. */
export type BookRead = { sheets: Sheet[] } | { error: string };

/**
 * As sheetsOf, for a file of so many bytes. What is thrown of one that did not end says “timed out”, and
 * of one that asked for too much room “heap”: src/exports/broken-book.ts knows both.
 */
export async function sheetsInTime(bytes: Uint8Array, least = LEAST): Promise<Sheet[]> {
  const limit = Math.round(least + (bytes.length / 2 ** 20) * EACH_MEGABYTE);
  const thread = new Worker(new URL("./sheets-worker.ts", import.meta.url), { workerData: bytes });
  try {
    const signal = AbortSignal.timeout(limit);
    const [told] = (await once(thread, "message", { signal })) as [BookRead];
    if ("error" in told) throw new Error(told.error);
    return told.sheets;
  } catch (error) {
    throw (error as Error).name === "AbortError" ? new Error("timed out") : error;
  } finally {
    await thread.terminate();
  }
}
