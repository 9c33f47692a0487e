/** The numbers of a report, each with its sentence, its name and what it is part of. */
import { labelsOf, type NumberName } from "./labels.ts";
import type { Mention } from "./mention.ts";
import { mentionsIn } from "./mentions.ts";
import type { Outline, ReportBlock } from "./outline.ts";
import { partsIn } from "./parents.ts";
import { timeAt } from "./times.ts";

export interface FoundNumber extends Mention {
  /** The place of its block in the outline; `start` and `end` count in the block's text. */
  block: number;
  section: string;
  sentence: string;
  /** The sentence up to the number. */
  before: string;
  label: string;
  kind: NumberName["kind"];
  /** What it is part of, and whether with its siblings it makes that up. */
  parent: FoundNumber | null;
  relation: "total" | "part";
  /** Of a share: what it is the share of is its parent's. */
  share: FoundNumber | null;
  period: string;
  elsewhere: string;
}

/** No sentence is this long; what never ends is taken in pieces. */
const SENTENCE = /[^。！？]{0,2000}[。！？]+[”’）)]?|[^。！？]{1,2000}/g;

export function foundIn({ blocks, year }: Outline): FoundNumber[] {
  return blocks.flatMap((block, at) => foundInBlock(block, at, year ?? 0));
}

function foundInBlock(
  { text, section, level }: ReportBlock,
  block: number,
  year: number,
): FoundNumber[] {
  if (level > 0) return [];
  const found: FoundNumber[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const mentions = mentionsIn(sentence);
    const names = labelsOf(sentence, mentions);
    const own = mentions.map((mention, at): FoundNumber => {
      const { label, kind } = names[at]!;
      return {
        ...mention,
        ...timeAt(sentence, mention.start, year),
        ...{ start: mention.start + index, end: mention.end + index },
        ...{
          block,
          section,
          sentence: sentence.trim(),
          before: sentence.slice(0, mention.end),
          label,
          kind,
        },
        ...{ parent: null, relation: "total", share: null },
      };
    });
    const isAmount = own.map(({ kind, unit }) => kind === "amount" && !/^[%‰]|个百分点/.test(unit));
    for (const [at, { of, relation }] of partsIn(sentence, mentions, isAmount)) {
      own[at]!.parent = own[of]!;
      own[at]!.relation = relation;
    }
    own.forEach((one, at) => {
      const before = own[at - 1];
      if (
        one.kind === "share" &&
        before &&
        isAmount[at - 1] &&
        one.label === `${before.label}占比`
      ) {
        one.share = before;
      }
    });
    ofEarlier(sentence, own, found);
    found.push(...own);
  }
  for (const one of found) one.label = partLabel(one);
  return found;
}

/** 共40件。其中…: the whole stands in the sentence before; of several, the one that the parts make up. */
function ofEarlier(
  sentence: string,
  own: readonly FoundNumber[],
  earlier: readonly FoundNumber[],
): void {
  if (!/^\s*(?:其中|分别是|包括)/.test(sentence)) return;
  const last = earlier.at(-1)?.sentence;
  const wholes = earlier.filter(
    ({ sentence: said, parent, kind }) => said === last && !parent && kind === "amount",
  );
  const free = own.filter(
    (one) =>
      !one.parent &&
      one.kind === "amount" &&
      one.unit !== "%" &&
      !own.some(({ parent }) => parent === one),
  );
  for (const list of listsIn(free)) {
    const sum = list.reduce((all, { number }) => all + number, 0);
    const fits = wholes.filter(({ unit }) => unit === list[0]!.unit);
    const made = list.length > 1 ? fits.findLast(({ number }) => number === sum) : undefined;
    // Made up twice, in two ways: both lists together would be twice as much.
    const isTaken = own.some(({ parent, relation }) => parent === made && relation === "total");
    for (const one of list) {
      const whole = made ?? fits.findLast(({ number }) => number >= one.number);
      if (!whole) continue;
      one.parent = whole;
      one.relation = made && !isTaken ? "total" : "part";
    }
  }
}

/** Numbers of one unit, up to a semicolon. */
function listsIn(numbers: readonly FoundNumber[]): FoundNumber[][] {
  const lists = new Map<string, FoundNumber[]>();
  for (const one of numbers) {
    const key = `${one.unit} ${one.before.split(/[；;]/).length}`;
    lists.set(key, [...(lists.get(key) ?? []), one]);
  }
  return [...lists.values()];
}

/** 一审 says of what only beside the name of the whole. */
function partLabel({ label, parent, kind }: FoundNumber): string {
  if (!parent || kind !== "amount" || label.length > 5 || parent.label.includes(label))
    return label;
  return `${parent.label}：${label}`;
}
