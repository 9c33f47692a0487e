import { closeSync, openSync, readSync } from "node:fs";
import type { Message } from "../problems/problems.ts";
import { Unreadable } from "./decode.ts";
import type { Source } from "./source.ts";

/** What the processor's caches hold: larger pieces are read no faster, and take more memory. */
const CHUNK = 1 << 16;

export const UNOPENED: Message = {
  code: "file-unreadable",
  why: "打不开：没有读取它的权限，或者正被别的程序占用，或者刚刚被移走",
  fix: "关掉正在用它的程序，核对权限，再运行一次",
};

/** The bytes of a file. Waiting for the disk at every piece would take longer than reading it. */
export function diskFile(path: string, size: number): Pick<Source, "size" | "open"> {
  return { size, open: () => chunksOf(path) };
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  const file = opened(() => openSync(path, "r"));
  const chunk = new Uint8Array(CHUNK);
  try {
    for (;;) {
      const read = opened(() => readSync(file, chunk, 0, CHUNK, null));
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** What the disk refuses is a problem of the file, not of the program. */
function opened<T>(ask: () => T): T {
  try {
    return ask();
  } catch {
    throw new Unreadable(UNOPENED);
  }
}
