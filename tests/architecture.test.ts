/** The house in order: rooms from the ground up, and nothing that flows back. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { circles, importsOfSources, ROOMS, roomsText } from "./support/rooms.ts";

const imports = importsOfSources();
const order = ROOMS.map(([room]) => room);
const roomOf = (file: string) => file.split("/")[1] ?? "";

test("every file of src/ stands in a room of the list", () => {
  const outside = [...imports.keys()].filter((file) => !order.includes(roomOf(file)));
  expect(outside).toEqual([]);
  expect(imports.size).toBeGreaterThan(200);
});

test("nothing imports from a room further down the list", () => {
  const back = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => order.indexOf(roomOf(target)) > order.indexOf(roomOf(file)))
      .map((target) => `${file} → ${target}`),
  );
  expect(back).toEqual([]);
});

/** The same inside ingest/: what stands in no folder is put together last. */
const INGEST = ["text", "problems", "bytes", "cells", "rows", "config", ""];

test("ingest/ goes from bytes to rows", () => {
  const place = (file: string) => INGEST.indexOf(file.split("/").slice(2, -1)[0] ?? "");
  const back = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => [file, target].every((one) => roomOf(one) === "ingest"))
      .filter((target) => place(target) > place(file))
      .map((target) => `${file} → ${target}`),
  );
  expect(back).toEqual([]);
});

const DRAWS = /\/(?:plot|d3[\w-]*|linkedom|src\/charts\/forms)\//;
const DATA = ["--data", join(ROOT, "tests/fixtures/kaili-2023")];
/** These tell of what draws, or run all that does. */
const DRAWING = ["docs", "test"];
/** Both go to their end without a drawing. */
const WORKING = ["check", "fix"];

const commands = readdirSync(join(ROOT, "scripts"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .filter((name) => !DRAWING.includes(name));

/** The URLs that a command loads, as far as it goes. */
function loadedBy(name: string, args: readonly string[]): string[] {
  const listing = `
    import { registerHooks } from "node:module";
    const load = (url, context, next) => (loaded.push(url), next(url, context));
    const loaded = [];
    registerHooks({ load });
    process.on("exit", () => console.error(loaded.join("\\n")));`;
  const hook = `data:text/javascript,${encodeURIComponent(listing)}`;
  const command = join(ROOT, "scripts", `${name}.ts`);
  return spawnSync(process.execPath, ["--import", hook, command, ...args], {
    encoding: "utf8",
  }).stderr.split("\n");
}

test.each([
  ...WORKING.map((name) => [name, DATA] as const),
  ...commands.filter((name) => !WORKING.includes(name)).map((name) => [name, ["--help"]] as const),
])("%s %j loads nothing that draws: its start would take twice as long", (name, args) => {
  const loaded = loadedBy(name, args);
  expect(loaded.length).toBeGreaterThan(args === DATA ? 100 : 10);
  expect(loaded.filter((url) => DRAWS.test(url))).toEqual([]);
});

test("no circle of files", () => {
  expect(circles(imports)).toEqual([]);
});

test.each(["README.md", "CONTRIBUTING.md"])("%s shows the rooms in their order", (file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  expect(text.includes(roomsText()), `${file} does not hold this list:\n${roomsText()}`).toBe(true);
});

test("what a command names stands before it runs: behind that it would not be there yet", () => {
  const scripts = readdirSync(join(ROOT, "scripts")).filter((file) => file.endsWith(".ts"));
  const late = scripts.flatMap((file) => {
    const [, after = ""] = readFileSync(join(ROOT, "scripts", file), "utf8").split(/^await run\(/m);
    return [...after.matchAll(/^(?:export )?(?:const|let|class) \w+/gm)].map(
      ([name]) => `${file}: ${name}`,
    );
  });
  expect(late).toEqual([]);
});
