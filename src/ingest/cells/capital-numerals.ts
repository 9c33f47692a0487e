const CAPITAL = "壹贰叁肆伍陆柒捌玖拾佰仟圆";
const PLAIN = "一二三四五六七八九十百千元";

/** 贰仟元 is 二千元: numerals as they are written where nobody may change them, in the usual ones. */
export function withoutCapitals(text: string): string {
  return text.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟圆]/g, (one) => PLAIN[CAPITAL.indexOf(one)]!);
}
