/** npm run check -- --against: what moves in public, beside a folder and beside what git holds. */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { movesMarkdown, movesText } from "../scripts/lib/moves-report.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { type Move, movesOf } from "../src/moves/moves.ts";
import { publicState } from "../src/moves/public-state.ts";
import type { PublicWords } from "../src/moves/public-words.ts";
import { copyOfData, temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";

let folder: string;
let data: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@x", ...args], {
    encoding: "utf8",
  });

beforeEach(() => {
  folder = temporaryFolder();
  data = copyOfData(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(): void {
  const file = join(data, "2023/cases.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace("规划建设,23", "规划建设,25"));
}

describe("beside git", () => {
  it("figures, titles, answers and findings before → after; what is staged stays as it was", async () => {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "one");
    change();
    git("add", "-A");
    const status = git("status", "--porcelain");
    const { code, stdout } = await runHere("check", ["--data", data, "--against", "main"]);
    expect(code).toBe(0);
    expect(stdout).toContain("各执法领域的案件：规划建设：23件 → 25件");
    expect(stdout).toMatch(
      /图“办理的案件集中在哪些领域？”：.+ → 逐行列出的42件案件，60%是规划建设/,
    );
    expect(stdout).toMatch(/报告里的数字，对得上吗？：.+ → .+/);
    expect(stdout).toMatch(/【新有】办理各类案件：逐行相加与报告总数不同/);
    expect(git("status", "--porcelain")).toBe(status);

    const json = await runHere("check", ["--data", data, "--against", "HEAD", "--format", "json"]);
    const { ok, changes } = JSON.parse(json.stdout);
    expect(ok).toBe(true);
    expect(changes).toContainEqual({
      ...{ part: "figure", kind: "changed", year: 2023, id: "cases-by-field/by/规划建设" },
      ...{ name: "各执法领域的案件：规划建设", before: "23件", after: "25件" },
    });
    const markdown = await runHere("check", [
      "--data",
      data,
      "--against",
      "HEAD",
      "--format",
      "markdown",
    ]);
    expect(markdown.stdout).toContain("| 改变 | 各执法领域的案件：规划建设 | 23件 | 25件 |");
  });

  it("a name that git does not know says so, and what to do", async () => {
    git("init", "-q");
    for (const name of ["nowhere", "--upload-pack=x", "-q"]) {
      const { code, stdout, stderr } = await runHere("check", [
        "--data",
        data,
        `--against=${name}`,
      ]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("没有");
    }
  });
});

it("two folders alike say that nothing moves; one with errors is not compared", async () => {
  const same = await runHere("check", ["--data", data, "--against", data]);
  expect(same.stdout).toContain("公开的数字、标题、答案和核对发现都没有变。");
  const other = copyOfData(join(folder, "other"));
  writeFileSync(join(other, "2023/cases.csv"), "执法领域,件数\n燃气,二十x\n");
  const broken = await runHere("check", ["--data", data, "--against", other]);
  expect(broken.code).toBe(0);
  expect(broken.stdout).toMatch(/比不了：那一份数据有\d+处错误/);
  const wrong = await runHere("check", ["--data", other, "--against", data]);
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain("比不了：先改好这一份的错误");
});

describe("what may be said", () => {
  const said = (text: string, saying: PublicWords["saying"]): Map<string, PublicWords> =>
    new Map([["a", { part: "figure", year: 2023, id: "a", name: "甲", text, saying }]]);
  const NONE = new Map<string, PublicWords>();

  it.each([
    [said("40件", "shown"), said("隐去", "withheld"), "withheld"],
    [NONE, said("<5", "withheld"), "withheld"],
    [said("未公布", "unknown"), said("隐去", "withheld"), "withheld"],
    [said("隐去", "withheld"), said("40件", "shown"), "released"],
    [said("40件", "shown"), said("未公布", "unknown"), "gone"],
    [said("40件", "shown"), NONE, "gone"],
    [said("隐去", "withheld"), NONE, "gone"],
    [NONE, said("40件", "shown"), "new"],
    [said("40件", "shown"), said("41件", "shown"), "changed"],
    [NONE, said("未公布", "unknown"), undefined],
    [said("40件", "shown"), said("40件", "shown"), undefined],
  ] as const)("%# is told apart", (before, after, kind) => {
    expect(movesOf(before, after)[0]?.kind).toBe(kind);
  });

  it("that only a few matters about people come to it is told, and of other numbers not", () => {
    const state = (people?: number) =>
      new Map<string, PublicWords>([
        [
          "a",
          {
            ...said("x", "shown").get("a")!,
            text: `${people}`,
            ...(people !== undefined && { people }),
          },
        ],
      ]);
    const few = (from?: number, to?: number) => {
      const moves = movesOf(state(from), state(to));
      const texts = [movesText(moves, "main"), movesMarkdown(moves, "main")];
      return texts.map((text) => text.includes("攒到几十件再公布"));
    };
    for (const [from, to] of [
      [40, 41],
      [40, 59],
      [9, 0],
    ] as const)
      expect(few(from, to)).toEqual([true, true]);
    for (const [from, to] of [
      [40, 60],
      [40, 400],
      [undefined, 1],
    ] as const)
      expect(few(from, to)).toEqual([false, false]);
  });

  it.each<[string, readonly Record<string, number>[], readonly Record<string, number>[], boolean]>([
    [
      "nothing",
      [{ 城东: 30, 城西: 60 }, { 噪声: 50 }],
      [{ 城东: 30, 城西: 60 }, { 噪声: 50 }],
      false,
    ],
    [
      "one column",
      [{ 城东: 30, 城西: 60 }, { 噪声: 50 }],
      [{ 城东: 31, 城西: 59 }, { 噪声: 50 }],
      false,
    ],
    [
      "two columns of one row",
      [
        { 城东: 30, 城西: 60 },
        { 噪声: 50, 油烟: 40 },
      ],
      [
        { 城东: 31, 城西: 59 },
        { 噪声: 49, 油烟: 41 },
      ],
      true,
    ],
    [
      "a word that is new, and one of many",
      [
        { 城东: 30, 城西: 60 },
        { 噪声: 50, 油烟: 40 },
      ],
      [
        { 城东: 30, 城西: 58, 城北: 2 },
        { 噪声: 5, 油烟: 85 },
      ],
      false,
    ],
    [
      "many in both",
      [
        { 城东: 30, 城西: 60 },
        { 噪声: 50, 油烟: 40 },
      ],
      [
        { 城东: 60, 城西: 30 },
        { 噪声: 20, 油烟: 70 },
      ],
      false,
    ],
  ])("as many, of which a few say something else in two columns: %s", (_, before, after, is) => {
    const state = (columns: readonly Record<string, number>[]) => {
      const byColumn = new Map(
        columns.map((words, at) => [String(at), new Map(Object.entries(words))]),
      );
      return new Map([["a", { ...said("90件", "shown").get("a")!, people: 90, byColumn }]]);
    };
    const moves = movesOf(state(before), state(after));
    expect(moves.some(({ few }) => few === true)).toBe(is);
    expect(movesText(moves, "main").includes("90件 → 90件，其中1件改了内容")).toBe(is);
  });

  it("a small cell about people that is withheld after a change is told, and not what it was", async () => {
    const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
    const csv = (counts: number[]) =>
      [
        "渠道,街道,类别,件数",
        ...counts.flatMap((n, at) => [
          `12345热线,街道${at},噪声,${n}`,
          `12345热线,街道${at},油烟,40`,
        ]),
      ].join("\n");
    const state = async (counts: number[]) => {
      const { site } = await loadSite(
        memoryFolder({ "site.yaml": SITE, "2023/complaints.csv": csv(counts) }),
      );
      return publicState(site!);
    };
    const moves = movesOf(await state([30, 30, 30]), await state([30, 30, 2]));
    const few = async (counts: number[]) =>
      movesOf(await state([30, 30, 30]), await state(counts)).filter((move) => move.few);
    expect((await few([30, 30, 27])).map(({ id }) => id)).toEqual([
      "complaints",
      "street-category/街道2/噪声",
    ]);
    // Dozens more are told of, but not where a cell of two columns has a few more.
    expect((await few([30, 33, 90])).map(({ id }) => id)).toEqual(["street-category/街道1/噪声"]);
    const cell = moves.find(({ kind, name }) => kind === "withheld" && name.includes("街道2"));
    expect(cell).toMatchObject({ part: "figure", before: "30件" });
    expect(cell?.after).not.toMatch(/2件/);
  });
});

describe("many", () => {
  const moves: Move[] = Array.from({ length: 5000 }, (_, at) => ({
    ...{ part: "figure", kind: "changed", year: 2023, id: `m${at}` },
    ...{ name: `甲|${at}<script>@all`, before: "1件", after: "2件" },
  }));

  it("are cut at a terminal, and all of them with --all", () => {
    expect(movesText(moves, "main").split("\n").length).toBeLessThan(40);
    expect(movesText(moves, "main", true).split("\n").length).toBeGreaterThan(5000);
  });

  it("fit into a comment, which says how many are left out and holds no mark of the data's", () => {
    const text = movesMarkdown(moves, "main");
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/还有\d+处没有列出/);
    expect(text).not.toMatch(/<script|@all/);
  });
});
