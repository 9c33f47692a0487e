/**
 * What was published once and never changes: the states of charts as data/releases/ keeps them. A
 * state is made of the files of the built site and of nothing else, so it holds nothing that the site
 * did not show.
 */

/** One number of a chart as everybody could read it. */
export interface PublicValue {
  /** Of which year's column or series it is; with the label its name in the chart. */
  year: number;
  series: string;
  label: string;
  total: boolean;
  /** The time that it is of, ISO. */
  from: string;
  until: string;
  /** Value and how exactly it is said, as in the chart's CSV. */
  state: string;
  value: string;
  precision: string;
  unit: string;
  /** As a sentence writes it: 73余条. */
  text: string;
}

/** A chart of a year as it was published. */
export interface PublishedState {
  id: string;
  folder: "charts" | "questions";
  year: number;
  question: string;
  title: string;
  /** Tells whether anything that it says has changed; how it was drawn does not count. */
  content: string;
  values: readonly PublicValue[];
  /** The files beside its page, as they were served. */
  files: Readonly<Record<"svg" | "csv" | "json", string>>;
  /** The embed's page; its style sheet stands apart, where many share one. */
  embed: string;
  sheet: string;
}

/** All that changed at one publication. */
export interface Edition {
  /** `2024-02-01`; the second of a day is `2024-02-01-2`. */
  version: string;
  /** ISO. */
  day: string;
  states: readonly PublishedState[];
  /** What had to be taken back: its address stays and says so. */
  withdrawn: readonly Pick<PublishedState, "id" | "year">[];
}

/** Where they lie in the data folder. */
export const EDITIONS_FOLDER = "releases";

const VERSION = /^(\d{4}-\d{2}-\d{2})(?:-(\d+))?$/;

export function dayOf(version: string): string | null {
  return VERSION.exec(version)?.[1] ?? null;
}

/** The next one of a day. */
export function versionOf(day: string, editions: readonly Edition[]): string {
  const places = editions
    .filter((edition) => edition.day === day)
    .map(({ version }) => placeOf(version));
  return places.length === 0 ? day : `${day}-${Math.max(...places) + 1}`;
}

/** In the order of their publication. */
export function byTime(a: Edition, b: Edition): number {
  return a.day === b.day ? placeOf(a.version) - placeOf(b.version) : a.day < b.day ? -1 : 1;
}

function placeOf(version: string): number {
  return Number(VERSION.exec(version)?.[2] ?? 1);
}
