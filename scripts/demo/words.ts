/** The invented bureau: its streets, its words, how much there is of each. */
import { chooser, type Random } from "./random.ts";

export const MARK = "# 由 npm run demo 生成，全部是虚构的；不要手改，重新生成会覆盖。";

export const SITE_YAML = `${MARK}

数据性质: 演示
单位名称: 示例市综合行政执法局
单位简称: 示例市综合执法局
网站名称: 法治政府建设数据公开（演示）
网站说明: 用虚构的数据演示：一个行政执法单位怎样把每年的数字公开成可以查证的数据和图表。
网址:
所在地区: 示例市（虚构）
统一颜色:
数据许可: 虚构数据，可以任意使用

联系方式:
  办公地址:
  办公电话:
  电子邮箱:
  办公时间:
  报告差错:

页脚标识:
  网站标识码:
  ICP备案号:
  公安备案号:

年度文件:
  2022: { 执法统计年报: 2023-01-28, 政府信息公开年报: 2023-02-06 }
  2023: { 执法统计年报: 2024-01-26, 政府信息公开年报: 2024-01-31 }
  2024: { 政府信息公开年报: 2025-01-22 }
`;

export const VOCABULARIES_YAML = `${MARK}

执法领域:
  规划建设: [规划]
  住建: [住建领域]
  燃气:
  水务: [水务领域]
  环境保护: [环保]
  园林绿化: [城市园林绿化]
  市容环卫: [市容, 市容环境卫生]

街道:
  澄砚街道: [澄砚]
  栖梧街道: [栖梧]
  霁川街道:
  望榆街道:
  鹿眠街道:
  锦篱街道:
  石笙街道:
  溪篆街道:
  岚筑街道:
  禾渡镇:
  云箸镇:
  砚坪乡:

渠道:
  12345热线: ["12345", 市民热线]
  数字城管: [数字化城管]

投诉类别:
  占道经营:
  噪声扰民: [噪声]
  油烟扰民: [油烟]
  环卫保洁:
  停放秩序: [乱停乱放]
  违法建设:
  园林绿化: [绿化]
  户外广告:
  工地扬尘:
  供水排水:
  燃气安全: [燃气]
  路灯照明:
  乱贴乱画:
  养犬管理:
  露天焚烧:
  河道垃圾:
  灯光干扰:
  幕墙反光:

许可事项:
  占用城市道路: [占道]
  户外广告设置:
  建筑垃圾处置核准:
  砍伐移植城市树木:
  挖掘城市道路:
  餐厨垃圾经营:

审核结论:
  通过: [同意]
  未通过: [退回补正]

未通过原因:
  处罚对象认定不清:
  违法行为事实不清:
  证据不充分:
  适用法律不当:
  裁量说理不足:
  程序材料不全:
`;

/** Town streets are crowded, the outer places small; each with how it differs from the others. */
const STREETS: readonly [name: string, town: number, outer: number, slowness: number][] = [
  ["澄砚街道", 24, 6, 1.05],
  ["栖梧街道", 18, 7, 0.95],
  ["霁川街道", 14, 8, 1],
  ["望榆街道", 11, 9, 0.9],
  ["鹿眠街道", 9, 11, 1.15],
  ["锦篱街道", 7.5, 12, 1],
  ["石笙街道", 5.5, 10, 0.92],
  ["溪篆街道", 4.5, 8, 1],
  ["岚筑街道", 3, 7, 1.1],
  ["禾渡镇", 2, 11, 1.2],
  ["云箸镇", 1, 7, 1.1],
  ["砚坪乡", 0.5, 4, 1.25],
];
export const townStreet = chooser(STREETS.map(([name, town]) => [name, town] as const));
export const outerStreet = chooser(STREETS.map(([name, , outer]) => [name, outer] as const));
export const SLOWNESS: ReadonlyMap<string, number> = new Map(
  STREETS.map(([name, , , slowness]) => [name, slowness]),
);

/** What offices write where there is nothing to say. */
const nothing = chooser([
  ["", 84],
  ["— —", 6],
  ["无", 4],
  ["/", 4],
  ["暂无", 2],
]);

/** About three cells in a hundred of an optional column are not filled. */
export function sometimes(random: Random, text: string, share = 0.03): string {
  return random() < share ? nothing(random) : text;
}
