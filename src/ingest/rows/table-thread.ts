/** A table parted into cells by a thread of its own, while this one looks at what they say. */
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Piece } from "./piece.ts";
import type { TableFault } from "./table.ts";

/** What the thread is told. */
export interface ThreadTask {
  path: string;
  size: number;
  /** How many pieces have been taken so far; shared by both threads. */
  taken: Int32Array;
}

/** What the thread sends: piece by piece, then how it ended. */
export type Sent = Piece | { fault: TableFault | null };

/** As readTable of table.ts, of a file on the disk. */
export async function readTableInThread(
  path: string,
  size: number,
  onPiece: (piece: Piece) => void,
): Promise<TableFault | null> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const task: ThreadTask = { path, size, taken };
  const thread = new Worker(new URL("./table-worker.ts", import.meta.url), {
    workerData: task,
    // All its garbage is young: texts that have been handed over.
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 },
  });
  try {
    for await (const [sent] of on(thread, "message") as AsyncIterable<[Sent]>) {
      if ("fault" in sent) return sent.fault;
      onPiece(sent);
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
    }
    return null;
  } finally {
    await thread.terminate();
  }
}
