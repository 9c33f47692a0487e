/** Units that are one and the same under other names: 宗 is 件, ㎡ is 平方米; 件次 is not 件. */

/** Each line is one unit, in the words that reports use for it. */
const SAME: readonly (readonly string[])[] = [
  ["件", "起", "宗", "例", "单"],
  ["名", "人", "位"],
  ["次", "场", "场次"],
  // 企业30家 and 个体户20户 are 50个 objects, 问题 are counted in any of these.
  ["个", "家", "户", "处", "项"],
  ["份", "册", "本", "张"],
  ["条", "篇"],
  ["平方米", "㎡", "m²", "m2", "平米"],
  ["立方米", "m³", "m3", "㎥"],
  ["公里", "千米", "km", "㎞"],
  ["米", "m"],
  ["公斤", "千克", "kg", "㎏"],
  ["吨", "t"],
  ["小时", "h"],
  ["%", "％", "百分比"],
  ["‰", "千分比"],
  ["个百分点", "百分点"],
  ["个工作日", "工作日"],
  ["天", "日"],
  ["元", "元人民币", "人民币元"],
];
const ONE = new Map(SAME.flatMap((names) => names.map((name) => [name, names[0]!] as const)));

/** The one name of a unit that has several. */
function plainUnit(unit: string): string {
  const name = unit.replace(/[\s()（）]/g, "").toLowerCase();
  return ONE.get(name) ?? name;
}

/** Whether numbers with these units may be added up and compared. */
export function sameUnit(one: string, other: string): boolean {
  return plainUnit(one) === plainUnit(other);
}

/** “单位：件。” for what stands under a title; of several units each stands behind its number. */
export function unitText(units: readonly string[]): string {
  const [first, ...others] = new Set(units);
  if (first === undefined) return "";
  return others.length > 0 ? "单位见数字后面。" : `单位：${first}。`;
}
