/** Tickets are called complaints only where the data or the bureau's report say that they are. */
import { expect, test } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";

const HEAD = "渠道,诉求类型,状态\n";
const ticket = (kind: string, channel = "12345热线") => `${channel},${kind},已办结\n`;
const INDICATORS = "指标编号,指标名称,数值,单位,报告章节\n";

test.each<[string, Record<string, string>, string]>([
  ["complaints and reports only", { complaints: HEAD + ticket("投诉") + ticket("举报") }, "投诉"],
  ["one that asks", { complaints: HEAD + ticket("投诉") + ticket("咨询") }, "诉求"],
  ["one that thanks", { complaints: HEAD + ticket("投诉") + ticket("感谢") }, "诉求"],
  ["one that does not say", { complaints: HEAD + ticket("投诉") + ticket("") }, "诉求"],
  ["none that says", { complaints: HEAD + ticket("") }, "诉求"],
  ["no column of kinds", { complaints: "渠道,件数\n12345热线,12\n" }, "诉求"],
  [
    "messages that ask are no tickets",
    { complaints: HEAD + ticket("投诉") + ticket("咨询", "公众号") },
    "投诉",
  ],
  [
    "a report that calls them requests",
    { indicators: `${INDICATORS}complaints,受理诉求,9,件,一\n` },
    "诉求",
  ],
  [
    "a report that calls them tickets",
    { indicators: `${INDICATORS}complaints,受理工单,9,件,一\n` },
    "诉求",
  ],
  [
    "a report that calls them complaints",
    { indicators: `${INDICATORS}complaints,受理投诉工单,9,件,一\n` },
    "投诉",
  ],
  [
    "such a report, and rows that say otherwise",
    {
      indicators: `${INDICATORS}complaints,受理投诉工单,9,件,一\n`,
      complaints: HEAD + ticket("咨询"),
    },
    "诉求",
  ],
])("%s", async (_, files, word) => {
  const texts = Object.entries(files).map(([name, text]) => [`2023/${name}.csv`, text]);
  const { site } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某镇人民政府\n网站名称: 法治\n",
      ...Object.fromEntries(texts),
    }),
  );
  expect(site?.latest.tickets).toBe(`${word}工单`);
  const other = word === "投诉" ? "诉求" : "投诉";
  const said = [...(site?.metrics.values() ?? [])].map(({ definition }) => definition);
  expect(said.filter((text) => text.includes(`${other}工单`))).toEqual([]);
});
