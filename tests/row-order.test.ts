/** The order of the rows of a file changes nothing that is published but where a row stands. */
import { expect, it } from "vitest";
import type { Column } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { figureJson } from "../src/downloads/figures.ts";
import { releaseJson } from "../src/downloads/rows.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { seeded } from "./support/bureaus.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
/** Lists of a report's own numbers and plans have its order. */
const ofMatters = datasets.filter(({ columns }) => "count" in columns);

it.each(ofMatters.map((dataset) => [dataset.id, dataset] as const))(
  "of %s",
  async (id, dataset) => {
    const random = seeded(7);
    const asked = Object.entries(dataset.columns).filter(
      ([key]) => !["section", "for_metrics", "count"].includes(key),
    );
    const days = asked.filter(([, { type }]) => type === "date").map(([key]) => key);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
    /** Days of a row come in the order of their columns, a month each. */
    const cell = (key: string, { type, words, required }: Column, n: number): string => {
      if (type === "id") return `n-${n}`;
      if (!required && random() < 0.1) return "";
      if (type === "date") {
        const month = String(Math.min(12, days.indexOf(key) + 1)).padStart(2, "0");
        return `2023-${month}-${String(1 + Math.floor(random() * 27)).padStart(2, "0")}`;
      }
      if (type === "text") return `第${n}项`;
      const isWord = type === "word" || type === "words";
      return isWord ? pick((words ?? ["甲类", "乙类"]).slice(0, 4)) : pick(["3", "40", "500"]);
    };
    const rows = Array.from({ length: 60 }, (_, n) =>
      asked.map(([key, column]) => cell(key, column, n)),
    );
    const published = async (list: readonly (readonly string[])[]) => {
      const head = asked.map(([, { label }]) => label);
      const csv = [head, ...list].map((cells) => cells.join()).join("\n");
      const folder = memoryFolder({ "site.yaml": SITE, [`2023/${id}.csv`]: csv });
      const { site, problems } = await loadSite(folder);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      const year = site!.latest;
      const release = year.release(id);
      const all = [
        [...year.figures.values()].map((figure) => figureJson(year, figure)),
        release ? [...releaseJson(release)] : [],
        year.checks.map(({ id, holds, difference }) => [id, holds, difference]),
      ];
      return JSON.stringify(all, (key, value) => (/^(?:places|source)$/.test(key) ? null : value));
    };
    const whole = await published(rows);
    expect(await published(rows.toReversed())).toBe(whole);
    const order = new Map(rows.map((row) => [row, random()]));
    expect(await published(rows.toSorted((a, b) => order.get(a)! - order.get(b)!))).toBe(whole);
  },
);
