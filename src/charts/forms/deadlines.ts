import * as Plot from "@observablehq/plot";
import { daysBetween } from "../../datasets/days.ts";
import type { YearlyDuty } from "../../report/yearly-duties.ts";
import { dateText } from "../../text/format.ts";
import type { Form, Width } from "../define.ts";
import { plot, SPREAD, TEXT, textWidth } from "./svg.ts";

const ROW = 82;
const TRACK = 40;
const DOT = 7;

/** Papers that are owed by a day, a line of time each: the day before which, and that on which they came. */
export function deadlines(duties: readonly YearlyDuty[]): Form | null {
  if (duties.length === 0) return null;
  return { kind: "期限图", draw: (width) => draw(duties, width) };
}

function draw(duties: readonly YearlyDuty[], width: Width): string {
  const first = `${duties[0]!.before.slice(0, 4)}-01-01`;
  const dayOf = (day: string) => daysBetween(first, day);
  const last = Math.max(
    ...duties.flatMap(({ before, published }) => [before, published || before].map(dayOf)),
  );
  const x = (day: string) => DOT + (dayOf(day) / last) * (width - 2 * DOT - 1);
  const rows = duties.map((duty, i) => ({ duty, y: i * ROW }));
  const dated = rows.filter(({ duty }) => duty.published !== "");
  return plot(width, duties.length * ROW - 6, {
    marks: [
      Plot.text(rows, {
        x: 0,
        y: ({ y }) => y + 12,
        text: ({ duty }) => duty.name,
        textAnchor: "start",
        fontWeight: "bold",
      }),
      Plot.text(rows, {
        x: width,
        y: ({ y }) => y + 12,
        text: ({ duty }) => (duty.published ? dateText(duty.published) : "日期未公布"),
        textAnchor: "end",
      }),
      ...rows.map(({ duty, y }) =>
        Plot.ruleY([y + TRACK], {
          x1: 0,
          x2: width,
          stroke: duty.published ? "var(--rule)" : "var(--line)",
          ...(duty.published ? {} : { strokeDasharray: "4 3" }),
        }),
      ),
      Plot.ruleX(rows, {
        x: ({ duty }) => x(duty.before),
        y1: ({ y }) => y + TRACK - 11,
        y2: ({ y }) => y + TRACK + 11,
        strokeWidth: 2,
      }),
      Plot.text(rows, {
        x: ({ duty }) => placed(beforeText(duty), x(duty.before), width),
        y: ({ y }) => y + TRACK + 24,
        text: ({ duty }) => beforeText(duty),
        fill: "var(--muted)",
      }),
      Plot.dot(
        dated.filter(({ duty }) => duty.kept === "met"),
        {
          x: ({ duty }) => x(duty.published),
          y: ({ y }) => y + TRACK,
          r: DOT,
          fill: "var(--mark)",
        },
      ),
      Plot.dot(
        dated.filter(({ duty }) => duty.kept !== "met"),
        {
          x: ({ duty }) => x(duty.published),
          y: ({ y }) => y + TRACK,
          r: DOT - 1,
          fill: "var(--paper)",
          stroke: "var(--line)",
          strokeWidth: 2,
        },
      ),
    ],
  });
}

/** “1月31日前”: the year stands with the day of publication. */
function beforeText({ before }: YearlyDuty): string {
  return `${dateText(before).replace(/^\d+年/, "")}前`;
}

/** The middle of a text near a place, so that it does not leave the drawing. */
function placed(text: string, at: number, width: Width): number {
  const half = (textWidth(text, TEXT) * SPREAD) / 2;
  return Math.max(half, Math.min(at, width - half));
}
