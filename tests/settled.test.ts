/** A disagreement that the bureau has explained: its number stands everywhere, with the date; one that was only asked of stays open. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WIDTHS } from "../src/charts/define.ts";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { findingOf, findingsOf } from "../src/findings/find.ts";
import { isAnswered } from "../src/findings/settled.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { consistency } from "../src/questions/consistency.ts";
import { proseHtml } from "../src/report/live.ts";
import { topics } from "../src/topics/index.ts";
import { known } from "../src/values/amount.ts";
import { KAILI } from "./support/kaili.ts";

const FILES = Object.fromEntries(
  readdirSync(KAILI, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:csv|yaml)$/.test(file))
    .map((file) => [file, readFileSync(join(KAILI, file), "utf8")]),
);
const ID = "reconsiderations-passages";
const HEAD = "核对编号,说明,状态,日期,为准的数,询问日期,询问对象\n";

async function siteOf(note: string) {
  const { site, problems } = await loadSite(
    memoryFolder({ ...FILES, "2023/notes.csv": `${HEAD}${note}\n` }),
  );
  if (!site) throw new Error(problems[0]?.why);
  return site;
}
const passages = charts.find(({ id }) => id === "reconsideration-passages")!;
const disputes = charts.find(({ id }) => id === "disputes")!;
const litigation = topics.find(({ id }) => id === "litigation")!;

describe.each([
  ["a number that is one of the two", "11"],
  ["a number that is neither", "12"],
  ["none", "0"],
])("%s holds", (_, number) => {
  test("it stands in figures, charts and headlines, and nothing is red", async () => {
    const site = await siteOf(`${ID},漏计了,已更正,2024-03-05,${number},2024-02-01,法制科`);
    const year = site.latest;
    expect(findingOf(year, "reconsiderations")).toBeUndefined();
    expect(year.figures.get("reconsiderations")!.amount).toEqual(known(Number(number)));
    // It stays on record.
    expect(findingsOf(year).map(({ id }) => id)).toContain(ID);
    for (const chart of [passages, disputes]) {
      const { title, narrow, view } = render(site, chart, year);
      expect(`${title}${narrow}`).not.toMatch(/≠|--alert|未核定|一致：/);
      expect(`${title}${view.notes.join("")}`).toContain("2024年3月5日已更正");
    }
    expect(litigation.headline(year)).toContain(`复议${number}件`);
  });
});

test("explained without a number: both stand, none of it is news", async () => {
  const site = await siteOf(`${ID},口径不同,已说明,2024-03-05,,,`);
  expect(findingOf(site.latest, "reconsiderations")).toBeDefined();
  const { narrow, calm } = render(site, passages, site.latest);
  expect([calm, narrow?.includes("--alert")]).toEqual([true, false]);
  expect(litigation.headline(site.latest)).not.toContain("复议");
  for (const chart of charts) {
    const { title, alt, narrow: drawn, state, view } = render(site, chart, site.latest);
    if (!chart.figures.includes("reconsiderations")) continue;
    expect(`${title}${alt}${drawn}${state}`).not.toContain("≠");
    // The mark stays, and what it says.
    if (view.items.some(({ against }) => against))
      expect([drawn, view.notes.join("")]).toEqual([
        expect.stringContaining("※"),
        expect.stringContaining("行政复议：两处写的不同，2024年3月5日已说明"),
      ]);
  }
});

test("a number that holds is what the question says, and the mark is gone", async () => {
  const site = await siteOf(`${ID},漏计了,已更正,2024-03-05,11,2024-02-01,法制科`);
  const told = consistency.answer(site.latest).more.join("；");
  expect(told).toContain("行政复议11件，本局2024年3月5日已更正；原来写的是6件和11件");
  expect(told).not.toMatch(/行政复议[^；]*≠/);
});

test.each([
  ["已更正", "11", "※", "≠"],
  ["已说明", "", "※", "≠"],
  ["已询问", "", "≠", "※"],
])("%s: the question draws a mark of it with %s", async (state, number, mark, not) => {
  const site = await siteOf(`${ID},口径不同,${state},2024-03-05,${number},2024-02-01,法制科`);
  const only = { ...site.latest, checks: site.latest.checks.filter(({ id }) => id === ID) };
  const { view } = consistency.answer(only);
  const drawn = view.form!.draw(WIDTHS.narrow);
  expect(drawn).toContain(`>${mark}<`);
  expect(`${drawn}${view.subtitle}`).not.toContain(not);
  expect(drawn.includes("--alert")).toBe(mark === "≠");
});

test.each([
  ["已说明", "ne answered", "※"],
  ["已询问", "ne", "≠"],
])("%s: both numbers in a sentence, ≠ and red while nothing is said", async (state, mark, sign) => {
  const site = await siteOf(`${ID},口径不同,${state},2024-03-05,,2024-02-01,法制科`);
  const html = proseHtml("行政复议{{reconsiderations}}。", site.latest, "./");
  expect(html).toContain(`<b class="${mark}">${sign}</b>`);
  expect(render(site, disputes, site.latest).calm).toBe(state === "已说明");
});

test.each([
  ["nobody was asked", ""],
  ["asked, and not answered", `${ID},两处为什么不同,已询问,2024-02-01,,2024-02-01,法制科`],
  [
    "asked, with a number that nobody said",
    `${ID},是不是11件,已询问,2024-02-01,11,2024-02-01,法制科`,
  ],
])("%s: it stays open", async (_, note) => {
  const site = await siteOf(note);
  const finding = findingOf(site.latest, "reconsiderations")!;
  expect(isAnswered(site.latest, finding)).toBe(false);
  expect(render(site, passages, site.latest).narrow).toContain("--alert");
  expect(litigation.headline(site.latest)).toContain("未核定");
});

test("a vague number settles nothing", async () => {
  const site = await siteOf(`${ID},约11件,已说明,2024-03-05,约11,,`);
  expect(findingOf(site.latest, "reconsiderations")).toBeDefined();
});
