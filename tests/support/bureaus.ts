/** Small bureaus made up: so many tickets, skewed as real ones are, with cells left empty. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const STREETS = [
  "城东",
  "城西",
  "城南",
  "城北",
  "河口",
  "石桥",
  "松林",
  "龙潭",
  "清水",
  "高坡",
  "南山",
  "云岭",
];
const CATEGORIES = [
  "占道经营",
  "噪声扰民",
  "油烟扰民",
  "环卫保洁",
  "停放秩序",
  "违法建设",
  "园林绿化",
  "户外广告",
  "工地扬尘",
  "供水排水",
  "燃气安全",
  "养犬管理",
];
const CHANNELS = ["12345热线", "数字城管", "12319热线", "上级交办", "公众号", "网站信箱"];
const BANDS: readonly (readonly [string, number, number])[] = [
  ["当天", 0, 0],
  ["1至3天", 1, 3],
  ["4至7天", 4, 7],
  ["8至15天", 8, 15],
  ["16至30天", 16, 30],
  ["30天以上", 31, 60],
];
const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const RATINGS = ["未评价", "满意", "非常满意", "基本满意", "不满意", "非常不满意"];

export type Cells = Record<string, string>;

/** One year's complaints of a bureau of 40 to 300 tickets, a row each, or some rows for several. */
export function someComplaints(seed: number, year = 2024): Cells[] {
  const random = seeded(seed * 31 + year);
  const pick = <T>(list: readonly T[], skew: number): T =>
    list[Math.min(list.length - 1, Math.floor(random() ** skew * list.length))]!;
  const some = <T>(list: readonly T[], least: number) =>
    list.slice(0, least + Math.floor(random() * (list.length - least + 1)));
  const skew = 1 + random() * 3;
  const [streets, categories] = [some(STREETS, 2), some(CATEGORIES, 3)];
  const channels = some(CHANNELS, 1);
  const [blank, open, repeated] = [random() * 0.1, random() * 0.3, random() * 0.2];
  const several = random() < 0.3;
  const sometimes = (word: string) => (random() < blank ? "" : word);
  return Array.from({ length: 40 + Math.floor(random() * 261) }, () => {
    const isOpen = random() < open;
    const isBack = !isOpen && random() < 0.05;
    const [band, from, to] = pick(BANDS, 0.7 + random());
    const late = random() < 0.2;
    const isClosed = !isOpen && !isBack;
    return {
      渠道: pick(channels, skew),
      状态: isBack ? "退回" : isOpen ? pick(["办理中", "延期", "待签收"], 2) : "已办结",
      按时情况: isBack
        ? "不计"
        : isClosed
          ? late
            ? "逾期办结"
            : "按时办结"
          : late
            ? "逾期未办结"
            : "未到期",
      街道: sometimes(pick(streets, skew)),
      类别: sometimes(pick(categories, skew)),
      办结用时段: isClosed ? band : "",
      办结用时: isClosed ? String(from + Math.floor(random() * (to - from + 1))) : "",
      受理月份: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`,
      受理星期: pick(WEEKDAYS, 1),
      满意度: isClosed ? sometimes(pick(RATINGS, 2)) : "",
      重复: sometimes(random() < repeated ? "是" : "否"),
      件数: several && random() < 0.3 ? String(1 + Math.floor(random() * 6)) : "1",
    };
  });
}

const FIELDS = ["市容环卫", "规划建设", "环境保护", "园林绿化", "燃气", "水务", "住建"];
const PENALTIES = ["警告", "通报批评", "罚款", "没收违法所得", "责令停产停业"];
const PARTIES = ["自然人", "个体工商户", "法人", "非法人组织"];

/** One year's cases of 10 to 320 rows; every third bureau does not say whom they are about. */
export function someCases(seed: number, year = 2024): Cells[] {
  const random = seeded(seed * 37 + year);
  const pick = (list: readonly string[], skew = 1 + random()): string =>
    list[Math.min(list.length - 1, Math.floor(random() ** skew * list.length))]!;
  const [people, blank, secret] = [random(), random() * 0.08, random() * 0.1];
  const sometimes = (word: string) => (random() < blank ? "" : word);
  const month = () => `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`;
  return Array.from({ length: 10 + Math.floor(random() * 311) }, () => {
    const party = random() < people ? "自然人" : pick(PARTIES.slice(1));
    const penalty = random() < 0.8 ? pick(PENALTIES) : "";
    return {
      执法领域: pick(FIELDS),
      立案月份: month(),
      案件来源: sometimes(pick(["巡查发现", "投诉举报", "上级交办", "部门移送"])),
      程序: sometimes(pick(["普通程序", "简易程序"])),
      ...(seed % 3 === 0 ? {} : { 当事人类型: sometimes(party) }),
      处罚种类: penalty,
      罚款金额: penalty === "罚款" ? String(50 * Math.floor(1 + random() ** 3 * 600)) : "",
      街道: sometimes(pick(STREETS.slice(0, 6))),
      公开方式: random() < secret ? "仅汇总" : "公开",
      公示按时情况: penalty ? pick(["按时公示", "超期公示", "未到期"]) : "",
      执行情况: penalty ? pick(["自觉履行", "催告中", "未到期"]) : "",
    };
  });
}

/** The same as a data folder: the rows of each file by its path. */
export function folderOf(
  files: Readonly<Record<string, readonly Cells[]>>,
): Record<string, string> {
  const texts = Object.entries(files).map(([path, rows]) => {
    const header = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => header.map((key) => row[key] ?? "").join(","));
    return [path, [header.join(","), ...lines].join("\n")] as const;
  });
  const own = (column: string) =>
    [...new Set(Object.values(files).flatMap((rows) => rows.map((row) => row[column] ?? "")))]
      .filter((word) => word !== "")
      .sort();
  const words = (name: string, column: string) =>
    own(column).length > 0
      ? `${name}:\n${own(column)
          .map((word) => `  ${word}:\n`)
          .join("")}`
      : "";
  return {
    "site.yaml": SITE,
    "vocabularies.yaml":
      words("街道", "街道") + words("投诉类别", "类别") + words("执法领域", "执法领域"),
    ...Object.fromEntries(texts),
  };
}
