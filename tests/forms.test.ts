/** Forms that only several years or row-level data can show: every chart of the demo site. */
import { expect, test } from "vitest";
import { addressesOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { sidewaysScroll, textFaults, weakColours } from "./support/look.ts";

const out = await built("demo");
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

test("text stands out, light and dark", async () => {
  const weak = new Set<string>();
  const charts = drawn().filter((address) => address.startsWith("charts/"));
  for (const colorScheme of ["light", "dark"] as const) {
    await site.visit(
      charts,
      async (page, address) => {
        for (const what of (await page.evaluate(weakColours)).weak)
          weak.add(`/${address} ${colorScheme}: ${what}`);
      },
      { colorScheme },
    );
  }
  expect([...weak]).toEqual([]);
  expect(charts.length).toBeGreaterThan(30);
});
