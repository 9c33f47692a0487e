/** A thread that draws pictures, one after another, each into its file of the cache. */
import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { FAMILY } from "../../../src/charts/pictures/layout.ts";
import { pngOf } from "./png.ts";
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
  const {
    pixels,
    width: wide,
    height,
  } = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: FAMILY },
    fitTo: { mode: "width", value: width },
  }).render();
  writeWhole(file, pngOf(pixels, wide, height));
  parentPort!.postMessage(file);
});
