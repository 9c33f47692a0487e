/** The numbers of a chart and year that were put right after they had been published. */
import { changesOf } from "../editions/changes.ts";
import type { PublicValue } from "../editions/define.ts";
import { publicationsOf } from "../editions/of-chart.ts";
import { CORRECTED } from "../findings/define.ts";
import type { Site, Year } from "../site/year.ts";
import { dateText } from "../text/format.ts";
import type { Chart } from "./define.ts";
import { idsOf } from "./renamed.ts";

/** What is known of a chart that may be no more: then not of which figures it was. */
export type Corrected = Pick<Chart, "id" | "question" | "folder" | "figures" | "ofAll">;

export interface Correction {
  chart: Corrected;
  /** The year of the chart. */
  year: number;
  before: PublicValue;
  /** Null where it is listed no more. */
  after: PublicValue | null;
  /** When the right number was published, ISO; empty where that is not known yet. */
  day: string;
  /** What the bureau says of it; empty where it says nothing. */
  why: string;
}

/** The oldest first. `live` are the numbers of the site as it stands; null where it has the chart no more. */
export function correctionsOf(
  site: Site,
  chart: Corrected,
  year: number,
  live: readonly PublicValue[] | null,
): Correction[] {
  const states = [
    ...publicationsOf(site.editions, idsOf(site, chart.id), year).map(({ day, state }) => ({
      day,
      values: state.values,
    })),
    ...(live ? [{ day: "", values: live }] : []),
  ];
  return states.slice(1).flatMap(({ day, values }, i) => {
    const before = states[i]!;
    return changesOf(before.values, values).map((change) => {
      const until = day || (site.editionDay ?? "");
      const reason = reasonOf(site, chart, change.before.year, before.day, until);
      return {
        chart,
        year,
        ...change,
        day: until || (reason?.date ?? ""),
        why: reason?.text ?? "",
      };
    });
  });
}

/** What notes.csv says of a number that was put right between two days: of itself, else of another number of its rows. */
function reasonOf(site: Site, chart: Corrected, of: number, from: string, until: string) {
  const { figures, ofAll = false } = chart;
  const year = site.years.find((one) => one.year === of);
  if (!year) return undefined;
  const aboutFindings = year.checks.flatMap(({ id, figure }) => {
    const note = year.notes.get(id);
    return note?.state === CORRECTED && figures.includes(figure.metric.id) ? [note] : [];
  });
  const notes = figures.flatMap((id) => year.corrected.get(id) ?? []);
  const isOfThen = ({ date }: { date: string }) => date >= from && (until === "" || date <= until);
  const own = [...notes, ...aboutFindings].find(isOfThen);
  if (own) return own;
  return ofAll ? reasonOfAny(site, year, isOfThen) : reasonOfRows(site, year, figures, isOfThen);
}

/** How all numbers agree changes with each of them. */
function reasonOfAny(
  { metrics }: Site,
  { corrected }: Year,
  isOfThen: (note: { date: string }) => boolean,
) {
  for (const [id, notes] of corrected) {
    const note = notes.find(isOfThen);
    if (note) return { ...note, text: `“${metrics.get(id)?.label ?? id}”的更正，${note.text}` };
  }
  return undefined;
}

/** Rows that were put right change every number that is counted of them. */
function reasonOfRows(
  { metrics }: Site,
  { corrected }: Year,
  figures: readonly string[],
  isOfThen: (note: { date: string }) => boolean,
) {
  const own = new Set(figures.flatMap((id) => datasetsOf(metrics, id)));
  for (const [id, notes] of corrected) {
    const note = notes.find(isOfThen);
    if (note && datasetsOf(metrics, id).some((dataset) => own.has(dataset))) {
      const label = metrics.get(id)?.label ?? id;
      return { ...note, text: `同一张表里“${label}”的更正，${note.text}` };
    }
  }
  return undefined;
}

function datasetsOf(metrics: Site["metrics"], id: string): string[] {
  const metric = metrics.get(id);
  if (!metric || metric.kind === "reported") return [];
  return metric.kind === "ratio"
    ? [metric.numerator, metric.denominator].flatMap((part) => datasetsOf(metrics, part))
    : [metric.dataset.id];
}

/** What notes.csv says was put right, of the years that a chart shows, the oldest first. */
export function notedCorrections(
  site: Pick<Site, "years">,
  { figures }: Pick<Chart, "figures">,
  years: readonly number[],
): Noted[] {
  const shown = site.years.filter(({ year }) => years.includes(year));
  return shown
    .flatMap((year) => [
      ...figures.flatMap((id) =>
        (year.corrected.get(id) ?? []).map((note) => ({ ...note, year: year.year, figure: id })),
      ),
      ...year.checks.flatMap(({ id, figure }) => {
        const note = year.notes.get(id);
        if (note?.state !== CORRECTED || !figures.includes(figure.metric.id)) return [];
        return [{ ...note, year: year.year, figure: null }];
      }),
    ])
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

export interface Noted {
  text: string;
  /** ISO; empty where it is not written. */
  date: string;
  year: number;
  /** What it is about; null where a finding is, which says so itself. */
  figure: string | null;
}

/** What notes.csv alone tells of: put right before the first version was kept, or with no other number to show. */
export function onlyNoted(
  corrections: readonly Pick<Correction, "why">[],
  noted: readonly Noted[],
): Noted[] {
  return noted.filter(
    ({ figure, text }) => figure !== null && !corrections.some(({ why }) => why.endsWith(text)),
  );
}

/** “行政处罚由23件改为25件”, “合计由40件改为逐行合计41件”. */
export function correctionText({
  year,
  before,
  after,
}: Pick<Correction, "year" | "before" | "after">): string {
  const { label, series } = before;
  const ofYear = before.year !== year || label === "" ? `${before.year}年` : "";
  const other = after && after.label !== label ? after.label : "";
  const now = after ? `改为${other}${after.text}` : "改为不再列出";
  return `${[ofYear, series, label].filter(Boolean).join("，")}由${before.text}${now}`;
}

/** So many are named one by one. */
const NAMED = 3;

/** What a chart of a year says of its corrections. */
export interface CorrectedText {
  /** Under the drawing; nothing where nothing was put right. */
  notes: string[];
  /** Of the last of them, ISO; empty where it is not known; null where nothing was put right. */
  day: string | null;
}

/** `numbers` are those that the chart shows now. */
export function correctedText(
  site: Site,
  chart: Corrected,
  year: number,
  numbers: readonly PublicValue[],
): CorrectedText {
  const corrections = correctionsOf(site, chart, year, numbers);
  const noted = notedCorrections(
    site,
    chart,
    numbers.map((one) => one.year),
  );
  const alone = onlyNoted(corrections, noted).map(
    ({ date, text }) => `已更正${date && `（${dateText(date)}）`}：${text.replace(/。$/, "")}。`,
  );
  const days = [...corrections.map(({ day }) => day), ...noted.map(({ date }) => date)].sort();
  return {
    notes: [...new Set([...alone, ...changedNotes(corrections)])],
    day: days.at(-1) ?? null,
  };
}

function changedNotes(corrections: readonly Correction[]): string[] {
  const days = Map.groupBy(corrections, ({ day }) => day);
  return [...days].map(([day, own]) => {
    const rest = own.length - NAMED;
    const named = own.slice(0, NAMED).map(correctionText).join("；");
    const more = rest > 0 ? `；另有${rest}处，见“更正”` : "";
    const whys = [...new Set(own.map(({ why }) => why).filter(Boolean))].join("；");
    return `已更正${day && `（${dateText(day)}）`}：${named}${more}。${whys && `原因：${whys}。`}`;
  });
}
