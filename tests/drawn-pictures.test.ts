/** The pictures (PNG), decoded by a browser and looked at: size, words, marks, nothing cut, nothing left out. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../scripts/lib/chromium/launch.ts";
import { Cache } from "../scripts/lib/pictures/cache.ts";
import { pictureFont } from "../scripts/lib/pictures/fonts.ts";
import { drawPictures } from "../scripts/lib/pictures/index.ts";
import { pngOf as writtenPng } from "../scripts/lib/pictures/png.ts";
import { PICTURES, type PictureName, pictureAddress } from "../src/charts/pictures/kinds.ts";
import { FAMILY } from "../src/charts/pictures/layout.ts";
import { linesOf, titleLines, widthOf } from "../src/charts/pictures/lines.ts";
import { ABSENT, mended } from "../src/charts/pictures/mended.ts";
import { picturesOf } from "../src/downloads/pictures.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { temporaryFolder } from "./support/command.ts";
import { KAILI } from "./support/kaili.ts";
import { madeSite } from "./support/made-site.ts";
import { pixelsOf } from "./support/pixels.ts";

const font = pictureFont();

describe("lines", () => {
  const PARTS = [
    ..."的案件按时公开（）《》“”，。、；：？！…—%12,.()[]",
    "2023年",
    "cases.csv",
    "约3.5万元",
  ];
  const text = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 80 });

  test("hold all of a text, are no wider than they may be, begin and end as Chinese does", () => {
    const check = (words: string[], columns: number, bold: boolean) => {
      const [whole, style] = [words.join(""), { size: 20, bold }];
      const width = columns * style.size;
      const ways = [
        linesOf(whole, width, font, style),
        titleLines(whole, width, font, style).lines,
      ];
      for (const lines of ways) {
        expect(lines.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
        for (const [i, line] of lines.entries()) {
          // A long row of marks has no place to break.
          if (!/[^\p{Script=Han}\d]{4}/u.test(line))
            expect(widthOf(line, font, style)).toBeLessThanOrEqual(width + 0.01);
          if (i > 0) expect(line).not.toMatch(/^[，。；：、）》”？！…—%),.\]]/);
          if (i < lines.length - 1) expect(line).not.toMatch(/[（《“([]$/);
        }
      }
    };
    fc.assert(fc.property(text, fc.integer({ min: 8, max: 40 }), fc.boolean(), check), {
      seed: 17,
      numRuns: 300,
    });
  });

  test("a section of the report is named in one line", () => {
    const text =
      "来源：2024年度报告，一（四）、三（二）、十一（十二）；2024年逐行数据（cases.csv）";
    for (let columns = 8; columns < 40; columns++) {
      const lines = linesOf(text, columns * 20, font, { size: 20 });
      for (const line of lines) expect(line).not.toMatch(/[一二三四五十]$|^（[一二三四五十]/);
    }
  });

  test("no last line of a character or two where the others have room", () => {
    const lines = linesOf("2023年办理的案件，按涉嫌违反的领域。单位：件。", 22 * 20, font, {
      size: 20,
    });
    expect(lines.length).toBe(2);
    expect(widthOf(lines[1]!, font, { size: 20 })).toBeGreaterThan(80);
  });
});

describe("glyphs", () => {
  test("the font says which it has, and how wide", () => {
    for (const char of `凯犇㙦${ABSENT}≠，a9`) expect(font.plain.has(char), char).toBe(true);
    for (const char of ["𠮷", "😀", "\ue000"]) expect(font.bold.has(char), char).toBe(false);
    expect(font.plain.width("汉")).toBe(1);
    expect(font.plain.width("1")).toBeCloseTo(0.555, 2);
    expect(font.bold.width("1")).toBeGreaterThan(font.plain.width("1"));
  });

  test.each([
    ["<text>老𠮷炒货😀</text>", "<text>老□炒货□</text>", ["𠮷", "😀"]],
    ["<text>甲\u200b乙\ufe0f&amp;</text>", "<text>甲乙&amp;</text>", []],
    ['<text fill="𠮷">A</text>', '<text fill="𠮷">A</text>', []],
  ])("%s", (svg, drawn, absent) => {
    expect(mended(svg, font)).toEqual({ svg: drawn, absent });
  });

  test("a font that cannot even draw the mark for that stops the build", () => {
    const none = { has: () => false, width: () => 1 };
    expect(() => mended("<text>甲</text>", { plain: none, bold: none })).toThrow(/字体/);
  });

  test("every character of the real site is there", async () => {
    const { site } = await loadSite(diskFolder(KAILI));
    const pictures = [...picturesOf(site!)];
    expect(pictures.length).toBeGreaterThan(100);
    expect(pictures.flatMap(({ made }) => made(font).absent)).toEqual([]);
  });
});

describe("planned", () => {
  const CASES =
    "案件编号,立案日期,执法领域\nA1,2023-02-01,燃气\nA2,2023-03-01,燃气\nA3,2023-03-02,噪声\n";
  const told = (cases: number) =>
    `指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明\ncases,办理案件,${cases},件,案件,,,一(一),\n`;
  const BASE = {
    "2023/cases.csv": CASES,
    "2023/indicators.csv": told(3),
    "vocabularies.yaml": "执法领域:\n  燃气:\n  噪声:\n  油烟:\n",
  };

  /** By address, all that a picture shows beside what is made of it. */
  const plannedOf = async (files: Record<string, string>, config = "") =>
    new Map(
      [...picturesOf(await madeSite(files, config))].map(({ address, shows, made }) => [
        address,
        { shows, svg: made(font).svg },
      ]),
    );

  const before = plannedOf(BASE);

  test.each<[string, Record<string, string>, string]>([
    ["a row", { "2023/cases.csv": `${CASES}A4,2023-03-03,噪声\n` }, ""],
    ["a word", { "2023/cases.csv": CASES.replaceAll("噪声", "油烟") }, ""],
    ["a number beside another", { "2023/indicators.csv": told(4) }, ""],
    ["the colour", {}, '统一颜色: "#7a1f1f"\n'],
    ["the address", {}, "网址: https://a.example/x\n"],
    ["the year's end", {}, "年度:\n  2023:\n    截至: 2023-11-30\n"],
  ])("%s: where the picture is another, so is what it shows", async (_, files, config) => {
    const after = await plannedOf({ ...BASE, ...files }, config);
    const kept = [...(await before)].flatMap(([address, one]) => {
      const now = after.get(address);
      return now ? [{ one, now }] : [];
    });
    expect(kept.some(({ one, now }) => one.svg !== now.svg)).toBe(true);
    for (const { one, now } of kept) if (one.svg !== now.svg) expect(now.shows).not.toBe(one.shows);
  });

  test("the same data show the same", async () => {
    expect(await plannedOf(BASE)).toEqual(await before);
  });
});

describe("the upright picture", () => {
  const PLACES = [..."东南西北中上下前后左右内"].map((one) => `城${one}街道`);
  const tickets = (year: number) =>
    `渠道,受理日期,办结日期,街道,类别,状态,件数\n${PLACES.map((place, i) => `12345热线,${year}-02-01,${year}-02-0${2 + (i % 5)},${place},噪声扰民,已办结,${100 + 7 * i}`).join("\n")}\n`;
  /** How large a drawing's text becomes, in pixels of 900. */
  const textIn = (svg: string) => 16 * Number(/scale\(([\d.]+)\)/.exec(svg)?.[1]);

  test("is filled by a drawing of many rows, its text large enough for a phone", async () => {
    const site = await madeSite({
      "2022/complaints.csv": tickets(2022),
      "2023/complaints.csv": tickets(2023),
      "vocabularies.yaml": `街道:\n${PLACES.map((place) => `  ${place}:\n`).join("")}`,
    });
    const sizes = new Map(
      [...picturesOf(site)]
        .filter(({ address }) => /2023\/phone\.png$/.test(address))
        .map(({ address, made }) => [address.split("/")[1], textIn(made(font).svg)]),
    );
    for (const id of ["complaints-by-street", "handling-by-street", "complaints-on-streets"]) {
      expect(sizes.get(id), id).toBeGreaterThan(22);
    }
    for (const [id, size] of sizes) if (!Number.isNaN(size)) expect(size, id).toBeGreaterThan(18);
  });
});

describe("drawn", () => {
  const folder = temporaryFolder();
  let site: Site;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let fresh: number[];
  let absent: readonly string[];

  beforeAll(async () => {
    site = await madeSite(
      {
        "2023/cases.csv":
          "案件编号,立案日期,执法领域\nA1,2023-02-01,燃气\nA2,2023-03-01,燃气\nA3,2023-03-02,老𠮷炒货\n",
        "2023/indicators.csv":
          "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明\ncases,办理案件,5,件,案件,,,一(一),\n",
        "vocabularies.yaml": "执法领域:\n  燃气:\n  老𠮷炒货:\n",
      },
      '网址: https://a.example/x\n统一颜色: "#7a1f1f"\n',
    );
    const cache = () => new Cache(join(folder, "cache"));
    const draw = async (to: string) => {
      const drawing = await drawPictures(picturesOf(site), cache());
      await drawing.place(join(folder, to));
      drawing.stop();
      absent = drawing.absent;
      return drawing.fresh;
    };
    fresh = [await draw("first"), await draw("second")];
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pngOf = (name: PictureName, at = "first") =>
    readFileSync(join(folder, at, pictureAddress({ id: "cases-by-field" }, 2023, name)));

  const madeAt = (wanted: string) => {
    const { made, width } = [...picturesOf(site)].find(({ address }) => address === wanted)!;
    return { ...made(font), width };
  };

  test("what has not changed is not drawn again, and is the same", () => {
    expect(fresh[0]).toBeGreaterThan(30);
    expect(fresh[1]).toBe(0);
    expect(pngOf("card", "second").equals(pngOf("card"))).toBe(true);
  });

  test("what the font lacks is named, and drawn as a mark that is explained", () => {
    expect(absent).toEqual(["𠮷"]);
    const { svg } = madeAt("charts/cases-by-field/2023/card.png");
    expect(svg).toContain("老□炒货");
    expect(svg).toContain("□：图片的字体里没有的字");
    expect(svg).not.toContain("𠮷");
  });

  /** Rows and columns of a picture, as shares of what is not paper; decoded by the browser. */
  const inked = async (
    source: { png: Buffer } | { svg: string; width: number; fonts: Buffer[] },
  ) => {
    const page = await browser.newPage();
    const style =
      "svg" in source
        ? source.fonts.map(
            (bytes, i) =>
              `@font-face{font-family:"${FAMILY}";font-weight:${i ? 700 : 400};src:url(data:font/ttf;base64,${bytes.toString("base64")})}`,
          )
        : [];
    const svg = "svg" in source ? source.svg : "";
    const styled = svg.replace(/(<svg[^>]*>)/, `$1<style>${style.join("")}</style>`);
    const bytes = "png" in source ? source.png : Buffer.from(styled);
    const type = "png" in source ? "image/png" : "image/svg+xml";
    const found = await pixelsOf(page, bytes, type, ({ data, width, height }) => {
      const CELL = 30;
      const cells: Record<string, number> = {};
      let edge = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = 4 * (y * width + x);
          const ink = 255 - (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
          if (ink < 8) continue;
          const key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
          cells[key] = (cells[key] ?? 0) + ink / 255;
          if (x < 10 || y < 10 || x >= width - 10 || y >= height - 10) edge++;
        }
      return { width, height, edge, cells };
    });
    await page.close();
    return found;
  };

  test.each(Object.entries(PICTURES))(
    "%s has its size, its words, and nothing is cut",
    async (name, kind) => {
      const png = pngOf(name as PictureName);
      expect(png.length).toBeLessThan(1e6);
      const { width, height, edge, cells } = await inked({ png });
      expect(width).toBe(kind.width);
      if ("height" in kind) expect(height).toBe(kind.height);
      expect(edge).toBe(0);
      expect(Object.keys(cells).length).toBeGreaterThan(30);
    },
  );

  test.each([1, 256, 257, 1000])(
    "of %i colours every pixel is as it was drawn",
    async (colours) => {
      const [width, height] = [50, 41];
      const rgba = Uint8Array.from({ length: 4 * width * height }, (_, at) => {
        const colour = Math.floor(at / 4) % colours;
        return [colour >> 8, colour & 255, 7 * colour, 255][at % 4]!;
      });
      const page = await browser.newPage();
      const png = writtenPng(rgba, width, height);
      const found = await pixelsOf(page, png, "image/png", ({ data }) => [...data]);
      await page.close();
      expect(Uint8Array.from(found)).toEqual(rgba);
    },
  );

  test("numbers in the place of a drawing are not told of by its colours", () => {
    const undrawn = [...picturesOf(site)]
      .map(({ address, made }) => ({ address, svg: made(font).svg }))
      .filter(({ svg }) => !/scale\(/.test(svg));
    expect(undrawn.length).toBeGreaterThan(0);
    for (const { svg, address } of undrawn)
      expect(svg.replace(/<[^>]+>/g, ""), address).not.toMatch(/深色|浅色|虚线是|各图|一[天格]一/);
  });

  test.each(["chart", "phone", "card"] as const)(
    "%s shows what a browser makes of the same drawing: no word is missing",
    async (name) => {
      const address = pictureAddress({ id: "cases-by-field" }, 2023, name);
      const { svg, width } = madeAt(address);
      for (const said of [
        "青岚县综合行政执法局（虚构）",
        "2023年度",
        "演示数据",
        "来源：",
        "https://a.example/x/charts/cases-by-field/2023/",
      ])
        expect(svg).toContain(said);
      expect(svg).toContain("#7a1f1f");
      const fonts = await font.subsets(new Set(svg));
      const [own, theirs] = [await inked({ png: pngOf(name) }), await inked({ svg, width, fonts })];
      expect([own.width, own.height]).toEqual([theirs.width, theirs.height]);
      const keys = new Set([...Object.keys(own.cells), ...Object.keys(theirs.cells)]);
      const sum = [...keys].reduce((all, key) => all + (theirs.cells[key] ?? 0), 0);
      const apart = [...keys].reduce(
        (all, key) => all + Math.abs((own.cells[key] ?? 0) - (theirs.cells[key] ?? 0)),
        0,
      );
      expect(apart / sum).toBeLessThan(0.1);
    },
  );
});
