/** What no editor makes, and a disk, a copy or a joke does: it ends in a Chinese sentence, and soon. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskFolder } from "../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";
import { temporaryFolder } from "./support/command.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const HALF = Buffer.from("e6a1", "hex");
const ZEROS = Buffer.alloc(8);
const CASES = "执法领域,件数\n燃气,7\n";

async function errorsOf(folder: Folder): Promise<string[]> {
  const { problems } = await loadSite(folder);
  return problems.filter(({ severity }) => severity === "error").map(problemText);
}

describe("what stands under a file's name and is none", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(join(folder, "2023"));
    writeFileSync(join(folder, "site.yaml"), SITE);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [
      "a link to a file",
      () => symlinkSync("../site.yaml", join(folder, "2023/cases.csv")),
      "2023/cases.csv",
      "快捷方式",
    ],
    [
      "a link to nothing",
      () => symlinkSync("nowhere", join(folder, "2023/cases.csv")),
      "2023/cases.csv",
      "快捷方式",
    ],
    ["a link to a year", () => symlinkSync("2023", join(folder, "2022")), "2022", "快捷方式"],
    ["a folder", () => mkdirSync(join(folder, "2023/cases.csv")), "2023/cases.csv", "文件夹"],
    [
      "a folder for a text",
      () => mkdirSync(join(folder, "2023/report.md")),
      "2023/report.md",
      "文件夹",
    ],
  ])("%s", async (_, make, name, says) => {
    make();
    const errors = await errorsOf(diskFolder(folder));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(name);
    expect(errors[0]).toContain(says);
  });

  it("a pipe is called one", async () => {
    execFileSync("mkfifo", [join(folder, "2023/cases.csv")]);
    const errors = await errorsOf(diskFolder(folder));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("管道");
    expect(errors[0]).not.toContain("快捷方式");
  });

  it.each([
    [
      "Big5",
      "a5dfaed7a4e9b4c12cb0f5aa6bbbe2b0ec2caed7a5d12ca5f3bcc60a323032332d30312d30352ca5abae652ca6fbb944b867c0e72c310a",
      "繁体中文 Big5",
    ],
    [
      "Shift-JIS",
      "97a788c493fa2c95aa96ec2c8e9697522c8c8f90940a323032332d30312d30352c93b998482c82b282dd8ecc82c42c310a",
      "日文 Shift-JIS",
    ],
    [
      "UTF-32 with its mark",
      "fffe000067620000d56c000086980000df5700002c000000f64e0000706500000a000000c3710000146c00002c000000370000000a000000",
      "UTF-32",
    ],
    [
      "UTF-32 without",
      "0000626700006cd500009886000057df0000002c00004ef6000065700000000a000071c300006c140000002c000000370000000a",
      "UTF-32",
    ],
    ["EBCDIC", "0e4c4152630f6bf0f1150e4c410f6bf115", "EBCDIC"],
  ])("in %s it says so", async (_, bytes, says) => {
    writeFileSync(join(folder, "2023/cases.csv"), Buffer.from(bytes, "hex"));
    const errors = await errorsOf(diskFolder(folder));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(says);
  });

  it.each([
    ["in this thread", Number.POSITIVE_INFINITY],
    ["in a thread of its own", 0],
  ])("a file that does not open when it is read %s", async (_, threadFrom) => {
    const file = join(folder, "2023/cases.csv");
    writeFileSync(file, CASES);
    const disk = diskFolder(folder, { threadFrom });
    const files = await disk.files();
    rmSync(file);
    const errors = await errorsOf({ ...disk, files: async () => files });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("2023/cases.csv");
    expect(errors[0]).toContain("打不开");
  });
});

describe("a file in letters that are none of ours", () => {
  const HOW = {
    "UTF-32": Buffer.from("fffe0000610000003a000000", "hex"),
    "neither UTF-8 nor GBK": Buffer.from(`61ff${"00".repeat(8)}62ff`, "hex"),
    "half of a 汉字, and zeros behind it": Buffer.concat([Buffer.from("案件\n"), HALF, ZEROS]),
  };
  const FILES = [
    ...["site.yaml", "vocabularies.yaml", "exceptions.csv", "2023/report.md"],
    ...["2023/cases.csv", "2023/notes.csv", "2023/indicators.csv"],
  ];
  it.each(Object.entries(HOW))("%s is told, whichever file it is", async (_, bytes) => {
    for (const file of FILES) {
      const files = { "site.yaml": SITE, "2023/cases.csv": CASES, [file]: new Uint8Array(bytes) };
      const said = await errorsOf(memoryFolder(files));
      expect(
        said.filter((one) => one.includes(file)),
        file,
      ).not.toEqual([]);
    }
  });
});

describe("a report without bottom", () => {
  const times = 6000;
  it.each([
    ["quotations", `${">".repeat(times)}甲`],
    ["quotations with spaces", `${"> ".repeat(times)}甲`],
    ["lists", `${"- ".repeat(times)}甲`],
    ["numbered lists", `${"1. ".repeat(times)}甲`],
    [
      "lists, line by line",
      Array.from({ length: 150 }, (_, i) => `${"  ".repeat(i)}- 甲`).join("\n"),
    ],
    ["brackets", `${"[".repeat(times)}${"]".repeat(times)}`],
    ["pictures", `${"![".repeat(times)}${"](a)".repeat(times)}`],
    ["emphasis", `${"*甲 ".repeat(times)}${" 甲*".repeat(times)}`],
  ])("%s", async (_, body) => {
    const report = `# 一、主要举措和成效\n\n${body}\n`;
    const errors = await errorsOf(
      memoryFolder({ "site.yaml": SITE, "2023/cases.csv": CASES, "2023/report.md": report }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("一层套一层");
    expect(errors[0]).toMatch(/report\.md 第\d+行/);
  });

  it("is not one of many items, quotations and rules", async () => {
    const items = "- **甲**：见[附件](https://example.com)\n".repeat(400);
    const report = `# 一、主要举措和成效\n\n${items}\n\n> > 甲\n\n${"- ".repeat(80)}\n\n${"*".repeat(900)}\n`;
    const errors = await errorsOf(
      memoryFolder({ "site.yaml": SITE, "2023/cases.csv": CASES, "2023/report.md": report }),
    );
    expect(errors.filter((text) => text.includes("一层套一层"))).toEqual([]);
  });
});

describe("sixty thousand words", () => {
  const words = Array.from({ length: 60_000 }, (_, i) => `  领域${i}: [别名${i}]\n`).join("");

  it("are read in seconds, and so are cells that are none of them", async () => {
    const cells = Array.from({ length: 300 }, (_, i) => `别名${i},1\n怪词${i},1\n`).join("");
    const errors = await errorsOf(
      memoryFolder({
        "site.yaml": SITE,
        "vocabularies.yaml": `执法领域:\n${words}`,
        "2023/cases.csv": `执法领域,件数\n${cells}`,
      }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("等共300处");
  }, 40_000);

  it("one of them twice is said", async () => {
    const errors = await errorsOf(
      memoryFolder({
        "site.yaml": SITE,
        "vocabularies.yaml": `执法领域:\n${words}  领域5:\n`,
        "2023/cases.csv": CASES,
      }),
    );
    expect(errors.filter((text) => text.includes("第60002行"))).toHaveLength(1);
  }, 40_000);
});
