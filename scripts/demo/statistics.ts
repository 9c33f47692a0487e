/** 行政执法统计年报 of the demo: the printed table of penalties, made of the same cases as cases.csv. */
import type { CaseTotals } from "./cases/sheet.ts";

export const STATISTICS_HEADER = ["类别", "项目", "单位", "数值", "说明"];

/** The items of the table as a province joins them, light to heavy. */
const ITEMS: readonly (readonly string[])[] = [
  ["警告", "通报批评"],
  ["罚款"],
  ["没收违法所得", "没收非法财物"],
  ["暂扣许可证件"],
  ["降低资质等级"],
  ["吊销许可证件"],
  ["限制开展生产经营活动"],
  ["责令停产停业"],
  ["责令关闭", "限制从业"],
  ["行政拘留"],
];

/** A decision with several kinds stands under the heaviest, as the notes of the printed tables say. */
export function statisticsRows({ penalties, amount, simple }: CaseTotals): string[][] {
  const counts = ITEMS.map(() => 0);
  let other = 0;
  for (const kinds of penalties) {
    const at = ITEMS.findLastIndex((item) => item.some((kind) => kinds.split("；").includes(kind)));
    if (at < 0) other++;
    else counts[at]!++;
  }
  const row = (item: string, value: number, unit = "件", note = "") => [
    "行政处罚",
    item,
    unit,
    String(value),
    note,
  ];
  return [
    ...ITEMS.map((item, at) => row(item.join("、"), counts[at]!)),
    row("其他行政处罚", other),
    row("合计", penalties.length, "件", "一份决定有两种以上处罚的，只计最重的一种"),
    row("罚没金额", amount, "元", "以决定书写明的为准，不是到账数"),
    row("适用简易程序", simple),
  ];
}
