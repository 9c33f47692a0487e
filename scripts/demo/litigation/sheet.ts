/** litigation.csv of a year, as its disputes stood on 31 December. */
import { type DateForm, lastDay } from "../calendar.ts";
import type { Sheet } from "../output.ts";
import { seeded } from "../random.ts";
import { sometimes } from "../words.ts";
import { dealtWith } from "./dispute.ts";

const HEADER = [
  "争议编号",
  "类别",
  "审级",
  "本局地位",
  "受理日期",
  "机关或法院",
  "被诉行为",
  "状态",
  "结果",
  "结案日期",
  "开庭",
  "负责人出庭",
];

export interface LitigationTotals {
  litigation: number;
  first: number;
  second: number;
  hearings: number;
  appearances: number;
  reconsiderations: number;
  arbitrations: number;
}

/**
 * Writes the instances that a year dealt with, as they stood on 31 December. One that is still open
 * has not been heard: so no hearing stands in two years.
 */
export function writeLitigation(
  year: number,
  sheet: Sheet,
  { date, headerAgain }: { date: DateForm; headerAgain: boolean },
): LitigationTotals {
  const random = seeded(`${year} litigation as exported`);
  const last = lastDay(year);
  const instances = dealtWith(year);
  const totals: LitigationTotals = {
    litigation: 0,
    first: 0,
    second: 0,
    hearings: 0,
    appearances: 0,
    reconsiderations: 0,
    arbitrations: 0,
  };
  sheet.row(HEADER);
  for (const [index, one] of instances.entries()) {
    // Two exports pasted together leave the header in the middle.
    if (headerAgain && index === Math.floor(instances.length / 2)) sheet.row(HEADER);
    const open = one.closed > last;
    const court = one.category === "行政诉讼" || one.category === "行政赔偿";
    const heard = !open && one.heard;
    // Heads must attend the hearings of reconsiderations since 2024; before, none were written down.
    const hearing = one.category === "行政复议" && year >= 2024;
    if (one.category === "行政诉讼") {
      totals.litigation++;
      if (one.instance === "一审") totals.first++;
      if (one.instance === "二审") totals.second++;
      if (one.instance === "一审" && heard) {
        totals.hearings++;
        if (one.head) totals.appearances++;
      }
    }
    if (one.category === "行政复议") totals.reconsiderations++;
    if (one.category === "劳动仲裁") totals.arbitrations++;
    sheet.row([
      one.dispute,
      one.category,
      one.instance,
      one.role,
      date(one.accepted),
      one.body,
      sometimes(random, one.act),
      open ? (one.suspended ? "中止" : "在办") : "已结",
      open ? "" : one.result,
      open ? "" : date(one.closed),
      court || hearing || one.category === "劳动仲裁" ? (heard ? "是" : "否") : "",
      (court || hearing) && heard ? (one.head ? "是" : "否") : "不适用",
    ]);
  }
  sheet.end();
  return totals;
}
