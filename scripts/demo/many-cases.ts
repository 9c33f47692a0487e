/** Cases by the hundred thousand, for measuring: of companies, so that each is a row of its own. */
import { between, oneOf, seeded } from "./random.ts";

const FIELDS = ["规划建设", "住建", "燃气", "水务", "环境保护", "园林绿化", "市容环卫"];
const ORIGINS = ["巡查发现", "投诉举报", "上级交办", "部门移送"];
const STREETS = [
  "澄砚街道",
  "栖梧街道",
  "霁川街道",
  "望榆街道",
  "鹿眠街道",
  "锦篱街道",
  "石笙街道",
];

/** A year's cases.csv; the words are those of the demo bureau. */
export function manyCases(year: number, count: number): string {
  const random = seeded(`many cases ${year}`);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = () => `${year}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`;
  const lines = [
    "案件编号,立案日期,执法领域,案件来源,程序,当事人类型,处罚种类,罚款金额,街道,公开方式,结案日期,执行情况,结案方式",
  ];
  for (let i = 0; i < count; i++) {
    const [filed, closed] = [day(), day()].sort();
    lines.push(
      [
        `测试${i}`,
        filed,
        oneOf(random, FIELDS),
        oneOf(random, ORIGINS),
        oneOf(random, ["简易程序", "普通程序"]),
        "法人",
        oneOf(random, ["罚款", "警告", "警告;罚款"]),
        between(random, 1, 20_000),
        oneOf(random, STREETS),
        "公开",
        closed,
        oneOf(random, ["自觉履行", "未到期"]),
        "履行完毕",
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}
