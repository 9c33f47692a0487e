/** What every metric names as its basis has been read, and says no more than was read. */
import { describe, expect, it } from "vitest";
import { metrics } from "../src/metrics/index.ts";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The sources that were read, or known from others that quote them, and of which articles. */
const READ: Readonly<Record<string, readonly number[]>> = {
  行政处罚法: [9, 18, ...range(44, 63), 72, 85],
  行政诉讼法: [3, 62, ...range(69, 78), 89],
  行政复议法: [28, 30, 33, 41, 51, ...range(61, 74)],
  "法释〔2020〕3号": [1, 2, 6, 7, 8],
  行政许可法: [32, 38, 40, 42, 49, 50, 69, 82],
  政府信息公开条例: [20, 26, 49],
  "国办发〔2018〕118号": [],
  "国办发〔2015〕58号": [],
  住房和城乡建设行政处罚程序规定: [10],
  法治政府建设与责任落实督察工作规定: [24],
  贵州省政府令第214号: [3],
  统计表填表说明: [],
  放假安排: [],
  本站口径: [],
};
/** Named somewhere, read by nobody. */
const UNREAD = ["GB/T 33358", "GB/T 30428", "GB/T 9704"];
/** The name of a law, a decree, a standard. */
const LAW = /[\p{Script=Han}]{2,}(?:法|条例|规定|办法)(?!院)|〔\d{4}〕\d+号|令第\d+号|GB\/T|法释/u;

describe("the basis of a metric", () => {
  it.each(metrics.map(({ id, basis }) => [id, basis] as const))("%s: %s", (_, basis) => {
    for (const name of UNREAD) expect(basis).not.toContain(name);
    for (const part of basis.split(/[；;]/)) {
      const source = Object.keys(READ).find((name) => part.includes(name));
      expect(source, `“${part}” is not in the list of what was read`).toBeDefined();
      const rest = Object.keys(READ).reduce((text, name) => text.replaceAll(name, ""), part);
      expect(rest, "more is named than was read").not.toMatch(LAW);
      for (const article of articlesOf(part)) expect(READ[source!], part).toContain(article);
    }
  });

  it("tells articles apart", () => {
    expect(articlesOf("行政复议法第六十三条至第六十七条、第七十一条")).toEqual([63, 67, 71]);
    expect(articlesOf("行政处罚法第五章")).toEqual([]);
  });
});

function articlesOf(text: string): number[] {
  return [...text.matchAll(/第([一二三四五六七八九十百]+)条/g)].map(([, number = ""]) => {
    const [hundreds = "", below] = number.includes("百") ? number.split("百") : ["", number];
    const [tens = "", ones = ""] = below!.includes("十") ? below!.split("十") : ["零", below];
    const digit = (text: string) => "零一二三四五六七八九".indexOf(text);
    const ten = below!.includes("十") ? (tens === "" ? 1 : digit(tens)) : 0;
    return (hundreds ? digit(hundreds) * 100 : 0) + ten * 10 + (ones ? digit(ones) : 0);
  });
}
