/** What ends the lines of a file, and what only stands within a cell. */
import { describe, expect, it } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { allRows } from "./support/rows.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const LINES = ["案件编号,执法领域", "A1,燃气", "A2,市容", "A3,燃气"];

async function fieldsOf(text: string): Promise<unknown[]> {
  const { rows } = await allRows(memoryFolder({ "site.yaml": SITE, "2023/cases.csv": text }));
  return (rows.get("2023/cases") ?? []).map(({ values }) => values.field);
}

describe("lines of a file", () => {
  const ends = ["\n", "\r\n", "\r", "\n\r", "\r\r\n", "\r\n\f"];
  const odd = ["\u2028", "\u2029", "\u0085", "\v", "\f", "\u001e"];

  it.each([...ends, ...odd].map((end) => [JSON.stringify(end), end] as const))(
    "may end in %s",
    async (_, end) => {
      expect(await fieldsOf(LINES.join(end))).toEqual(["燃气", "市容", "燃气"]);
      expect(await fieldsOf(`${LINES.join(end)}${end}`)).toEqual(["燃气", "市容", "燃气"]);
      expect(await fieldsOf(`${LINES.join(end)}\n`)).toEqual(["燃气", "市容", "燃气"]);
    },
  );

  it.each(["\u2028", "\u2029", "\v", "\f"].map((end) => [JSON.stringify(end), end] as const))(
    "are not cut at %s where another mark ends them",
    async (_, within) => {
      const [head = "", ...lines] = LINES;
      expect(await fieldsOf([head, `A0,${within}燃气`, ...lines].join("\n"))).toEqual([
        ...["燃气", "燃气", "市容", "燃气"],
      ]);
    },
  );

  it.each([...odd, "\\n", "<br>"].map((end) => [JSON.stringify(end), end] as const))(
    "are told of where %s joins some of them",
    async (_, joint) => {
      const glued = [
        [LINES.slice(0, 2).join(joint), ...LINES.slice(2)],
        [LINES[0], LINES.slice(1, 3).join(joint), LINES[3]],
        [LINES[0], LINES.slice(1).join(joint)],
      ];
      for (const [at, lines] of glued.entries()) {
        const folder = memoryFolder({ "site.yaml": SITE, "2023/cases.csv": lines.join("\n") });
        const { problems } = await loadSite(folder);
        const [problem] = problems.filter(({ severity }) => severity === "error");
        expect(problem).toMatchObject({ code: "row-broken", file: "2023/cases.csv" });
        expect(problem!.places[0]!.cell).toBe(at === 0 ? "第1行" : "第2行");
        expect(problem!.why).toMatch(/U\+00|U\+20|“/);
      }
    },
  );
});
