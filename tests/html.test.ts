/** Every page is valid HTML, as written. */
import { readFileSync } from "node:fs";
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

test.each(SITES)("$name: html-validate finds nothing", async ({ folder }) => {
  const addresses = addressesOf(folder);
  const faults: string[] = [];
  for (const address of addresses) {
    const file = join(folder, fileOf(address));
    const { results } = await validator.validateString(readFileSync(file, "utf8"), file);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`/${address} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(addresses.length).toBeGreaterThan(90);
  expect(faults.slice(0, 50)).toEqual([]);
});
