/** The bureau's 2023 report: each of its figures stands on the pages exactly, with its section. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { addressesOf, fileOf, openSite } from "./support/browser.ts";
import { built } from "./support/built.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");

interface Reported {
  section: string;
  label: string;
  value: string;
  qualifier: "exact" | "at_least" | "about";
  unit: string;
}
const reported = Papa.parse<Reported>(fixture("figures-2023.csv"), {
  header: true,
  skipEmptyLines: true,
}).data;
const facts: Record<string, Record<string, string[]>> = JSON.parse(
  fixture("report-2023-facts.json"),
);
const phrases: { length: number; sha256: string }[] = JSON.parse(
  fixture("report-2023-phrases.json"),
);

/** As an office writes it: 73余条, 约2家, 40件. */
function written({ value, qualifier, unit }: Reported): string {
  const about = qualifier === "about" ? "约" : "";
  return `${about}${value}${qualifier === "at_least" ? "余" : ""}${unit}`;
}

const out = await built("real");
const site = openSite(() => out);

/** One row of the list of all figures, as it is read and where it leads. */
interface Line {
  cells: string[];
  href: string;
}
let lines: Line[];
/** Every live number of the report page, with the numbers of the headings it stands under. */
let live: { text: string; href: string; section: string }[];
/** What the report page says, by part. */
let parts: Record<string, string>;

beforeAll(async () => {
  await site.visit(["figures/"], async (page) => {
    lines = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("tbody tr")].map((row) => ({
        cells: [...row.querySelectorAll<HTMLElement>("th, td")].map((cell) =>
          cell.textContent.trim(),
        ),
        href: row.querySelector("a")?.href ?? "",
      })),
    );
  });
  await site.visit(["2023/"], async (page) => {
    parts = await page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>("main section")].map((section) => [
          section.querySelector("h2")?.id ?? "",
          section.innerText,
        ]),
      ),
    );
    live = await page.evaluate(() => {
      const path = ["", "", ""];
      const found: { text: string; href: string; section: string }[] = [];
      for (const node of document.querySelectorAll<HTMLElement>(
        "main h2, main h3, main h4, main .prose a",
      )) {
        const level = ["H2", "H3", "H4"].indexOf(node.tagName);
        if (level >= 0) {
          const number = /^(?:[一二三四五](?=、)|（[一二三四五六]）|\d(?=\.))/.exec(
            node.innerText.trim(),
          );
          path.splice(level, 3, number?.[0] ?? "?", "", "");
        } else {
          const { innerText: text, href } = node as HTMLAnchorElement;
          found.push({ text, href, section: path.slice(0, 3).join("") });
        }
      }
      return found;
    });
  });
});

function lineOf(figure: Reported): Line {
  const line = lines.find(
    ({ cells: [label, , section] }) => label === figure.label && section === figure.section,
  );
  if (!line) throw new Error(`没有“${figure.label}”（${figure.section}）这一行`);
  return line;
}

test("the report has 47 figures", () => {
  expect(reported).toHaveLength(47);
  expect(new Set(reported.map(({ section, label }) => section + label)).size).toBe(47);
});

describe("all figures", () => {
  test.each(reported)("$section $label $value", (figure) => {
    expect(lineOf(figure).cells).toEqual([figure.label, written(figure), figure.section]);
  });

  test("there is no other number in the list but what rows alone say", () => {
    const ours = new Set(reported.map((figure) => lineOf(figure)));
    const others = lines
      .filter((line) => !ours.has(line) && line.cells[1] !== "未公布")
      .map(({ cells }) => cells.join(" "));
    expect(others.sort()).toEqual([
      "写明负责人出庭不适用的一审开庭 0起 逐行数据（litigation.csv）",
      "各渠道的投诉工单：数字城管 1472件 一（五）",
      "各渠道的群众反映：公众号 30余次 一（五）",
      "处置完成的投诉工单 1472件 一（五）",
      "投诉工单办结率 100% 一（五）",
      // The other side of a disagreement.
      "累计开展宣传活动（逐行相加） 35次 一（六）2",
    ]);
  });

  test("the four review reasons are listed, their numbers 未公布", () => {
    for (const reason of facts.measures?.法制审核没有通过的四类原因 ?? []) {
      const [line] = lines.filter(({ cells: [label = ""] }) => label.endsWith(`：${reason}`));
      expect(line?.cells.slice(1), reason).toEqual(["未公布", "一（三）1（1）"]);
    }
  });
});

test("every figure has a page that shows it with its section", async () => {
  const texts = new Map<string, string[]>();
  const hrefs = [...new Set(reported.map((figure) => lineOf(figure).href.split("#")[0] ?? ""))];
  const rows = await site.visit(hrefs, (page) =>
    page.evaluate(() => [
      document.querySelector("main")?.innerText ?? "",
      ...[...document.querySelectorAll<HTMLElement>("main tr, main dl > div, main .hero")].map(
        (row) => row.innerText.replace(/\s+/g, ""),
      ),
    ]),
  );
  hrefs.forEach((href, i) => {
    texts.set(href, rows[i] ?? []);
  });
  for (const figure of reported) {
    const [main = "", ...entries] = texts.get(lineOf(figure).href.split("#")[0] ?? "") ?? [];
    const where = `${figure.label} ${figure.section}`;
    expect(main, where).toContain(figure.section);
    const name = figure.label.split("：").at(-1) ?? "";
    const value = written(figure);
    // A breakdown's rows name the unit once, in the head of the column.
    const bare = figure.label.includes("：") ? value.slice(0, -figure.unit.length) : value;
    const stated = entries.filter((entry) => entry.includes(name) && entry.includes(bare));
    expect(stated.length, `${where} ${value}`).toBeGreaterThan(0);
  }
});

test.each(reported)("/2023/ links $label in the section $section", (figure) => {
  const { href } = lineOf(figure);
  const value = written(figure);
  const links = live.filter((link) => link.href === href);
  expect(links).toContainEqual({
    // Beside what one passage writes stands what the other does.
    text: expect.toSatisfy((text: string) => text.split("≠")[0]?.trim() === value),
    href,
    // The page's headings go three levels deep, the report's numbering four.
    section: expect.toSatisfy(
      (section: string) => section !== "" && figure.section.startsWith(section),
    ),
  });
});

describe("what the report says without a number", () => {
  test.each(Object.entries(facts))("part %s", (part, groups) => {
    const text = parts[part] ?? "";
    for (const [group, words] of Object.entries(groups)) {
      if (part === "plan") expect(text).toContain(group);
      let from = 0;
      for (const word of words) {
        const at = text.indexOf(word, from);
        expect(at, `${group}：${word}`).toBeGreaterThanOrEqual(0);
        from = at + word.length;
      }
    }
  });

  test("the plan has 13 items, each with deadline and progress or 未公布", () => {
    const items = Object.values(facts.plan ?? {}).flat();
    expect(items).toHaveLength(13);
    const rows = (parts.plan ?? "").split("\n").map((row) => row.split("\t"));
    for (const item of items) expect(rows).toContainEqual([item, "未公布", "未公布"]);
  });
});

describe("the two contradictions", () => {
  const contradictions = [
    {
      name: "行政复议",
      words: ["6件", "11件", "相差5件", "一（三）1（2）", "三（二）", "尚未提供"],
    },
    { name: "宣传", words: ["29次", "35次", "相差6次", "6+21+8", "一（六）2", "尚未提供"] },
  ] as const;
  test.each([
    ["findings/", contradictions],
    ["litigation/", [contradictions[0]]],
    ["publicity/", [contradictions[1]]],
  ] as const)(
    "/%s has both numbers, the difference and the sections in one place",
    async (address, wanted) => {
      const [places = []] = await site.visit([address], (page) =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("main .find, main .chart")].map((place) =>
            place.innerText.replace(/\s+/g, ""),
          ),
        ),
      );
      for (const { name, words } of wanted) {
        const place = places.find((text) => words.every((word) => text.includes(word)));
        expect(place, `${name}：${places.join("\n")}`).toContain(name);
      }
    },
  );
});

test("home says both numbers of each, and that nothing has been said of them", async () => {
  const [text = ""] = await site.visit([""], (page) =>
    page.evaluate(() => document.querySelector("main .asks")?.textContent ?? ""),
  );
  expect(text).toContain("行政复议6件≠11件，本局还没有说明");
  expect(text).toContain("宣传活动29次≠35次，本局还没有说明");
});

test("no sentence of the original report is on a page", () => {
  const texts = addressesOf(out).map((address) => {
    // Inline elements do not end a sentence, blocks do.
    return readFileSync(join(out, fileOf(address)), "utf8")
      .replace(/<\/?(?:a|b|i|span|wbr|strong|em)\b[^>]*>/g, "")
      .replace(/<(?:style|path|rect|line)[^>]*>/g, "")
      .replace(/<[^>]*?(?:aria-label|content)="([^"]*)"[^>]*>/g, "\n$1\n")
      .replace(/<[^>]*>/g, "\n");
  });
  // Full-width and half-width punctuation are one sentence.
  const blocks = new Set(
    texts.flatMap((text) =>
      text
        .split("\n")
        .map((line) =>
          line
            .replace(/\s/g, "")
            .replace(/[，：；（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
        ),
    ),
  );
  const lengths = [...new Set(phrases.map(({ length }) => length))];
  const windows = new Set(
    [...blocks].flatMap((block) =>
      lengths.flatMap((length) =>
        Array.from({ length: Math.max(0, block.length - length + 1) }, (_, i) =>
          block.slice(i, i + length),
        ),
      ),
    ),
  );
  const known = new Set(phrases.map(({ sha256 }) => sha256));
  const copied = [...windows].filter((window) =>
    known.has(createHash("sha256").update(window).digest("hex")),
  );
  expect(windows.size).toBeGreaterThan(10_000);
  expect(copied).toEqual([]);
});
