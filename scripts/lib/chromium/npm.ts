/** The Chromium that comes from npm: where it lies packed, and how it is unpacked. */
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const NPM_PACKAGE = "@sparticuz/chromium";

const require = createRequire(import.meta.url);

/** The package holds a Chromium for this system only. */
export const NPM_FITS = process.platform === "linux" && process.arch === "x64";

/** The npm package's bin folder, or undefined where the package is absent or cannot run. */
export function npmBin(): string | undefined {
  if (!NPM_FITS) return undefined;
  try {
    // The entry file is build/index.js; the package exports neither bin/ nor package.json.
    const bin = join(dirname(require.resolve(NPM_PACKAGE)), "..", "bin");
    return existsSync(join(bin, "chromium.br")) ? bin : undefined;
  } catch {
    return undefined;
  }
}

export function npmVersion(): string {
  const file = join(dirname(require.resolve(NPM_PACKAGE)), "..", "package.json");
  return (require(file) as { version: string }).version;
}

/** Unpacks the npm Chromium once per version and user; returns its folder in the temp folder. */
export async function unpackFromNpm(bin: string): Promise<string> {
  // The user id is in the name because the files are readable by their owner only.
  const name = `sparticuz-chromium-${npmVersion()}-${process.getuid?.() ?? 0}`;
  const target = join(tmpdir(), name);
  // Looked at file by file, as a temp cleaner may have taken part of the folder.
  const complete = () =>
    ["chromium", "al2023/lib/libnss3.so"].every((file) => existsSync(join(target, file)));
  if (complete()) return target;

  const { inflate } = await import("@sparticuz/chromium");
  const temp = await mkdtemp(`${target}-`);
  try {
    // inflate() always writes below os.tmpdir() and works that out before its first await,
    // so pointing TMPDIR elsewhere for this one synchronous step is enough and hits nobody else.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temp;
    let work: Promise<string[]>;
    try {
      const files = ["chromium.br", "al2023.tar.br"];
      work = Promise.all(files.map((file) => inflate(join(bin, file))));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    await work;
    await rename(temp, target).catch(async (error: unknown) => {
      // Another process was faster; only an incomplete folder is replaced.
      if (complete()) return;
      if (!existsSync(target)) throw error;
      await rm(target, { recursive: true });
      await rename(temp, target);
    });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
  return target;
}
