/** 投诉工单: day by day, so that any number of them needs no more memory than one day. */
import {
  addWorkdays,
  DATES,
  type DateForm,
  firstDay,
  isHoliday,
  isWorkday,
  lastDay,
  partsOf,
  weekday,
} from "./calendar.ts";
import type { Sheet } from "./output.ts";
import { between, chooser, logNormal, type Random, seeded } from "./random.ts";
import { outerStreet, SLOWNESS, sometimes, townStreet } from "./words.ts";

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

interface Category {
  name: string;
  share: number;
  /** How much of it there is in each month, 10 being the middle. */
  months: readonly number[];
  /** Growth from one year to the next. */
  trend: number;
  outer?: true;
  unit: string;
}

const CATEGORIES: readonly Category[] = [
  of("占道经营", 21, [8, 7, 10, 11, 12, 13, 12, 12, 11, 10, 8, 8], 0.95, "市容大队"),
  of("噪声扰民", 15, [6, 5, 8, 10, 12, 15, 18, 18, 13, 9, 7, 6], 1.02, "环境大队"),
  of("油烟扰民", 10, [6, 5, 7, 9, 12, 17, 20, 19, 14, 9, 7, 6], 0.9, "环境大队"),
  of("环卫保洁", 10, [11, 12, 10, 9, 9, 10, 10, 10, 10, 11, 11, 10], 0.97, "环卫中心"),
  of("停放秩序", 12, [9, 9, 10, 10, 11, 10, 10, 10, 11, 11, 10, 9], 1.22, "市容大队"),
  outer("违法建设", 9, [7, 8, 12, 13, 12, 10, 9, 9, 10, 11, 10, 8], 0.88, "规划大队"),
  of("园林绿化", 6, [5, 5, 8, 9, 8, 8, 9, 10, 15, 20, 17, 7], 1.05, "园林中心"),
  of("户外广告", 3, [13, 9, 9, 10, 10, 10, 9, 9, 10, 10, 10, 11], 1, "市容大队"),
  outer("工地扬尘", 4.5, [6, 5, 12, 14, 13, 10, 8, 8, 12, 14, 11, 7], 0.93, "住建大队"),
  of("供水排水", 3, [7, 6, 8, 9, 11, 16, 19, 16, 10, 7, 6, 6], 1, "水务大队"),
  of("燃气安全", 2.5, [17, 16, 11, 9, 7, 6, 6, 6, 7, 9, 13, 18], 1.1, "燃气大队"),
  of("路灯照明", 1.6, [14, 12, 9, 8, 8, 7, 7, 8, 9, 11, 13, 14], 1, "市政中心"),
  of("乱贴乱画", 1.4, [9, 9, 11, 11, 10, 10, 9, 9, 11, 11, 10, 9], 0.95, "市容大队"),
  of("养犬管理", 1.2, [8, 8, 9, 10, 12, 12, 12, 11, 10, 10, 9, 9], 1.15, "市容大队"),
  outer("露天焚烧", 0.16, [8, 6, 8, 6, 5, 8, 4, 4, 14, 28, 22, 8], 0.9, "环境大队"),
  outer("河道垃圾", 0.12, [6, 6, 8, 10, 11, 14, 16, 14, 10, 9, 8, 6], 1, "水务大队"),
  of("灯光干扰", 0.09, [9, 9, 9, 10, 11, 12, 12, 12, 10, 9, 9, 9], 1.2, "环境大队"),
  of("幕墙反光", 0.05, [8, 8, 9, 10, 12, 14, 14, 13, 11, 9, 8, 8], 1, "规划大队"),
];

function of(
  name: string,
  share: number,
  months: readonly number[],
  trend: number,
  unit: string,
): Category {
  return { name, share, months, trend, unit };
}

function outer(...category: Parameters<typeof of>): Category {
  return { ...of(...category), outer: true };
}

/** Channels that open a numbered ticket; what comes by the others is a message. */
export const TICKETS: readonly string[] = ["12345热线", "12319热线", "数字城管", "上级交办"];
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

/** How a ticket ends: most are settled; some go back, some are void or not ours. */
const endOf = chooser([
  ["已办结", 94.6],
  ["退回", 3.4],
  ["不予受理", 1.2],
  ["作废", 0.8],
]);
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
      const life = lifeOf(random, day, days, slowness, last);

      const ticket = TICKETS.includes(channel);
      totals[ticket ? "tickets" : "messages"]++;
      if (ticket && life.state === "已办结") totals.resolved++;
      totals.byChannel.set(channel, (totals.byChannel.get(channel) ?? 0) + 1);

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

interface Life {
  signed: number | null;
  contact: number | null;
  due: number | null;
  closed: number | null;
  state: string;
  late: boolean;
}

function lifeOf(random: Random, day: number, days: number, slowness: number, last: number): Life {
  const none = { signed: null, contact: null, due: null, closed: null, late: false };
  const end = endOf(random);
  if (end === "作废" || end === "不予受理") return { ...none, state: end };
  const signed = random() < 0.8 && isWorkday(day) ? day : addWorkdays(day, 1);
  if (signed > last) return { ...none, state: "待签收" };
  if (end === "退回") return { ...none, signed, state: end };

  // Three in a hundred are hard cases: they make the long tail.
  const hard = random() < 0.03;
  const share = logNormal(random, hard ? 1.5 : 0.4, hard ? 0.75 : 0.5) * slowness;
  const taken = Math.round(share * days);
  const closed = Math.max(signed, addWorkdays(day, taken));
  const extended = hard && random() < 0.3;
  const due = addWorkdays(day, extended ? days * 2 : days);
  const contact = Math.min(
    closed,
    addWorkdays(signed, random() < 0.72 ? 0 : between(random, 1, 2)),
  );
  const life = { signed, contact: contact > last ? null : contact, due, late: closed > due };
  if (closed <= last) return { ...life, closed, state: "已办结" };
  return { ...life, closed: null, state: extended ? "延期" : "办理中" };
}

const WEEKDAYS = [0.62, 1.2, 1.12, 1.07, 1.05, 1.03, 0.7];

/** How many come on each day of the year; together exactly the total. */
function countsByDay(year: number, total: number): number[] {
  const random = seeded(`${year} complaints by day`);
  const weights: number[] = [];
  for (let day = firstDay(year); day <= lastDay(year); day++) {
    const { month } = partsOf(day);
    const season = CATEGORIES.reduce((sum, one) => sum + inMonth(one, month - 1, year), 0);
    const weekend = weekday(day) === 0 || weekday(day) === 6;
    const kind = isHoliday(day) ? 0.48 : weekend && isWorkday(day) ? 1 : WEEKDAYS[weekday(day)]!;
    weights.push(season * kind * logNormal(random, 1, 0.1));
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let given = 0;
  return weights.map((weight) => {
    sum += weight;
    const upTo = Math.round((sum / all) * total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}

function inMonth({ share, months, trend }: Category, month: number, year: number): number {
  return share * months[month]! * trend ** (year - 2023);
}
