/** Forms that only several years or row-level data can show, on the invented bureau of examples/demo. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf, openSite } from "./support/browser.ts";
import { run, temporaryFolder } from "./support/command.ts";
import { sidewaysScroll, textFaults, weakColours } from "./support/look.ts";

const folder = temporaryFolder();
const out = join(folder, "dist");
beforeAll(async () => {
  const data = join(folder, "data");
  for (const [command, args] of [
    ["demo", ["--out", data, "--complaints", "3000"]],
    ["build", ["--data", data, "--out", out]],
  ] as const) {
    const { code, stdout, stderr } = await run(command, [...args]);
    expect(code, stdout + stderr).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const site = openSite(() => out);

const drawn = () =>
  addressesOf(out).filter(
    (address) =>
      /^(?:charts\/[^/]+\/|\d{4}\/|compare\/.*|figures\/(?:cases|complaints)\/|embed\/[^/]+\/)$/.test(
        address,
      ) && !/^embed/.test(address),
  );

test("no text touches another, leaves its drawing or is under 12 px, at any width", async () => {
  const faults: string[] = [];
  let texts = 0;
  await site.visit(drawn(), async (page, address) => {
    for (const width of [320, 360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const look = await page.evaluate(textFaults);
      texts += look.drawn;
      const wide = (await page.evaluate(sidewaysScroll)).filter((box) => !/<div tbl>/.test(box));
      faults.push(...[...look.faults, ...wide].map((fault) => `/${address} ${width}: ${fault}`));
    }
  });
  expect(faults).toEqual([]);
  expect(texts).toBeGreaterThan(1_000);
});

test("every chart is drawn at least once", () => {
  const undrawn = drawn()
    .filter((address) => address.startsWith("charts/"))
    .filter(
      (address) => !/class="?draw/.test(readFileSync(join(out, address, "index.html"), "utf8")),
    );
  expect(undrawn).toEqual([]);
});

test("text stands out, light and dark", async () => {
  const weak = new Set<string>();
  const charts = drawn().filter((address) => address.startsWith("charts/"));
  for (const colorScheme of ["light", "dark"] as const) {
    await site.visit(
      charts,
      async (page, address) => {
        const found = (await page.evaluate(weakColours)).weak;
        // Cells of a heat map are steps of one colour with the value in them; rules are decoration.
        for (const what of found)
          if (!/heat|calendar/.test(address) && !/^line/.test(what))
            weak.add(`/${address} ${colorScheme}: ${what}`);
      },
      { colorScheme },
    );
  }
  expect([...weak]).toEqual([]);
  expect(charts.length).toBeGreaterThan(30);
});
