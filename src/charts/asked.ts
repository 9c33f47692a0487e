/** Which figures a view shows: those that it asks for in a year of which nothing is known. */
import { type Figure, figuresOf, type YearFigures } from "../figures/figures.ts";
import { metrics } from "../metrics/index.ts";
import { yearlyDuties } from "../report/yearly-duties.ts";
import type { Year } from "../site/year.ts";
import { yearUntil } from "../values/period.ts";

/** A view asks for all its figures, then says what is known of them: so the list is that of any year. */
export function askedBy(view: (year: Year) => unknown): readonly string[] {
  const figures = new Asked(figuresOf(PERIOD, metrics, new Map(), [], new Map()));
  view(yearOf(figures));
  return [...figures.asked];
}

const BLANK = 2000;
const PERIOD = yearUntil(BLANK);

/** Figures that remember in which order they were asked for. */
export class Asked extends Map<string, Figure> {
  readonly asked = new Set<string>();

  override get(id: string): Figure | undefined {
    const figure = super.get(id);
    // A rate stands behind what it is made of, the whole before its part.
    if (figure?.metric.kind === "ratio") {
      this.asked.add(figure.metric.denominator).add(figure.metric.numerator);
    }
    if (figure) this.asked.add(id);
    return figure;
  }
}

function yearOf(figures: YearFigures): Year {
  return {
    year: BLANK,
    self: "",
    place: "街道",
    period: PERIOD,
    earlier: [],
    figures,
    tickets: "诉求工单",
    checks: [],
    notes: new Map(),
    redefined: new Map(),
    corrected: new Map(),
    report: null,
    duties: yearlyDuties(BLANK, ""),
    plan: [],
    commitments: [],
    rows: new Map(),
    release: () => null,
    columnTotals: () => new Map(),
    tables: new Map(),
  };
}
