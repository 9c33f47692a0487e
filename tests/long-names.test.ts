/** Sixty streets and names as long as people write them: nothing is cut, on phones nor in frames. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf, openSite } from "./support/browser.ts";
import { run, temporaryFolder } from "./support/command.ts";
import { cutFrames } from "./support/frames.ts";
import { sidewaysScroll, textFaults } from "./support/look.ts";

const out = temporaryFolder();
const charts = () => addressesOf(out).filter((address) => /^charts\/[^/]+\/$/.test(address));

beforeAll(async () => {
  const data = join(import.meta.dirname, "sites", "names-long", "data");
  const { code, stdout, stderr } = await run("build", ["--data", data, "--out", out]);
  expect(code, stdout + stderr).toBe(0);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));
const site = openSite(() => out);

test("names are whole in every drawing", async () => {
  const faults: string[] = [];
  await site.visit(charts(), async (page, address) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const look = await page.evaluate(textFaults);
      const wide = (await page.evaluate(sidewaysScroll)).filter((box) => !/<div tbl>/.test(box));
      faults.push(...[...look.faults, ...wide].map((fault) => `/${address} ${width}: ${fault}`));
    }
  });
  expect(faults).toEqual([]);
});

test("no frame cuts its chart, from 240 to 1240 px", async () => {
  const ids = charts().map((address) => address.split("/")[1]!);
  const drawn = ids.filter((id) => existsSync(join(out, "embed", id, "index.html")));
  expect(drawn.length).toBeGreaterThan(12);
  expect(await cutFrames(site, out, drawn)).toEqual([]);
});
