/** What people complain of, and in which months. */

export interface Category {
  name: string;
  share: number;
  /** How much of it there is in each month, 10 being the middle. */
  months: readonly number[];
  /** Growth from one year to the next. */
  trend: number;
  outer?: true;
  unit: string;
}

export const CATEGORIES: readonly Category[] = [
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

/** How much of a category there is in a month of a year, January being 0. */
export function inMonth({ share, months, trend }: Category, month: number, year: number): number {
  return share * months[month]! * trend ** (year - 2023);
}
