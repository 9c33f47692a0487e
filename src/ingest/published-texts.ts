/** The texts that a site publishes as they are written, and the names of persons in them. */
import type { Column } from "../datasets/define.ts";
import type { Vocabularies } from "./cells/lexicon.ts";
import { IN_OFFICE, NO_NAMES } from "./config/vocabularies.ts";
import { cellName, type Problems } from "./problems/problems.ts";
import type { Batch, TypedColumns } from "./rows/typed.ts";
import { isNameShaped, mayHoldName, type Person, personsIn } from "./text/names/persons.ts";
import { loadTagger } from "./text/names/tagger.ts";
import { wordKey } from "./text/tidy.ts";

interface Place {
  file: string;
  cell: string;
  column?: string;
}

export class PublishedTexts {
  /** By column of a file: each text once, where it stands first. */
  readonly #columns = new Map<string, Map<string, Place>>();

  add(text: string, place: Place): void {
    const key = `${place.file}\u0000${place.column ?? ""}`;
    const texts = this.#columns.get(key) ?? new Map<string, Place>();
    this.#columns.set(key, texts);
    if (!texts.has(text) && (isNameShaped(text) || mayHoldName(text))) texts.set(text, place);
  }

  /** What the rows of a batch publish in free words. */
  addRows(batch: Batch, vocabularies: Vocabularies): void {
    for (const place of freePlaces(batch.table, vocabularies)) {
      if (!batch.given.includes(place)) continue;
      const column = batch.table.column(place);
      const index = batch.columns[batch.table.keys[place]!] ?? 0;
      const seen = new Set<number>();
      for (let at = 0; at < batch.length; at++) {
        const code = batch.codes[place]![at]!;
        if (code >= 0 && seen.has(code)) continue;
        seen.add(code);
        const cell = cellName(index, batch.rows[at]!);
        for (const text of textsIn(batch, place, at)) {
          this.add(text, { file: batch.file, cell, column: column.label });
        }
      }
    }
  }

  /** The words of vocabularies.yaml, each at its line. */
  addWords(own: Vocabularies, source: string): void {
    const all = source.split("\n");
    const lines = new Map<string, number>();
    for (const [index, line] of all.entries()) {
      for (const part of line.split(/[[\]{},:#"'-]/)) {
        const word = part.trim();
        if (!lines.has(word)) lines.set(word, index + 1);
      }
    }
    for (const [name, words] of own) {
      if (name === NO_NAMES || name === IN_OFFICE) continue;
      for (const word of new Set([...words.keys(), ...words.values()])) {
        const line = lines.get(word) ?? (all.findIndex((one) => one.includes(word)) + 1 || 1);
        this.add(word, { file: "vocabularies.yaml", cell: `第${line}行` });
      }
    }
  }

  /**
   * A citizen's name is an error. What may be a word, or the name of somebody who acts in office,
   * is for a person to judge: one warning a column lists them all.
   */
  async sayNames(vocabularies: Vocabularies, problems: Problems): Promise<void> {
    const columns = [...this.#columns.values()].filter((texts) => texts.size > 0);
    if (columns.length === 0) return;
    const tagger = await loadTagger();
    const isNone = listed(vocabularies, NO_NAMES);
    const isInOffice = listed(vocabularies, IN_OFFICE);
    for (const texts of columns) {
      const suspects: { name: string; place: Place }[] = [];
      const found = new Map([...texts.keys()].map((text) => [text, personsIn(text, tagger)]));
      const listsNames = isListOfNames(found);
      for (const [text, place] of texts) {
        const persons = found.get(text)!.filter(({ name }) => !isNone(name));
        for (const person of persons) {
          const { name, certain } = person;
          if (certain) sayCertain(person, place, problems);
          else if (!isInOffice(name)) suspects.push({ name, place });
        }
        if (persons.length > 0 || !listsNames || !isNameShaped(text)) continue;
        if (!isNone(text) && !isInOffice(text)) suspects.push({ name: text, place });
      }
      saySuspects(suspects, problems);
    }
  }
}

/** Columns that are published, and hold whatever somebody writes. */
function freePlaces(table: TypedColumns, vocabularies: Vocabularies): number[] {
  const isFree = ({ type, words, vocabulary }: Column) =>
    type === "text" ||
    ((type === "word" || type === "words") &&
      !words?.length &&
      !vocabularies.get(vocabulary ?? "")?.size);
  return table.keys.flatMap((key, place) => {
    const column = table.dataset.columns[key];
    return column && !column.private && isFree(column) ? [place] : [];
  });
}

function textsIn(batch: Batch, place: number, at: number): string[] {
  const value = batch.value(place, at);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Whether a column's cells are mostly names: then those are too that could be words. */
function isListOfNames(found: ReadonlyMap<string, readonly Person[]>): boolean {
  const shaped = [...found].filter(([text]) => isNameShaped(text));
  const known = shaped.filter(([, persons]) => persons.length > 0);
  return known.length >= 3 && known.length * 2 >= shaped.length;
}

function listed(vocabularies: Vocabularies, list: string): (name: string) => boolean {
  const names = vocabularies.get(list);
  return (name) => names?.has(wordKey(name)) ?? false;
}

function sayCertain({ name, surname }: Person, place: Place, problems: Problems): void {
  problems.add({
    ...place,
    code: "person-name",
    value: `${surname}${"*".repeat(name.length - surname.length)}`,
    why: "这段公开的文字里写着一个人的姓名",
    fix: `改成“${surname}某”，或删去姓名；不是人名的，写进 vocabularies.yaml 的“${NO_NAMES}”`,
  });
}

function saySuspects(suspects: readonly { name: string; place: Place }[], problems: Problems) {
  const names = [...new Set(suspects.map(({ name }) => name))];
  const shown = `${names.slice(0, MOST_SHOWN).join("、")}${names.length > MOST_SHOWN ? `等${names.length}个` : ""}`;
  for (const { name, place } of suspects) {
    problems.add({
      ...place,
      code: "person-name-suspected",
      value: name,
      why: `这些像是人名：${shown}；个人的姓名不能公开`,
      fix: `是个人的就改成“某某”；不是人名的写进 vocabularies.yaml 的“${NO_NAMES}”，公职人员因职务公开的写进“${IN_OFFICE}”`,
    });
  }
}
const MOST_SHOWN = 40;
