/** What a clerk answers with the command: what of it can be meant is kept in imports.yaml. */
import { bareLabel, type Imports } from "../../src/exports/answers.ts";
import { columnOf, labelsOf, noColumn, wrongWord } from "../../src/exports/check-answers.ts";
import { meantHead } from "../../src/exports/code-heads.ts";
import { headKey } from "../../src/exports/heads.ts";
import type { Imported, WordAnswer } from "../../src/exports/importing.ts";
import { type Vocabularies, wordsOf } from "../../src/ingest/cells/lexicon.ts";
import { unitOf } from "../../src/ingest/rows/column-names.ts";
import { wordKey } from "../../src/ingest/text/tidy.ts";
import { CliError } from "./cli.ts";
import { printable } from "./places.ts";

/** The exports whose dataset has a column of that name; throws where none has. */
function having(option: string, label: string, { tables }: Imported) {
  const found = tables.flatMap(({ recognised }) => recognised?.system ?? []);
  const systems = found.flatMap((system) => {
    const column = columnOf(system.of.dataset, label);
    return column ? [{ system, column }] : [];
  });
  const [first] = found;
  if (systems.length === 0 && first) {
    throw new CliError(`${option}：${noColumn(first.of.dataset, label)}。什么也没有写。`, 2);
  }
  return systems;
}

/** Records what is the same for all rows of the exports whose dataset has such a column. */
export function recordWhole(
  label: string,
  word: string,
  imported: Imported,
  imports: Imports,
  vocabularies: Vocabularies,
): void {
  for (const { system, column } of having("--set", label, imported)) {
    const why = wrongWord(word, column, vocabularies);
    if (why) throw new CliError(`--set：${why}。什么也没有写。`, 2);
    imports.answer([system.id, "整份", column.label], word);
  }
}

/** Records which column a head of an export is. */
export function recordHead(
  head: string,
  label: string,
  { tables }: Imported,
  imports: Imports,
): void {
  const found = tables.flatMap(({ recognised }) => recognised ?? []);
  const having = found.filter(({ places }) => places.has(headKey(meantHead(head))));
  if (found.length === 0) return;
  if (having.length === 0) {
    throw new CliError(`--head：导出里没有“${printable(head)}”这一列。什么也没有写。`, 2);
  }
  for (const { system } of having) {
    const column = columnOf(system.of.dataset, bareLabel(label));
    if (!column) {
      throw new CliError(`--head：${noColumn(system.of.dataset, label)}。什么也没有写。`, 2);
    }
    const unit = unitOf(label);
    const said = unit === undefined ? column.label : `${column.label}（${unit}）`;
    imports.answer([system.id, "列名", meantHead(head)], said);
  }
}

/** Records which word of the site's a word of the exports is. */
export function recordWord(
  { label, from, to }: WordAnswer,
  imported: Imported,
  imports: Imports,
  vocabularies: Vocabularies,
): void {
  for (const { system, column } of having("--word", label, imported)) {
    const why = to === "" ? null : wrongWord(to, column, vocabularies);
    if (why) throw new CliError(`--word：${why}。什么也没有写。`, 2);
    imports.answer([system.id, "词", column.label, from], to);
  }
}

/** Records the columns that were merged cells, in the exports that have such. */
export function recordFilledDown({ tables }: Imported, imports: Imports): void {
  for (const { recognised, below } of tables) {
    const filled = below.flatMap((one) => (one.filled ? one.label : []));
    if (recognised && filled.length > 0) imports.fillDown(recognised.system.id, filled);
  }
}

/** A column of the export is no word for all its rows. */
export function refuseHeads(
  { tables }: Imported,
  imports: Imports,
  vocabularies: Vocabularies,
): void {
  for (const { recognised } of tables) {
    if (!recognised) continue;
    const { system, places } = recognised;
    const { columns } = system.of.dataset;
    const { whole } = imports.answers(system.id, labelsOf(system.of.dataset));
    for (const [key, word] of Object.entries(whole)) {
      const column = columns[key]!;
      if (!places.has(headKey(word)) || wordsOf(column, vocabularies).has(wordKey(word))) continue;
      throw new CliError(
        `“${printable(word)}”是导出里的一列，不是整份都一样的词：照写，每一行的${column.label}都会是“${printable(word)}”。什么也没有写。\n` +
          `用这一列作${column.label}，写 --head ${printable(word)}=${column.label}（imports.yaml 的“整份”里写了它的，先删掉）。`,
        2,
      );
    }
  }
}

/** Records that a person has looked at the columns of tables whose system is not known. */
export function confirmHeads({ tables }: Imported, imports: Imports): void {
  for (const table of tables) {
    if (!table.recognised || table.recognised.certain) continue;
    imports.lookedAt(table.recognised.system.id, table.heads);
    table.lookedAt = true;
  }
}

/** Records every proposal of a word; whether there was one. */
export function acceptProposals({ tables }: Imported, imports: Imports): boolean {
  let any = false;
  for (const { recognised, words } of tables) {
    for (const { label, unknown } of words.values()) {
      for (const [text, { proposal }] of unknown) {
        if (!proposal || !recognised) continue;
        imports.answer([recognised.system.id, "词", label, text], proposal);
        any = true;
      }
    }
  }
  return any;
}
