/** A site that is to be checked: a folder, or an address on the net. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CliError } from "./cli.ts";
import { type FileSum, MANIFEST, type Manifest, sumOf, sumsIn } from "./manifest.ts";
import { rawFile } from "./raw-file.ts";

export interface PublishedSite {
  manifest: Manifest;
  /** The manifest as it was found. */
  text: string;
  /** The files that it really has; on the net those of the manifest that are there. */
  files: readonly FileSum[];
}

export async function publishedSite(where: string): Promise<PublishedSite> {
  return /^https?:\/\//.test(where) ? onTheNet(where) : inFolder(resolve(where));
}

function inFolder(folder: string): PublishedSite {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw noManifest(folder);
  const text = readFileSync(file, "utf8");
  return { manifest: parsed(text), text, files: sumsIn(folder) };
}

/** So many files are asked for at once. */
const AT_ONCE = 8;

async function onTheNet(address: string): Promise<PublishedSite> {
  const base = address.endsWith("/") ? address : `${address}/`;
  const text = (await fetched(base, MANIFEST))?.at(-1)?.toString("utf8");
  if (text === undefined) throw noManifest(address);
  const manifest = parsed(text);
  const files: FileSum[] = [];
  const waiting = [...manifest.outputs];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { path, sha256 } = file;
      const sums = (await fetched(base, path))?.map(sumOf);
      if (sums) files.push({ path, sha256: sums.find((sum) => sum === sha256) ?? sums.at(-1)! });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { manifest, text, files };
}

/** Null where there is no such file. A page is asked for as readers ask. */
async function fetched(base: string, path: string): Promise<Buffer[] | null> {
  const shown = path.replace(/(^|\/)index\.html$/, "$1");
  const url = new URL(shown.split("/").map(encodeURIComponent).join("/"), base);
  try {
    return await rawFile(url);
  } catch (error) {
    throw new CliError(`打不开 ${url}：${error instanceof Error ? error.message : error}`);
  }
}

function parsed(text: string): Manifest {
  try {
    const manifest: Manifest = JSON.parse(text);
    if (Array.isArray(manifest.outputs) && Array.isArray(manifest.inputs)) return manifest;
  } catch {}
  throw new CliError(`${MANIFEST} 读不懂，不是本程序写的，或者传坏了。`);
}

function noManifest(where: string): CliError {
  return new CliError(
    `${where} 里没有 ${MANIFEST}。要写网站的首页地址或 dist 文件夹；旧程序生成的网站没有这个文件。`,
    2,
  );
}

export interface Differences {
  differing: string[];
  missing: string[];
  extra: string[];
}

/** How files differ from those that there should be. */
export function differences(should: readonly FileSum[], files: readonly FileSum[]): Differences {
  const is = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(should.map(({ path }) => path));
  return {
    differing: should
      .filter(({ path, sha256 }) => is.has(path) && is.get(path) !== sha256)
      .map(({ path }) => path),
    missing: should.filter(({ path }) => !is.has(path)).map(({ path }) => path),
    extra: files.filter(({ path }) => !known.has(path)).map(({ path }) => path),
  };
}
