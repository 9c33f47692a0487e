/** What the build of a folder of tests/sites says, in the lines of its expected.yaml. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { diskFolder } from "../../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../../src/ingest/folder.ts";
import type { Problem } from "../../src/ingest/problems/problems.ts";
import { problemText } from "../../src/ingest/problems/words.ts";
import { loadSite } from "../../src/load/load-site.ts";
import type { Site } from "../../src/site/year.ts";
import { amountText } from "../../src/text/format.ts";
import type { Amount } from "../../src/values/amount.ts";
import { randomBytes } from "./random.ts";

type Part = string | { repeat: string; times: number };

/** A file too large to keep: text in parts, or random bytes. */
export type Generated = { path: string } & ({ parts: Part[] } | { random: number; seed: number });

export interface Finding {
  id: string;
  left: unknown;
  right: unknown;
  difference: unknown;
  note?: string;
}

export interface Said {
  errors: string[];
  warnings: string[];
  notes: string[];
  messages: string;
  site: Site | null;
  findings: Finding[];
}

/** What the build of a folder's data says. */
export async function saidOf(
  folder: string,
  generate: readonly Generated[] = [],
  today: string | null = null,
): Promise<Said> {
  const { site, problems } = await loadSite(dataOf(folder, generate), { today });
  const listed = (severity: Problem["severity"]) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map(line)
      .sort();
  return {
    errors: listed("error"),
    warnings: listed("warning"),
    notes: listed("note"),
    messages: problems.map(problemText).join("\n"),
    site,
    findings: site ? findingsOf(site) : [],
  };
}

/** The amount of `<year> <id>` or `<year> <id>/<group>`. */
export function amountOf(site: Site, id: string): Amount | undefined {
  const [year, path = ""] = id.split(" ");
  const [metric = "", group] = path.split("/");
  const figure = site.years.find((one) => one.year === Number(year))?.figures.get(metric);
  return group === undefined
    ? figure?.amount
    : figure?.groups?.find(({ word }) => word === group)?.amount;
}

function dataOf(folder: string, generate: readonly Generated[]): Folder {
  const data = join(folder, "data");
  const disk = diskFolder(data);
  if (generate.length === 0 || !existsSync(data)) return disk;
  const made = memoryFolder(
    Object.fromEntries(
      generate.map((file) => [
        file.path,
        "random" in file
          ? randomBytes(file.random, file.seed)
          : file.parts
              .map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times)))
              .join(""),
      ]),
    ),
  );
  return {
    name: disk.name,
    files: async () => [...((await disk.files()) ?? []), ...((await made.files()) ?? [])],
    folders: async () => [...new Set([...(await disk.folders()), ...(await made.folders())])],
  };
}

/** A problem in one line: its code, file and cells as they are printed. */
function line({ code, file, places, count }: Problem): string {
  const cells = places.map(({ cell }) => cell).join("、");
  const more = count > places.length && places.length > 0 ? `共${count}处` : "";
  return [code, file, cells, more].filter(Boolean).join(" ");
}

function findingsOf(site: Site): Finding[] {
  const side = (amount: Amount) => {
    const text = amountText(amount, "");
    return /^[\d.]+$/.test(text) ? Number(text) : text;
  };
  const all = site.years.flatMap(({ year, checks, notes }) =>
    checks
      .filter(({ holds }) => holds === false)
      .map(({ id, left, right, difference }) => {
        const note = notes.get(id)?.text;
        return {
          id: `${year} ${id}`,
          left: side(left.amount),
          right: side(right.amount),
          difference,
          ...(note !== undefined && { note }),
        };
      }),
  );
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
