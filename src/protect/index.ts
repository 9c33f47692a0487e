/**
 * Statistical disclosure control: what is published of rows about people, so that an intruder, who
 * reads everything published and subtracts, is certain of no count of fewer than five of them by two attributes. The
 * law allows no less: only anonymised information is no longer personal information
 * (个人信息保护法 第四条, 第七十三条（四）). The field's textbook is Hundepool et al., Statistical
 * Disclosure Control, 2012.
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
 * **Numbers by one attribute are exact**, however small (published-figures.ts): they link nothing to
 * a person, and the statutory tables print them. Every published count is an equation, though, and
 * what is released of the rows must leave them all open.
 *
 *     total  | 25
 *     east   | 14
 *     west   | 8
 *     south  | 3
 *
 * **What links two attributes is protected**: numbers by two (attributes.ts), tables of two columns (tables/suppression.ts), and rows. Rows are
 * released in equivalence classes of five (microdata/: k-anonymity). Street and month are
 * quasi-identifiers, the month less important (quasi-identifiers.ts).
 * 1. Each row gives up as little as puts it into an equivalence class of five (local-suppression.ts,
 *    k-anonymity.ts): east 01 (9) and west 01 (7) nothing; east 02 and east 03 their months, which
 *    makes a class “east” of 5; west 02 and south 01 everything, and are still only 4.
 * 2. The rows now show 7 in west. Published are 8, so one is missing: differencing
 *    (differencing.ts). So west 01 gives up its street.
 * 3. The 4 that show nothing take a class to them, by the place of its words and never by its size:
 *    “east”, and are 9. They hold two words of each column at least, and so could trade them: the
 *    mixed remainder (mixed-remainder.ts), which is why no subtraction opens a number by two.
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
export { protectFigures } from "./published-figures.ts";
export { publishedTables } from "./tables/published-tables.ts";
