/** The names of rows: at their left, or where one is long, above, on as many lines as it needs. */
import * as Plot from "@observablehq/plot";
import { WIDTHS, type Width } from "../define.ts";
import { LINE, labelRoom, SPREAD, TEXT, wrap } from "./svg.ts";

/** A longer name would leave the marks too little room, on a phone above all. */
const MOST_BESIDE = 0.42;

export interface Names {
  above: boolean;
  /** Width of the longest. */
  longest: number;
  lines: readonly (readonly string[])[];
}

export function namesOf(
  labels: readonly string[],
  width: Width,
  most = width * MOST_BESIDE,
): Names {
  const longest = labelRoom(labels);
  const above = longest > most;
  const lines = labels.map((label) => (above ? wrap(label, width / SPREAD, TEXT) : [label]));
  return { above, longest, lines };
}

/** A row's height in a drawing that is enlarged: there its text is apart enough with less. */
export function pitchAt(width: Width, pitch: number): number {
  return width === WIDTHS.phone ? Math.round(pitch * CLOSER) : pitch;
}
const CLOSER = 0.72;

/** Where each row begins and all end, if a row is `pitch` high with one line of its name. */
export function rowsOf({ lines }: Names, pitch: number): { starts: number[]; height: number } {
  const starts: number[] = [];
  let height = 0;
  for (const { length } of lines) {
    starts.push(height + (length - 1) * LINE);
    height += pitch + (length - 1) * LINE;
  }
  return { starts, height };
}

/** The names, their last lines at `y`: those beside end at `left`, those above begin at the edge. */
export function nameMark(
  { above, lines }: Names,
  left: number,
  y: (row: number) => number,
): Plot.Markish {
  const texts = lines.flatMap((name, row) =>
    name.map((text, i) => ({ text, y: y(row) - (name.length - 1 - i) * LINE })),
  );
  return Plot.text(texts, {
    x: above ? 0 : left,
    y: "y",
    text: "text",
    textAnchor: above ? "start" : "end",
  });
}
