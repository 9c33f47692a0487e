/** What people say where the pages have another word: either is looked for. */

const GROUPS: readonly (readonly string[])[] = [
  ["噪声", "噪音", "太吵", "广场舞"],
  ["燃气", "煤气", "天然气", "液化气"],
  ["违法建设", "违法建筑", "违章建筑", "违建"],
  ["占道", "摆摊", "地摊", "流动摊贩", "小贩"],
  ["停放", "停车", "违停"],
  ["养犬", "养狗", "遛狗", "狗"],
  ["环卫", "垃圾", "环境卫生"],
  ["乱贴乱画", "小广告", "牛皮癣"],
  ["户外广告", "广告牌", "招牌"],
  ["路灯", "照明"],
  ["油烟", "烧烤"],
  ["扬尘", "灰尘", "渣土"],
  ["绿化", "树木", "砍树"],
  ["供水", "停水", "自来水"],
  ["排水", "下水道", "积水", "污水"],
  ["诉求", "投诉", "举报"],
  ["行政诉讼", "打官司", "官司", "起诉"],
  ["负责人", "局长", "领导"],
  ["出庭", "到庭"],
  ["许可", "审批", "办证"],
  ["公示", "公开"],
  ["不满意", "差评"],
  ["逾期", "超期", "超时"],
  ["联系方式", "电话"],
];

/** The same with the other words of a group in place of one; none where no word is of a group. */
export function otherWords(words: string): string[] {
  const found = GROUPS.flatMap((group) => {
    const own = group.filter((word) => words.includes(word)).sort((a, b) => b.length - a.length)[0];
    return own === undefined ? [] : [{ own, group }];
  });
  return found.flatMap(({ own, group }) =>
    group.filter((word) => word !== own).map((word) => words.replace(own, word)),
  );
}
