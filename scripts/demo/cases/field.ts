/** The fields that the bureau enforces: how much of each there is, and what it is like. */
import { chooser } from "../random.ts";

export interface Field {
  name: string;
  alias: string;
  weight: number;
  /** Share that is settled on the spot. */
  simple: number;
  /** Share of legal persons among the parties of the ordinary procedure. */
  legalPersons: number;
  /** Median fine in yuan. */
  fine: number;
  causes: readonly string[];
  outer?: true;
}

const FIELDS: readonly Field[] = [
  {
    name: "市容环卫",
    alias: "市容",
    weight: 40,
    simple: 0.55,
    legalPersons: 0.3,
    fine: 1200,
    causes: [
      "擅自占用城市道路经营",
      "未按规定分类投放生活垃圾",
      "擅自设置户外广告",
      "运输撒漏污染路面",
    ],
  },
  {
    name: "规划建设",
    alias: "规划",
    weight: 17,
    simple: 0,
    legalPersons: 0.45,
    fine: 26_000,
    causes: [
      "未取得建设工程规划许可证进行建设",
      "未按建设工程规划许可证的规定进行建设",
      "临时建筑超过期限不拆除",
    ],
    outer: true,
  },
  {
    name: "环境保护",
    alias: "环保",
    weight: 14,
    simple: 0.15,
    legalPersons: 0.5,
    fine: 5200,
    causes: ["油烟未经净化排放", "夜间违规施工产生噪声", "露天焚烧产生烟尘"],
  },
  {
    name: "燃气",
    alias: "燃气",
    weight: 9,
    simple: 0.05,
    legalPersons: 0.55,
    fine: 8000,
    causes: ["使用不合格的燃气燃烧器具", "未按规定进行安全检查", "在保护范围内擅自施工"],
  },
  {
    name: "住建",
    alias: "住建领域",
    weight: 9,
    simple: 0,
    legalPersons: 0.95,
    fine: 15_000,
    causes: ["施工现场未采取防尘措施", "未取得施工许可证擅自施工", "未按规定公示物业信息"],
    outer: true,
  },
  {
    name: "园林绿化",
    alias: "城市园林绿化",
    weight: 7,
    simple: 0.3,
    legalPersons: 0.5,
    fine: 3000,
    causes: ["擅自砍伐城市树木", "擅自占用城市绿地"],
  },
  {
    name: "水务",
    alias: "水务领域",
    weight: 4,
    simple: 0.05,
    legalPersons: 0.7,
    fine: 6000,
    causes: ["未取得排水许可证排放污水", "擅自取用地下水"],
  },
];
export const fieldOf = chooser(FIELDS.map((field) => [field, field.weight]));
