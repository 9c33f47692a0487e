/** A table parted into cells by a thread of its own, while this one looks at what they say. */
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Remark } from "../problems/problems.ts";
import type { HeaderNames } from "./column-names.ts";
import { type PackedPiece, unpack } from "./packed-piece.ts";
import type { Piece } from "./piece.ts";
import type { Aside } from "./table.ts";

/** What the thread is told. */
export interface ThreadTask {
  path: string;
  size: number;
  names: HeaderNames;
  aside?: Aside | undefined;
  /** How many pieces have been taken so far; shared by both threads. */
  taken: Int32Array;
}

/** What the thread sends: piece by piece, then how it ended. */
export type Sent = PackedPiece | { remarks: readonly Remark[] };

/** So many pieces may wait: enough that nobody waits for the other, and few enough for memory. */
export const MOST_WAITING = 64;
/** Waking a thread takes longer than a piece. */
const WAKES_AFTER = MOST_WAITING / 2;

/** As readTable of table.ts, of a file on the disk. */
export async function readTableInThread(
  file: Omit<ThreadTask, "taken">,
  onPiece: (piece: Piece) => void,
): Promise<readonly Remark[]> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const task: ThreadTask = { ...file, taken };
  const thread = new Worker(new URL("./table-worker.ts", import.meta.url), {
    workerData: task,
    // All its garbage is young: texts that have been handed over.
    resourceLimits: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 },
  });
  try {
    for await (const [sent] of on(thread, "message") as AsyncIterable<[Sent]>) {
      if ("remarks" in sent) return sent.remarks;
      onPiece(unpack(sent));
      if (Atomics.add(taken, 0, 1) % WAKES_AFTER === 0) Atomics.notify(taken, 0);
    }
    return [];
  } finally {
    await thread.terminate();
  }
}
