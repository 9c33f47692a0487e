/** A number that the bureau wrote in an earlier year and not in this one is said with its own year. */
import { expect, test } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { lastPublished } from "../src/site/published.ts";
import { amountText } from "../src/text/format.ts";

const HEAD = "指标编号,指标名称,数值,单位,报告章节\n";

test.each<[string, readonly string[], string | null]>([
  ["only before", ["12", ""], "2022年12户"],
  ["two years ago", ["12", "", ""], "2022年12户"],
  ["the last of two", ["12", "15", ""], "2023年15户"],
  ["this year too", ["12", "15"], null],
  ["zero before", ["0", ""], "2022年0户"],
  ["more than 70 before", ["70余", ""], "2022年70余户"],
  ["named without a number before", ["12", "-", ""], "2022年12户"],
  ["this year named without a number", ["12", "-"], null],
  ["never", ["", ""], null],
])("%s", async (_, values, said) => {
  const row = (value: string) => (value ? `homes,走访,${value === "-" ? "" : value},户,一\n` : "");
  const { site } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某镇人民政府\n网站名称: 法治\n",
      ...Object.fromEntries(
        values.map((value, i) => [
          `${2022 + i}/indicators.csv`,
          `${HEAD}events,活动,3,次,一\n${row(value)}`,
        ]),
      ),
    }),
  );
  const last = site && lastPublished(site.latest, "homes");
  expect(last && `${last.year}年${amountText(last.amount, last.unit)}`).toBe(said);
});
