import type { ChildProcess } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../scripts/lib/chromium/launch.ts";
import { copyOfData, ended, hashes, start, temporaryFolder, until } from "./support/command.ts";

let folder: string;
let data: string;
let server: ChildProcess;
let url: string;
let said = "";

beforeAll(async () => {
  folder = temporaryFolder();
  data = copyOfData(folder);
  server = start("dev", ["--data", data, "--port", "0"]);
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  url = await until("the address", () => /http:\S+/.exec(said)?.[0]);
});
afterAll(async () => {
  const end = ended(server);
  server.kill("SIGINT");
  expect((await end).code).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

// Every test edits the same copy, as an editor does, and leaves it as it was.
let before: Record<string, string>;
beforeEach(() => {
  before = Object.fromEntries(
    Object.keys(hashes(data)).map((file) => [file, readFileSync(join(data, file), "utf8")]),
  );
});
afterEach(() => {
  rmSync(join(data, "2024"), { recursive: true, force: true });
  for (const [file, text] of Object.entries(before)) writeFileSync(join(data, file), text);
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, url));
  return { status: response.status, text: await response.text() };
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(data, file);
  const text = readFileSync(path, "utf8");
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

const DISCLOSURES = /^(penalty-disclosures,[^,]*),[^,]*/m;

test("an edited figure shows, a broken one gives a page with file and cell, fixed it is back", async () => {
  const page = "figures/penalty-disclosures/";
  expect(await get(page)).toMatchObject({ status: 200 });
  expect((await get("data/2023/figures.csv")).text).toContain("penalty-disclosures");

  edit("2023/indicators.csv", DISCLOSURES, "$1,639");
  const edited = await get(page);
  expect(edited.status).toBe(200);
  expect(edited.text).toContain("639");

  edit("2023/indicators.csv", DISCLOSURES, "$1,<b>many");
  for (const path of [page, "", "2023/", "nowhere/"]) {
    const broken = await get(path);
    expect(broken.status).toBe(500);
    expect(broken.text).toContain("2023/indicators.csv");
    expect(broken.text).toMatch(/C\d+“&lt;b&gt;many”/);
    expect(broken.text).toContain("改法");
    expect(broken.text).not.toContain("<b>many");
    expect(broken.text).toContain("/@vite/client");
  }
  expect(said).toMatch(/【错误】.*2023\/indicators\.csv C\d+/);

  edit("2023/indicators.csv", DISCLOSURES, "$1,638");
  const fixed = await get(page);
  expect(fixed.status).toBe(200);
  expect(fixed.text).toContain("638");
});

test("site.yaml and report.md show as edited", async () => {
  edit("site.yaml", /^单位名称:.*$/m, "单位名称: 样板市综合行政执法局");
  expect((await get("")).text).toContain("样板市综合行政执法局");

  appendFileSync(join(data, "2023/report.md"), "\n新添的一段话在这里。\n");
  expect((await get("2023/")).text).toContain("新添的一段话在这里");
});

test("a new indicator has its page without a restart", async () => {
  expect((await get("figures/umbrella-checks/")).status).toBe(404);
  appendFileSync(
    join(data, "2023/indicators.csv"),
    "umbrella-checks,检查遮阳伞,12,次,监督,,,,,一(一),\n",
  );
  const page = await get("figures/umbrella-checks/");
  expect(page.status).toBe(200);
  expect(page.text).toContain("检查遮阳伞");
});

test("a new year has its page without a restart", async () => {
  expect((await get("2024/")).status).toBe(404);
  cpSync(join(data, "2023"), join(data, "2024"), { recursive: true });
  expect((await get("2024/")).status).toBe(200);
});

test("the data folder may disappear and come back", async () => {
  renameSync(data, `${data}-away`);
  expect((await get("")).text).toContain("找不到数据文件夹");
  renameSync(`${data}-away`, data);
  expect((await get("")).status).toBe(200);
});

test("an open browser follows by itself", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(new URL("figures/penalty-disclosures/", url).href);
    edit("2023/indicators.csv", DISCLOSURES, "$1,不少");
    await page.getByText("网站暂时不能显示").waitFor();
    edit("2023/indicators.csv", DISCLOSURES, "$1,637");
    await page.getByText("637").first().waitFor();
  } finally {
    await browser.close();
  }
});

test("pictures and packages, which a build makes last, are there too and follow the data", async () => {
  const bytes = async (path: string) => {
    const response = await fetch(new URL(path, url));
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const card = "charts/cases-by-field/2023/card.png";
  const before = await bytes(card);
  expect([before.status, Buffer.from(before.bytes.slice(1, 4)).toString()]).toEqual([200, "PNG"]);
  const zip = await bytes("charts/cases-by-field/cases-by-field-2023.zip");
  expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(5);
  for (const path of ["charts/nothing/2023/card.png", "%E0%A4%A.png"])
    expect((await bytes(path)).status, path).not.toBe(200);

  edit("site.yaml", "单位名称: ", "单位名称: 新的");
  const changed = async () => !Buffer.from((await bytes(card)).bytes).equals(before.bytes);
  await expect.poll(changed, { timeout: 20_000, interval: 500 }).toBe(true);
});
