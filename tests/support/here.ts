/**
 * A command within the process of the tests: to start one takes ten times as long as what most do.
 * That each starts by itself, with Node alone, is held by tests/commands.test.ts.
 */
import { join } from "node:path";
import { format } from "node:util";
import { setFlagsFromString } from "node:v8";
import { ROOT } from "../../scripts/lib/places.ts";
import type { Ran } from "./command.ts";

let calls = 0;

/** Runs `npm run <name>` to its end: what it says and its exit code, as a child process would give them. */
export async function runHere(name: string, args: readonly string[] = []): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const { log, error } = console;
  const { argv, exitCode } = process;
  const environment = { ...process.env };
  const listeners = process.stdout.listeners("error");
  console.log = (...words: unknown[]) => {
    said.stdout += `${format(...words)}\n`;
  };
  console.error = (...words: unknown[]) => {
    said.stderr += `${format(...words)}\n`;
  };
  process.argv = [process.execPath, join(ROOT, "scripts", `${name}.ts`), ...args];
  try {
    // A module runs once an address: each call has its own.
    calls += 1;
    await import(/* @vite-ignore */ `${join(ROOT, "scripts", `${name}.ts`)}?call=${calls}`);
    return { code: Number(process.exitCode ?? 0), ...said };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process, { argv, exitCode });
    for (const name of Object.keys(process.env)) {
      if (!(name in environment)) delete process.env[name];
    }
    Object.assign(process.env, environment);
    // As V8 itself has it: a check ends soon and keeps its new space small, which the tests do not.
    setFlagsFromString("--semi-space-growth-factor=2");
    for (const listener of process.stdout.listeners("error")) {
      if (!listeners.includes(listener)) {
        process.stdout.off("error", listener as (error: Error) => void);
      }
    }
  }
}
