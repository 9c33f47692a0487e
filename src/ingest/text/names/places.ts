/**
 * Cities, counties and sights that are called as somebody could be, and companies known all over the
 * country: a person only where somebody is spoken of.
 */
const PLACES = new Set(
  (
    "和龙 和林 黄梅 黄龙 黄平 黄岩 兰溪 蓝山 雷波 雷山 冷水江 冷水滩 黎平 梁平 林芝 龙胜 龙岩 卢龙 鲁山 陆川 陆河 陆良 吕梁 罗平 罗源 " +
    "麻江 麻阳 马尔康 梅江 莫力达瓦 宁德 宁明 宁强 牛山 彭山 彭阳 彭泽 蒲江 齐河 秦安 曲靖 尚义 尚志 邵东 邵武 邵阳 施秉 石河子 石景山 " +
    "汤旺 唐河 陶乐 田东 田家庵 田林 田阳 汪清 翁源 吴川 吴江 吴兴 吴忠 萧山 谢通门 姚安 尤溪 于田 余杭 余庆 岳阳 岳普湖 张家川 " +
    "钟祥 周宁 庄河 邹平 张江 徐家汇 陆家嘴 " +
    "黄果树 雷公山 罗汉山 罗浮山 白云山 文峰塔 " +
    "申通 王品 鲁泰 马自达 索菲亚 华莱士 江小白 尚品 龙光"
  ).split(" "),
);

export const isPlace = (word: string) => PLACES.has(word);
