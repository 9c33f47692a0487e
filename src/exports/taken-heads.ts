/** Which column of a dataset each head of a table is, and why the others are left. */
import type { Column } from "../datasets/define.ts";
import { scaleOf, unitOf } from "../ingest/rows/column-names.ts";
import { headMeantBy } from "../ingest/text/nearest.ts";
import type { OwnHead } from "./answers.ts";
import { headsWithInitials, isOfField } from "./code-heads.ts";
import { headKey, isPersonalHead } from "./heads.ts";
import type { AmountIn, ExportWords, System, Vocabulary } from "./profile.ts";

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
  /** Where the head says two columns as one: which of them a row's is, the row tells. */
  either?: Vocabulary["either"];
  /** Some of its cells may hold what was said to somebody, and not a word. */
  mayBeProse?: boolean;
  /** Its cells are paths of two steps or more, of which the last is meant. */
  isOfPaths?: boolean;
  /** Its cells say the amount among other things. */
  amountIn?: AmountIn;
  /** Other heads with a part of the amount each: 没收非法财物金额 beside 没收违法所得金额. */
  parts?: readonly { index: number; head: string; scale: number }[];
}

export interface Left {
  head: string;
  /** "second": another head says the same better. */
  why: "personal" | "second" | "unused";
  /** Labels of columns that it may be: to be asked. */
  maybe: readonly string[];
}

/** What behind a head counts time: 办理时限（天） is no day. */
const IN_TIME = /[(（【[/](?:单位[:：]?)?(?:个?工作日|[天日时]|小时|分钟?|月|年)[)）】\]]?$/;

export function takeHeads(
  system: System,
  heads: readonly string[],
  places: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, OwnHead>,
  unit?: number,
): { taken: Taken[]; left: Left[] } {
  const { dataset, forms } = system.of;
  /** The power of ten of amounts whose head says no unit. */
  const scaleFor = (key: string) => unit ?? system.scales?.[key];
  const fits = (head: string, key: string, { type }: Column) =>
    type === "money"
      ? scaleFor(key) !== undefined || !isUnsaid(head, system)
      : type !== "date" || !IN_TIME.test(head);
  const taken: Taken[] = [];
  const named = new Set<number>();
  const take = (index: number, key: string, column: Column, found: readonly number[] = []) => {
    const head = heads[index]!;
    const otherwise = found.filter((at) => at !== index && fits(heads[at]!, key, column));
    const said = own.get(headKey(head))?.scale;
    const scale = said ?? (unitOf(head) === undefined ? scaleFor(key) : undefined);
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
    const index = found.find((at) => isOwn(at) || fits(heads[at]!, key, column));
    for (const at of found) if (fits(heads[at]!, key, column)) named.add(at);
    if (index !== undefined && !taken.some((one) => one.index === index)) {
      take(index, key, column, found);
    }
  }
  /** Whether each of some heads is another part of one amount. */
  const areParts = (places: readonly number[], key: string) => {
    const of = places.map((at) =>
      system.of.parts?.[key]?.find((form) => form.test(headKey(heads[at]!))),
    );
    return !of.includes(undefined) && new Set(of).size === of.length;
  };
  const due = system.of.deadline?.due;
  const dueLast = Object.entries<Column>(dataset.columns).toSorted(
    ([a], [b]) => Number(a === due) - Number(b === due),
  );
  for (const [key, column] of dueLast) {
    const of = (form: RegExp) =>
      [...places].flatMap(([head, at]) => {
        const free = !named.has(at) && !isPersonalHead(heads[at]!) && fits(heads[at]!, key, column);
        return free && form.test(head) ? [at] : [];
      });
    const alike = (forms[key] ?? []).map(of);
    const said = taken.some((one) => one.key === key);
    // Two that say the same in one way are asked about; numbers of a matter are as good as another.
    const together = alike.find((places) => places.length > 0) ?? [];
    const ofStep = key === due ? ofDoneStep(alike.flat(), heads, taken, system.of) : undefined;
    const [index, other] = ofStep === undefined ? together : [ofStep];
    const isOneOf = column.type === "id" || areParts(together, key);
    if (said || index === undefined || (other !== undefined && !isOneOf)) {
      if (said) for (const at of alike.flat()) named.add(at);
      // What was not put off is due on its first day, whatever that is called.
      const put = taken.findIndex((one) => one.key === key && /^延期/.test(one.head));
      if (put >= 0) {
        const rest = alike.flat().filter((at) => at !== taken[put]!.index);
        taken[put] = { ...taken[put]!, otherwise: [...taken[put]!.otherwise, ...rest] };
      }
      continue;
    }
    for (const at of alike.flat()) named.add(at);
    take(index, key, column);
  }
  takeEither(system, heads, taken, take);
  for (const [at, one] of taken.entries()) {
    const parts = otherParts(one, heads, system, scaleFor(one.key));
    if (parts.length > 0) taken[at] = { ...one, parts };
  }
  const dropped = dropOtherStep(taken, system.of);
  const left: Left[] = [];
  for (const [index, head] of heads.entries()) {
    const isTaken = (one: Taken) =>
      one.index === index || one.parts?.some((part) => part.index === index);
    if (head === "" || taken.some(isTaken)) continue;
    const isSecond = named.has(index) && index !== dropped;
    const why = isPersonalHead(head) ? "personal" : isSecond ? "second" : "unused";
    left.push({ head, why, maybe: why === "unused" ? resembled(head, system, taken) : [] });
  }
  return { taken, left };
}

/** Of 处置时限 and 结案时限 the one that is of the same step as the day on which it was done: 结案时间. */
function ofDoneStep(
  places: readonly number[],
  heads: readonly string[],
  taken: readonly Taken[],
  { deadline }: Vocabulary,
): number | undefined {
  const done = taken.find(({ key }) => key === deadline?.done)?.head ?? "";
  const [step] = STEPS.exec(done) ?? [];
  const found = new Set(places.filter((at) => step && heads[at]!.includes(step)));
  return found.size === 1 ? [...found][0] : undefined;
}
const STEPS = /办结|结案|答复|回复|反馈|处置|处理|办理/;

/** Where a head is one part of an amount, the heads of the others. */
function otherParts(
  { key, index, head }: Taken,
  heads: readonly string[],
  system: System,
  usual: number | undefined,
) {
  const forms = system.of.parts?.[key] ?? [];
  const own = forms.find((form) => form.test(headKey(head)));
  return own === undefined
    ? []
    : forms.flatMap((form) => {
        const at = heads.findIndex((one, at) => at !== index && form.test(headKey(one)));
        if (form === own || at < 0) return [];
        const other = heads[at]!;
        const scale = unitOf(other) === undefined ? (usual ?? scaleOf(other)) : scaleOf(other);
        return [{ index: at, head: other, scale }];
      });
}

/** The last: by the other columns it is told which of two it is. */
function takeEither(
  { of: { dataset, either } }: System,
  heads: readonly string[],
  taken: Taken[],
  take: (index: number, key: string, column: Column) => void,
): void {
  if (!either || taken.some(({ key }) => either.columns.includes(key))) return;
  const index = heads.findIndex((head) => either.head.test(headKey(head)));
  const [key] = either.columns;
  if (index < 0) return;
  take(index, key, dataset.columns[key]!);
  taken.push({ ...taken.pop()!, either });
}

/**
 * 处置截止时间 says nothing of a day of 结案: a deadline goes only with the day of its own step. The place
 * of the one that is dropped.
 */
function dropOtherStep(taken: Taken[], { deadline }: Vocabulary): number | undefined {
  if (!deadline) return undefined;
  const headOf = (key: string) => taken.find((one) => one.key === key)?.head ?? "";
  const [due, done] = [headOf(deadline.due), headOf(deadline.done)];
  if (!deadline.step.test(due) || done === "" || deadline.step.test(done)) return undefined;
  const at = taken.findIndex((one) => one.key === deadline.due);
  return taken.splice(at, 1)[0]!.index;
}

/** Whether nobody knows the unit under a head: of FKJE, and of a system that writes 元 here and 万元 there. */
function isUnsaid(head: string, { inEither }: System): boolean {
  return isOfField(head) || (inEither === true && unitOf(head) === undefined);
}

/** The labels of columns that no head is taken for, where a head is like one. */
function resembled(head: string, system: System, taken: readonly Taken[]): string[] {
  const { of } = system;
  return Object.entries<Column>(of.dataset.columns).flatMap(([key, { label, type }]) => {
    if (taken.some((one) => one.key === key)) return [];
    // Who did it is no field of it; 罚没 is fines too.
    if (WHO.test(headKey(head)) && !WHO.test(label)) return [];
    if (/罚没/.test(head) && type === "money") return [];
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

const WHO = /(?:主体|机关|单位|部门|机构|大队|中队|股室|科室)(?:名称)?$/;

/** The words of a column, the system's own first. */
export function wordsFor({ words, of }: System, key: string): ExportWords {
  return [...(words?.[key] ?? []), ...(of.words[key] ?? [])];
}

/** All heads that name a column, the one that says it best first. */
export function headsOf({ heads, of }: System, key: string): string[] {
  const { label, aliases = [] }: Column = of.dataset.columns[key]!;
  return [...(heads?.[key] ?? []), ...(of.heads[key] ?? []), label, ...aliases];
}
