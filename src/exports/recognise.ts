/** Which system wrote a table, by its heads; and which column of the dataset each head is. */
import type { Column } from "../datasets/define.ts";
import { scaleOf, unitOf } from "../ingest/rows/column-names.ts";
import { headMeantBy } from "../ingest/text/nearest.ts";
import type { OwnHead } from "./answers.ts";
import { headsWithInitials, isOfField } from "./code-heads.ts";
import { families } from "./families.ts";
import { headKey, isPersonalHead } from "./heads.ts";
import { systems, vocabularies } from "./index.ts";
import type { ExportWords, System, Vocabulary } from "./profile.ts";
import { withoutStage } from "./stages.ts";

/** A head that names a column of the dataset. */
export interface Taken {
  index: number;
  head: string;
  key: string;
  column: Column;
  /** The power of ten that the head announces: 4 for （万元）. */
  scale: number;
  /** The word of all rows that say only how they came in, or nothing. */
  way?: string;
  /** The places of heads that say the same less well, for rows that say nothing here. */
  otherwise: readonly number[];
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
  /** What all rows say: column → word. */
  fixed: Readonly<Record<string, string>>;
}

/** The least share of a system's heads by which it is known. */
const MOST = 0.75;
/** What a head counts that is not a system's own and names the same column. */
const LIKE = 0.5;
/** So many heads of a dataset make an unknown system's table one of it. */
const ENOUGH = 3;
/** What behind a head counts time: 办理时限（天） is no day. */
const IN_TIME = /[(（【[/](?:单位[:：]?)?(?:个?工作日|[天日时]|小时|分钟?|月|年)[)）】\]]?$/;

/** `own` are the bureau's of a system: a head → the column of the dataset it means. */
export function recognise(
  heads: readonly string[],
  own: (system: System) => ReadonlyMap<string, OwnHead> = () => new Map(),
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
  // The site's own columns, and nothing else: its 类别 says more than what a ledger of suits usually is.
  const ours = ownTable(heads);
  const listed = ours ? undefined : scores[0]?.system;
  const known = listed ?? ours;
  if (known) {
    const used = use(known, heads, places, own(known));
    return { ...used, system: known, certain: true, own: !listed, places, fixed: {} };
  }
  const keys = [...places.keys()];
  const others = vocabularies
    .filter((of) => isAbout(of, keys))
    .map((of) => {
      const system = systemLike(of, keys);
      return {
        ...use(system, heads, places, own(system)),
        system,
        certain: false,
        own: false,
        places,
        fixed: {},
      };
    })
    .filter(({ system, taken }) => tellsEnough(system.of, taken))
    .sort((a, b) => b.taken.length - a.taken.length);
  const [best, second] = others;
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

function isAbout({ about, notAbout }: Vocabulary, keys: readonly string[]): boolean {
  return keys.some((key) => about.test(key)) && !keys.some((key) => notAbout?.test(key));
}

/** A list of matters says the day of each; without it a list of duties or papers may look like one. */
function tellsEnough({ dataset, enough = ENOUGH }: Vocabulary, taken: readonly Taken[]): boolean {
  const has = (key: string) => taken.some((one) => one.key === key);
  return taken.length >= enough && (!dataset.dated || dataset.dated.by.some(has));
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
const FORMS = vocabularies.flatMap(({ forms }) => Object.values(forms).flat());

function use(
  system: System,
  heads: readonly string[],
  places: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, OwnHead>,
): Pick<Recognised, "taken" | "left"> {
  const { dataset, forms } = system.of;
  const taken: Taken[] = [];
  const named = new Set<number>();
  const take = (index: number, key: string, column: Column, found: readonly number[] = []) => {
    const head = heads[index]!;
    const otherwise = found.filter((at) => at !== index && fits(heads[at]!, column));
    const said = own.get(headKey(head))?.scale;
    const scale = said ?? (unitOf(head) === undefined ? system.scales?.[key] : undefined);
    const mayBeProse = isPersonalHead(head);
    taken.push({ index, head, key, column, scale: scale ?? scaleOf(head), otherwise, mayBeProse });
  };
  for (const [key, column] of Object.entries<Column>(dataset.columns)) {
    const wanted = [
      ...heads.filter((head) => own.get(headKey(head))?.key === key),
      ...headsOf(system, key),
    ];
    const found = wanted.flatMap((head) => places.get(headKey(head)) ?? []);
    const isOwn = (at: number) => own.get(headKey(heads[at]!))?.key === key;
    const index = found.find((at) => isOwn(at) || fits(heads[at]!, column));
    for (const at of found) if (fits(heads[at]!, column)) named.add(at);
    if (index !== undefined && !taken.some((one) => one.index === index)) {
      take(index, key, column, found);
    }
  }
  for (const [key, column] of Object.entries<Column>(dataset.columns)) {
    const of = (form: RegExp) =>
      [...places].flatMap(([head, at]) => {
        const free = !named.has(at) && !isPersonalHead(heads[at]!) && fits(heads[at]!, column);
        return free && form.test(head) ? [at] : [];
      });
    const alike = (forms[key] ?? []).map(of);
    const said = taken.some((one) => one.key === key);
    // Two that say the same in one way are asked about; numbers of a matter are as good as another.
    const [index, other] = alike.find((places) => places.length > 0) ?? [];
    if (said || index === undefined || (other !== undefined && column.type !== "id")) {
      if (said) for (const at of alike.flat()) named.add(at);
      continue;
    }
    for (const at of alike.flat()) named.add(at);
    take(index, key, column);
  }
  dropOtherStep(taken, system.of);
  const left: Left[] = [];
  for (const [index, head] of heads.entries()) {
    if (head === "" || taken.some((one) => one.index === index)) continue;
    const why = isPersonalHead(head) ? "personal" : named.has(index) ? "second" : "unused";
    left.push({ head, why, maybe: why === "unused" ? resembled(head, system, taken) : [] });
  }
  return { taken, left };
}

/** 处置截止时间 says nothing of a day of 结案: a deadline goes only with the day of its own step. */
function dropOtherStep(taken: Taken[], { deadline }: Vocabulary): void {
  if (!deadline) return;
  const headOf = (key: string) => taken.find((one) => one.key === key)?.head ?? "";
  const [due, done] = [headOf(deadline.due), headOf(deadline.done)];
  if (!deadline.step.test(due) || done === "" || deadline.step.test(done)) return;
  taken.splice(
    taken.findIndex((one) => one.key === deadline.due),
    1,
  );
}

/** A number of days or hours is no day, whatever its head is called. */
function fits(head: string, { type }: Column): boolean {
  // FKJE may be 元 or 万元.
  if (type === "money" && isOfField(head)) return false;
  return type !== "date" || !IN_TIME.test(head);
}

/** The labels of columns that no head is taken for, where a head is like one. */
function resembled(head: string, system: System, taken: readonly Taken[]): string[] {
  const { of } = system;
  return Object.entries<Column>(of.dataset.columns).flatMap(([key, { label, type }]) => {
    if (taken.some((one) => one.key === key)) return [];
    // How many came is not how many matters there are.
    if (key === "count" && /人/.test(head)) return [];
    const isNamed = [head, ...headsWithInitials(head)].some((may) =>
      headsOf(system, key).some((one) => headKey(one) === headKey(may)),
    );
    if (isNamed && type === "money") return [`${label}（元）`, `${label}（万元）`];
    return isNamed || headMeantBy(head, [label]) || of.like?.[key]?.test(headKey(head))
      ? [label]
      : [];
  });
}

/** The words of a column, the system's own first. */
export function wordsFor({ words, of }: System, key: string): ExportWords {
  return [...(words?.[key] ?? []), ...(of.words[key] ?? [])];
}
