/**
 * Statistical disclosure control: what is published of rows about people, so that an intruder, who
 * reads everything published and subtracts, is certain of no count of fewer than five of them. The
 * law allows no less: only anonymised information is no longer personal information
 * (个人信息保护法 第四条, 第七十三条（四）). The field's textbook is Hundepool et al., Statistical
 * Disclosure Control, 2012; its two halves are the two folders here.
 */
export { CodedColumn, type Codes } from "./microdata/coded-columns.ts";
export type { Release } from "./microdata/release.ts";
export { ReleaseBuilder } from "./microdata/release-builder.ts";
export { protectFigures } from "./tables/linked-tables.ts";
