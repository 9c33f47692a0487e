/** A thread that draws pictures, one after another, each into its file of the cache. */
import { parentPort, workerData } from "node:worker_threads";
import { drawnPng } from "./draw.ts";
import { writeWhole } from "./whole.ts";

/** What the thread is started with. */
export interface WorkerTask {
  fontFiles: readonly string[];
}

export interface Job {
  svg: string;
  /** In pixels. */
  width: number;
  file: string;
}

const { fontFiles } = workerData as WorkerTask;

parentPort!.on("message", ({ svg, width, file }: Job) => {
  writeWhole(file, drawnPng(svg, width, fontFiles));
  parentPort!.postMessage(file);
});
