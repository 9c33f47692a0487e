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
/** A thread that has read more keeps its room; to start another then takes little of the time. */
const SMALL = 1 << 20;

/** What the thread sends: the sheets, or what the library threw. */
export type BookRead = { sheets: Sheet[] } | { error: string };

/** Starting one takes longer than a usual workbook: it waits for the next, and keeps no command open. */
let waiting: Worker | null = null;

/**
 * As sheetsOf, for a file of so many bytes. What is thrown of one that did not end says “timed out”, and
 * of one that asked for too much room “heap”: src/exports/broken-book.ts knows both.
 */
export async function sheetsInTime(bytes: Uint8Array, least = LEAST): Promise<Sheet[]> {
  const limit = Math.round(least + (bytes.length / 2 ** 20) * EACH_MEGABYTE);
  const thread = waiting ?? new Worker(new URL("./sheets-worker.ts", import.meta.url));
  waiting = null;
  thread.ref();
  let isSound = false;
  try {
    const told = once(thread, "message", { signal: AbortSignal.timeout(limit) });
    thread.postMessage(bytes);
    const [read] = (await told) as [BookRead];
    isSound = bytes.length <= SMALL;
    if ("error" in read) throw new Error(read.error);
    return read.sheets;
  } catch (error) {
    throw (error as Error).name === "AbortError" ? new Error("timed out") : error;
  } finally {
    if (isSound && waiting === null) {
      waiting = thread;
      thread.unref();
    } else await thread.terminate();
  }
}
