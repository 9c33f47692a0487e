/**
 * A table read by two threads: one parts the file into cells, the other looks at what they say.
 * This file is both: the thread is started with it.
 */
import { on } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { diskFile } from "../bytes/disk-file.ts";
import type { Piece } from "./piece.ts";
import { readTable, type TableFault } from "./table.ts";

/** So many pieces may wait: enough that nobody waits for the other, and few enough for memory. */
const MOST_WAITING = 64;

interface Order {
  path: string;
  size: number;
  /** How many pieces have been taken so far. */
  taken: Int32Array;
}

/** As readTable of table.ts, of a file on the disk. */
export async function readTableInThread(
  path: string,
  size: number,
  onPiece: (piece: Piece) => void,
): Promise<TableFault | null> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const order: Order = { path, size, taken };
  const thread = new Worker(new URL(import.meta.url), {
    workerData: order,
    // All its garbage is young: texts that have been handed over.
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 },
  });
  try {
    for await (const [message] of on(thread, "message")) {
      if (!("texts" in message)) return message.fault;
      onPiece(message);
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
    }
    return null;
  } finally {
    await thread.terminate();
  }
}

async function read({ path, size, taken }: Order): Promise<void> {
  let sent = 0;
  const send = (piece: Piece) => {
    for (let seen = Atomics.load(taken, 0); sent - seen >= MOST_WAITING; ) {
      Atomics.wait(taken, 0, seen);
      seen = Atomics.load(taken, 0);
    }
    sent++;
    parentPort?.postMessage(piece, [piece.numbers.buffer as ArrayBuffer]);
  };
  const fault = await readTable({ path, ...diskFile(path, size) }, send);
  parentPort?.postMessage({ fault });
}

if (!isMainThread && workerData && "taken" in workerData) await read(workerData);
