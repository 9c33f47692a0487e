/** All files of one dataset and year, read together. */
import type { Dataset } from "../datasets/define.ts";
import type { OwnKinds } from "../datasets/kinds.ts";
import type { Period } from "../values/period.ts";
import type { Vocabularies } from "./cells/lexicon.ts";
import { Problems } from "./problems/problems.ts";
import type { PublishedTexts } from "./published-texts.ts";
import { type FileColumns, type Learned, learnedOf } from "./rows/learned.ts";
import { Ledger } from "./rows/ledger.ts";
import type { Refused } from "./rows/refused.ts";
import { readRows } from "./rows/rows.ts";
import type { TableSource } from "./rows/table.ts";
import { Batch, TypedColumns } from "./rows/typed.ts";

/**
 * Called before the rows of a dataset's year; what it gives gets all good rows, batch by batch, in
 * the order of the files. Keep nothing and memory stays flat, or keep copies. `kinds` is what the
 * bureau's own words are. Called again for the same year, what came before does not count.
 */
export type OpenRows = (
  year: number,
  table: TypedColumns,
  kinds: OwnKinds,
) => (batch: Batch) => void;

/** What the files of a year are read with. */
export interface Context {
  period: Period;
  vocabularies: Vocabularies;
  kinds: OwnKinds;
  /** Of these there is an export, which waits to be imported. */
  held: ReadonlySet<Dataset>;
  problems: Problems;
  texts: PublishedTexts;
  /** Takes the rows of the year that have an error. */
  refused: Refused;
  openRows: OpenRows;
  onProgress: (doing: string) => void;
}

/**
 * Reads the files of one dataset and year; where they tell only at their end how a column is meant,
 * once more with that. What is to be said has been said then.
 */
export async function readDataset(
  year: number,
  dataset: Dataset,
  parts: readonly TableSource[],
  context: Context,
): Promise<void> {
  const { learned, says } = learnedOf(await readParts(year, dataset, parts, context));
  for (const one of says) context.problems.add(one);
  if (!learned) return;
  const unsaid = new Problems();
  unsaid.answered = context.problems.answered;
  await readParts(year, dataset, parts, { ...context, problems: unsaid }, learned);
}

/** Gives what was seen of the columns of each file. */
async function readParts(
  year: number,
  dataset: Dataset,
  parts: readonly TableSource[],
  { period, vocabularies, kinds, problems, texts, refused, openRows, onProgress }: Context,
  learned?: Learned,
): Promise<FileColumns[]> {
  const table = new TypedColumns(dataset, year, period.until);
  const ledger = new Ledger(table, problems, refused);
  const batch = new Batch(table);
  const take = openRows(year, table, kinds);
  const onBatch = (batch: Batch) => {
    texts.addRows(batch, vocabularies);
    take(batch);
  };
  const seen: FileColumns[] = [];
  for (const part of parts) {
    onProgress(part.path);
    const reading = { dataset, vocabularies, problems, ledger, batch, onBatch, learned };
    seen.push(await readRows(part, reading));
  }
  ledger.endOfYear();
  return seen;
}
