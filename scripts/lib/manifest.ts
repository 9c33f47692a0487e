/** manifest.json of a finished site: what it was made of, and the SHA-256 of every file, so that anybody can check it. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { datasets } from "../../src/datasets/index.ts";
import { EDITIONS_FOLDER } from "../../src/editions/define.ts";
import { DEMO } from "../../src/text/demo.ts";
import { ROOT } from "./places.ts";

export const MANIFEST = "manifest.json";

export interface FileSum {
  path: string;
  /** Null where the file holds what is not public: its sum would tell whether a guess is right. */
  sha256: string | null;
}

export interface Manifest {
  /** Invented data say so, as in every download. */
  notice?: string;
  program: { name: string; version: string };
  /** The commit of the program; null where it lies in no repository. */
  commit: string | null;
  /** Whether the program's files were those of the commit. */
  clean: boolean;
  node: string;
  /** SHA-256 of package-lock.json. */
  lock: string;
  /** Whether the pictures are blank: a site to look at, not to publish. */
  blank?: true;
  inputs: FileSum[];
  outputs: FileSum[];
}

export function sumOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Written last: it lists all other files. */
export function writeManifest(
  site: string,
  data: string,
  { isDemo, isDrawn }: { isDemo: boolean; isDrawn: boolean },
): void {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const manifest: Manifest = {
    ...(isDemo && { notice: DEMO }),
    program: { name, version },
    commit: git(["rev-parse", "HEAD"]),
    clean: git(["status", "--porcelain", "--", ".", ":!node_modules"]) === "",
    node: process.version,
    lock: sumOf(readFileSync(join(ROOT, "package-lock.json"))),
    ...(!isDrawn && { blank: true }),
    inputs: inputsIn(data),
    outputs: sumsIn(site),
  };
  writeFileSync(join(site, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** The files of a data folder that the site is made of. */
export function inputsIn(data: string): FileSum[] {
  return filesIn(data).flatMap((path) => {
    const isPublic = publicity(path);
    if (isPublic === null) return [];
    return { path, sha256: isPublic ? sumOf(readFileSync(join(data, path))) : null };
  });
}

/** Every file of a site but the manifest, and the mark that is the builder's own. */
export function sumsIn(site: string): FileSum[] {
  return filesIn(site)
    .filter((path) => path !== MANIFEST)
    .map((path) => ({ path, sha256: sumOf(readFileSync(join(site, path))) }));
}

/** Sorted, the same on every machine; what begins with a point is nobody's page. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join("/"))
    .filter((file) => !/(?:^|\/)\./.test(file))
    .sort();
}

/**
 * Whether all that an input holds is public; null where it is no input. A sum of rows that are not
 * published as they are would let whoever knows all but one cell find that one by trying.
 */
function publicity(path: string): boolean | null {
  if (path === "site.yaml" || path.startsWith(`${EDITIONS_FOLDER}/`)) return true;
  if (path === "vocabularies.yaml") return false;
  const [, name = ""] = /^\d{4}\/(.+)$/.exec(path) ?? [];
  if (name === "report.md") return true;
  const stem = /^(.+?)(?:-\d{1,4})?\.csv$/i.exec(name)?.[1];
  const dataset = datasets.find(({ id, label }) => id === stem || label === stem);
  if (!dataset) return null;
  return !dataset.explore && !Object.values(dataset.columns).some((column) => column.private);
}

/** What git says in the program's folder; null where it says nothing. */
export function git(args: readonly string[]): string | null {
  try {
    return execFileSync("git", args, {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
