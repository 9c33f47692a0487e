/** Large files are parted into cells by a thread of their own: the same rows and messages come out. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import { temporaryFolder } from "./support/command.ts";

const everything = temporaryFolder();
/** One table alone: each case is about that, and each table has a thread to start. */
const alone = temporaryFolder();
const complaints = join(alone, "2024/complaints.csv");
let whole: string;
beforeAll(() => {
  writeDemo(everything, { complaints: 5000, years: 2 });
  writeDemo(alone, { complaints: 5000, years: 1, only: "complaints" });
  whole = readFileSync(complaints, "utf8");
});
afterAll(() => {
  for (const folder of [everything, alone]) rmSync(folder, { recursive: true, force: true });
});

/** All that comes of a folder, every file read in one thread, or each by a thread of its own. */
async function read(folder: string, threadFrom: number) {
  const { site, problems } = await loadSite(diskFolder(folder, { threadFrom }));
  const years = site?.years.map(({ year, figures, release }) => ({
    year,
    figures: [...figures],
    release: release("complaints"),
  }));
  return { problems, years };
}

async function expectTheSame(folder: string) {
  const unthreaded = await read(folder, Number.POSITIVE_INFINITY);
  expect(await read(folder, 0)).toEqual(unthreaded);
  return unthreaded;
}

it("gives the same figures, rows and messages", async () => {
  const { years, problems } = await expectTheSame(everything);
  expect(years?.length).toBe(2);
  expect(problems.some(({ severity }) => severity === "error")).toBe(false);
});

it.each([
  [
    "a wrong date, an unknown word and a number twice",
    wrongCells,
    ["date-ambiguous", "word", "key-duplicate"],
  ],
  [
    "a quotation mark that stays open",
    () => `${whole}GD2024123199999,2024-12-31,"12345热线\n`,
    ["quote-open"],
  ],
  [
    "a line break inside a cell",
    () => `${whole}GD2024123199999,2024-12-31,"12345\n热线",投诉\n`,
    [],
  ],
  [
    "a line break inside a cell that holds two",
    () => `${whole}GD2024123199999,2024-12-31,"12345热线,\n投诉"\n`,
    ["row-broken"],
  ],
  [
    "lines that stand whole in quotes",
    () => whole.replace(/^(.+)$/gm, (line) => `"${line.replaceAll('"', '""')}"`),
    ["normalised"],
  ],
  [
    "full-width commas that part one row into more cells",
    () => `${whole.replaceAll(",", "，")}GD2024123199999，2024-12-31\n`,
    ["row-broken"],
  ],
])("says the same of %s", async (_, text, codes) => {
  writeFileSync(complaints, text());
  const { problems } = await expectTheSame(alone);
  expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

it("says the same of bytes that are no text", async () => {
  writeFileSync(complaints, whole);
  appendFileSync(complaints, Uint8Array.of(0x47, 0xff, 0xfe, 0x0a));
  const { problems } = await expectTheSame(alone);
  expect(problems.map(({ code }) => code)).toContain("encoding");
});

function wrongCells(): string {
  const lines = whole.split("\n");
  lines[3000] = lines[3000]!.replace(/2024-\d\d-\d\d/, "1/2/2023");
  lines[4000] = lines[4000]!.replace(/12345热线|数字城管|12319热线|上级交办/, "飞鸽传书");
  lines[4500] = lines[2500]!;
  return lines.join("\n");
}
