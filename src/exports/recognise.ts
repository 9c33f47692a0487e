/** Which system wrote a table, by its heads; and which column of the dataset each head is. */
import type { Column } from "../datasets/define.ts";
import { scaleOf, unitOf } from "../ingest/rows/column-names.ts";
import { headMeantBy } from "../ingest/text/nearest.ts";
import { headKey, isPersonalHead } from "./heads.ts";
import { systems, vocabularies } from "./index.ts";
import type { ExportWords, System } from "./profile.ts";

/** A head that names a column of the dataset. */
export interface Taken {
  index: number;
  head: string;
  key: string;
  column: Column;
  /** The power of ten that the head announces: 4 for （万元）. */
  scale: number;
  /** Some of its cells may hold what was said to somebody, and not a word. */
  mayBeProse?: boolean;
}

export interface Left {
  head: string;
  /** "second": another head says the same better. */
  why: "personal" | "second" | "unused";
  /** Labels of columns that it may be: to be asked. */
  maybe: readonly string[];
}

/** A table's head, understood. */
export interface Recognised {
  system: System;
  /** Whether the system is known, or only what its heads tell of. */
  certain: boolean;
  /** Whether it is the site's own table. */
  own: boolean;
  taken: readonly Taken[];
  /** The other heads, and why they are left. */
  left: readonly Left[];
  /** Heads by their keys, for what is worked out of them. */
  places: ReadonlyMap<string, number>;
}

/** The least share of a system's heads by which it is known. */
const MOST = 0.75;
/** What a head counts that is not a system's own and names the same column. */
const LIKE = 0.5;
/** So many heads of a dataset make an unknown system's table one of it. */
const ENOUGH = 3;

/** `own` are the bureau's: a head → the column of the dataset it means. */
export function recognise(
  heads: readonly string[],
  own: ReadonlyMap<string, string> = new Map(),
): Recognised | null {
  const places = new Map<string, number>();
  for (const [index, head] of heads.entries()) {
    const key = headKey(head);
    if (key !== "" && !places.has(key)) places.set(key, index);
  }
  const has = (head: string) => places.has(headKey(head));
  const scores = systems
    .filter(({ never = [] }) => !never.some(has))
    .map((system) => ({ system, ...likeness(system, has) }))
    .filter(({ first, share }) => first && share >= MOST)
    .sort((a, b) => b.share - a.share || b.system.knownBy.length - a.system.knownBy.length);
  const listed = scores[0]?.system;
  const known = listed ?? ownTable(heads);
  if (known) {
    const used = use(known, heads, places, own);
    return { ...used, system: known, certain: true, own: !listed, places };
  }
  const others = vocabularies
    .map((of) => {
      const system: System = {
        id: of.dataset.id,
        label: `不认识的系统，像是“${of.dataset.label}”`,
        of,
        knownBy: [""],
      };
      return { ...use(system, heads, places, own), system, certain: false, own: false, places };
    })
    .filter(({ taken }) => taken.length >= ENOUGH)
    .sort((a, b) => b.taken.length - a.taken.length);
  const [best, second] = others;
  return best && best.taken.length > (second?.taken.length ?? 0) ? best : null;
}

/** How many of a system's heads a table has; one that names the same column in other words is half. */
function likeness(
  system: System,
  has: (head: string) => boolean,
): { first: boolean; share: number } {
  const writings = Object.keys(system.of.dataset.columns).map((key) => headsOf(system, key));
  const weights = system.knownBy.map((head): number => {
    if (has(head)) return 1;
    const same = writings.filter((heads) => heads.some((one) => headKey(one) === headKey(head)));
    return same.some((heads) => heads.some(has)) ? LIKE : 0;
  });
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: weights[0]! > 0, share: sum / weights.length };
}

/** All heads that name a column, the one that says it best first. */
function headsOf({ heads, of }: System, key: string): string[] {
  const { label, aliases = [] }: Column = of.dataset.columns[key]!;
  return [...(heads?.[key] ?? []), ...(of.heads[key] ?? []), label, ...aliases];
}

/** The site's own table, or one filled in by its template: all heads are a dataset's labels. */
function ownTable(heads: readonly string[]): System | undefined {
  const said = heads.filter((head) => head !== "");
  if (said.length < ENOUGH) return undefined;
  const of = vocabularies.find(({ dataset }) => {
    const labels = new Set(Object.values<Column>(dataset.columns).map(({ label }) => label));
    return said.every((head) => labels.has(head));
  });
  return of && { id: of.dataset.id, label: `本站的表“${of.dataset.label}”`, of, knownBy: [""] };
}

/** Every head by which some table is known, for finding where a table's head stands. */
export function knownHeads(): ReadonlySet<string> {
  const all = [
    ...systems.flatMap(({ knownBy, heads = {} }) => [...knownBy, ...Object.values(heads).flat()]),
    ...vocabularies.flatMap(({ heads }) => Object.values(heads).flat()),
  ];
  return new Set(all.map(headKey));
}

function use(
  system: System,
  heads: readonly string[],
  places: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, string>,
): Pick<Recognised, "taken" | "left"> {
  const taken: Taken[] = [];
  const named = new Set<number>();
  for (const [key, column] of Object.entries<Column>(system.of.dataset.columns)) {
    const wanted = [
      ...heads.filter((head) => own.get(headKey(head)) === key),
      ...headsOf(system, key),
    ];
    const index = wanted.map((head) => places.get(headKey(head))).find((at) => at !== undefined);
    for (const head of wanted) named.add(places.get(headKey(head)) ?? -1);
    if (index === undefined || taken.some((one) => one.index === index)) continue;
    const head = heads[index]!;
    const scale = unitOf(head) === undefined ? system.scales?.[key] : undefined;
    const mayBeProse = isPersonalHead(head);
    taken.push({ index, head, key, column, scale: scale ?? scaleOf(head), mayBeProse });
  }
  const left: Left[] = [];
  for (const [index, head] of heads.entries()) {
    if (head === "" || taken.some((one) => one.index === index)) continue;
    const why = isPersonalHead(head) ? "personal" : named.has(index) ? "second" : "unused";
    left.push({ head, why, maybe: why === "unused" ? resembled(head, system, taken) : [] });
  }
  return { taken, left };
}

/** The labels of columns that no head is taken for, where a head is like one. */
function resembled(head: string, { of }: System, taken: readonly Taken[]): string[] {
  return Object.entries<Column>(of.dataset.columns).flatMap(([key, { label }]) => {
    if (taken.some((one) => one.key === key)) return [];
    return headMeantBy(head, [label]) || of.like?.[key]?.test(headKey(head)) ? [label] : [];
  });
}

/** The words of a column, the system's own first. */
export function wordsFor({ words, of }: System, key: string): ExportWords {
  return [...(words?.[key] ?? []), ...(of.words[key] ?? [])];
}
