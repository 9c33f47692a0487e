/** What a drawing is for those who do not see it: form, values, where the table is; the finding once, as the heading. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { addressesOf, fileOf } from "./support/browser.ts";
import { SITES } from "./support/sites.ts";

const textOf = (node: Element | null) => (node?.textContent ?? "").replace(/\s+/g, "");

test.each(SITES)("$name", ({ folder }) => {
  const faults: string[] = [];
  let looked = 0;
  for (const address of addressesOf(folder)) {
    const html = readFileSync(join(folder, fileOf(address)), "utf8");
    if (!html.includes('class="draw"')) continue;
    const { document } = parseHTML(html) as unknown as { document: Document };
    for (const drawing of document.querySelectorAll(".draw")) {
      looked++;
      const label = drawing.getAttribute("aria-label") ?? "";
      const note = (fault: string) => faults.push(`/${address}: ${fault}: ${label.slice(0, 60)}`);
      if (!/^(?:演示数据。)?[^：。]+(?:图|条)：/.test(label)) note("no form");
      const where = /表格在([^。]+)。$/.exec(label)?.[1];
      if (!where) note("no table named");
      if (drawing.querySelector("svg:not([aria-hidden=true])")) note("the drawing is read out");
      const figure = drawing.closest("figure");
      const title = textOf(figure?.querySelector("figcaption :is(h1, h2, h3)") ?? null);
      if (title && label.includes(title)) note("the title again");
      const place = figure?.closest(".chart") ?? drawing.parentElement;
      if (where?.startsWith("图的后面") && !place?.querySelector("table")) note("no table there");
      const fold = /“(.+)”/.exec(where ?? "")?.[1];
      const summary = place?.querySelector("summary");
      if (fold && textOf(summary ?? null) !== fold) note("no such fold");
      // Nobody hears the finding again with each link below it.
      for (const link of place?.querySelectorAll("a[aria-label]") ?? [])
        if (title && link.getAttribute("aria-label")?.includes(title)) note("the title in a link");
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(looked).toBeGreaterThan(100);
});
