/** A site built from files that a test writes itself: for bureaus of a few rows. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { run } from "./command.ts";

/** Builds the files, by their paths in the data folder, into `folder`/dist; gives all that is in it. */
export async function buildSmallSite(
  folder: string,
  data: Readonly<Record<string, string>>,
): Promise<string[]> {
  for (const [path, text] of Object.entries(data)) {
    const file = join(folder, "data", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const out = join(folder, "dist");
  const { code, stdout, stderr } = await run("build", [
    "--data",
    join(folder, "data"),
    "--out",
    out,
  ]);
  expect(code, stdout + stderr).toBe(0);
  return readdirSync(out, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
}
