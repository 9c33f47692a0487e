/** Whatever staff paste into a cell stands on the pages as text, and as nothing else. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { standaloneSvg } from "../src/charts/standalone.ts";
import { chartTable } from "../src/downloads/charts.ts";
import { csv } from "../src/downloads/files.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";
import { copyOfData, run, temporaryFolder } from "./support/command.ts";
import { KAILI } from "./support/kaili.ts";
import { sidewaysScroll } from "./support/look.ts";

const LONG = "Donaudampfschifffahrt".repeat(12);
const UNBROKEN = "综合行政执法".repeat(40);
/** One place of the data → what is written there. */
const HOSTILE = {
  bureau: `局<script>alert("bureau")</script>&amp;'"`,
  title: `站"><img src=x onerror=alert("title")>`,
  description: `]]><svg onload=alert("description")>{{cases}}`,
  licence: `</style><script>alert("licence")</script>`,
  address: `院‏<b onclick=alert("address")>`,
  field: `领域"><script>alert("field")</script>`,
  longField: LONG,
  form: `</text></svg><img src=x onerror=alert("form")>{{x}}`,
  reason: `=cmd|' /C calc'!A0`,
  label: `javascript:alert("label")//👩‍👩‍👧‍👦🏳️‍🌈`,
  ownLabel: `<iframe srcdoc="<script>alert('own')</script>">`,
  note: `" autofocus onfocus="alert('note')`,
  event: `SUM(1+1)*cmd|' /C calc'!A0<script>alert("event")</script>`,
  item: `--><script>alert("item")</script><!--`,
  longItem: UNBROKEN,
  explanation: `<details open ontoggle=alert("explanation")>{{7*7}}\${7*7}`,
  section: `一"><u>`,
  heading: `<h1 onclick=alert("heading")>`,
} as const;

const good = await built("real");
const folder = temporaryFolder();
const out = join(folder, "dist");
const site = openSite(() => out);

beforeAll(async () => {
  const data = copyOfData(folder);
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(data, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    expect(after, file).not.toBe(before);
    writeFileSync(path, after);
  };
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const yaml = (key: string, text: string) => (file: string) =>
    file.replace(
      new RegExp(`^( *)${key}:.*$`, "m"),
      (_, indent) => `${indent}${key}: ${JSON.stringify(text)}`,
    );
  edit("site.yaml", yaml("单位名称", HOSTILE.bureau));
  edit("site.yaml", yaml("网站名称", HOSTILE.title));
  edit("site.yaml", yaml("网站说明", HOSTILE.description));
  edit("site.yaml", yaml("数据许可", HOSTILE.licence));
  edit("site.yaml", yaml("办公地址", HOSTILE.address));
  edit("vocabularies.yaml", (text) =>
    text
      .replace("执法领域:", `执法领域:\n  ${JSON.stringify(HOSTILE.field)}:\n  ${LONG}:`)
      .replace("形式:", `形式:\n  ${JSON.stringify(HOSTILE.form)}:`)
      .replace("未通过原因:", `未通过原因:\n  ${JSON.stringify(HOSTILE.reason)}: [另一个词]`),
  );
  edit(
    "2023/cases.csv",
    (text) => `${text}${cell(HOSTILE.field)},7,${cell(HOSTILE.section)}\n${LONG},3,一(四)\n`,
  );
  edit(
    "2023/publicity.csv",
    (text) => `${text}${cell(HOSTILE.event)},${cell(HOSTILE.form)},广场,公众,4,一(六)2\n`,
  );
  edit("2023/legal_reviews.csv", (text) => `${text}未通过,另一个词,3,一(三)1(1)\n`);
  edit(
    "2023/indicators.csv",
    (text) =>
      `${text.replace("公示处罚信息,37", `${cell(HOSTILE.label)},37`)}own-number,${cell(HOSTILE.ownLabel)},5,件,监督,,,,,${cell(HOSTILE.section)},${cell(HOSTILE.note)}\n`,
  );
  edit(
    "2023/plan.csv",
    (text) =>
      `${text}${cell(HOSTILE.item)},${cell(HOSTILE.longItem)},,,${cell(HOSTILE.item)},四(四)\n`,
  );
  edit(
    "2023/notes.csv",
    (text) => `${text}reconsiderations-passages,${cell(HOSTILE.explanation)},已说明,2024-02-01\n`,
  );
  edit("2023/report.md", (text) =>
    text
      .replace("## （一）学习", `## （一）${HOSTILE.heading}`)
      .replace(
        "# 二、",
        `<script>alert("report")</script>\n\n<img src=x onerror=alert("inline")> [点我](javascript:alert("link")) ![图](https://evil.example/x.png) <https://evil.example/>\n\n${LONG}\n\n${UNBROKEN}\n\n# 二、`,
      ),
  );
  const { code, stdout, stderr } = await run("build", ["--data", data, "--out", out]);
  expect(code, stdout + stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const htmlOf = (folder: string, address: string) =>
  readFileSync(join(folder, fileOf(address)), "utf8");

/** Tag and attributes of every element that a file's text makes, as one line each. */
function shapes(sources: { text: string; type: DOMParserSupportedType }[]): Promise<string[][]> {
  return blank.evaluate(
    (all) =>
      all.map(({ text, type }) =>
        [...new DOMParser().parseFromString(text, type).querySelectorAll("*")].map(
          (node) => `${node.tagName.toLowerCase()} ${node.getAttributeNames().sort()}`,
        ),
      ),
    sources,
  );
}
let blank: Page;
beforeAll(async () => {
  blank = await site.browser.newPage();
});

const addresses = () => addressesOf(out);
/** Without format characters, which nobody sees: the ingest may take them away. */
const plain = (text: string) => text.replace(/[\p{Cf}\p{Variation_Selector}]/gu, "");

test("hostile text is text: nothing is injected, nothing runs, nothing scrolls sideways", async () => {
  const faults: string[] = [];
  const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } });
  context.on("request", (request) => {
    // A worker made of its page's own text asks nobody.
    if (![site.url, "data:", "blob:"].some((own) => request.url().startsWith(own)))
      faults.push(`asks ${request.url()}`);
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()} opens a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  let everything = "";
  // Pages of figures that nothing hostile touches are one template: some stand for all.
  const visited = addresses().filter(
    (address, i) =>
      !/^(?:figures\/.|embed\/.|charts\/.*\/\d)/.test(address) ||
      /own-number|by-field|by-form|returned|disclosures/.test(address) ||
      i % 6 === 0,
  );
  for (const address of visited) {
    await page.goto(new URL(address, site.url).href);
    // A table may scroll within its own box; the page may not.
    const wide = (await page.evaluate(sidewaysScroll)).filter((box) => !/<div tbl>/.test(box));
    faults.push(...wide.map((fault) => `/${address}: ${fault}`));
    everything += await page.evaluate(() =>
      [
        document.title,
        document.body.textContent,
        ...[...document.querySelectorAll("[href]")].map((node) => `→${node.getAttribute("href")}`),
      ].join("\n"),
    );
  }
  await context.close();
  expect(faults).toEqual([]);
  expect(everything).not.toMatch(/→\s*(?:javascript|vbscript|data:text)/i);
  const shown = plain(everything);
  const missing = Object.keys(HOSTILE).filter(
    (place) => !shown.includes(plain(HOSTILE[place as keyof typeof HOSTILE])),
  );
  expect(missing).toEqual([]);
});

test("pages hold no element and no attribute that those of good data do not hold", async () => {
  // Each attribute for itself: which of them stand together is the drawing's own affair.
  const apart = (all: string[][]) =>
    all.flat().flatMap((shape) => {
      const [tag = "", attributes = ""] = shape.split(" ");
      return [tag, ...attributes.split(",").map((name) => `${tag} ${name}`)];
    });
  const html = async (folder: string) => {
    const pages = addressesOf(folder).map((address) => htmlOf(folder, address));
    return apart(await shapes(pages.map((text) => ({ text, type: "text/html" }))));
  };
  const known = new Set(await html(good));
  const strange = (await html(out)).filter((one) => !known.has(one));
  expect(known.size).toBeGreaterThan(50);
  expect([...new Set(strange)]).toEqual([]);
  // Nothing is lost by that: whatever of them came to stand as markup would be strange, or run.
  expect([...known].filter((one) => / (?:on|srcdoc)/.test(one))).toEqual([]);
  for (const text of Object.values(HOSTILE).filter((one) => /[<"]/.test(one) && !/^j/.test(one))) {
    const found = apart(
      await shapes([{ text: `<p title="${text}">${text}</p>`, type: "text/html" }]),
    );
    const isSeen = found.some((one) => !known.has(one) || one === "script");
    expect([text, isSeen]).toEqual([text, true]);
  }
});

test("pictures stay well-formed SVG of drawings and text", async () => {
  const pictures = readdirSync(join(out, "charts"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".svg"))
    .map((file) => ({
      text: readFileSync(join(out, "charts", file), "utf8"),
      type: "image/svg+xml" as const,
    }));
  expect(pictures.length).toBeGreaterThanOrEqual(16);
  const tags = (await shapes(pictures)).flat().map((shape) => shape.split(" ")[0]);
  expect([...new Set(tags)].sort()).toEqual(
    expect.toSatisfy((found: string[]) =>
      found.every((tag) =>
        [
          "circle",
          "desc",
          "g",
          "line",
          "path",
          "rect",
          "svg",
          "text",
          "title",
          "tspan",
          "use",
        ].includes(tag),
      ),
    ),
  );
  expect(pictures.map(({ text }) => text).join("")).toContain(
    "&lt;script>alert".replace(">", "&gt;"),
  );
});

test("downloads: no cell is a formula, JSON keeps the text as it is", () => {
  const files = readdirSync(out, { recursive: true, encoding: "utf8" });
  let cells = 0;
  for (const file of files.filter((file) => file.endsWith(".csv"))) {
    const { data, errors } = Papa.parse<string[]>(readFileSync(join(out, file), "utf8").slice(1), {
      skipEmptyLines: true,
    });
    expect(errors, file).toEqual([]);
    for (const cell of data.flat()) {
      cells++;
      expect(cell, file).not.toMatch(/^[=+\-@\t\r]/);
    }
  }
  expect(cells).toBeGreaterThan(500);
  expect(readFileSync(join(out, "data/2023/legal_reviews.csv"), "utf8")).toContain(
    `'${HOSTILE.reason}`,
  );
  const json = JSON.parse(readFileSync(join(out, "data/2023/publicity.json"), "utf8"));
  expect(JSON.stringify(json)).toContain(JSON.stringify(HOSTILE.event));
});

const SEED = 2023;
/** Text as people and programs produce it, with every piece that markup gives a meaning. */
const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."<>&'\"`=/\\{}[]()!-+@#|;:,\t\u200f\u202e\u0000\u0008\ufffe执法👩‍👧",
        "]]>",
        "<!--",
        "-->",
        "<script>",
        "{{cases}}",
        "\r\n",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("any text in a CSV cell comes back as it was, and never as a formula", () => {
  fc.assert(
    fc.property(fc.array(pasted, { minLength: 1, maxLength: 4 }), (row) => {
      const table = [...csv({ fields: row.map((_, i) => `列${i}`), data: [row] })].join("");
      const { data } = Papa.parse<string[]>(table.slice(1), { delimiter: ",", newline: "\r\n" });
      const guarded = row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
      expect(data[1]).toEqual(guarded);
      for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test("any text that the data may hold makes well-formed pictures", async () => {
  const read = (file: string) => readFileSync(join(KAILI, file), "utf8");
  const pictures: { text: string; type: DOMParserSupportedType }[] = [];
  await fc.assert(
    fc.asyncProperty(pasted, async (text) => {
      const word = JSON.stringify(`词${text}`);
      const { site: made } = await loadSite(
        memoryFolder({
          "site.yaml": read("site.yaml").replace(
            /单位名称:.*/,
            `单位名称: ${JSON.stringify(`局${text}`)}`,
          ),
          "vocabularies.yaml": `执法领域:\n  ${word}: [别名]\n`,
          "2023/cases.csv": "执法领域,件数\n别名,7\n",
        }),
      );
      if (!made) return;
      for (const chart of charts) {
        const rendered = render(made, chart, made.latest);
        pictures.push({ text: standaloneSvg(made, rendered), type: "image/svg+xml" });
        for (const line of chartTable(made, rendered).data) expect(line).not.toContain(undefined);
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(pictures.length).toBeGreaterThan(200);
  const found = await shapes(pictures);
  const broken = pictures.filter((_, i) =>
    found[i]!.some((shape) => /^(?:parsererror|script)/.test(shape)),
  );
  expect(broken.map(({ text }) => text.slice(0, 300))).toEqual([]);
});
