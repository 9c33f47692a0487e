/** Personal data in all its writings is found, and what only looks like it is not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { memoryFolder } from "../src/ingest/folder.ts";
import { personalData, withoutPersonal } from "../src/ingest/text/privacy.ts";
import { loadSite } from "../src/load/load-site.ts";

type Found = Record<string, string[]>;
interface Numbers {
  sentences: string[];
  found: Found;
  not: string[];
  held: { found: Found; not: string[] };
  texts: { found: string[]; not: string[] };
}

const read = <T>(name: string) =>
  parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8")) as T;
const numbers = read<Numbers>("personal-numbers.yaml");

const written = (text: string) => numbers.sentences.map((sentence) => sentence.replace("＿", text));
const share = (part: number, all: number) => `${part}/${all} = ${((100 * part) / all).toFixed(1)}%`;

describe("numbers, accounts and addresses", () => {
  for (const [set, { found, not }] of [
    ["tuned on", numbers],
    ["held out", numbers.held],
  ] as const) {
    it(`${set}: at least 98% are found, at most 2% of the rest`, () => {
      const guilty = Object.values(found).flat().flatMap(written);
      const innocent = not.flatMap(written);
      const missed = guilty.filter((text) => !personalData(text));
      const alarms = innocent.filter((text) => personalData(text));
      console.log(
        `${set}: found ${share(guilty.length - missed.length, guilty.length)}, false ${share(alarms.length, innocent.length)}`,
        ...missed,
        ...alarms.map((text) => `!${text}→${personalData(text)?.kind}`),
      );
      expect(missed.length / guilty.length).toBeLessThanOrEqual(0.02);
      expect(alarms.length / innocent.length).toBeLessThanOrEqual(0.02);
    });
  }

  it("in the words of officers: at least 98% are found, at most 2% of the rest", () => {
    const { found, not } = numbers.texts;
    const missed = found.filter((text) => !personalData(text));
    const alarms = not.filter((text) => personalData(text));
    console.log(
      `officers' words: found ${share(found.length - missed.length, found.length)}, false ${share(alarms.length, not.length)}`,
      ...missed,
    );
    expect(missed.length / found.length).toBeLessThanOrEqual(0.02);
    expect(alarms.length / not.length).toBeLessThanOrEqual(0.02);
  });

  it("are called what they are", () => {
    for (const [kind, texts] of Object.entries(numbers.found)) {
      for (const text of texts) expect(personalData(text)?.kind, text).toBe(kind);
    }
  });

  it("stand right behind a name that is a numeral as well, or with a gap in a cue", () => {
    for (const name of ["张三", "李四", "王五", "陈一", "小七", "老八"]) {
      for (const number of ["13812345678", "138 1234 5678", "52260119900101123X"]) {
        expect(personalData(`找${name}${number}处理`), name + number).not.toBeNull();
      }
    }
    for (const told of ["微 信abc12345", "微信abc12345", "Q Q12345678", "扣 扣12345678"]) {
      expect(personalData(told), told).not.toBeNull();
    }
  });

  it("are never printed whole", () => {
    const guilty = Object.values(numbers.found).flat().flatMap(written);
    const cells = read<{ found: string[] }>("personal-cells.yaml").found;
    for (const text of [...guilty, ...numbers.texts.found, ...cells]) {
      const printed = withoutPersonal(text);
      expect(personalData(printed), `${text} → ${printed}`).toBeNull();
    }
  });
});

describe("long cells", () => {
  const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
  const LONGEST = 32_000;
  /** What some pattern may take for the beginning of something, over and over. */
  const SHAPES = [
    ...[
      "a",
      "1",
      "0",
      "a@",
      "a.",
      "1,",
      "1 ",
      "13 ",
      "1-",
      "138",
      "86",
      "一",
      "3栋",
      "1单元",
      "一单元",
    ],
    ...[
      "粤B",
      "粤B1",
      "微信",
      "加V",
      "QQ1",
      "账号",
      "账号1",
      "村3",
      "路1",
      "路一",
      "107.",
      "107.1234,",
    ],
    ...[
      "{",
      "{{",
      "{{a",
      "{{ ",
      "}}",
      " ",
      "\u3000",
      "#",
      "-",
      "*",
      "_",
      "=",
      "'",
      "（",
      "合计",
      "本月",
      "全年",
    ],
    ...[
      "，",
      "1，",
      "约",
      "万",
      "1万",
      "元",
      "E1",
      "王",
      "王小明",
      "群众王",
      "同志",
      "经度1",
      "110105194912310",
    ],
    ...["(1)", "(格式", "[见", "a[at]", "小区1-", "l", "被害人"],
    ...["13*", "62**", "5226*", "某1", "身份证A1", "微信号", "姓王名", "A单元", "阿·"],
    ...["第1", "路1", "村1组", "1-1-", "B区1", "家住", "宿舍1", "旁边第三", "巷内1", "铺号1"],
    ...["短号1", "尾号1", "户号1", "证号", "低保证号: 凯", "生于1", "社区3", "3栋3楼"],
  ];
  const filled = SHAPES.flatMap((shape) =>
    ["", "@", "\n"].map(
      (end) => `${shape.repeat(LONGEST / shape.length).slice(0, LONGEST - 2)}${end}`,
    ),
  );

  // Where one pattern takes the square of a cell's length, these take many minutes.
  it("of any shape are read in the time that reading takes", async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    // A whole row, one cut short, one of another table; each shape in each of them, with some end.
    const of = (nth: number) =>
      filled.filter((_, at) => (at + Math.floor(at / 3)) % 3 === nth).map(quoted);
    const { problems } = await loadSite(
      memoryFolder({
        "site.yaml": SITE,
        "2023/cases.csv": `执法领域,案由,件数\n${[...of(0).map((text) => `燃气,${text},1`), ...of(1).map((text) => `燃气,${text}`)].join("\n")}`,
        "2023/publicity.csv": `形式,对象,主题,次数\n${of(2)
          .map((text) => `集中宣传,公众,${text},1`)
          .join("\n")}`,
      }),
    );
    expect(problems.length).toBeGreaterThan(0);
  });

  it("of a report are read as fast", async () => {
    for (const shape of ["{{ ", "{{a", "1,", "1，", "1件", "a@", "粤B1", "经度1"]) {
      const report = `# 一、举措\n\n${shape.repeat(LONGEST / shape.length)}\n`;
      const folder = memoryFolder({ "site.yaml": SITE, "2023/report.md": report });
      expect((await loadSite(folder)).problems).not.toEqual([]);
    }
  });

  it("of letters and @ are no mail, and take no time", async () => {
    const cell = `${"a".repeat(LONGEST)}@`;
    const { problems } = await loadSite(
      memoryFolder({
        "site.yaml": SITE,
        "2023/cases.csv": `执法领域,案由,件数\n${`燃气,${cell},1\n`.repeat(40)}`,
      }),
    );
    expect(problems.map(({ code }) => code)).not.toContain("personal");
  });
});
