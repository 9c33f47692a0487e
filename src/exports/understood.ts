/** What a table's head means, with all that the bureau has answered of it, and the command. */
import type { RawRow } from "../ingest/rows/piece.ts";
import { wordKey } from "../ingest/text/tidy.ts";
import { type Answers, bareLabel, ownHead } from "./answers.ts";
import { labelsOf } from "./check-answers.ts";
import { meantHead } from "./code-heads.ts";
import { headKey } from "./heads.ts";
import type { Importing } from "./importing.ts";
import type { System } from "./profile.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { withSameForAll } from "./same-for-all.ts";
import { unitSaid } from "./titles.ts";
import { withTold } from "./told-by-values.ts";

/** A table's head, what stands above it, and some rows below. */
export interface TableHead {
  heads: readonly string[];
  titles: readonly string[];
  rows: readonly RawRow[];
}

/** Null where nothing is known by the heads; `isStage` where a row is of several instances, and this is one. */
export function understood(
  { heads, rows, titles }: TableHead,
  importing: Importing,
  isStage: boolean,
): Recognised | null {
  const own = (system: System) => answersFor(system, importing).heads;
  const found = recognise(heads, own, unitSaid(titles), titles, rows);
  if (!found) return null;
  const { vocabularies } = importing;
  const { words } = answersFor(found.system, importing);
  const told = withTold(found, heads, rows, vocabularies);
  const same = withSameForAll(told, { rows, titles, vocabularies, words });
  if (!isStage) return same;
  // Which instance it is, the table says, whatever else is usual.
  const fixed = { ...same.fixed, ...answersFor(same.system, importing).whole };
  return { ...same, taken: same.taken.filter(({ key }) => !(key in fixed)), fixed };
}

/** The answers that hold for a system: the file's, and over them the command's. */
export function answersFor(system: System, importing: Importing): Answers {
  const labels = labelsOf(system.of.dataset);
  const answers = importing.imports.answers(system.id, labels);
  const given = Object.entries(importing.whole ?? {}).flatMap(([label, word]) => {
    const key = labels.get(wordKey(label));
    return key ? [[key, word] as const] : [];
  });
  const heads = Object.entries(importing.heads ?? {}).flatMap(([head, label]) => {
    const key = labels.get(wordKey(bareLabel(label)));
    return key ? [[headKey(meantHead(head)), ownHead(key, label)] as const] : [];
  });
  const words = new Map([...answers.words].map(([key, known]) => [key, new Map(known)]));
  for (const { label, from, to } of importing.words ?? []) {
    const key = labels.get(wordKey(label));
    if (!key) continue;
    const known = words.get(key) ?? new Map<string, string>();
    words.set(key, known.set(wordKey(from), to));
  }
  return {
    words,
    whole: { ...answers.whole, ...Object.fromEntries(given) },
    heads: new Map([...answers.heads, ...heads]),
  };
}
