/** Our commands as a user runs them: child processes, on copies of the data outside the project. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ROOT } from "../../scripts/lib/places.ts";
import { KAILI } from "./kaili.ts";

/** Hundreds of commands are started: what they load is compiled once. */
const COMPILED = join(tmpdir(), "node-compile-cache");

/** Pictures take longer than all the rest of a build; tests/drawn-pictures.test.ts draws some itself. */
const QUICK: Readonly<Record<string, string[]>> = { build: ["--no-pictures"] };

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `npm run <name>` without npm, in an environment that does not know of Vitest. */
export function start(
  name: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): ChildProcess {
  return spawn(
    process.execPath,
    [join(ROOT, "scripts", `${name}.ts`), ...args, ...(QUICK[name] ?? [])],
    {
      cwd: ROOT,
      env: { ...userEnvironment(), NO_COLOR: "1", NODE_COMPILE_CACHE: COMPILED, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

/** Runs a command to its end. */
export async function run(
  name: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Ran> {
  return ended(start(name, args, environment));
}

/** What a started command says and how it ends. */
export function ended(child: ChildProcess): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => done({ code, stdout, stderr }));
  });
}

/**
 * A folder of its own outside the project. The caller removes it; where its process was killed
 * first, the next run of the tests does.
 */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `site-test-${process.pid}-`)));
}

/** Removes the folders of processes that are no more. */
export function sweepTemporaryFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^site-test-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A copy of data that tests know by heart, as data/ in a folder. */
export function copyOfData(folder: string): string {
  const data = join(folder, "data");
  cpSync(KAILI, data, { recursive: true });
  return data;
}

/** Data of one table, as data-small/ in a folder: for builds of which it matters only that they are some. */
export function smallData(folder: string): string {
  const data = join(folder, "data-small");
  mkdirSync(join(data, "2024"), { recursive: true });
  writeFileSync(
    join(data, "site.yaml"),
    "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n",
  );
  writeFileSync(join(data, "vocabularies.yaml"), "执法领域:\n  燃气:\n");
  writeFileSync(join(data, "2024/cases.csv"), "执法领域,件数\n燃气,30\n");
  return data;
}

/** Every file below a folder with the hash of its bytes. */
export function hashes(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        relative(folder, file),
        createHash("sha256").update(readFileSync(file)).digest("hex"),
      ]),
  );
}

/** Waits until something holds; a clear failure instead of a test that only times out. */
export async function until<Value>(
  what: string,
  holds: () => Promise<Value> | Value,
  seconds = 30,
): Promise<NonNullable<Value>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${seconds} 秒内没有等到：${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Vitest's own variables change how Vite and Astro behave. */
function userEnvironment(): NodeJS.ProcessEnv {
  const own = ["NODE_ENV", "TEST", "DEV", "PROD", "MODE", "SSR", "BASE_URL", "NODE_OPTIONS"];
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !own.includes(name) && !/^(?:VITEST|SITE_)/.test(name),
    ),
  );
}
