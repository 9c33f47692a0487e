/** What the party to a matter is: natural persons are protected, and no other word means them. */
import type { Column } from "./define.ts";

/** Of an organisation that is said to be no more than that. */
const ORGANISATION = "法人及非法人组织";

export const PARTY_TYPE = {
  type: "word",
  words: ["自然人", "个体工商户", "法人", "非法人组织", ORGANISATION],
  synonyms: {
    ...named("自然人", "公民 个人 公民个人"),
    ...named("个体工商户", "个体 个体户 个体工商 个体经营户 个体经营者 工商个体户"),
    ...named(
      "法人",
      "公司 企业法人 机关 机关法人 事业单位 事业法人 事业单位法人 社会团体 社会团体法人 社团法人 特别法人 营利法人 非营利法人",
    ),
    ...named("非法人组织", "非法人 非法人单位 其他组织 合伙企业 个人独资企业"),
    ...named(
      ORGANISATION,
      "单位 企业 组织 企事业单位 企业单位 法人和非法人组织 法人或非法人组织 法人、非法人组织 法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人单位 法人组织",
    ),
  },
} as const satisfies Omit<Column, "label">;

function named(word: string, writings: string): Record<string, string> {
  return Object.fromEntries(writings.split(" ").map((writing) => [writing, word]));
}
