/**
 * A chart is declared once: the question it answers, and a view that is computed from figures. Page figure, table, embed, downloads, gallery entry and tests follow.
 */
import type { Origin } from "../figures/origin.ts";
import type { Check } from "../findings/index.ts";
import type { Year } from "../site/year.ts";
import type { Named } from "../text/sentences.ts";
import type { Period } from "../values/period.ts";
import { askedBy } from "./asked.ts";

/** One datum of a chart: a row of its table, a mark of its drawing, a line of its CSV. */
export interface Item extends Named {
  origin: Origin;
  /** The time that it is of, where it is another than the year's data are. */
  period?: Period;
  /** For downloads, where one chart has several: of what it is, and of which year. */
  series?: string;
  year?: number;
  /** Its name in downloads, where its label also says series or year. */
  category?: string;
  /** Of two numbers in dispute each its own; `origin` is of both. */
  sides?: readonly [Origin, Origin];
  /** How far the check has come where another number contradicts it. */
  disputed?: string;
  /** When and how the bureau said that this is the number which holds. */
  settled?: string;
}

/**
 * Widths of the drawings; text is 16 units in all of them, so it never shrinks under 12 px. The column
 * is that of somebody's article: an embed has it in the place of the wide one, from 440 px on. Only the
 * upright picture has the one of its name: all is enlarged there, so rows stand closer.
 */
export const WIDTHS = { narrow: 328, phone: 460, column: 560, wide: 680 } as const;
export type Width = (typeof WIDTHS)[keyof typeof WIDTHS];

/** Whether there is room for what stands beside each other. */
export function isWide(width: Width): boolean {
  return width >= WIDTHS.column;
}

/** A way to draw items. `draw` gives SVG; `kind` is its name for the text alternative. */
export interface Form {
  kind: string;
  draw: (width: Width) => string;
}

export interface View {
  /** The finding, in words computed from the data. \u200b marks where a line may break. */
  title: string;
  /** Scope, unit and the key to the marks. */
  subtitle: string;
  /** Whose record its numbers are of, where that is neither a table nor the report. */
  from?: string;
  /** What the items differ by, e.g. 执法领域: heads the table's first column. */
  dimension: string;
  items: readonly Item[];
  /** The same of the items in downloads, where years or series stand in columns of their own. */
  category?: string;
  /** Values that only the drawing shows: downloads have them too. */
  beyond?: readonly Item[];
  /** Numbers that only the words say: the whole in the title. */
  told?: readonly Item[];
  /** What the drawing shows, for those who hear it, where its first items alone would not tell. */
  aloud?: string;
  /** What a picture lists where its drawing has no room, if the first column would tell of another thing than the title does. */
  listed?: { what: string; items: readonly Item[] };
  /** Closes the table; left out where adding up would be wrong. */
  total?: Item;
  /** Null when there is nothing to draw: then the page says 未公布. */
  form: Form | null;
  /** What must be said under the drawing. */
  notes: readonly string[];
  /** The ids of the figures that are drawn, where it depends on the year which they are. */
  shows?: readonly string[];
  /** The question does not arise: there is one number, nothing to hold it against. */
  idle?: true;
  /** The disagreement that the chart is about, if it is about one. */
  finding?: Check;
}

export interface Chart {
  id: string;
  /** The id of a topic (src/topics). */
  topic: string;
  /** The question it answers; names it in the gallery. */
  question: string;
  /** The figures that its view asks for, whatever is known: for links to their definitions. */
  readonly figures: readonly string[];
  view: (year: Year) => View;
  /** Of how all numbers of a year agree: it changes with each of them. */
  ofAll?: true | undefined;
  /** Made of what the data name: where it is not drawn, nothing is missing. */
  own?: true;
  /** The folder of its page; charts/ where it is not said. */
  folder?: "charts" | "questions" | undefined;
}

/** The address of its page, from the site's root; its downloads lie beside it. */
export function pageOf({
  id,
  folder = "charts",
}: {
  id: string;
  folder?: Chart["folder"];
}): string {
  return `${folder}/${id}/`;
}

/** The address of its page of one year, which keeps showing that year: what embeds and citations name. */
export function yearPageOf(chart: Parameters<typeof pageOf>[0], year: number): string {
  return `${pageOf(chart)}${year}/`;
}

export function defineChart(chart: Omit<Chart, "figures">): Chart {
  let figures: readonly string[] | undefined;
  return {
    ...chart,
    get figures() {
      figures ??= askedBy(chart.view);
      return figures;
    },
  };
}
