import type { ExportWords } from "../profile.ts";

/** How 双公示 and case systems name the kinds of party. */
export const PARTY_TYPES: ExportWords = [
  ["法人及非法人组织", "法人"],
  ["公民", "自然人"],
  ["个人", "自然人"],
  [/^(?:单位|企业|企业法人|机关法人|事业单位(?:法人)?|法人或者?其他组织)$/, "法人"],
  [/^个体(?:户|经营户)?$/, "个体工商户"],
  ["非法人", "非法人组织"],
  ["其他组织", "非法人组织"],
];
