/** The thread of table-thread.ts: reads one file, and waits where the other falls behind. */
import { parentPort, workerData } from "node:worker_threads";
import { diskFile } from "../bytes/disk-file.ts";
import { pack } from "./packed-piece.ts";
import type { Piece } from "./piece.ts";
import { readTable } from "./table.ts";
import { MOST_WAITING, type Sent, type ThreadTask } from "./table-thread.ts";

const { path, size, names, aside, taken }: ThreadTask = workerData;
const look: ((piece: Piece) => unknown) | undefined =
  aside && (await import(aside.module)).aside(aside.task);
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
  const packed = pack(look ? { ...piece, told: look(piece) } : piece);
  send(packed, [packed.numbers.buffer as ArrayBuffer, packed.lengths.buffer as ArrayBuffer]);
}

send({ remarks: await readTable({ path, ...diskFile(path, size) }, names, sendPiece) });
