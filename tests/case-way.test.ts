/** The way of a case: bars only for what may be compared, a step of which nothing is known dashed, the worst step in the title. */
import { describe, expect, test } from "vitest";
import { reviewToDisclosure } from "../src/charts/cases/review-to-disclosure.ts";
import { plain, render } from "../src/charts/render.ts";
import { consistency } from "../src/questions/consistency.ts";
import { madeSite } from "./support/made-site.ts";

const CASES =
  "执法领域,立案日期,决定日期,处罚种类,罚款金额,公开方式,公示日期,应当审核,法制审核,件数\n";
const row = (count: number, disclosed: string, reviewed = "是") =>
  `燃气,2023-05-01,2023-05-08,罚款,,公开,${disclosed},是,${reviewed},${count}\n`;

async function drawn(files: Record<string, string>) {
  const site = await madeSite(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`2023/${name}.csv`, text])),
  );
  const { title, narrow, view, values } = render(site, reviewToDisclosure, site.latest);
  return { title: plain(title), bars: narrow?.match(/<rect/g)?.length ?? 0, view, values, narrow };
}

describe.each<[string, Record<string, string>, string, number]>([
  [
    "of two steps that were missed the worse is told",
    { cases: CASES + row(10, "2023-05-10") + row(5, "2023-08-01") + row(1, "2023-05-10", "否") },
    "应公示的16件处罚决定，5件没有按时公示",
    6,
  ],
  [
    "all was done: a full bar, no outline",
    { cases: CASES + row(12, "2023-05-10") },
    "应当法制审核的12件处罚都审核了；应公示的12件处罚决定都按时公示了",
    4,
  ],
  [
    "one alone",
    { cases: CASES + row(1, "2023-05-10") },
    "应当法制审核的1件处罚审核了；应公示的1件处罚决定按时公示了",
    4,
  ],
  [
    "what some rows leave open is known of the others",
    {
      cases: `${CASES}${row(5, "2023-05-10")}燃气,2023-05-01,2023-05-08,罚款,,,,,,2\n`,
    },
    "案件7件；执行未公布",
    2,
  ],
  [
    "none that was due is a number",
    { cases: `${CASES}燃气,2023-05-01,2023-05-08,罚款,,仅汇总,,否,,2\n` },
    "案件2件；执行未公布",
    2,
  ],
  [
    "numbers of the report alone are words",
    {
      indicators:
        "指标编号,指标名称,数值,单位,栏目,报告章节\ncases,案件,40,件,案件,一\nlegal-reviews,审核,76,件次,案件,二\n",
    },
    "案件40件；处罚、公开、执行这3步未公布",
    0,
  ],
])("%s", (_, files, title, bars) => {
  test("title, bars, words", async () => {
    const got = await drawn(files);
    expect(got.title).toBe(title);
    expect(got.bars).toBe(bars);
    expect(got.narrow).toContain("未公布");
    expect(got.values).toContain("执行：未公布");
  });
});

test("open disagreements that a question counts keep their red", async () => {
  const site = await madeSite({
    "2023/indicators.csv":
      "指标编号,指标名称,数值,单位,栏目,报告章节\nlicences,许可,6,件,监督,一\nlicences,许可,8,件,监督,三\ncases,案件,1,件,案件,三\n",
  });
  expect(render(site, consistency.chart, site.latest).narrow).toContain("--alert");
});
