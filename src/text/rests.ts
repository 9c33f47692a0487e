/** Words of a list that name nothing: what is left over, and what is not said. Neither is ever 最多. */

/** What is in none of the others: 其他, 其它渠道. */
const LEFT_OVER = /^其[他它余]/;
const SAYS_NOTHING =
  /^(?:未注明|未写明|未说明|未填写?|未登记|未评价|未知|未分类|不详|不明|无|空白?)$/;

export function isLeftOver(label: string): boolean {
  return LEFT_OVER.test(label);
}

export function saysNothing(label: string): boolean {
  return SAYS_NOTHING.test(label);
}
