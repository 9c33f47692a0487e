/**
 * Statistical disclosure control: what is published of rows about people, so that an intruder, who
 * reads everything published and subtracts, is certain of no count of fewer than five of them. The
 * law allows no less: only anonymised information is no longer personal information
 * (个人信息保护法 第四条, 第七十三条（四）). The field's textbook is Hundepool et al., Statistical
 * Disclosure Control, 2012; its two halves are the two folders here.
 *
 * One example, whose tables tests/protect.test.ts holds to the code. Six rows, each standing for so
 * many matters; what is published is their total, the counts by street, and the rows:
 *
 *     street | month | count
 *     east   | 01    | 9
 *     east   | 02    | 3
 *     east   | 03    | 2
 *     west   | 01    | 7
 *     west   | 02    | 1
 *     south  | 01    | 3
 *
 * **tables/: cell suppression.** South is under five: primary suppression (cell-suppression.ts).
 * Alone, it would follow as 25 − 14 − 8; so west, the smallest other part, is withheld with it:
 * complementary suppression. An intruder is left with 2 to 4 in south and 7 to 9 in west
 * (feasibility-intervals.ts). All counts of the same rows are one such system (linked-tables.ts).
 *
 *     total  | 25
 *     east   | 14
 *     west   | hidden
 *     south  | suppressed
 *
 * **microdata/: k-anonymity.** Street and month are quasi-identifiers, the month less important
 * (quasi-identifiers.ts).
 * 1. Each row gives up as little as puts it into an equivalence class of five (local-suppression.ts,
 *    k-anonymity.ts): east 01 (9) and west 01 (7) nothing; east 02 and east 03 their months, which
 *    makes a class “east” of 5; west 02 and south 01 everything, and are still only 4.
 * 2. Those 4 take the smallest class to them: all of “east” is suppressed too, and they are 9.
 * 3. The rows now show 7 in west. Whoever learns that there are 8 has the one that is missing:
 *    differencing (differencing.ts). So west 01 gives up its street.
 *
 * What remains is the release (release.ts):
 *
 *     street | month | count
 *     east   | 01    | 9
 *     –      | 01    | 7
 *     –      | –     | 9
 */
export { CodedColumn, type Codes } from "./microdata/coded-columns.ts";
export type { Release } from "./microdata/release.ts";
export { ReleaseBuilder } from "./microdata/release-builder.ts";
export { protectFigures } from "./tables/linked-tables.ts";
