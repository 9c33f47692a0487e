/**
 * Any table of matters, written as counts: each rate, share and median of the site is that of its rows,
 * or not said, and is never kinder or harsher.
 */
import { expect, it } from "vitest";
import { numbersFrom } from "../scripts/demo/random.ts";
import { countsOf } from "../scripts/lib/import-counts.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Group } from "../src/metrics/engine/counter.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
const YEAR = 2024;
/** Points by which a rate, and a share of a breakdown, may differ. */
const [RATE, SHARE] = [1, 5];

const day = (n: number) => new Date(Date.UTC(YEAR, 0, 1 + n)).toISOString().slice(0, 10);

interface Dice {
  upTo(most: number): number;
  oneOf(words: string): string;
  /** One in so many. */
  is(of: number): boolean;
}

const TABLES: Readonly<
  Record<string, readonly [head: string, row: (n: number, d: Dice) => string]>
> = {
  complaints: [
    "工单编号,受理日期,渠道,类别,应办结日期,办结日期,状态,重复,满意度,街道",
    (n, { upTo, oneOf, is }) => {
      const [from, open] = [upTo(320), is(10)];
      const closed = open ? "," : `${day(from + upTo(is(2) ? 30 : 12))},`;
      const state = open ? "办理中" : is(20) ? "退回" : "已办结";
      return `单${n},${day(from)},${is(5) ? "数字城管" : "12345热线"},${oneOf("占道 噪声 违建")},${day(from + 15)},${closed}${state},${is(9) ? "是" : "否"},${open || is(3) ? "" : oneOf("满意 不满意")},${oneOf("甲街 乙街 丙街 丁街 戊街")}`;
    },
  ],
  cases: [
    "案件编号,案由,立案日期,决定日期,程序,当事人类型,处罚种类,罚款金额,法制审核,应当审核,公示日期,街道,执法领域",
    (n, { upTo, oneOf, is }) => {
      const [from, due] = [upTo(280), is(3)];
      return `案${n},占道,${day(from)},${day(from + upTo(40))},${oneOf("简易 普通 普通")},${oneOf("自然人 自然人 法人")},${oneOf("罚款 警告 没收违法所得")},${oneOf("100 200 1000")},${due ? oneOf("是 是 否") : ""},${due ? "是" : "否"},${is(5) ? "" : day(from + 41 + upTo(14))},${oneOf("甲街 乙街")},${oneOf("市容环卫 规划建设 燃气")}`;
    },
  ],
  licences: [
    "受理日期,事项,许可类别,结果,决定日期,当事人类型",
    (_, { upTo, oneOf, is }) => {
      const from = upTo(300);
      return `${day(from)},${oneOf("户外广告 占道 挖掘")},普通,${is(8) ? "不予" : "准予"},${day(from + upTo(40))},${oneOf("自然人 法人")}`;
    },
  ],
  litigation: [
    "争议编号,类别,审级,受理日期,机关或法院,被诉行为,状态,结果,结案日期,负责人出庭",
    (n, { upTo, oneOf, is }) => {
      const from = upTo(250);
      return `诉${n},${is(2) ? "行政复议," : "行政诉讼,一审"},${day(from)},某院,行政处罚,已结,${oneOf("维持 撤销")},${day(from + upTo(60))},${oneOf("正职 副职 未出庭")}`;
    },
  ],
};

function sizes(groups: readonly Group[] | null): Map<string, number> {
  return new Map(
    (groups ?? []).flatMap(({ word, amount }) =>
      amount.state === "known" && word !== "" ? [[word, amount.value] as const] : [],
    ),
  );
}

const WANTED = Object.keys(TABLES).flatMap((id) =>
  [80, 330, 640].map((rows, seed) => [id, rows, seed] as const),
);

it.each(WANTED)("%s of %i rows", async (id, size, seed) => {
  const random = numbersFrom(seed * 31 + size);
  const upTo = (most: number) => Math.floor(random() * most);
  const words = (list: string) => list.split(" ");
  const dice: Dice = {
    upTo,
    oneOf: (list) => words(list)[upTo(words(list).length)]!,
    is: (of) => upTo(of) === 0,
  };
  const [head, row] = TABLES[id]!;
  const text = [head, ...Array.from({ length: size }, (_, n) => row(n, dice))].join("\n");
  const path = `${YEAR}/${id}.csv`;
  const { rows } = await importExports((await memoryFolder({ [path]: text }).files())!, {
    vocabularies: new Map(),
    imports: new Imports(""),
    nameId: rowNamer("a key of the tests"),
  });
  const [[system, years] = []] = rows;
  const written = years!.get(YEAR)!;
  const siteOf = async (csv: string) => {
    const { site, problems } = await loadSite(memoryFolder({ "site.yaml": SITE, [path]: csv }));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    return site!.latest.figures;
  };
  const ofRows = await siteOf([...written.csv()].join(""));
  const ofCounts = await siteOf((await countsOf(system!, YEAR, written, "nowhere")).text);
  for (const [name, { amount, metric, groups }] of ofCounts) {
    const whole = ofRows.get(name)!;
    const isTold = amount.state === "known" || amount.state === "small";
    if (isTold && (metric.kind === "ratio" || metric.kind === "quantile")) {
      const most = metric.kind === "ratio" ? RATE : 0;
      const off =
        amount.state === "known" && whole.amount.state === "known"
          ? Math.abs(amount.value - whole.amount.value)
          : Number(amount.state !== whole.amount.state) * 100;
      expect(off, name).toBeLessThanOrEqual(most);
    }
    const [told, there] = [sizes(groups), sizes(whole.groups)];
    const sum = (of: Map<string, number>) => [...of.values()].reduce((all, n) => all + n, 0);
    if (sum(told) === 0 || metric.kind !== "count") continue;
    for (const [word, count] of there) {
      const off = Math.abs((told.get(word) ?? 0) / sum(told) - count / sum(there)) * 100;
      expect(off, `${name} ${word}`).toBeLessThanOrEqual(SHARE);
    }
  }
  const all = ofCounts.get(id)!.amount;
  expect(all.state, "how many there are is always said").toBe("known");
});
