/** The thread of table-thread.ts: reads one file, and waits where the other falls behind. */
import { parentPort, workerData } from "node:worker_threads";
import { diskFile } from "../bytes/disk-file.ts";
import type { Piece } from "./piece.ts";
import { readTable } from "./table.ts";
import type { Sent, ThreadTask } from "./table-thread.ts";

/** So many pieces may wait: enough that nobody waits for the other, and few enough for memory. */
const MOST_WAITING = 64;

const { path, size, names, taken }: ThreadTask = workerData;
let pieces = 0;

function send(sent: Sent, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(sent, moved);
}

function sendPiece(piece: Piece): void {
  for (let seen = Atomics.load(taken, 0); pieces - seen >= MOST_WAITING; ) {
    Atomics.wait(taken, 0, seen);
    seen = Atomics.load(taken, 0);
  }
  pieces++;
  send(piece, [piece.numbers.buffer as ArrayBuffer]);
}

send({ remarks: await readTable({ path, ...diskFile(path, size) }, names, sendPiece) });
