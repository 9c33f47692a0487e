/** imports.yaml as somebody may have edited it: what cannot be meant is said with its line. */
import type { Column, Dataset } from "../datasets/define.ts";
import { cellReader } from "../ingest/cells/cell.ts";
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import { isRecord, readYaml } from "../ingest/config/yaml.ts";
import { Problems } from "../ingest/problems/problems.ts";
import { meantBy, nearest } from "../ingest/text/nearest.ts";
import { wordKey } from "../ingest/text/tidy.ts";
import { cut } from "../text/cut.ts";
import {
  ANSWERS_FILE,
  BODIES,
  BODY_ANSWERS,
  bareLabel,
  FILLED_DOWN,
  LOOKED_AT,
  SAME_NUMBER,
  SAME_NUMBER_ANSWERS,
} from "./answers.ts";
import { families } from "./families.ts";
import { annualSystem, vocabularies as exported, systems } from "./index.ts";

const FILES = "写出的文件";

/** Every system's dataset by what imports.yaml calls the system. */
const datasetOf: ReadonlyMap<string, Dataset> = new Map([
  ...exported.map(({ dataset }) => [dataset.id, dataset] as const),
  ...[...systems, ...families, annualSystem].map(({ id, of }) => [id, of.dataset] as const),
]);

/** One sentence for each thing that is wrong. */
export function checkAnswers(source: string, vocabularies: Vocabularies): string[] {
  const problems = new Problems();
  const file = readYaml(source, ANSWERS_FILE, problems);
  if (!file)
    return problems.list.map(({ places, why, fix }) => `${places[0]?.cell}：${why}。${fix}`);
  const said: string[] = [];
  const lines = source.split("\n");
  const wrong = (path: readonly string[], what: string) =>
    said.push(`第${file.lineOf(path)}行：${what}`);
  /** A text where names and their contents should be: it stands below its name. */
  const noMapping = (path: readonly string[], value: unknown) => {
    const from = file.lineOf(path) - 1;
    const text = typeof value === "string" ? value.split("\n")[0]!.trim() : "";
    const at = text === "" ? -1 : lines.findIndex((line, n) => n >= from && line.includes(text));
    const why = /：/.test(text) ? "冒号是全角的，改成半角的“:”，后面空一格；" : "";
    said.push(`第${(at < 0 ? from : at) + 1}行：${why}${MAPPING}`);
  };
  if (file.value === null || file.value === "") return said;
  if (!isRecord(file.value)) {
    wrong([], "要写成“系统: { … }”，不写成一串");
    return said;
  }
  for (const [system, answers] of Object.entries(file.value)) {
    if (system === FILES) continue;
    if (system === BODIES) {
      if (!isRecord(answers)) noMapping([system], answers);
      for (const [body, says] of isRecord(answers) ? Object.entries(answers) : [])
        if (!BODY_ANSWERS.some((answer) => answer === says))
          wrong([system, body], `只能写${BODY_ANSWERS.join("、")}`);
      continue;
    }
    const dataset = datasetOf.get(system);
    if (dataset) checkSystem({ vocabularies, wrong, noMapping }, dataset, system, answers);
    else wrong([system], noSystem(system));
  }
  return said;
}

/** What imports.yaml calls a system, where another name of it was written. */
function noSystem(name: string): string {
  const ids = [...datasetOf.keys()];
  const called = [...systems, ...families].find(({ label }) => wordKey(label) === wordKey(name));
  const near = called?.id ?? nearest(name.toLowerCase(), ids);
  const all = `有：${ids.join("、")}`;
  return `没有“${cut(name, 20)}”这个系统${near ? `，是不是“${near}”` : `；${all}`}`;
}

interface Checking {
  vocabularies: Vocabularies;
  wrong: (path: readonly string[], what: string) => void;
  noMapping: (path: readonly string[], value: unknown) => void;
}

function checkSystem(
  { vocabularies, wrong, noMapping }: Checking,
  dataset: Dataset,
  system: string,
  answers: unknown,
): void {
  if (!isRecord(answers)) {
    noMapping([system], answers);
    return;
  }
  for (const [part, entries] of Object.entries(answers)) {
    if (part === LOOKED_AT || part === FILLED_DOWN) {
      const isList = Array.isArray(entries) && entries.every((one) => typeof one === "string");
      const each = part === LOOKED_AT ? "一份表的列名一条" : "一列一条";
      if (!isList) wrong([system, part], `要写成一张单子，${each}；不用的删掉`);
    } else if (part === SAME_NUMBER) {
      if (!SAME_NUMBER_ANSWERS.some((one) => one === entries))
        wrong([system, part], `只能写${SAME_NUMBER_ANSWERS.join("、")}`);
    } else if (!["整份", "列名", "词"].includes(part)) {
      wrong(
        [system, part],
        `不认识“${cut(part, 20)}”，只有整份、列名、词、${LOOKED_AT}、${FILLED_DOWN}、${SAME_NUMBER}`,
      );
    } else if (!isRecord(entries)) noMapping([system, part], entries);
    else {
      for (const [name, to] of Object.entries(entries)) {
        const path = [system, part, name];
        const label = part !== "列名" ? name : typeof to === "string" ? bareLabel(to) : to;
        const column = columnOf(dataset, label);
        if (!column) wrong(path, noColumn(dataset, label));
        else if (part === "整份") sayWord(wrong, path, to, column, vocabularies);
        else if (part === "词" && !isRecord(to)) noMapping(path, to);
        else if (part === "词" && isRecord(to)) {
          for (const [from, word] of Object.entries(to)) {
            if (word !== "") sayWord(wrong, [...path, from], word, column, vocabularies);
          }
        }
      }
    }
  }
}

const MAPPING = "要写成“名称: 内容”，见文件开头的样子";

function sayWord(
  wrong: Checking["wrong"],
  path: readonly string[],
  word: unknown,
  column: Column,
  vocabularies: Vocabularies,
): void {
  const why = wrongWord(word, column, vocabularies);
  if (why) wrong(path, why);
}

/** The column that the bureau calls so; a dataset's own label and nothing else. */
export function columnOf(dataset: Dataset, label: unknown): Column | undefined {
  return typeof label !== "string"
    ? undefined
    : Object.values(dataset.columns).find((column) => wordKey(column.label) === wordKey(label));
}

/** Labels (wordKey) → keys. */
export function labelsOf({ columns }: Dataset): ReadonlyMap<string, string> {
  return new Map(Object.entries(columns).map(([key, { label }]) => [wordKey(label), key]));
}

export function noColumn(dataset: Dataset, label: unknown): string {
  const labels = Object.values(dataset.columns).map((column) => column.label);
  const near = meantBy(String(label), labels);
  return `“${dataset.label}”没有“${cut(String(label), 20)}”这一列${near ? `，是不是“${near}”` : `；有：${labels.join("、")}`}`;
}

/** Why a column cannot say it; null where it can. */
export function wrongWord(
  word: unknown,
  column: Column,
  vocabularies: Vocabularies,
): string | null {
  if (typeof word !== "string") return MAPPING;
  const listed = wordsOf(column, vocabularies);
  if (column.type === "word" && listed.has(wordKey(word))) return null;
  const read = cellReader(column, 0, vocabularies)(word);
  return read.ok ? null : `“${column.label}”不能是“${cut(word, 20)}”：${read.why}。${read.fix}`;
}
