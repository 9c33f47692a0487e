/** complaints.csv: day by day, so that any number of them needs no more memory than one day. */
import { DATES, type DateForm, firstDay, lastDay, partsOf } from "../calendar.ts";
import type { Sheet } from "../output.ts";
import { chooser, seeded } from "../random.ts";
import { outerStreet, SLOWNESS, sometimes, townStreet } from "../words.ts";
import { countsByDay } from "./arrivals.ts";
import { CATEGORIES, inMonth } from "./category.ts";
import { handlingOf } from "./handling.ts";

const HEADER = [
  "工单编号",
  "受理日期",
  "渠道",
  "诉求类型",
  "类别",
  "签收日期",
  "首次联系",
  "应办结日期",
  "办结日期",
  "状态",
  "重复",
  "解决情况",
  "满意度",
  "承办单位",
  "街道",
];

/** Channels that open a numbered ticket; what comes by the others is a message. */
export const TICKETS: readonly string[] = ["12345热线", "12319热线", "数字城管", "上级交办"];
/** What is no ticket of the bureau's: the report counts the others. */
const NOT_HANDLED: readonly string[] = ["退回", "不予受理", "作废"];
const channelOf = chooser([
  ["12345热线", 60],
  ["数字城管", 21],
  ["12319热线", 8],
  ["小程序", 4],
  ["公众号", 2.6],
  ["上级交办", 1.8],
  ["领导留言", 1],
  ["网站信箱", 0.8],
  ["来信来访", 0.5],
  ["媒体", 0.2],
  ["其他", 0.1],
]);

/** Kinds and the working days within which each must be answered. */
const KINDS = {
  投诉: { weight: 60, days: 7 },
  举报: { weight: 15, days: 10 },
  求助: { weight: 10, days: 5 },
  咨询: { weight: 9, days: 3 },
  建议: { weight: 3.5, days: 10 },
  其他: { weight: 1.7, days: 7 },
  感谢: { weight: 0.8, days: 5 },
} as const;
type Kind = keyof typeof KINDS;
const kindOf = chooser((Object.keys(KINDS) as Kind[]).map((kind) => [kind, KINDS[kind].weight]));
const GAS_DAYS = 2;

const solvedOf = chooser([
  ["已解决", 84],
  ["部分解决", 9],
  ["未解决", 7],
]);
const content = chooser([
  ["未评价", 60],
  ["非常满意", 15],
  ["满意", 17],
  ["基本满意", 6],
  ["不满意", 1.5],
  ["非常不满意", 0.5],
]);
const discontent = chooser([
  ["未评价", 58],
  ["满意", 4],
  ["基本满意", 11],
  ["不满意", 18],
  ["非常不满意", 9],
]);

/** What the report says about them. */
export interface ComplaintTotals {
  tickets: number;
  resolved: number;
  messages: number;
  byChannel: Map<string, number>;
}

/** Writes one year's tickets, ordered by day; what is open on 31 December stays open. */
export function writeComplaints(
  year: number,
  total: number,
  sheet: Sheet,
  date: DateForm,
): ComplaintTotals {
  const random = seeded(`${year} complaints`);
  const last = lastDay(year);
  const pace = 1 - 0.05 * Math.max(-2, Math.min(2, year - 2023));
  const categories = Array.from({ length: 12 }, (_, month) =>
    chooser(CATEGORIES.map((category) => [category, inMonth(category, month, year)])),
  );
  const totals: ComplaintTotals = {
    tickets: 0,
    resolved: 0,
    messages: 0,
    byChannel: new Map(),
  };

  sheet.row(HEADER);
  const written = new Array<string>(HEADER.length);
  for (const [index, count] of countsByDay(year, total).entries()) {
    const day = firstDay(year) + index;
    const { month } = partsOf(day);
    const number = `GD${DATES.digits(day)}`;
    for (let i = 1; i <= count; i++) {
      const channel = channelOf(random);
      const kind = kindOf(random);
      const category = categories[month - 1]!(random);
      const street = (category.outer ? outerStreet : townStreet)(random);
      const days = category.name === "燃气安全" ? GAS_DAYS : KINDS[kind].days;
      const slowness = pace * SLOWNESS.get(street)! * (category.outer ? 1.15 : 1);
      const life = handlingOf(random, day, days, slowness, last);

      const ticket = TICKETS.includes(channel);
      const valid = !NOT_HANDLED.includes(life.state);
      if (valid) totals[ticket ? "tickets" : "messages"]++;
      if (ticket && life.state === "已办结") totals.resolved++;
      if (valid) {
        totals.byChannel.set(channel, (totals.byChannel.get(channel) ?? 0) + 1);
      }

      const closed = life.state === "已办结";
      const solved = closed ? solvedOf(random) : "";
      const judged = solved === "" ? "" : (solved === "已解决" ? content : discontent)(random);
      const again = random() < (life.late ? 0.22 : 0.07) ? "是" : "否";
      written[0] = number + String(i).padStart(5, "0");
      written[1] = date(day);
      written[2] =
        year === 2022 && channel === "12345热线" && random() < 0.2 ? "市民热线" : channel;
      written[3] = sometimes(random, kind);
      written[4] = sometimes(random, category.name);
      written[5] = life.signed === null ? "" : date(life.signed);
      written[6] = life.contact === null ? "" : sometimes(random, date(life.contact));
      written[7] = life.due === null ? "" : date(life.due);
      written[8] = life.closed === null ? "" : date(life.closed);
      written[9] = life.state;
      written[10] = sometimes(random, again);
      written[11] = closed ? sometimes(random, solved) : "";
      written[12] = closed ? sometimes(random, judged) : "";
      written[13] = sometimes(random, category.unit);
      written[14] = sometimes(random, street);
      sheet.row(written);
    }
  }
  sheet.end();
  return totals;
}
