/** licences.csv of a year: applications received or decided in it, as they stood on 31 December. */
import { addWorkdays, type DateForm, firstDay, lastDay, workdayFrom } from "./calendar.ts";
import type { Sheet } from "./output.ts";
import { between, chooser, type Random, seeded } from "./random.ts";
import { sometimes, townStreet } from "./words.ts";

interface Item {
  name: string;
  category: string;
  /** Working days promised, and how many years a licence lasts. */
  promised: number;
  lasts: number;
}

const item = chooser<Item>([
  [{ name: "占用城市道路", category: "普通", promised: 10, lasts: 0 }, 30],
  [{ name: "户外广告设置", category: "普通", promised: 10, lasts: 2 }, 26],
  [{ name: "建筑垃圾处置核准", category: "核准", promised: 8, lasts: 1 }, 20],
  [{ name: "砍伐移植城市树木", category: "普通", promised: 12, lasts: 0 }, 12],
  [{ name: "挖掘城市道路", category: "普通", promised: 15, lasts: 0 }, 8],
  [{ name: "餐厨垃圾经营", category: "特许", promised: 20, lasts: 3 }, 4],
]);
const result = chooser([
  ["准予", 82],
  ["准予延续", 8],
  ["准予变更", 3],
  ["不予", 3],
  ["不予受理", 2],
  ["申请撤回", 2],
]);
const party = chooser([
  ["法人", 58],
  ["个体工商户", 24],
  ["自然人", 15],
  ["非法人组织", 3],
]);
/** Of a hundred decisions, how many are late. */
const late = chooser([
  [false, 96],
  [true, 4],
]);

interface Application {
  /** Null where nothing was applied for. */
  accepted: number | null;
  due: number | null;
  decided: number;
  item: Item;
  result: string;
  party: string;
  street: string;
}

/** The applications received in a year: the same whichever year's file they stand in. */
function received(year: number): Application[] {
  const random = seeded(`${year} licences received`);
  const first = firstDay(year);
  const days = lastDay(year) - first;
  return Array.from({ length: between(random, 780, 1120) }, () =>
    application(workdayFrom(first + between(random, 0, days - 3)), random),
  ).sort((a, b) => a.decided - b.decided);
}

function application(accepted: number, random: Random): Application {
  const of = item(random);
  const took = late(random)
    ? of.promised + between(random, 1, 6)
    : between(random, 0, Math.ceil(of.promised * 0.7));
  return {
    accepted,
    due: addWorkdays(accepted, of.promised),
    decided: addWorkdays(accepted, took),
    item: of,
    result: result(random),
    party: party(random),
    street: townStreet(random),
  };
}

const HEADER = [
  "决定书文号",
  "许可编号",
  "事项",
  "许可类别",
  "相对人类型",
  "受理日期",
  "应办结日期",
  "决定日期",
  "结果",
  "有效期自",
  "有效期至",
  "状态",
  "街道",
];

/** Gives how many the file holds. */
export function writeLicences(year: number, sheet: Sheet, date: DateForm): number {
  const random = seeded(`${year} licences as exported`);
  const last = lastDay(year);
  const applications = [
    ...received(year - 1).filter(({ decided }) => decided > lastDay(year - 1)),
    ...received(year),
  ];
  const licences = [
    ...applications,
    // Granted in earlier years: what is revoked, and what is no longer used.
    ...Array.from({ length: 2 }, () => later("撤销", year, random)),
    ...Array.from({ length: 5 }, () => later("注销", year, random)),
  ];
  sheet.row(HEADER);
  for (const [at, one] of licences.entries()) {
    const decided = one.decided <= last;
    const granted = decided && one.result.startsWith("准予");
    const number = String(at + 1).padStart(4, "0");
    sheet.row([
      decided ? `示城执许决〔${year}〕第${number}号` : "",
      granted ? `示许${year}${number}` : "",
      sometimes(random, one.item.name),
      one.item.category,
      sometimes(random, one.party),
      one.accepted === null ? "" : date(one.accepted),
      one.due === null ? "" : sometimes(random, date(one.due)),
      decided ? date(one.decided) : "",
      decided ? one.result : "",
      granted ? date(one.decided) : "",
      granted ? date(one.decided + (one.item.lasts > 0 ? one.item.lasts * 365 : 60)) : "",
      granted ? "有效" : "",
      sometimes(random, one.street),
    ]);
  }
  sheet.end();
  return licences.length;
}

/** What is decided of a licence that was granted before. */
function later(result: string, year: number, random: Random): Application {
  const decided = workdayFrom(firstDay(year) + between(random, 0, 350));
  return {
    accepted: null,
    due: null,
    decided,
    item: item(random),
    result,
    party: party(random),
    street: townStreet(random),
  };
}
