/** expected.yaml of a folder of tests/sites: read, or written where there is none yet. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Document, isCollection, isPair, parse } from "yaml";
import { datasets } from "../../src/datasets/index.ts";
import type { Amount } from "../../src/values/amount.ts";
import { type Finding, type Generated, type Said, saidOf } from "./said.ts";

/** expected.yaml; what each entry means stands in sites.test.ts. */
export interface Expected {
  title: string;
  /** The day it is; nobody looks at the clock without it. */
  today?: string;
  errors?: string[];
  warnings?: string[];
  notes?: string[];
  only?: Record<string, string[]>;
  says?: string[];
  never?: string[];
  figures?: Record<string, object>;
  findings?: Finding[];
  generate?: Generated[];
}

/** The folders to run: those named `only.<case>` while somebody works on one; in CI all. */
export function chosen(names: readonly string[], ci: boolean): readonly string[] {
  const only = names.filter((name) => name.startsWith("only."));
  return only.length > 0 && !ci ? only : names;
}

/** What must be said of a folder; undefined where nobody has written it yet. */
export function readExpected(folder: string): Expected | undefined {
  const file = join(folder, "expected.yaml");
  return existsSync(file) ? (parse(readFileSync(file, "utf8")) as Expected) : undefined;
}

/** A folder without expected.yaml fails; outside CI it is given one that says what its build says now. */
export async function failNew(folder: string, ci: boolean): Promise<never> {
  if (ci) throw new Error(`${basename(folder)} has no expected.yaml`);
  const title = basename(folder).replace(/^only\./, "");
  const text = expectedText(title, await saidOf(folder));
  writeFileSync(join(folder, "expected.yaml"), text);
  throw new Error("expected.yaml written: read it, correct it, run again");
}

/** An expected.yaml that holds for what is said: problems, findings, every figure but its groups. */
export function expectedText(title: string, said: Said): string {
  const figures = said.site?.years.flatMap(({ year, figures }) =>
    [...figures].flatMap(([id, { amount }]) => {
      const fields = fieldsOf(amount);
      return fields ? [[`${year} ${id}`, fields] as const] : [];
    }),
  );
  const parts: Expected = {
    title,
    errors: said.errors,
    warnings: said.warnings,
    notes: said.notes.filter((note) => !isAbsence(note)),
    figures: Object.fromEntries(figures ?? []),
    findings: said.findings,
  };
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  const document = new Document(Object.fromEntries(filled));
  for (const key of ["figures", "findings"]) {
    const list = document.get(key);
    if (!isCollection(list)) continue;
    // A figure and a finding is one line each.
    for (const item of list.items) {
      const node = isPair(item) ? item.value : item;
      if (isCollection(node)) node.flow = true;
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** What is noted of the datasets that have no file, in the years of which `only` tells. */
export function absent({ only = {} }: Partial<Expected> = {}): string[] {
  return Object.entries(only).flatMap(([year, there]) =>
    datasets
      .filter(({ id, optional }) => !optional && !there.includes(id))
      .map(({ id }) => `file-missing ${year}/${id}.csv`),
  );
}

/** Files that are absent are noted in almost every folder. */
export function isAbsence(note: string): boolean {
  return note.startsWith("file-missing");
}

/** The fields that are worth a line: not what every exact, complete number has; nothing of an unknown one. */
function fieldsOf(amount: Amount): object | null {
  if (amount.state === "unknown") return null;
  if (amount.state !== "known") return { state: amount.state };
  const { value, qualifier, missing, undetermined } = amount;
  return {
    value,
    ...(qualifier !== "exact" && { qualifier }),
    ...(missing > 0 && { missing }),
    ...(undetermined > 0 && { undetermined }),
  };
}
