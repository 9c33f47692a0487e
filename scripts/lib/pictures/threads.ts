/** Pictures drawn by as many threads as there are processors. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Job, WorkerTask } from "./worker.ts";

/** Resolves when all are drawn; `stop` ends the threads where nobody waits for them any more. */
export function drawn(
  jobs: readonly Job[],
  fontFiles: readonly string[],
  onDone: () => void,
): { done: Promise<void>; stop: () => void } {
  const waiting = [...jobs].reverse();
  const workerData: WorkerTask = { fontFiles };
  const count = Math.min(availableParallelism(), jobs.length);
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL("./worker.ts", import.meta.url), { workerData }),
  );
  const stop = () => {
    for (const thread of threads) thread.terminate();
  };
  const works = threads.map(
    (thread) =>
      new Promise<void>((resolve, reject) => {
        const next = () => {
          const job = waiting.pop();
          if (job) thread.postMessage(job);
          else resolve();
        };
        thread.on("error", reject);
        thread.on("message", () => {
          onDone();
          next();
        });
        next();
      }),
  );
  return { done: Promise.all(works).then(() => {}), stop };
}
