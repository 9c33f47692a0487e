/** Labour arbitration is about a person: how many there are is public, of one alone nothing is. */
import { describe, expect, it } from "vitest";
import { litigation } from "../src/datasets/litigation.ts";
import { figureJson } from "../src/downloads/figures.ts";
import { releaseJson } from "../src/downloads/rows.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { type Cells, folderOf, seeded } from "./support/bureaus.ts";

async function published(rows: readonly Cells[]) {
  const { site, problems } = await loadSite(
    memoryFolder(folderOf({ "2024/litigation.csv": rows })),
  );
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const year = site.years[0]!;
  const shown = [...releaseJson(year.release(litigation.id)!)];
  const figures = [...year.figures.values()].map((figure) => figureJson(year, figure));
  return { year, shown, text: JSON.stringify({ shown, figures }) };
}

const suit = (at: number): Cells => ({
  争议编号: `诉${at}`,
  类别: at % 3 === 0 ? "行政复议" : "行政诉讼",
  审级: at % 3 === 0 ? "复议" : "一审",
  本局地位: at % 3 === 0 ? "被申请人" : "被告",
  受理日期: `2024-${String(1 + (at % 12)).padStart(2, "0")}-10`,
  状态: "已结",
  结果: at % 3 === 0 ? "维持" : "驳回诉讼请求",
  结案日期: `2024-12-${10 + (at % 12)}`,
  开庭: at % 3 === 0 ? "" : "是",
  负责人出庭: at % 3 === 0 ? "" : "是",
});

const RESULTS = ["调解", "准许撤诉", "责令履行", "其他", ""];
function arbitration(seed: number): Cells {
  const random = seeded(seed);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
  return {
    争议编号: `裁${seed}`,
    类别: "劳动仲裁",
    审级: "",
    本局地位: "被申请人",
    受理日期: `2024-${month}-0${1 + (seed % 9)}`,
    状态: "已结",
    结果: RESULTS[Math.floor(random() * RESULTS.length)]!,
    结案日期: "",
    开庭: random() < 0.5 ? "是" : "否",
    负责人出庭: random() < 0.5 ? "否" : "",
  };
}

const suits = Array.from({ length: 24 }, (_, at) => suit(at));

describe("arbitrations", () => {
  it("do not leave one by one, and suits do", async () => {
    const { shown, year } = await published([...suits, arbitration(1), arbitration(2)]);
    const single = shown.filter(({ alike }) => !alike);
    expect(single).toHaveLength(suits.length);
    expect(single.every(({ category }) => category !== "劳动仲裁")).toBe(true);
    expect(shown.filter(({ alike }) => alike)).toEqual([
      { ...empty(single[0]!), count: { suppressed: true }, alike: true },
    ]);
    expect(amountOf(year, "arbitrations")).toMatchObject({ value: 2 });
    expect(amountOf(year, "hearings")).toMatchObject({ value: 16 });
  });

  it("of which an intruder who replays the program learns nothing but how many", async () => {
    for (const count of [1, 2, 4]) {
      const texts = new Set<string>();
      for (let twin = 0; twin < 6; twin++) {
        const own = Array.from({ length: count }, (_, at) => arbitration(twin * 10 + at));
        texts.add((await published([...suits, ...own])).text);
      }
      expect(texts.size).toBe(1);
    }
  });

  it("that the report itself counts stay as it writes them", async () => {
    const stated = {
      ...suit(0),
      类别: "劳动仲裁",
      审级: "",
      争议编号: "",
      受理日期: "",
      结案日期: "",
    };
    const rows = [...suits, stated].map((row, at) => ({
      ...row,
      件数: at === suits.length ? "7" : "1",
      报告章节: at === suits.length ? "三(二)" : "",
    }));
    const { shown } = await published(rows);
    expect(shown.find(({ category }) => category === "劳动仲裁")).toMatchObject({ count: 7 });
  });
});

function empty(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(row)
      .filter((key) => key !== "source")
      .map((key) => [key, null]),
  );
}

function amountOf(year: Awaited<ReturnType<typeof published>>["year"], id: string): unknown {
  return (figureJson(year, year.figures.get(id)!) as { amount: unknown }).amount;
}
