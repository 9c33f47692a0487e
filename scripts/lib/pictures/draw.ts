/** A picture's SVG as PNG, with the files of the font and nothing of the machine. */
import { Resvg } from "@resvg/resvg-js";
import { FAMILY } from "../../../src/charts/pictures/layout.ts";
import { pngOf } from "./png.ts";

/** `width` in pixels. */
export function drawnPng(svg: string, width: number, fontFiles: readonly string[]): Buffer {
  const drawn = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: FAMILY },
    fitTo: { mode: "width", value: width },
  }).render();
  return pngOf(drawn.pixels, drawn.width, drawn.height);
}
