/** The thread that reads a workbook. */
import { parentPort, workerData } from "node:worker_threads";
import type { BookRead } from "./in-time.ts";
import { sheetsOf } from "./sheets.ts";

async function told(): Promise<BookRead> {
  try {
    return { sheets: await sheetsOf(workerData as Uint8Array) };
  } catch (error) {
    return { error: String((error as { message?: unknown } | null)?.message ?? error) };
  }
}

parentPort!.postMessage(await told());
