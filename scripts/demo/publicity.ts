/** 普法宣传与本单位学习培训: dated events around the year's days of law. */
import { type DateForm, dayOf, workdayFrom } from "./calendar.ts";
import type { Sheet } from "./output.ts";
import { between, chooser, oneOf, type Random, seeded } from "./random.ts";
import { outerStreet, sometimes, townStreet } from "./words.ts";

interface Kind {
  name: string;
  theme: string;
  form: string;
  venues: readonly string[];
  audience: string;
  /** Participants at the smallest and the largest. */
  people: readonly [number, number];
}

const CONSTITUTION: Kind = {
  name: "宪法宣传周进广场",
  theme: "宪法",
  form: "集中宣传",
  venues: ["广场", "广场；公园"],
  audience: "公众",
  people: [120, 600],
};
/** Days of law: month, day, how many events about it. */
const OBSERVED: readonly [month: number, date: number, events: number, kind: Kind][] = [
  [3, 15, 2, { ...CONSTITUTION, name: "消费者权益日咨询", theme: "消费者权益", form: "法律咨询" }],
  [4, 15, 1, { ...CONSTITUTION, name: "国家安全教育日宣传", theme: "国家安全" }],
  [5, 10, 3, { ...CONSTITUTION, name: "民法典宣传月进社区", theme: "民法典", venues: ["社区"] }],
  [5, 24, 2, { ...CONSTITUTION, name: "民法典宣传月进村寨", theme: "民法典", venues: ["农村"] }],
  [6, 5, 2, { ...CONSTITUTION, name: "环境日宣传", theme: "环境保护", venues: ["公园", "广场"] }],
  [
    6,
    16,
    2,
    { ...CONSTITUTION, name: "安全生产月燃气安全宣传", theme: "燃气安全", venues: ["社区"] },
  ],
  [11, 9, 1, { ...CONSTITUTION, name: "消防日宣传", theme: "消防与燃气", venues: ["广场"] }],
  [12, 2, 2, CONSTITUTION],
  [12, 4, 3, CONSTITUTION],
  [12, 6, 1, { ...CONSTITUTION, name: "宪法宣传周进校园", venues: ["学校"], audience: "学生" }],
];
const ANY_DAY = chooser<Kind>([
  [kind("商铺门前秩序宣传", "市容管理", "集中宣传", ["商铺"], "经营者", [15, 80]), 15],
  [kind("餐饮油烟管理说法", "环境保护", "以案释法", ["商铺"], "经营者", [10, 60]), 8],
  [kind("送法进社区", "城市管理", "法律咨询", ["社区"], "公众", [30, 160]), 14],
  [kind("送法进村", "规划建设", "集中宣传", ["农村"], "公众", [30, 140]), 8],
  [kind("小小执法员课堂", "城市管理", "集中宣传", ["学校"], "学生", [40, 220]), 6],
  [kind("工地扬尘以案释法", "住建", "以案释法", ["工地"], "经营者", [12, 70]), 6],
  [kind("燃气企业法律咨询", "燃气安全", "法律咨询", ["企业"], "经营者", [8, 50]), 4],
  [kind("城市管理法规图解", "城市管理", "新媒体", ["线上"], "公众", [0, 0]), 9],
  [kind("垃圾分类知识竞赛", "垃圾分类", "竞赛", ["社区", "学校"], "公众", [60, 300]), 3],
]);
const STAFF = chooser<Kind>([
  [kind("集中学习会", "法治理论", "集中学习", ["机关"], "本单位人员", [60, 140]), 10],
  [kind("执法规范培训", "行政处罚法", "内部培训", ["机关"], "本单位人员", [30, 120]), 8],
  [kind("旁听行政案件庭审", "行政诉讼", "旁听庭审", ["机关"], "本单位人员", [12, 40]), 3],
  [kind("学法用法考试", "执法资格", "考试", ["机关", "线上"], "本单位人员", [90, 150]), 2],
]);

function kind(
  name: string,
  theme: string,
  form: string,
  venues: readonly string[],
  audience: string,
  people: readonly [number, number],
): Kind {
  return { name, theme, form, venues, audience, people };
}

interface Event {
  on: number;
  until: number;
  kind: Kind;
}

function eventsOf(year: number, random: Random): Event[] {
  const observed = OBSERVED.flatMap(([month, date, events, kind]) =>
    Array.from({ length: events }, () => {
      const on = dayOf(year, month, date) + between(random, -1, 1);
      return { on, until: on + (random() < 0.2 ? 2 : 0), kind };
    }),
  );
  const anyDay = (choose: (random: Random) => Kind, n: number) =>
    Array.from({ length: n }, () => {
      const on = workdayFrom(dayOf(year, between(random, 1, 12), between(random, 1, 27)));
      return { on, until: on, kind: choose(random) };
    });
  return [
    ...observed,
    ...anyDay(ANY_DAY, between(random, 38, 44)),
    ...anyDay(STAFF, between(random, 18, 22)),
  ].sort((a, b) => a.on - b.on || (a.kind.name < b.kind.name ? -1 : 1));
}

const HEADER = [
  "开始日期",
  "结束日期",
  "名称",
  "主题",
  "形式",
  "场所",
  "对象",
  "场次",
  "参与人次",
  "发放材料",
  "咨询人次",
  "街道",
];

export interface PublicityForm {
  date: DateForm;
  /** Title rows above the header. */
  title: boolean;
  /** Some digits were typed full-width. */
  fullWidth: boolean;
}

export interface PublicityTotals {
  /** For the public; the bureau's own learning is not among them. */
  events: number;
  byForm: Map<string, number>;
  learning: Map<string, number>;
}

export function writePublicity(
  year: number,
  sheet: Sheet,
  { date, title, fullWidth }: PublicityForm,
): PublicityTotals {
  const random = seeded(`${year} publicity`);
  const totals: PublicityTotals = { events: 0, byForm: new Map(), learning: new Map() };
  const typed = (text: string) =>
    fullWidth && random() < 0.08
      ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : text;
  if (title)
    sheet.row([`示例市综合行政执法局${year}年普法活动登记表`, ...HEADER.slice(1).fill("")]);
  sheet.row(HEADER);
  for (const { on, until, kind } of eventsOf(year, random)) {
    const own = kind.audience === "本单位人员";
    const counted = own ? totals.learning : totals.byForm;
    counted.set(kind.form, (counted.get(kind.form) ?? 0) + 1);
    if (!own) totals.events++;
    const [fewest, most] = kind.people;
    const people = between(random, fewest, most);
    const vague = people > 100 && random() < 0.12;
    const leaflets = own || people === 0 ? "" : String(between(random, 2, 16) * 50);
    const asked = own || people === 0 ? "" : String(Math.round(people * (0.05 + 0.2 * random())));
    const street = kind.venues[0] === "农村" ? outerStreet(random) : townStreet(random);
    const optional = (text: string) => (text === "" ? "" : sometimes(random, typed(text)));
    sheet.row([
      typed(date(on)),
      optional(date(until)),
      kind.name,
      optional(kind.theme),
      kind.form,
      oneOf(random, kind.venues),
      kind.audience,
      optional(String(random() < 0.85 ? 1 : between(random, 2, 4))),
      people === 0 ? "" : optional(vague ? `${Math.floor(people / 100) * 100}余` : String(people)),
      optional(leaflets),
      optional(asked),
      own || kind.form === "新媒体" ? "" : sometimes(random, street),
    ]);
  }
  sheet.end();
  return totals;
}
