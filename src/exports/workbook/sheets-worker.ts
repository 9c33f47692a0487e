/** The thread that reads workbooks, one after the other. */
import { parentPort } from "node:worker_threads";
import type { BookRead } from "./in-time.ts";
import { sheetsOf } from "./sheets.ts";

async function readBook(bytes: Uint8Array): Promise<BookRead> {
  try {
    return { sheets: await sheetsOf(bytes) };
  } catch (error) {
    return { error: String((error as { message?: unknown } | null)?.message ?? error) };
  }
}

parentPort!.on("message", async (bytes: Uint8Array) => {
  parentPort!.postMessage(await readBook(bytes));
});
