/** Which system wrote a table, by its heads; and which column of the dataset each head is. */
import type { Column } from "../datasets/define.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { tidy } from "../ingest/text/tidy.ts";
import type { OwnHead } from "./answers.ts";
import { families } from "./families.ts";
import { headKey } from "./heads.ts";
import { systems, vocabularies } from "./index.ts";
import type { System, Vocabulary } from "./profile.ts";
import { withoutStage } from "./stages.ts";
import { headsOf, type Left, type Taken, takeHeads } from "./taken-heads.ts";

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
  /** What all rows say: column → word. */
  fixed: Readonly<Record<string, string>>;
}

/** The least share of a system's heads by which it is known. */
const MOST = 0.75;
/** What a head counts that is not a system's own and names the same column. */
const LIKE = 0.5;
/** So many heads of a dataset make an unknown system's table one of it. */
const ENOUGH = 3;
/**
 * `own` are the bureau's of a system: a head → the column of the dataset it means; `unit` is the power of
 * ten of amounts, where a title says it; `titles` are those above the head and the sheet's name; `rows` are
 * some below it.
 */
export function recognise(
  heads: readonly string[],
  own: (system: System) => ReadonlyMap<string, OwnHead> = () => new Map(),
  unit?: number,
  titles: readonly string[] = [],
  rows: readonly Pick<RawRow, "cells">[] = [],
): Recognised | null {
  const places = placesOf(heads);
  const has = (head: string) => places.has(headKey(head));
  const scores = systems
    .filter(({ never = [] }) => !never.some(has))
    .filter(({ called }) => !called || [...heads, ...titles].some((text) => called.test(text)))
    .map((system) => ({ system, ...likeness(system, has) }))
    .filter(({ first, share }) => first && share >= MOST)
    .sort((a, b) => b.share - a.share || b.system.knownBy.length - a.system.knownBy.length);
  // The site's own columns, and nothing else: its 类别 says more than what a ledger of suits usually is.
  const ours = ownTable(heads);
  const listed = ours ? undefined : scores[0]?.system;
  const known = listed ?? ours;
  if (known) {
    const used = takeHeads(known, heads, places, own(known), unit);
    return { ...used, system: known, certain: true, own: !listed, places, fixed: {} };
  }
  return surest(
    unlisted(heads, places, own, unit, rows).filter(
      ({ system: { of }, taken }) =>
        tellsEnough(of, taken, [...titles, ...heads]) && tellsDay(of, taken),
    ),
  );
}

/** What a table would be that says no day of its matters, or says it in words that nobody knows. */
export function withoutDay(heads: readonly string[]): Vocabulary | undefined {
  const places = placesOf(heads);
  const alike = unlisted(heads, places, () => new Map(), undefined, []);
  const found = alike.filter(
    ({ system: { of }, taken }) => taken.length >= ENOUGH && !tellsDay(of, taken),
  );
  return surest(found)?.system.of;
}

/** Where the heads stand, by their keys. */
function placesOf(heads: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, head] of heads.entries()) {
    const key = headKey(head);
    if (key !== "" && !places.has(key)) places.set(key, index);
  }
  return places;
}

/** Whatever a table of a system that nobody knows may be about. */
function unlisted(
  heads: readonly string[],
  places: ReadonlyMap<string, number>,
  own: (system: System) => ReadonlyMap<string, OwnHead>,
  unit: number | undefined,
  rows: readonly Pick<RawRow, "cells">[],
): Recognised[] {
  const keys = [...places.keys()];
  const numbered = vocabularies.find(
    ({ numbers }) => numbers && tellNumbers(numbers, places, rows),
  );
  return (numbered ? [numbered] : vocabularies.filter((of) => isAbout(of, keys)))
    .filter(({ notAbout }) => !keys.some((key) => notAbout?.test(key)))
    .map((of) => {
      const system = systemLike(of, keys);
      return {
        ...takeHeads(system, heads, places, own(system), unit),
        system,
        certain: false,
        own: false,
        places,
        fixed: {},
      };
    });
}

/** The one of which most columns are there; null where two have as many. */
function surest(found: readonly Recognised[]): Recognised | null {
  const [best, second] = found.toSorted((a, b) => b.taken.length - a.taken.length);
  return best && best.taken.length > (second?.taken.length ?? 0) ? best : null;
}

/** A system that nobody knows: what its heads tell of it is all. */
function systemLike(of: Vocabulary, keys: readonly string[]): System {
  const like = (form: RegExp) => keys.some((key) => form.test(key));
  const family = families.find((one) => one.of === of && one.about.every(like));
  const label = family?.label ?? of.dataset.label;
  return oneOf({
    id: of.dataset.id,
    ...family,
    of,
    label: `不认识的系统，像是“${label}”`,
    knownBy: [""],
  });
}

/** The same for all sheets and files that are alike: their rows go together. */
function oneOf(system: System): System {
  const known = made.get(system.label) ?? system;
  made.set(system.label, known);
  return known;
}
const made = new Map<string, System>();

function isAbout({ about, unlikely }: Vocabulary, keys: readonly string[]): boolean {
  const some = (form: RegExp | undefined) => keys.some((key) => form?.test(key));
  const isUnlikely = unlikely?.some(({ heads, unless }) => some(heads) && !some(unless));
  return some(about) && !isUnlikely;
}

/** Whether most numbers of a list are such: a court's list of suits has the heads of any list of cases. */
function tellNumbers(
  numbers: RegExp,
  places: ReadonlyMap<string, number>,
  rows: readonly Pick<RawRow, "cells">[],
): boolean {
  return [...places].some(([key, at]) => {
    if (!MATTER_NO.test(key)) return false;
    const said = rows.map(({ cells }) => tidy(cells[at] ?? "")).filter((text) => text !== "");
    return said.filter((text) => numbers.test(text)).length * 2 > said.length;
  });
}
const MATTER_NO = /^(?:案件?|诉讼|复议)?(?:案号|编号|字号)$/;

function tellsEnough(of: Vocabulary, taken: readonly Taken[], said: readonly string[]): boolean {
  const isCalled = said.some((text) => of.called?.test(text));
  return taken.length >= (isCalled ? 1 : (of.enough ?? ENOUGH));
}

/** A list of matters says the day of each; without it a list of duties or papers may look like one. */
function tellsDay({ dataset, numbered }: Vocabulary, taken: readonly Taken[]): boolean {
  const has = (key: string) => taken.some((one) => one.key === key);
  // A number tells the year, and how it ended that it is a matter.
  const isNumbered = numbered && has(numbered.key) && has("result");
  return !dataset.dated || dataset.dated.by.some(has) || !!isNumbered;
}

/** How many of a system's heads a table has; one that names the same column in other words is half. */
function likeness(
  system: System,
  has: (head: string) => boolean,
): { first: boolean; share: number } {
  const weightOf = (sign: Sign) => (has(sign.head) ? 1 : sign.same.some(has) ? LIKE : 0);
  const signs = signsOf(system);
  const first = weightOf(signs[0]!) > 0;
  const sum = first ? signs.reduce((sum, sign) => sum + weightOf(sign), 0) : 0;
  return { first, share: sum / signs.length };
}

/** A head that a system is known by, and the other writings of its column. */
interface Sign {
  head: string;
  same: readonly string[];
}

function signsOf(system: System): readonly Sign[] {
  const known = signs.get(system);
  if (known) return known;
  const writings = Object.keys(system.of.dataset.columns).map((key) => headsOf(system, key));
  const made = system.knownBy.map((head) => {
    const isIt = (one: string) => headKey(one) === headKey(head);
    return { head, same: writings.filter((heads) => heads.some(isIt)).flat() };
  });
  signs.set(system, made);
  return made;
}
const signs = new WeakMap<System, readonly Sign[]>();

/** The site's own table, or one filled in by its template: all heads are a dataset's labels. */
function ownTable(heads: readonly string[]): System | undefined {
  const said = heads.filter((head) => head !== "");
  if (said.length < ENOUGH) return undefined;
  const of = vocabularies.find(({ dataset }) => {
    const labels = new Set(Object.values<Column>(dataset.columns).map(({ label }) => label));
    return said.every((head) => labels.has(head));
  });
  const label = `本站的表“${of?.dataset.label}”`;
  return of && oneOf({ id: of.dataset.id, label, of, knownBy: [""] });
}

/** Whether some table is known by such a head (headKey), for finding where a table's head stands. */
export function isKnownHead(key: string): boolean {
  listedHeads ??= new Set(
    [
      ...systems.flatMap(({ knownBy, heads = {} }) => [...knownBy, ...Object.values(heads).flat()]),
      ...vocabularies.flatMap(({ heads }) => Object.values(heads).flat()),
    ].map(headKey),
  );
  const heads = [key, headKey(withoutStage(key))];
  return heads.some((head) => listedHeads!.has(head) || FORMS.some((form) => form.test(head)));
}
let listedHeads: ReadonlySet<string> | undefined;
const FORMS = vocabularies.flatMap(({ forms, either }) => [
  ...Object.values(forms).flat(),
  ...(either ? [either.head] : []),
]);
