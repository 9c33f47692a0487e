/**
 * A disk that refuses: loaded before a command by NODE_OPTIONS, it lets writing fail where a path
 * matches, as a full or read-only disk would. DISK_FAULT is `<code> <pattern>`.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";

/** The environment of a command whose disk refuses to write what the pattern matches. */
export function failingDisk(code: string, pattern: RegExp): Record<string, string> {
  return {
    NODE_OPTIONS: `--import ${pathToFileURL(import.meta.filename).href}`,
    DISK_FAULT: `${code} ${pattern.source}`,
  };
}

/** Functions that write, and which of their arguments says where. */
const WRITING: readonly [name: string, at: number][] = [
  ["writeFile", 0],
  ["appendFile", 0],
  ["mkdir", 0],
  ["copyFile", 1],
  ["cp", 1],
  ["rename", 1],
];

const [, code, pattern] = /^(\S+) (.*)$/s.exec(process.env.DISK_FAULT ?? "") ?? [];

function refused(args: unknown[], at: number): Error | null {
  const path = String(args[at]).replace(/^file:\/\//, "");
  if (!new RegExp(pattern ?? "").test(path)) return null;
  return Object.assign(new Error(`${code}: refused by the test, write '${path}'`), {
    code,
    syscall: "write",
    path,
  });
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** Wraps one function: `fail` ends the call the way that function fails. */
function wrap(
  functions: Functions,
  name: string,
  at: number,
  fail: (e: Error, a: unknown[]) => unknown,
) {
  const real = functions[name];
  if (!real) return;
  functions[name] = function (this: unknown, ...args: unknown[]) {
    const error = refused(args, at);
    return error ? fail(error, args) : real.apply(this, args);
  };
}

if (code) {
  for (const [name, at] of WRITING) {
    wrap(fs as unknown as Functions, `${name}Sync`, at, (error) => {
      throw error;
    });
    wrap(fs.promises as unknown as Functions, name, at, (error) => Promise.reject(error));
    wrap(fs as unknown as Functions, name, at, (error, args) =>
      process.nextTick(args.at(-1) as (error: Error) => void, error),
    );
  }
  wrap(fs as unknown as Functions, "openSync", 0, (error) => {
    throw error;
  });
  syncBuiltinESMExports();
}
