/** What a command costs, measured from outside as its user waits for it. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "../lib/cli.ts";
import { ROOT } from "../lib/places.ts";
import { padStart } from "../lib/terminal.ts";

export interface Measured {
  /** Milliseconds of the whole process, as the user waits. */
  whole: number;
  /** Milliseconds after Node itself had started. */
  afterStart: number;
  /** Most memory at one time, in bytes. */
  memory: number;
}

/** Runs first in a measured process and writes, at its end, what only the process itself knows. */
const PROBE = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
const start = performance.now();
if (isMainThread) process.on("exit", () => writeFileSync(process.env.BENCH_PROBE, JSON.stringify({
  afterStart: performance.now() - start,
  memory: process.resourceUsage().maxRSS * 1024,
})));`)}`;

/** As package.json starts the commands that read data. */
const CACHE = pathToFileURL(join(ROOT, "scripts/lib/compile-cache.mjs")).href;

/** Runs a script of `scripts/` to its end; what it prints is shown only when it fails. */
export function measured(script: string, ...args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "site-probe-"));
  const probe = join(folder, "probe.json");
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", PROBE, "--import", CACHE, join(ROOT, "scripts", script), ...args],
    { cwd: ROOT, env: { ...process.env, BENCH_PROBE: probe }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  return new Promise<Measured>((done, fail) => {
    child.on("error", fail).on("close", (code) => {
      const whole = performance.now() - start;
      // 3: done, and something is left for a person to decide.
      if (code === 0 || code === 3) done({ whole, ...JSON.parse(readFileSync(probe, "utf8")) });
      else fail(new CliError(`${Buffer.concat(output)}\n${script} 没有成功，量不了。`));
    });
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

/** The middle value of each measure. */
export function middle(list: readonly Measured[]): Measured {
  const of = (key: keyof Measured) =>
    list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return { whole: of("whole"), afterStart: of("afterStart"), memory: of("memory") };
}

export function secondsText(milliseconds: number): string {
  return padStart(`${(milliseconds / 1000).toFixed(2)} 秒`, 10);
}

export function megabytesText(bytes: number): string {
  return padStart(`${Math.round(bytes / 1024 ** 2)} MB`, 9);
}
