/** 诉讼、复议、仲裁: a dispute runs through its instances, each accepted after the one before was closed. */
import { firstDay, lastDay, workdayFrom } from "../calendar.ts";
import { between, chooser, oneOf, type Random, seeded } from "../random.ts";

export interface Instance {
  dispute: string;
  category: string;
  instance: string;
  role: string;
  accepted: number;
  body: string;
  act: string;
  closed: number;
  result: string;
  heard: boolean;
  head: boolean;
  suspended: boolean;
}

const GOVERNMENT = "示例市人民政府";
const COURT = "示例市人民法院";
const HIGHER = "示例市中级人民法院";
const HIGHEST = "示例省高级人民法院";
const ACTS = [
  "行政处罚决定",
  "责令限期改正通知",
  "限期拆除决定",
  "政府信息公开答复",
  "投诉举报答复",
];

const reconsidered = chooser([
  ["维持", 56],
  ["驳回复议申请", 10],
  ["撤回申请终止", 14],
  ["改正后终止", 6],
  ["调解", 5],
  ["撤销", 5],
  ["确认违法", 2],
  ["责令履行", 2],
]);
const judged = chooser([
  ["驳回诉讼请求", 58],
  ["准许撤诉", 9],
  ["改正后撤诉", 4],
  ["驳回起诉", 11],
  ["撤销", 7],
  ["确认违法", 5],
  ["调解", 4],
  ["责令履行", 1],
  ["给付", 1],
]);
const appealed = chooser([
  ["驳回上诉", 82],
  ["准许撤诉", 8],
  ["变更", 6],
  ["撤销", 4],
]);
/** How likely there is a hearing before each result of a first instance. */
const HEARD: Record<string, number> = { 准许撤诉: 0.3, 改正后撤诉: 0.3, 驳回起诉: 0.6, 调解: 0.6 };

/** Every instance of the disputes that began in a year, whatever year it ends in. */
function begunIn(year: number): Instance[] {
  const random = seeded(`${year} litigation`);
  const disputes = between(random, 38, 44);
  const days = Array.from({ length: disputes }, () =>
    workdayFrom(firstDay(year) + Math.floor(random() * 358)),
  ).sort((a, b) => a - b);
  return days.flatMap((day, index) => {
    const dispute = `示争〔${year}〕${String(index + 1).padStart(2, "0")}号`;
    const kind = random();
    if (kind < 0.04) return [arbitration(random, dispute, day)];
    const act = oneOf(random, ACTS);
    if (kind < 0.08) return throughCourts(random, dispute, day, "行政赔偿", "行政赔偿决定");
    if (kind < 0.42) return throughCourts(random, dispute, day, "行政诉讼", act);
    const first = reconsideration(random, dispute, day, act);
    const goesOn = /维持|驳回/.test(first.result) && random() < 0.42;
    if (!goesOn) return [first];
    const next = workdayFrom(first.closed + between(random, 12, 40));
    return [first, ...throughCourts(random, dispute, next, "行政诉讼", act)];
  });
}

function arbitration(random: Random, dispute: string, accepted: number): Instance {
  return {
    dispute,
    category: "劳动仲裁",
    instance: "",
    role: "被申请人",
    accepted,
    body: "示例市劳动人事争议仲裁委员会",
    act: "劳动报酬争议",
    closed: workdayFrom(accepted + between(random, 25, 58)),
    result: random() < 0.6 ? "调解" : "其他",
    heard: true,
    head: false,
    suspended: false,
  };
}

function reconsideration(random: Random, dispute: string, accepted: number, act: string): Instance {
  const own = seeded(`${dispute} hearing`);
  const heard = own() < 0.4;
  return {
    dispute,
    category: "行政复议",
    instance: "复议",
    role: "被申请人",
    accepted,
    body: GOVERNMENT,
    act,
    closed: workdayFrom(
      accepted + (random() < 0.85 ? between(random, 25, 59) : between(random, 60, 88)),
    ),
    result: reconsidered(random),
    heard,
    head: heard && own() < 0.8,
    suspended: random() < 0.05,
  };
}

function throughCourts(
  random: Random,
  dispute: string,
  accepted: number,
  category: string,
  act: string,
): Instance[] {
  const result = judged(random);
  const heard = random() < (HEARD[result] ?? 0.97);
  const first: Instance = {
    dispute,
    category,
    instance: "一审",
    role: "被告",
    accepted,
    body: COURT,
    act,
    closed: workdayFrom(accepted + between(random, 45, 178)),
    result,
    heard,
    head: heard && random() < 0.92,
    suspended: random() < 0.06,
  };
  const lost = /撤销|确认违法|责令|给付/.test(result);
  const appeals = /撤诉|调解/.test(result) ? 0 : lost ? 0.45 : 0.48;
  if (random() >= appeals) return [first];
  const heardAgain = random() < 0.3;
  const second: Instance = {
    ...first,
    instance: "二审",
    role: lost ? "上诉人" : "被上诉人",
    accepted: workdayFrom(first.closed + between(random, 18, 50)),
    body: HIGHER,
    result: appealed(random),
    heard: heardAgain,
    head: heardAgain && random() < 0.85,
    suspended: false,
  };
  second.closed = workdayFrom(second.accepted + between(random, 35, 90));
  if (second.result === "准许撤诉" || random() >= 0.2) return [first, second];
  const third: Instance = {
    ...second,
    instance: "再审",
    role: "被申请人",
    accepted: workdayFrom(second.closed + between(random, 60, 180)),
    body: HIGHEST,
    result: "驳回再审申请",
    heard: false,
    head: false,
  };
  third.closed = workdayFrom(third.accepted + between(random, 50, 88));
  return [first, second, third];
}

/** The longest way takes less than so many years. */
const YEARS_BACK = 3;

/** The instances that were open in a year, in the order in which they were accepted. */
export function dealtWith(year: number): Instance[] {
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => begunIn(year - back))
    .flat()
    .filter(({ accepted, closed }) => accepted <= lastDay(year) && closed >= firstDay(year))
    .sort((a, b) => a.accepted - b.accepted || (a.dispute < b.dispute ? -1 : 1));
}
