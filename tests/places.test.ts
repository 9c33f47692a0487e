/** A body whose places are no 街道 says its own word for them, wherever the program names them. */
import { expect, test } from "vitest";
import { chartsOf } from "../src/charts/of-site.ts";
import { render } from "../src/charts/render.ts";
import { complaints } from "../src/datasets/complaints.ts";
import { crossCsv } from "../src/downloads/crosses.ts";
import { fieldsOf } from "../src/downloads/dictionary.ts";
import { releaseTable } from "../src/downloads/rows.ts";
import { exploreTable } from "../src/explore/table.ts";
import { methodText } from "../src/figures/method.ts";
import { wordLists } from "../src/search/words.ts";
import { placeOf } from "../src/text/place.ts";
import { aspectsOf } from "../src/tickets/of-site.ts";
import { listHeadline } from "../src/tickets/sentences.ts";
import { awaited, tableNotes } from "../src/topics/lacking.ts";
import { topicsOf } from "../src/topics/of-site.ts";
import { UNKNOWN_AMOUNT } from "../src/values/amount.ts";
import { madeSite } from "./support/made-site.ts";

test.each([
  [["花桥社区", "科苑社区"], "社区"],
  [["石桥村", "上河村"], "村"],
  [["花桥社区", "石桥村"], "村（社区）"],
  [["城关镇"], "镇"],
  [["东乡", "西乡"], "乡"],
  [["城关镇", "东乡"], "乡镇"],
  [["江岸区", "新洲县", "麻城市"], "区县"],
  [["东片区", "西片区"], "片区"],
  [["河口街道", "古塔街道"], "街道"],
  [["河口街道", "古塔镇"], "街道"],
  [["开发区管委会", "石桥村"], "街道"],
  [[], "街道"],
])("%j are %s", (names, place) => expect(placeOf(names)).toBe(place));

const tickets = (...places: string[]) =>
  `渠道,受理日期,应办结日期,办结日期,状态,满意度,社区,类别\n${places
    .flatMap((place, i) =>
      Array.from(
        { length: 30 },
        (_, day) =>
          `12345热线,2023-03-${String(day + 1).padStart(2, "0")},2023-06-10,2023-05-${String((day % 20) + i + 1).padStart(2, "0")},已办结,满意,${place},噪声\n`,
      ),
    )
    .join("")}`;

test.each([
  ["by the ends of their names", "", ["花桥社区", "科苑社区"], "社区"],
  ["as site.yaml says", "地点名称: 网格\n", ["甲", "乙"], "网格"],
])("everywhere: %s", async (_, settings, places, word) => {
  const site = await madeSite(
    {
      "2023/complaints.csv": tickets(...places),
      "vocabularies.yaml": `街道: [${places.join(", ")}]\n投诉类别: [噪声]\n`,
    },
    settings,
  );
  const year = site.latest;
  const drawn = chartsOf(site).map((chart) => [chart.question, render(site, chart, year)] as const);
  const said = JSON.stringify([
    drawn.map(([question, { title, view }]) => [
      question,
      title,
      view.subtitle,
      view.dimension,
      view.notes,
    ]),
    [...site.metrics.values()].map(({ label, definition }) => [label, definition]),
    [...year.figures.values()].map((figure) => methodText(figure, year)),
    [...year.tables.values()].map((table) => [table.metric.label, crossCsv(year, table).fields]),
    releaseTable(year.release("complaints")!).fields,
    exploreTable(site.years, complaints)?.columns.map(({ label }) => label),
    fieldsOf(site, complaints).map(({ label }) => label),
    wordLists(site),
    aspectsOf(site).map(({ noun, others }) => [
      noun,
      others,
      listHeadline(noun, [], UNKNOWN_AMOUNT),
    ]),
    topicsOf(site).map((topic) => [
      topic.headline(year),
      [...awaited(site, topic).keys()],
      tableNotes(year, topic),
    ]),
  ]);
  expect(said.match(/.{0,20}街.{0,20}/g) ?? []).toEqual([]);
  expect(said.split(word).length).toBeGreaterThan(20);
});
