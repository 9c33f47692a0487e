/** Every kind of page is valid HTML, as written. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { addressesOf, fileOf } from "./support/browser.ts";
import { SITES } from "./support/sites.ts";

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: {
      // Style only: markup is written by the program, nobody edits it.
      "no-trailing-whitespace": "off",
      // The length of a bar is data.
      "no-inline-style": ["error", { allowedProperties: ["display", "width"] }],
    },
  }),
);

/**
 * Pages of one declaration, as a street's or a chart's in each year: the fullest and the emptiest
 * stand for all. So do two embeds: what each draws is on its chart's page.
 */
function kindsIn(folder: string): string[] {
  const sizeOf = (address: string) => statSync(join(folder, fileOf(address))).size;
  const alike = Map.groupBy(addressesOf(folder), (address) =>
    address
      .replace(/^(streets|categories|figures|embed)\/[^/]+/, "$1/one")
      .replace(/(?<=^(?:charts|embed)\/.+\/)\d{4}\/$/, "")
      .replace(/(?<=\/)\d{4}(?=\/)/, "year"),
  );
  return [...alike.values()].flatMap((addresses) => {
    const bySize = addresses.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    return [...new Set([bySize[0]!, bySize.at(-1)!])];
  });
}

test.each(SITES)("$name: html-validate finds nothing", async ({ folder }) => {
  const addresses = kindsIn(folder);
  const faults: string[] = [];
  for (const address of addresses) {
    const file = join(folder, fileOf(address));
    const { results } = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`/${address} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(addresses.length).toBeGreaterThan(80);
  expect(faults.slice(0, 50)).toEqual([]);
});
