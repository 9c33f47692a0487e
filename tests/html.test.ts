/** Every page is valid HTML, as written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { addressesOf } from "./support/browser.ts";

const site = inject("site");
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

test("html-validate finds nothing", async () => {
  const addresses = addressesOf(site);
  const faults: string[] = [];
  for (const address of addresses) {
    const file = join(site, /(?:^|\/)$/.test(address) ? `${address}index.html` : address);
    const { results } = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`/${address} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(addresses.length).toBeGreaterThan(90);
  expect(faults.slice(0, 50)).toEqual([]);
});
